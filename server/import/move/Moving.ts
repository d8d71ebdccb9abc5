import type { FilledForm } from '../../../shared/document/filledForm.ts'
import { readDocument } from '../../../shared/document/readDocument.ts'
import type { FormTemplate } from '../../../shared/form/FormTemplate.ts'
import { formById, forms } from '../../../shared/form/forms.ts'
import type { Move, ReadMove } from '../../../shared/http/formImport.ts'
import type { Me } from '../../../shared/http/session.ts'
import { moveToForm } from '../../../shared/import/moveToForm.ts'
import { may } from '../../../shared/people/may.ts'
import type { AuditLog } from '../../audit/AuditLog.ts'
import type { Applications, OpenApplication } from '../../document/Applications.ts'
import { openApplication } from '../../document/applicationRoutes.ts'
import { imageType } from '../../document/cleanImage.ts'
import type { Starting } from '../../document/Starting.ts'
import { Refused } from '../../http/refuse.ts'
import type { Access } from '../../people/access/Access.ts'
import type { AccessFile } from '../../people/access/accessFile.ts'
import type { People } from '../../people/People.ts'
import type { Storage } from '../../storage/Storage.ts'
import type { Rooms } from '../../sync/rooms.ts'
import { hashOfForm } from '../../version/VersionContents.ts'
import type { DocumentMaker } from '../document/DocumentMaker.ts'
import { figuresIn } from '../figures.ts'
import { placedAll } from '../placedAll.ts'

export interface MovingParts {
  readonly applications: Applications
  readonly access: Access
  readonly audit: Pick<AuditLog, 'note'>
  readonly people: Pick<People, 'find'>
  readonly rooms: Pick<Rooms, 'withRoom'>
  readonly storage: Pick<Storage, 'getAttachment'>
  readonly starting: Starting
  readonly documents: DocumentMaker
  readonly now: () => number
}

/** All pictures together: they are held in memory until the new one is on disk. */
const picturesMostBytes = 256 * 2 ** 20

/** Makes new ansökningar of old ones, on a newer form version. The old ones stay as they are. */
export class Moving {
  readonly #parts: MovingParts

  constructor(parts: MovingParts) {
    this.#parts = parts
  }

  /** What an ansökan would be. Refuses those who may not move it, and a form that is not newer. */
  async read(id: string, me: Me, toForm: string): Promise<ReadMove> {
    const { form } = this.require(id, me)
    const to = newerForm(form, toForm)
    const now = await this.#now(id, form, null)
    return { read: moveToForm(now, form, to), hash: hashOfForm(now) }
  }

  /** Makes the new one and gives its id. Refuses likewise, and when something is undecided or has been changed since. */
  async move(id: string, me: Me, { to: toForm, hash, placements }: Move): Promise<string> {
    const { access, audit, documents, starting } = this.#parts
    const { form: from } = this.require(id, me)
    const to = newerForm(from, toForm)
    starting.take(me)
    const now = await this.#now(id, from, hash)
    const form = placedAll(to, moveToForm(now, from, to), placements)
    const document = await documents.make(form)
    const attachments = await this.#pictures(id, form)
    // It may have been taken from her meanwhile.
    const { access: kept } = this.require(id, me)
    return await starting.start(me, to, {
      document,
      attachments,
      members: this.#members(kept.kept, me),
      what: 'moved',
      first: async () => {
        const state = access.standingOf(id, me)?.state ?? ''
        await audit.note({ act: 'movedToForm', me, applicationId: id, state, details: { form: to.id } })
      },
    })
  }

  /** Refuses those who may not move it. */
  require(id: string, me: Me): OpenApplication {
    const { access, applications, starting } = this.#parts
    const standing = access.standingOf(id, me)
    if (!may(standing, 'read')) throw new Refused('unknownApplication')
    if (!may(standing, 'moveToForm')) throw new Refused('mayNot')
    starting.require(me)
    return openApplication(applications, id)
  }

  /** What it says now, when that is on disk. Refuses `changedSince` when that is not what has `hash`; null for anything. */
  async #now(id: string, form: FormTemplate, hash: string | null): Promise<FilledForm> {
    return await this.#parts.rooms.withRoom(id, async room => {
      const said = await room.look(doc => {
        const said = readDocument(doc, form)
        if (hash !== null && hashOfForm(said) !== hash) throw new Refused('changedSince')
        return said
      })
      await room.settled
      // A room of which the disk has refused something refuses this.
      await room.look(() => {})
      return said
    })
  }

  /** The pictures that a form shows. One that is lost in the old ansökan is so in the new one. */
  async #pictures(id: string, form: FilledForm): Promise<Record<string, Uint8Array>> {
    const hashes = new Set(figuresIn(form).map(({ image }) => image))
    const pictures: Record<string, Uint8Array> = {}
    let held = 0
    for (const hash of hashes) {
      const bytes = await this.#parts.storage.getAttachment(id, hash)
      // Versions are kept beside the pictures, and are not for all who see the new one.
      if (!bytes || imageType(bytes) === null) continue
      held += bytes.length
      if (held > picturesMostBytes) throw new Refused('tooLarge')
      pictures[`attachments/${hash}`] = bytes
    }
    return pictures
  }

  /** Those who have access to the old one and can still come in, but for guests and whoever moves it. */
  #members({ members }: AccessFile, me: Me): AccessFile['members'] {
    const since = new Date(this.#parts.now()).toISOString()
    return members
      .filter(
        ({ personId, partyId, guestLinkId }) =>
          guestLinkId === null &&
          personId !== me.person.id &&
          this.#parts.people.find(personId, partyId) !== null,
      )
      .map(member => ({ ...member, since }))
  }
}

/** The form that is named. Refuses one that does not exist, and one that is not newer. */
function newerForm(from: FormTemplate, id: string): FormTemplate {
  const to = formById(id)
  if (!to) throw new Refused('unknownForm', ['to'])
  if (forms.indexOf(to) <= forms.indexOf(from)) throw new Refused('notNewerForm')
  return to
}
