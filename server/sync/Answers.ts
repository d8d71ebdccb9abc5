import type { AfterDisk } from './AfterDisk.ts'
import type { Connection } from './Connection.ts'
import type { Intake } from './Intake.ts'
import type { LiveDocument } from './LiveDocuments.ts'
import type { Message } from './Message.ts'
import type { RoomDocument } from './RoomDocument.ts'

/**
 * Answers those who ask what they lack (step 1). An answer may be the whole document, and a question is a few bytes:
 * one line has one answer under way, each is made in the turns of the intake, and whoever asks again meanwhile is
 * answered once, to what she asked last.
 */
export class Answers {
  readonly #document: RoomDocument
  readonly #intake: Intake
  readonly #afterDisk: AfterDisk
  readonly #writable: LiveDocument['writable']
  /** What was asked last, by those who have not been answered. */
  readonly #asked = new Map<Connection, Uint8Array>()
  /** Those who have an answer under way. */
  readonly #answering = new Set<Connection>()

  /** `writable`: see `IntakeSurroundings`. */
  constructor(
    document: RoomDocument,
    intake: Intake,
    afterDisk: AfterDisk,
    writable: LiveDocument['writable'],
  ) {
    this.#writable = writable
    this.#document = document
    this.#intake = intake
    this.#afterDisk = afterDisk
  }

  /** Answers `connection` when all that has come before is applied and on disk. */
  ask(connection: Connection, stateVector: Uint8Array): void {
    this.#asked.set(connection, stateVector)
    if (this.#answering.has(connection)) return
    this.#answering.add(connection)
    this.#intake.inTurn(() => this.#answer(connection))
  }

  #answer(connection: Connection): void {
    this.#answering.delete(connection)
    const stateVector = this.#asked.get(connection)
    this.#asked.delete(connection)
    if (stateVector === undefined || connection.closed) return
    let answer: Message
    try {
      answer = this.#document.answerTo(stateVector, connection.writable(this.#writable).size > 0)
    } catch {
      // The state vector is whatever a client sent; one that cannot be read ends its connection only.
      connection.close('malformedFrame')
      return
    }
    this.#answering.add(connection)
    // The answer holds what is applied but may not be synced yet: it goes out after that sync.
    this.#afterDisk.add([], () => {
      connection.send(answer)
      if (this.#asked.has(connection)) this.#intake.inTurn(() => this.#answer(connection))
      else this.#answering.delete(connection)
    })
  }
}
