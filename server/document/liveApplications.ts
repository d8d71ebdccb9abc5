import { rootsOf } from '../../shared/document/roots.ts'
import type { Me } from '../../shared/http/session.ts'
import type { Access } from '../people/access/Access.ts'
import type { LiveDocuments } from '../sync/LiveDocuments.ts'
import type { Applications } from './Applications.ts'
import { openApplication } from './applicationRoutes.ts'
import type { Author } from './documentRecords.ts'
import { lackedRows } from './lackedRows.ts'

interface LiveApplications {
  readonly applications: Applications
  readonly access: Access
  /** Told of every update: whose it is, and which sections it changes. */
  readonly wrote: (id: string, author: Author, sections: ReadonlySet<string>) => void
  /** Told of every change of a text, a version that is put back too: which sections it changes. */
  readonly textChanged: (id: string, sections: ReadonlySet<string>) => void
  /** Told when somebody has been let in, with the secret of her session. */
  readonly opened: (id: string, me: Me, secret: string) => void
  /** Told of each line that has come in, and when it has gone. */
  readonly came: (id: string, author: Author) => void
  readonly left: (id: string, author: Author) => void
}

/** Ansökningar as the rooms and lines know them. */
export function liveApplications(parts: LiveApplications): LiveDocuments {
  const { applications, access, opened, came, left } = parts
  return {
    ...{ opened, came, left },
    whyNot: (id, me) => {
      if (!access.mayRead(id, me)) return 'unknownDocument'
      return applications.isDamaged(id) ? 'damagedDocument' : null
    },
    has: id => applications.has(id),
    rescuedFor: async (id, me) => {
      if (!access.mayRead(id, me)) return null
      return openApplication(applications, id).rescued
    },
    open: async id => {
      const open = applications.find(id)
      if (!open) throw new Error(`There is no open document ${id}.`)
      const { form, clientIds, rescued, comments } = open
      return {
        roots: rootsOf(form),
        clientIds,
        rescued,
        lacked: updates => lackedRows(form, updates),
        mayRead: me => access.mayRead(id, me),
        writable: me => access.writable(id, me, form),
        threadOf: key => comments.threadOf(key),
        changed: (doc, me, sections) => {
          applications.changed(id, doc, me, sections)
          parts.textChanged(id, sections)
        },
        wrote: (author, sections) => parts.wrote(id, author, sections),
      }
    },
    markDamaged: (id, why) => applications.markDamaged(id, why),
  }
}
