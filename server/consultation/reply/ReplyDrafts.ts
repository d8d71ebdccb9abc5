import { replyRoots } from '../../../shared/consultation/replyDocument.ts'
import { mayReply, seesDraft } from '../../../shared/consultation/roundRules.ts'
import type { Me } from '../../../shared/http/session.ts'
import type { WritableKeys } from '../../../shared/people/closedSection.ts'
import type { Applications } from '../../document/Applications.ts'
import { ClientIds } from '../../document/clientIds.ts'
import { type Author, authorOf, program } from '../../document/documentRecords.ts'
import { RescuedTexts } from '../../document/rescuedTexts.ts'
import type { Log } from '../../operations/LogEvent.ts'
import type { Access } from '../../people/access/Access.ts'
import { DamagedDocument, DamagedFile } from '../../storage/damage.ts'
import type { JsonFile } from '../../storage/jsonFile.ts'
import { DocumentExists, type Storage } from '../../storage/Storage.ts'
import type { LiveDocument, LiveDocuments } from '../../sync/LiveDocuments.ts'
import { dayInSweden } from '../../time/swedishTime.ts'
import { replyOf, standingOfRound } from '../DocumentRounds.ts'
import type { KeptRecipient, KeptRound } from '../roundsFile.ts'
import type { DraftFile } from './draftFile.ts'
import type { DraftRecordsOpener } from './draftRecords.ts'
import { newReplyDraft } from './newReplyDraft.ts'
import { isReplyDraftId, replyDraftIdOf } from './replyDraftId.ts'

interface DraftsGround {
  readonly applications: Pick<Applications, 'find' | 'ids'>
  readonly access: Pick<Access, 'standingOf'>
  readonly storage: Pick<Storage, 'create'>
  readonly records: DraftRecordsOpener
  readonly maxClientIdsPerPerson: number
  /** Notes that something has been written in a draft in which nothing had been. */
  readonly firstWritten: (of: DraftOf) => Promise<void>
  readonly now: () => number
  readonly log: Log
}

/** Whose answer a draft is, in which round. */
export interface DraftOf {
  readonly applicationId: string
  readonly round: number
  readonly partyId: string
}

/** What a draft has of a person. */
interface DraftTraces {
  readonly applicationId: string
  /** She has begun it. */
  readonly hasStarted: boolean
  readonly clientIds: number
  readonly rescued: ReturnType<RescuedTexts['ofPerson']>
}

interface OpenDraft {
  readonly draft: JsonFile<DraftFile>
  readonly clientIds: ClientIds
  readonly rescued: RescuedTexts
}

/** A draft with the round that it is in. */
interface Found extends DraftOf {
  readonly kept: KeptRound
  readonly recipient: KeptRecipient
}

const nothing: ReadonlyMap<string, WritableKeys> = new Map()
const everything: ReadonlyMap<string, WritableKeys> = new Map(
  [...replyRoots.keys()].map(root => [root, 'all']),
)

/**
 * The drafts of *remissvar*: small live documents, each of one party in one round. To whoever may not write on that
 * answer there is no such document.
 */
export class ReplyDrafts implements LiveDocuments {
  readonly #ground: DraftsGround
  readonly #places = new Map<string, DraftOf>()
  /** Ansökningar whose drafts are among the places; drafts that are begun later are put there one by one. */
  readonly #looked = new Set<string>()
  readonly #open = new Map<string, Promise<OpenDraft>>()
  readonly #damaged = new Set<string>()
  /** Those that are being sent. */
  readonly #held = new Set<string>()
  /** Those of which it is being noted that something has been written. */
  readonly #noting = new Set<string>()

  constructor(ground: DraftsGround) {
    this.#ground = ground
  }

