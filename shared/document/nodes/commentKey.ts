/**
 * How the mark of a comment is written in the shared text. Here and not with the mark, so that the server can check
 * and write it without loading an editor.
 */
import * as buffer from 'lib0/buffer'
import * as sha256 from 'lib0/hash/sha256'

/** The name of the mark. It is never a key by itself: of marks that may overlap each has a key of its own. */
export const commentMark = 'comment'

const keyPattern = /^comment--[A-Za-z0-9+/]{8}$/

/** Bytes of the hash that the key ends with. */
const hashBytes = 6

/**
 * The key of the format that marks the words of a thread; its value is `{ thread }`. It is the one that y-tiptap makes
 * for a mark that may overlap others: the SHA-256 of the mark's JSON, folded to 6 bytes. Written with any other key,
 * each editor that touches the paragraph would write the mark a second time.
 */
export function commentKey(threadId: string): string {
  const digest = sha256.digest(buffer.encodeAny({ type: commentMark, attrs: { thread: threadId } }))
  const folded = new Uint8Array(hashBytes)
  for (const [index, byte] of digest.entries())
    folded[index % hashBytes] = byte ^ (folded[index % hashBytes] ?? 0)
  return `${commentMark}--${buffer.toBase64(folded)}`
}

/** True for a key that may be that of a thread's mark. */
export function isCommentKey(key: string): boolean {
  return keyPattern.test(key)
}

/** The threads whose marks are among the `formats` of a piece of text, by key, in one order whoever wrote them. */
export function threadsIn(formats: Readonly<Record<string, unknown>>): string[] {
  const threads: string[] = []
  for (const [key, value] of Object.entries(formats)) {
    if (!isCommentKey(key)) continue
    const thread = threadOfMark(value)
    if (thread !== null && !threads.includes(thread)) threads.push(thread)
  }
  return threads.length > 1 ? threads.sort() : threads
}

/** The thread that a mark's value names; null for what is no such value. */
export function threadOfMark(value: unknown): string | null {
  const thread = typeof value === 'object' && value !== null && 'thread' in value ? value.thread : null
  return typeof thread === 'string' && thread !== '' ? thread : null
}
