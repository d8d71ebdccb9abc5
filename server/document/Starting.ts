import type { FormTemplate } from '../../shared/form/FormTemplate.ts'
import type { Me } from '../../shared/http/session.ts'
import { mayCreate } from '../../shared/people/may.ts'
import type { AuditLog } from '../audit/AuditLog.ts'
import type { Attempts } from '../http/Attempts.ts'
import { Refused } from '../http/refuse.ts'
import type { AccessFile } from '../people/access/accessFile.ts'
import type { Applications } from './Applications.ts'
import { authorOf } from './documentRecords.ts'
import type { MadeDocument } from './newDocument.ts'

interface StartingParts {
  readonly applications: Applications
  readonly audit: Pick<AuditLog, 'note'>
  readonly isGuest: (me: Me) => boolean
  /** Ansökningar that are started, by person. */
  readonly attempts: Attempts
  readonly now: () => number
}

/** What an ansökan begins with. */
export interface Beginning {
  readonly document: MadeDocument
  /** What the document names, by the path in its folder. */
  readonly attachments?: Readonly<Record<string, Uint8Array>>
  /** Who has access besides whoever starts it. */
  readonly members?: AccessFile['members']
  /** What it is made of, when it does not begin empty. */
  readonly what?: 'word' | 'moved'
  /** Done before anything of it is there: when that rejects, nothing ever is. */
  readonly first?: () => Promise<void>
}

/** The one way in which people start an ansökan: may she, how often, and noted before it is there. */
export class Starting {
  readonly #parts: StartingParts

  constructor(parts: StartingParts) {
    this.#parts = parts
  }

  /** Refuses those who start none. */
  require(me: Me): void {
    if (!mayCreate(me.party.kind) || this.#parts.isGuest(me)) throw new Refused('mayNot')
  }

  /** Counts a try of hers, and refuses it when there have been too many. */
  take(me: Me): void {
    const waitSeconds = this.#parts.attempts.take(me.person.id, this.#parts.now())
    if (waitSeconds !== null) throw new Refused('tooManyAttempts', [], waitSeconds)
  }

  /** Starts one that she owns, and gives its id. There wholly, or not at all: also when the disk refuses, or we stop. */
  async start(me: Me, form: FormTemplate, beginning: Beginning): Promise<string> {
    const { document, attachments = {}, members = [], what, first } = beginning
    const { applications } = this.#parts
    return await applications.createFrom(form, authorOf(me), document, {
      attachments,
      others: members,
      first: async id => {
        await first?.()
        await this.#note(me, id, form, members, what)
      },
    })
  }

  /** That it is there, and who has been let in with it. */
  async #note(
    me: Me,
    applicationId: string,
    { id }: FormTemplate,
    members: AccessFile['members'],
    what: Beginning['what'],
  ): Promise<void> {
    const { audit } = this.#parts
    const here = { me, applicationId, state: 'draft' }
    await Promise.all([
      audit.note({ ...here, act: 'created', details: { form: id, ...(what ? { what } : {}) } }),
      ...members.map(({ personId, partyId, role }) =>
        audit.note({ ...here, act: 'memberAdded', details: { person: personId, party: partyId, role } }),
      ),
    ])
  }
}
