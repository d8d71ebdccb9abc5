import type { Door } from '../contestants/Contestant.ts'
import { askFor, presenceMessage, read, type Said, updateMessage } from './DocumentWire.ts'
import { eachKeystroke, type Hears, Typing } from './keystrokes.ts'
import { framed, Line, type Listener } from './Line.ts'

/** What somebody wants to know while a person is in a document. */
export interface Ears {
  /** What others have typed. */
  readonly keystrokes?: Hears
  /** The payload of an answer or an update. */
  readonly document?: (bytes: Buffer, start: number, end: number) => void
  /** The payload of a presence message. */
  readonly presence?: (bytes: Buffer, start: number, end: number) => void
  /** After each read, when all that came with it has been heard. */
  readonly afterRead?: () => void
}

/** State vector of one who has nothing. */
export const nothing: Uint8Array = new Uint8Array([0])

let nextClient = 1_000_000_000

/** One person's line to one document. She keeps no copy of it: she types, counts, and forgets. */
export class Person implements Listener {
  readonly typing: Typing
  /** Others' keystrokes that have come to her. */
  heardKeystrokes = 0
  ears: Ears
  readonly #wire: Door['wire']
  readonly #line: Line
  readonly #answered: Promise<void>
  #answer = () => {}

  /** Begins to come. */
  constructor({ address, wire }: Door, ears: Ears = {}) {
    // All of one length, and none that is another's.
    nextClient += 7_919
    this.typing = new Typing(nextClient)
    this.ears = ears
    this.#wire = wire
    this.#answered = new Promise(resolve => {
      this.#answer = resolve
    })
    this.#line = new Line(address, this)
  }

  /** Comes and asks for what she lacks; resolves when she has been answered. */
  static async arrive(door: Door, stateVector = nothing, ears: Ears = {}): Promise<Person> {
    const person = new Person(door, ears)
    await person.#line.opened
    person.ask(stateVector)
    await person.answered
    return person
  }

  get opened(): Promise<void> {
    return this.#line.opened
  }

  /** Resolves with the first answer. */
  get answered(): Promise<void> {
    return this.#answered
  }

  ask(stateVector: Uint8Array): void {
    const said = [...this.#wire.greeting, askFor(this.#wire, stateVector)]
    this.#line.write(Buffer.concat(said.map(framed)))
  }

  /** Writes her first letter, in a paragraph of her own. */
  begin(): void {
    this.#line.write(framed(updateMessage(this.#wire, this.typing.begin())))
  }

  /** Types so many letters at once: one message each, in one write. */
  type(count: number): void {
    const frames: Buffer[] = []
    for (let typed = 0; typed < count; typed += 1) {
      frames.push(framed(updateMessage(this.#wire, this.typing.next())))
    }
    this.#line.write(frames.length === 1 && frames[0] ? frames[0] : Buffer.concat(frames))
  }

  show(presence: Uint8Array): void {
    this.#line.write(framed(presenceMessage(this.#wire, presence)))
  }

  /** Resolves when her line has ended, whoever ended it. */
  get ended(): Promise<void> {
    return this.#line.ended
  }

  async leave(): Promise<void> {
    await this.#line.close()
  }

  heard(bytes: Buffer, start: number, end: number): void {
    this.#bytes = bytes
    read(this.#wire, bytes, start, end, this.#hear)
  }

  allHeard(): void {
    this.ears.afterRead?.()
  }

  /** What is being heard. */
  #bytes: Buffer = Buffer.alloc(0)

  readonly #hear = (said: Said, start: number, end: number): void => {
    if (said === 'answer' || said === 'update') {
      this.ears.document?.(this.#bytes, start, end)
      if (said === 'answer') this.#answer()
      else eachKeystroke(this.#bytes, start, this.#hearKeystrokes)
    } else if (said === 'presence') this.ears.presence?.(this.#bytes, start, end)
  }

  readonly #hearKeystrokes: Hears = (client, clock, length) => {
    // Some servers tell a writer what she has written herself.
    if (client === this.typing.client) return
    this.heardKeystrokes += length
    this.ears.keystrokes?.(client, clock, length)
  }
}

export async function leaveAll(people: readonly Person[]): Promise<void> {
  await Promise.all(people.map(person => person.leave()))
}
