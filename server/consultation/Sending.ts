import { isDay } from '../../shared/form/day.ts'
import type { SendRound } from '../../shared/http/consultation.ts'
import { roundsMost } from '../../shared/http/consultation.ts'
import { may } from '../../shared/people/may.ts'
import { authorOf } from '../document/documentRecords.ts'
import { Refused } from '../http/refuse.ts'
import type { Access } from '../people/access/Access.ts'
import type { People } from '../people/People.ts'
import { dayInSweden } from '../time/swedishTime.ts'
import type { Versions } from '../version/Versions.ts'
import { sayLabel } from '../version/versionList.ts'
import type { KeptVersion } from '../version/versionsFile.ts'
import type { RoundDoor, RoundsHere } from './RoundDoor.ts'
import type { RoundsAfterwards } from './RoundsAfterwards.ts'
import type { KeptRound } from './roundsFile.ts'

interface SendingParts {
  readonly door: RoundDoor
  readonly access: Access
  readonly people: Pick<People, 'find' | 'party'>
  readonly versions: Pick<Versions, 'make'>
  readonly afterwards: RoundsAfterwards
  readonly now: () => number
}

/** Sends rounds. */
export class Sending {
  readonly #parts: SendingParts

  constructor(parts: SendingParts) {
    this.#parts = parts
  }

  /**
   * Pins a version and sends it: on disk when resolved. First the version, then the round; what a stop leaves between them
   * is a version that nobody was sent. The same again changes nothing. Rejects with `Refused`, and as `Versions.make`.
   */
  async send(here: RoundsHere, asked: SendRound): Promise<KeptRound> {
    return await here.open.rounds.turns.take(async () => {
      const { door, afterwards } = this.#parts
      const again = () => door.enter(here.id, here.me, 'holdRounds')
      again()
      const { rounds } = here.open
      const known = rounds.rounds.find(({ id }) => id === asked.id)
      // Nobody guesses an id: whoever sends one that is taken knows of its round.
      if (known && known.sentBy !== authorOf(here.me)) throw new Refused('malformedRequest', ['id'])
      if (known) return known
      this.#check(here, asked)
      const number = rounds.rounds.length + 1
      const version = await this.#pin(here, number, again)
      const sent = this.#round(here, asked, number, version)
      const details = { round: String(number), what: sent.purpose, version: String(version.number) }
      await door.note(again(), 'roundSent', details)
      await rounds.add(sent, {
        id: `${sent.id}-sent`,
        kind: 'sent',
        round: number,
        by: sent.sentBy,
        at: sent.sentAt,
        partyIds: sent.recipients.map(({ partyId }) => partyId),
      })
      await afterwards.changed(here.id, here.me)
      return sent
    })
  }

  #check({ id, open }: RoundsHere, asked: SendRound): void {
    const { access, people, now } = this.#parts
    const keys = new Set(open.form.sections.map(({ key }) => key))
    if (asked.sections?.some(key => !keys.has(key))) throw new Refused('unknownSection', ['sections'])
    if (hasTwice(asked.sections ?? [])) throw new Refused('malformedRequest', ['sections'])
    if (hasTwice(asked.recipients.map(({ partyId }) => partyId)))
      throw new Refused('malformedRequest', ['recipients'])
    for (const { partyId, personIds } of asked.recipients) {
      const party = people.party(partyId)
      if (!party || party.kind === 'forbund') throw new Refused('unknownOrganisation', ['recipients'])
      if (hasTwice(personIds)) throw new Refused('malformedRequest', ['recipients'])
      for (const personId of personIds) {
        const person = people.find(personId, partyId)
        // A guest has no part in what a party answers.
        const isAsked = person && !person.person.isGuest && may(access.standingOf(id, person), 'readRounds')
        if (!isAsked) throw new Refused('unknownMember', ['recipients'])
      }
    }
    requireDay(asked.closesOn)
    const isPast = asked.closesOn !== null && asked.closesOn < dayInSweden(now())
    if (isPast) throw new Refused('dayPassed', ['closesOn'])
    if (open.rounds.rounds.length >= roundsMost) throw new Refused('roundsFull')
  }

  async #pin({ id, me }: RoundsHere, sentIn: number, again: () => void): Promise<KeptVersion> {
    const pinning = { reason: 'round', name: '', note: '', by: authorOf(me), sentIn } as const
    const version = await this.#parts.versions.make(id, { ...pinning, first: async () => again() })
    if (version === null) throw new Error('A version to be sent was not made')
    return version
  }

  #round({ me }: RoundsHere, asked: SendRound, number: number, version: KeptVersion): KeptRound {
    const { id, purpose, sections, message, recipients, closesOn, closesByItself, repliesAreSeen } = asked
    const by = authorOf(me)
    const at = new Date(this.#parts.now()).toISOString()
    const isAnswered = purpose !== 'information'
    return {
      ...{ id, number, purpose, sections, message, repliesAreSeen },
      sentBy: by,
      sentAt: at,
      version: { number: version.number, label: sayLabel(version.label) },
      closesOn: isAnswered ? closesOn : null,
      extensions: [],
      closesByItself: isAnswered && closesByItself,
      // In a proof-reading only the owner corrects.
      textIsOpen: purpose !== 'proof' && asked.textIsOpen,
      // What is sent to be known waits for nobody.
      over: isAnswered ? null : { why: 'closed', reason: '', by, at },
      published: null,
      recipients: recipients.map(({ partyId, personIds }) => ({
        ...{ partyId, personIds },
        ...{
          openedAt: null,
          draftId: null,
          draftBy: null,
          draftedAt: null,
          isReplacing: false,
          reminders: [],
        },
      })),
      replies: [],
      lines: {},
      jobsDone: [],
    }
  }
}

/** Refuses a day that no calendar here reaches (`isDay`): what is left to it is counted again and again. */
export function requireDay(closesOn: string | null): void {
  if (closesOn !== null && !isDay(closesOn)) throw new Refused('malformedRequest', ['closesOn'])
}

function hasTwice(words: readonly string[]): boolean {
  return new Set(words).size < words.length
}
