import type { ChangeRound, Round, SendRound, WaitingRound } from '../../../shared/http/consultation.ts'
import { roundSchema, roundsSchema } from '../../../shared/http/consultation.ts'
import type { Visitor } from '../../harness/rawClient.ts'

let rounds = 0

/** Everything of a round that a test says nothing of. */
export function asked(changes: Partial<SendRound> = {}): SendRound {
  rounds += 1
  return {
    id: `abcdefabcdef${String(rounds).padStart(8, '0')}`,
    purpose: 'remarks',
    sections: null,
    message: '',
    recipients: [
      { partyId: 'af', personIds: ['karim'] },
      { partyId: 'fk', personIds: ['elin'] },
      { partyId: 'region', personIds: ['sofia'] },
    ],
    closesOn: null,
    closesByItself: false,
    textIsOpen: false,
    repliesAreSeen: 'whenOver',
    ...changes,
  }
}

/** Somebody before the rounds of an ansökan. What is refused throws its kind. */
export class RoundsOf {
  readonly #visitor: Visitor
  readonly #path: string

  constructor(visitor: Visitor, applicationId: string) {
    this.#visitor = visitor
    this.#path = `/api/applications/${applicationId}`
  }

  async send(changes: Partial<SendRound> = {}): Promise<Round> {
    return roundSchema.parse(await told(await this.#visitor.post(`${this.#path}/rounds`, asked(changes))))
  }

  async all(): Promise<Round[]> {
    return roundsSchema.parse(await told(await this.#visitor.get(`${this.#path}/rounds`))).rounds
  }

  async get(number: number): Promise<Round> {
    const round = (await this.all()).find(round => round.number === number)
    if (!round) throw new Error(`There is no round ${number}.`)
    return round
  }

  async change(number: number, change: ChangeRound): Promise<Round> {
    return roundSchema.parse(await told(await this.#visitor.put(`${this.#path}/rounds/${number}`, change)))
  }

  async remind(number: number, ...partyIds: string[]): Promise<Round> {
    return roundSchema.parse(
      await told(await this.#visitor.post(`${this.#path}/rounds/${number}/reminders`, { partyIds })),
    )
  }

  async opened(number: number): Promise<void> {
    await told(await this.#visitor.post(`${this.#path}/rounds/${number}/opened`, {}))
  }

  /** The state of the ansökan and its rounds that go on, in its head. */
  async head(): Promise<{ state: string; rounds: WaitingRound[]; textIsOpen: boolean }> {
    const { state, rounds, standing } = (await told(await this.#visitor.get(this.#path))) as {
      state: string
      rounds: WaitingRound[]
      standing: { textIsOpen: boolean }
    }
    return { state, rounds, textIsOpen: standing.textIsOpen }
  }
}

async function told(answer: Response): Promise<unknown> {
  if (answer.status === 204) return null
  const body = (await answer.json()) as { kind?: string; fields?: string[] }
  if (!answer.ok) throw new Error([body.kind, ...(body.fields ?? [])].join(' '))
  return body
}
