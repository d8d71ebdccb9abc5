import { hasPassed, isOpen } from '../../shared/consultation/roundRules.ts'
import type { ChangeRound } from '../../shared/http/consultation.ts'
import { authorOf } from '../document/documentRecords.ts'
import { Refused } from '../http/refuse.ts'
import { newId } from '../people/access/DocumentAccess.ts'
import { dayInSweden } from '../time/swedishTime.ts'
import { replyOf, standingOfRound } from './DocumentRounds.ts'
import type { RoundDoor, RoundsHere } from './RoundDoor.ts'
import type { RoundEvent } from './RoundEvent.ts'
import type { RoundsAfterwards } from './RoundsAfterwards.ts'
import type { KeptRound } from './roundsFile.ts'
import { requireDay } from './Sending.ts'

interface HoldingParts {
  readonly door: RoundDoor
  readonly afterwards: RoundsAfterwards
  readonly now: () => number
}

/** A change that has been decided upon: how it is noted, made, and told. */
interface Decided {
  readonly act: 'roundChanged' | 'roundOver' | 'compilationPublished'
  readonly details: Readonly<Record<string, string>>
  readonly mutate: (round: KeptRound) => void
  /** Null when nobody is told. */
  readonly event: RoundEvent['kind'] | null
}

/** What the owner does with a round that has been sent, and that a party has seen it. On disk when resolved. */
export class Holding {
  readonly #parts: HoldingParts

  constructor(parts: HoldingParts) {
    this.#parts = parts
  }

  /** Changes one thing. What is so already is left; rejects with `Refused` as `changeRoundSchema` says. */
  async change(here: RoundsHere, number: number, asked: ChangeRound): Promise<void> {
    const { door, afterwards } = this.#parts
    await here.open.rounds.turns.take(async () => {
      const now = door.enter(here.id, here.me, 'holdRounds')
      const round = door.round(now, number)
      const by = authorOf(here.me)
      const at = new Date(this.#parts.now()).toISOString()
      const decided = this.#decide(round, asked, by, at)
      if (decided === null) return
      const { act, details, mutate, event } = decided
      await door.note(now, act, { round: String(number), ...details })
      const partyIds = round.recipients.map(({ partyId }) => partyId)
      const told = event && { id: newId(), kind: event, round: number, by, at, partyIds }
      await here.open.rounds.change(number, mutate, ...(told ? [told] : []))
      await afterwards.changed(here.id, here.me)
    })
  }

  /** Reminds those of these parties who have not answered. Refuses `roundOver`, and `unknownOrganisation` for one not asked. */
  async remind(here: RoundsHere, number: number, partyIds: readonly string[]): Promise<void> {
    const { door, afterwards } = this.#parts
    await here.open.rounds.turns.take(async () => {
      const now = door.enter(here.id, here.me, 'holdRounds')
      const round = door.round(now, number)
      if (round.over) throw new Refused('roundOver')
      const asked = new Set(round.recipients.map(({ partyId }) => partyId))
      if (partyIds.some(partyId => !asked.has(partyId)))
        throw new Refused('unknownOrganisation', ['partyIds'])
      const late = [...new Set(partyIds)].filter(partyId => replyOf(round, partyId) === null)
      if (late.length === 0) return
      const by = authorOf(here.me)
      const at = new Date(this.#parts.now()).toISOString()
      await door.note(now, 'roundReminded', { round: String(number), what: late.join(' ') })
      const event = { id: newId(), kind: 'reminded' as const, round: number, by, at, partyIds: late }
      await here.open.rounds.change(number, round => remember(round, late, { at, by }), event)
      await afterwards.changed(here.id, here.me)
    })
  }

  /** Somebody of a party that was asked has opened it. Others change nothing. */
  async opened(here: RoundsHere, number: number): Promise<void> {
    const { door, afterwards, now } = this.#parts
    const { person, party } = here.me
    if (person.isGuest) return
    await here.open.rounds.turns.take(async () => {
      const { recipients } = door.round(here, number)
      if (!recipients.some(({ partyId, openedAt }) => partyId === party.id && openedAt === null)) return
      const at = new Date(now()).toISOString()
      await here.open.rounds.change(number, round => {
        for (const recipient of round.recipients) if (recipient.partyId === party.id) recipient.openedAt = at
      })
      afterwards.announceTo(here.id, party.id)
    })
  }

  /** Null when it is so already. */
  #decide(round: KeptRound, asked: ChangeRound, by: string, at: string): Decided | null {
    if (asked.is === 'publish') return publish(round, by, at)
    if (round.over) throw new Refused('roundOver')
    switch (asked.is) {
      case 'extend':
        return this.#extend(round, asked.closesOn, by, at)
      case 'closesByItself':
        return changed(round, 'closesByItself', asked.closesByItself)
      case 'textIsOpen':
        if (round.purpose === 'proof' && asked.textIsOpen)
          throw new Refused('malformedRequest', ['textIsOpen'])
        return changed(round, 'textIsOpen', asked.textIsOpen)
      case 'close':
        return over({ why: 'closed', reason: '', by, at }, 'over')
      case 'callOff':
        return over({ why: 'calledOff', reason: asked.reason, by, at }, 'calledOff')
    }
  }

  #extend(round: KeptRound, closesOn: string | null, by: string, at: string): Decided | null {
    const today = dayInSweden(this.#parts.now())
    if (closesOn === round.closesOn) return null
    requireDay(closesOn)
    if (closesOn !== null && (closesOn === today || hasPassed({ closesOn }, today)))
      throw new Refused('dayPassed', ['closesOn'])
    return {
      act: 'roundChanged',
      details: { what: 'closesOn', from: round.closesOn ?? '', to: closesOn ?? '' },
      mutate: round => {
        round.extensions.push({ from: round.closesOn, by, at })
        round.closesOn = closesOn
        // The new day has its own reminders.
        round.jobsDone = []
      },
      event: 'extended',
    }
  }
}

/** Remembers that these parties have been reminded. */
export function remember(
  round: KeptRound,
  partyIds: readonly string[],
  reminder: KeptRound['recipients'][number]['reminders'][number],
): void {
  for (const recipient of round.recipients) {
    if (partyIds.includes(recipient.partyId)) recipient.reminders.push({ ...reminder })
  }
}

function changed(round: KeptRound, what: 'closesByItself' | 'textIsOpen', to: boolean): Decided | null {
  if (round[what] === to) return null
  return {
    act: 'roundChanged',
    details: { what, to: String(to) },
    mutate: round => {
      round[what] = to
    },
    event: null,
  }
}

function over(is: NonNullable<KeptRound['over']>, event: 'over' | 'calledOff'): Decided {
  return {
    act: 'roundOver',
    details: { what: is.why },
    mutate: round => {
      round.over = { ...is }
    },
    event,
  }
}

/** What the parties were promised that the others would not see before it was over, is not published before. */
function publish(round: KeptRound, by: string, at: string): Decided | null {
  if (round.published) return null
  const isPromised = isOpen(standingOfRound(round)) && round.repliesAreSeen === 'whenOver'
  if (round.purpose === 'information' || isPromised) throw new Refused('mayNot')
  return {
    act: 'compilationPublished',
    details: {},
    mutate: round => {
      round.published = { by, at }
    },
    event: 'published',
  }
}
