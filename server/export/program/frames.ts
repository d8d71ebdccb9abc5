import { deserialize, serialize } from 'node:v8'
import type { FileTask } from '../FileTask.ts'
import type { Picture } from '../pictures.ts'

/**
 * What the program and the one that makes files say to each other through pipes. A task: the length of its head in 4
 * bytes, the head, and the bytes of the pictures one after the other, which are written as they are: to copy 200 MiB of
 * them at once would hold up everybody. An answer: 1 or 0 (it was not made), the length in 4 bytes, and the file or the
 * fault.
 */
const lengthBytes = 4
const answerHeadBytes = 1 + lengthBytes

/** A task whose pictures come after it. */
interface Head {
  readonly task: FileTask
  readonly pictures: readonly {
    readonly hash: string
    readonly type: Picture['type']
    readonly length: number
  }[]
}

/** The pieces of a task, to be written one after the other. */
export function taskPieces(task: FileTask): readonly Uint8Array[] {
  const pictures = 'pictures' in task.of ? [...task.of.pictures] : []
  const head: Head = {
    task: withPictures(task, new Map()),
    pictures: pictures.map(([hash, { type, bytes }]) => ({ hash, type, length: bytes.length })),
  }
  const written = serialize(head)
  return [lengthOf(written), written, ...pictures.map(([, { bytes }]) => bytes)]
}

/** The next task; null when there are no more. */
export async function readTask(incoming: Incoming): Promise<FileTask | null> {
  const length = await incoming.take(lengthBytes)
  const written = length && (await incoming.take(readLength(length, 0)))
  if (!written) return null
  const head = deserialize(written) as Head
  const pictures = new Map<string, Picture>()
  for (const { hash, type, length } of head.pictures) {
    const bytes = await incoming.take(length)
    if (!bytes) return null
    pictures.set(hash, { type, bytes })
  }
  return withPictures(head.task, pictures)
}

export function madePieces(file: Uint8Array): readonly Uint8Array[] {
  return [Uint8Array.of(1), lengthOf(file), file]
}

export function faultPieces(fault: unknown): readonly Uint8Array[] {
  const written = serialize(fault)
  return [Uint8Array.of(0), lengthOf(written), written]
}

/** The file that was made. Throws what was thrown in making it; null when nothing comes any more. */
export async function readMade(incoming: Incoming): Promise<Uint8Array | null> {
  const head = await incoming.take(answerHeadBytes)
  const said = head && (await incoming.take(readLength(head, 1)))
  if (!said) return null
  if (head[0] !== 1) throw deserialize(said)
  return said
}

/** What comes through a pipe, taken in pieces of known length. */
export class Incoming {
  readonly #chunks: AsyncIterator<Buffer>
  #left: Uint8Array = new Uint8Array()

  constructor(stream: AsyncIterable<Buffer>) {
    this.#chunks = stream[Symbol.asyncIterator]()
  }

  /** So many bytes; null when there are no more. */
  async take(length: number): Promise<Uint8Array | null> {
    const taken = new Uint8Array(length)
    for (let at = 0; at < length; ) {
      if (this.#left.length === 0) {
        const next = await this.#chunks.next()
        if (next.done) return null
        this.#left = next.value
      }
      const part = this.#left.subarray(0, length - at)
      taken.set(part, at)
      at += part.length
      this.#left = this.#left.subarray(part.length)
    }
    return taken
  }
}

function withPictures(task: FileTask, pictures: ReadonlyMap<string, Picture>): FileTask {
  switch (task.is) {
    case 'word':
      return { is: 'word', of: { ...task.of, pictures } }
    case 'wordPaper':
      return { is: 'wordPaper', of: { ...task.of, pictures } }
    case 'pdf':
      return { is: 'pdf', of: { ...task.of, pictures } }
    case 'workbook':
      return task
  }
}

function lengthOf({ length }: Uint8Array): Uint8Array {
  const written = new Uint8Array(lengthBytes)
  new DataView(written.buffer).setUint32(0, length)
  return written
}

function readLength({ buffer, byteOffset }: Uint8Array, at: number): number {
  return new DataView(buffer, byteOffset + at).getUint32(0)
}
