import { readReply } from '../../../shared/consultation/readReply.ts'
import { seesReply } from '../../../shared/consultation/roundRules.ts'
import { type Attachment, attachmentsMost } from '../../../shared/http/replies.ts'
import type { Me } from '../../../shared/http/session.ts'
import { Refused } from '../../http/refuse.ts'
import { hashOf } from '../../storage/attachments.ts'
import type { Storage } from '../../storage/Storage.ts'
import type { Rooms } from '../../sync/rooms.ts'
import { askingAs } from '../answerRound.ts'
import { standingOfRound } from '../DocumentRounds.ts'
import type { RoundDoor } from '../RoundDoor.ts'
import { cleanFileName } from './cleanFileName.ts'
import type { ReplyDrafts } from './ReplyDrafts.ts'

interface AttachingParts {
  readonly door: RoundDoor
  readonly drafts: ReplyDrafts
  readonly rooms: Pick<Rooms, 'withRoom'>
  readonly storage: Pick<Storage, 'putAttachment' | 'getAttachment'>
}

/** Files whose bytes are kept of one draft, those included that have been taken out of it. */
const filesMost = 3 * attachmentsMost

/** A file of an answer, with the name it is saved under. */
export interface AttachedFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** The files of answers, kept beside the draft by their hash. */
export class Attaching {
  readonly #parts: AttachingParts

  constructor(parts: AttachingParts) {
    this.#parts = parts
  }

  /** The draft of her party, when she may write in it; refused otherwise. Asked before its bytes are read, and after. */
  draftFor(id: string, number: string, me: Me): string {
    const { door, drafts } = this.#parts
    const here = door.enter(id, me, 'reply')
    const round = door.round(here, number)
    const recipient = round.recipients.find(({ partyId }) => partyId === me.party.id)
    if (!recipient) throw new Refused('notAsked')
    const { draftId } = recipient
    if (draftId === null || !drafts.mayOpen(draftId, me)) throw new Refused('unknownReply')
    if (!drafts.mayWrite(draftId, me)) throw new Refused('replySent')
    return draftId
  }

  /** Keeps the bytes of a file for the draft of her party. It belongs to the answer when its hash stands in the draft. */
  async keep(id: string, number: string, me: Me, name: string, bytes: Uint8Array): Promise<Attachment> {
    const { drafts, rooms, storage } = this.#parts
    if (bytes.length === 0) throw new Refused('notAFile')
    const draftId = this.draftFor(id, number, me)
    const hash = hashOf(bytes)
    const { attachments } = await rooms.withRoom(draftId, room => room.look(readReply))
    if (attachments.length >= attachmentsMost) throw new Refused('attachmentsFull')
    const sizeBytes = bytes.length
    await storage.putAttachment(draftId, hash, bytes)
    const { draft } = await drafts.records(draftId)
    await draft.update(({ files }) => {
      if (files.some(file => file.hash === hash)) return
      if (files.length >= filesMost) throw new Refused('attachmentsFull')
      files.push({ hash, sizeBytes })
    })
    return { hash, name: cleanFileName(name), sizeBytes }
  }

  /** A file of an answer that somebody may see, or of the draft that she works on. */
  async read(id: string, number: string, me: Me, partyId: string, hash: string): Promise<AttachedFile> {
    const { door, storage } = this.#parts
    const here = door.enter(id, me, 'readRounds')
    const round = door.round(here, number)
    const asked = standingOfRound(round)
    const draftId = round.recipients.find(recipient => recipient.partyId === partyId)?.draftId ?? null
    const isSeen = seesReply(here.standing, askingAs(me), asked, partyId)
    const sent = isSeen ? round.replies.filter(reply => reply.partyId === partyId) : []
    const named = sent.flatMap(({ attachments }) => attachments).find(attached => attached.hash === hash)
    const isInDraft = draftId !== null && (await this.#isInDraft(draftId, me, hash))
    // An ansökan that was put back from a backup as another has no drafts, and keeps what came with its answers itself.
    const bytes = named || isInDraft ? await storage.getAttachment(draftId ?? id, hash) : null
    if (bytes === null) throw new Refused('unknownAttachment')
    return { name: named?.name ?? 'bilaga', bytes }
  }

  async #isInDraft(draftId: string, me: Me, hash: string): Promise<boolean> {
    const { drafts } = this.#parts
    if (!drafts.mayOpen(draftId, me)) return false
    const { draft } = await drafts.records(draftId)
    return draft.data.files.some(file => file.hash === hash)
  }
}
