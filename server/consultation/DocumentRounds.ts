import { type RoundStanding, stateWith, textStaysOpen } from '../../shared/consultation/roundRules.ts'
import type { ApplicationState } from '../../shared/document/applicationState.ts'
import { Turns } from '../people/access/Turns.ts'
import type { JsonFile } from '../storage/jsonFile.ts'
import type { RoundEvent } from './RoundEvent.ts'
import type { KeptReply, KeptRound, RoundsFile } from './roundsFile.ts'

/**
 * The rounds of one ansökan. What is said is read from the disk's state; a change is durable when it resolves. Who may
 * make it is asked before.
 */
export class DocumentRounds {
  /**
   * Everything that is decided about a round takes its turn here, from the question whether it may be to the record: so
   * the answer that is being sent and the round that is being closed have one winner. Not to be taken in a turn.
   */
  readonly turns = new Turns()
  readonly #file: JsonFile<RoundsFile>
  #seen: Seen

  constructor(file: JsonFile<RoundsFile>) {
    this.#file = file
    this.#seen = seenIn(file.data)
  }

  /** Oldest first. Never to be changed. */
  get rounds(): readonly KeptRound[] {
    return this.#file.data.rounds
  }

  /** Null when there is none of this number. */
  find(number: number): KeptRound | null {
    return this.rounds.find(round => round.number === number) ?? null
  }

  /** What is asked of them when something is decided. */
  standings(): readonly RoundStanding[] {
    return this.#fresh().standings
  }

  /**
   * The state that an ansökan has with them, also while its record does not say so yet: from the moment a round is on disk
   * its text is closed. One that was never sent has the state of its record.
   */
  stateOf(recorded: ApplicationState): ApplicationState {
    const { standings } = this.#fresh()
    return standings.length === 0 ? recorded : stateWith(recorded, standings)
  }

  /** The rounds that go on let the authors write meanwhile. */
  get textIsOpen(): boolean {
    return this.#fresh().textIsOpen
  }

  /** What is still to be told. */
  get due(): readonly RoundEvent[] {
    return this.#file.data.due
  }

  /** Adds a round that has been sent, with what is to be told of it. */
  async add(round: KeptRound, event: RoundEvent): Promise<void> {
    await this.#file.update(file => {
      file.rounds.push(structuredClone(round))
      file.due.push(structuredClone(event))
    })
  }

  /** Changes a round, and keeps what is to be told of it. `mutate` may be called again, and changes nothing else. */
  async change(number: number, mutate: (round: KeptRound) => void, ...events: RoundEvent[]): Promise<void> {
    await this.#file.update(file => {
      const place = file.rounds.findIndex(round => round.number === number)
      const kept = file.rounds[place]
      if (!kept) throw new Error(`There is no round ${number}.`)
      // Those that are kept never change (`handleList`).
      const round = structuredClone(kept)
      mutate(round)
      file.rounds[place] = round
      file.due.push(...structuredClone(events))
    })
  }

  /** `events` have been told. */
  async told(events: readonly RoundEvent[]): Promise<void> {
    const ids = new Set(events.map(({ id }) => id))
    await this.#file.update(file => {
      file.due = file.due.filter(({ id }) => !ids.has(id))
    })
  }

  #fresh(): Seen {
    if (this.#seen.of !== this.#file.data) this.#seen = seenIn(this.#file.data)
    return this.#seen
  }
}

/** What is asked often, of the rounds as they are on disk. */
interface Seen {
  readonly of: RoundsFile
  readonly standings: readonly RoundStanding[]
  readonly textIsOpen: boolean
}

function seenIn(of: RoundsFile): Seen {
  const standings = of.rounds.map(standingOfRound)
  return { of, standings, textIsOpen: textStaysOpen(standings) }
}

/** What is asked of a round when something is decided about it. */
export function standingOfRound(round: KeptRound): RoundStanding {
  const { purpose, closesOn, textIsOpen } = round
  return {
    ...{ purpose, closesOn, textIsOpen },
    repliesAreSeen: seenWhen(round),
    isOver: round.over !== null,
    isPublished: round.published !== null,
    parties: round.recipients.map(({ partyId }) => partyId),
  }
}

/**
 * To the end that was promised does not come what is called off, nor what was closed by nobody: that went on when it was
 * copied (`copiedRounds`).
 */
function seenWhen({ over, repliesAreSeen }: KeptRound): RoundStanding['repliesAreSeen'] {
  const isCutShort = over?.why === 'calledOff' || (over?.why === 'closed' && over.by === null)
  return isCutShort && repliesAreSeen === 'whenOver' ? 'whenPublished' : repliesAreSeen
}

/** The answer of a party that holds; null while it has sent none. */
export function replyOf({ replies }: Pick<KeptRound, 'replies'>, partyId: string): KeptReply | null {
  return replies.find(reply => reply.partyId === partyId && reply.replacedAt === null) ?? null
}

/** The place of a round among those with its purpose: `Remiss 3`. */
export function ordinalOf(rounds: readonly KeptRound[], { number, purpose }: KeptRound): number {
  return rounds.filter(round => round.purpose === purpose && round.number <= number).length
}