  /**
   * The draft of a party in a round, made if there is none. On disk when resolved. It is theirs to open when the round
   * says that it is there.
   */
  async make(
    applicationId: string,
    { id: roundId }: KeptRound,
    partyId: string,
    by: Author,
  ): Promise<string> {
    const id = replyDraftIdOf(applicationId, roundId, partyId)
    const { doc, update } = newReplyDraft()
    const createdAt = new Date(this.#ground.now()).toISOString()
    const draft: DraftFile = { id, applicationId, roundId, partyId, createdAt, createdBy: by, files: [] }
    const files = this.#ground.records.begin(draft, { owners: { [String(doc.clientID)]: program } })
    try {
      await this.#ground.storage.create(id, update, files)
    } catch (fault) {
      // A stop came before the round could say so.
      if (!(fault instanceof DocumentExists)) throw fault
    }
    return id
  }

  /** The drafts of an ansökan, those that nobody may open any more too. */
  of(applicationId: string): string[] {
    const rounds = this.#ground.applications.find(applicationId)?.rounds.rounds ?? []
    return rounds.flatMap(({ recipients }) => recipients.flatMap(({ draftId }) => draftId ?? []))
  }

  /** Whether somebody may open it now; when the round is over it is there to be read. */
  mayOpen(id: string, me: Me): boolean {
    const found = this.#find(id)
    if (found === null || me.party.id !== found.partyId) return false
    const standing = this.#ground.access.standingOf(found.applicationId, me)
    return seesDraft(standing, askingFor(found, me), standingOfRound(found.kept))
  }

  /** Whether somebody may write in it now. */
  mayWrite(id: string, me: Me): boolean {
    const found = this.#find(id)
    if (found === null || this.#held.has(id) || !this.#mayDraft(found, me)) return false
    return replyOf(found.kept, found.partyId) === null || found.recipient.isReplacing
  }

  /**
   * The *räddad text* of a draft, for whoever may open it, and for those who have written in it: what was hers when her
   * role was taken from her is hers still. Null for others.
   */
  async rescuedFor(id: string, me: Me): Promise<RescuedTexts | null> {
    const found = this.#find(id)
    if (found === null || me.party.id !== found.partyId) return null
    if (this.mayOpen(id, me)) return (await this.#opened(id)).rescued
    if (this.#ground.access.standingOf(found.applicationId, me) === null) return null
    const { clientIds, rescued } = await this.#opened(id)
    return clientIds.hasAny(authorOf(me)) ? rescued : null
  }

  /** Its record, and what is known of who has written. Rejects when it is damaged. */
  async records(id: string): Promise<OpenDraft> {
    return await this.#opened(id)
  }

  /** What drafts of these parties have of a person, whichever of them she acted for. Damaged ones have nothing. */
  async tracesOf(personId: string, partyIds: readonly string[]): Promise<DraftTraces[]> {
    const traces: DraftTraces[] = []
    for (const applicationId of this.#ground.applications.ids()) {
      for (const id of this.of(applicationId)) {
        if (!partyIds.includes(this.#placeOf(id)?.partyId ?? '')) continue
        // What is wrong with it is in the log, and is nothing of hers.
        const open = await this.#opened(id).catch(() => null)
        if (open === null) continue
        traces.push({
          applicationId,
          hasStarted: open.draft.data.createdBy.startsWith(`${personId}@`),
          clientIds: open.clientIds.countOfPerson(personId),
          rescued: open.rescued.ofPerson(personId),
        })
      }
    }
    return traces
  }

  /** From now on nobody writes in it, until it is let go of. */
  hold(id: string): void {
    this.#held.add(id)
  }

  letGo(id: string): void {
    this.#held.delete(id)
  }

  whyNot(id: string, me: Me): 'unknownDocument' | 'damagedDocument' | null {
    if (!this.mayOpen(id, me)) return 'unknownDocument'
    return this.#damaged.has(id) ? 'damagedDocument' : null
  }

  has(id: string): boolean {
    return this.#placeOf(id) !== null
  }

  async open(id: string): Promise<LiveDocument> {
    const { clientIds, rescued } = await this.#opened(id)
    return {
      roots: replyRoots,
      clientIds,
      rescued,
      lacked: () => null,
      mayRead: me => this.mayOpen(id, me),
      writable: me => (this.mayWrite(id, me) ? everything : nothing),
      threadOf: () => null,
      changed: () => {},
      wrote: () => this.#wrote(id),
    }
  }

  markDamaged(id: string, why: unknown): void {
    if (this.#damaged.has(id)) return
    this.#damaged.add(id)
    // What is wrong with the text itself, the storage has said.
    if (!(why instanceof DamagedDocument)) {
      this.#ground.log({ kind: 'damagedRecord', document: id, fault: why })
    }
  }

  // Who opens or visits a draft is her party's own matter: the log of the ansökan is the owner's to read.
  opened(): void {}
  came(): void {}
  left(): void {}

  #wrote(id: string): void {
    const found = this.#find(id)
    if (found === null || found.recipient.draftedAt !== null || this.#noting.has(id)) return
    this.#noting.add(id)
    this.#ground
      .firstWritten(found)
      // It is noted with the next that is written.
      .catch(fault => this.#ground.log({ kind: 'roundFault', document: found.applicationId, fault }))
      .finally(() => this.#noting.delete(id))
  }

  #mayDraft(found: Found, me: Me): boolean {
    const { applicationId, kept, partyId } = found
    if (me.party.id !== partyId) return false
    const { access, now } = this.#ground
    const asking = askingFor(found, me)
    const hasReplied = replyOf(kept, partyId) !== null
    const standing = access.standingOf(applicationId, me)
    return mayReply(standing, asking, standingOfRound(kept), hasReplied, dayInSweden(now()), 'draft')
  }

  #find(id: string): Found | null {
    const place = this.#placeOf(id)
    const kept = place && this.#ground.applications.find(place.applicationId)?.rounds.find(place.round)
    const recipient = kept?.recipients.find(({ draftId }) => draftId === id)
    return place && kept && recipient ? { ...place, kept, recipient } : null
  }

  #placeOf(id: string): DraftOf | null {
    if (!isReplyDraftId(id)) return null
    const known = this.#places.get(id)
    if (known) return known
    for (const applicationId of this.#ground.applications.ids()) this.#look(applicationId)
    return this.#places.get(id) ?? null
  }

  #look(applicationId: string): void {
    const rounds = this.#ground.applications.find(applicationId)?.rounds.rounds
    if (!rounds || this.#looked.has(applicationId)) return
    this.#looked.add(applicationId)
    for (const round of rounds) {
      for (const { draftId, partyId } of round.recipients) {
        if (draftId !== null) this.#places.set(draftId, { applicationId, round: round.number, partyId })
      }
    }
  }

  /** To be called when the round says that it is there. */
  begun(id: string, of: DraftOf): void {
    this.#places.set(id, of)
  }

  async #opened(id: string): Promise<OpenDraft> {
    const opening = this.#open.get(id) ?? this.#read(id)
    this.#open.set(id, opening)
    try {
      return await opening
    } catch (fault) {
      this.#open.delete(id)
      if (fault instanceof DamagedFile) this.markDamaged(id, fault)
      throw fault
    }
  }

  async #read(id: string): Promise<OpenDraft> {
    const { records, maxClientIdsPerPerson, now } = this.#ground
    const { draft, clientIds, rescued } = await records.open(id)
    return {
      draft,
      clientIds: new ClientIds(clientIds, maxClientIdsPerPerson),
      rescued: new RescuedTexts(rescued, now),
    }
  }
}

function askingFor({ partyId }: DraftOf, me: Me) {
  return { partyId, isGuest: me.person.isGuest ?? false }
}
