import { randomBytes } from 'node:crypto'
import * as Y from 'yjs'
import { MarkedText } from '../../../shared/comment/MarkedText.ts'
import {
  type CommentsAnswer,
  commentsSchema,
  type StartThread,
  type Thread,
  threadSchema,
  type WantedPlace,
} from '../../../shared/http/comments.ts'
import { problemSchema } from '../../../shared/http/problem.ts'
import type { RawClient, Visitor } from '../../harness/rawClient.ts'

/** An id as a client chooses it. */
export function newId(): string {
  return randomBytes(10).toString('hex')
}

/** Where words that stand once in a section of text are, as a client that has the document sends it. */
export function selectionOf(doc: Y.Doc, words: string, section = 'background'): WantedPlace {
  const fragment = doc.getXmlFragment(section)
  const text = new MarkedText(fragment).words
  const at = text.indexOf(words)
  if (at < 0) throw new Error(`"${words}" does not stand in ${section}.`)
  const to = at + words.length
  return {
    is: 'text',
    section,
    anchor: positionAt(fragment, at, 'next'),
    head: positionAt(fragment, to, 'previous'),
    quote: words,
    before: text.slice(Math.max(0, at - 80), at),
    after: text.slice(to, to + 80),
  }
}

/**
 * The position of a place in the words of a section, encoded. It holds on to the letter on one side of it, so that what
 * somebody else types there at the same moment comes outside the words.
 */
function positionAt(fragment: Y.XmlFragment, place: number, side: 'previous' | 'next'): string {
  let left = place
  for (const [index, paragraph] of fragment.toArray().entries()) {
    if (index > 0) left -= 1
    if (!(paragraph instanceof Y.XmlElement)) continue
    for (const text of paragraph.toArray()) {
      if (!(text instanceof Y.XmlText)) continue
      if (left <= text.length) {
        const position = Y.createRelativePositionFromTypeIndex(text, left, side === 'next' ? 0 : -1)
        return Buffer.from(Y.encodeRelativePosition(position)).toString('base64')
      }
      left -= text.length
    }
  }
  throw new Error('The section ends before that.')
}

/** Writes a paragraph in the background of an ansökan, and gives the line it was written on. */
export async function typed(visitor: Visitor, applicationId: string, words: string): Promise<RawClient> {
  const line = await visitor.join(applicationId)
  await line.write(doc => {
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText(words)])
    doc.getXmlFragment('background').push([paragraph])
  })
  return line
}

/** A comment about a section as a whole, unless something else is asked for. */
export function comment(asked: Partial<StartThread> = {}): StartThread {
  return {
    id: newId(),
    postId: newId(),
    place: { is: 'section', section: 'background' },
    text: 'Hur många gäller det?',
    isInternal: false,
    isMaterial: false,
    assignee: null,
    ...asked,
  }
}

/** Someone's comments in one ansökan, over HTTP. Rejects with the kind of problem when something is refused. */
export class Said {
  readonly visitor: Visitor
  readonly #at: string

  constructor(visitor: Visitor, applicationId: string) {
    this.visitor = visitor
    this.#at = `/api/applications/${applicationId}/comments`
  }

  async all(since?: string): Promise<CommentsAnswer> {
    const query = since === undefined ? '' : `?since=${encodeURIComponent(since)}`
    return commentsSchema.parse(await answerOf(await this.visitor.get(`${this.#at}${query}`)))
  }

  async threads(): Promise<Thread[]> {
    return (await this.all()).threads
  }

  async thread(id: string): Promise<Thread> {
    const thread = (await this.threads()).find(thread => thread.id === id)
    if (!thread) throw new Error(`${this.visitor.personId} does not see ${id}.`)
    return thread
  }

  async start(asked: Partial<StartThread> = {}): Promise<Thread> {
    return await threadOf(await this.visitor.post(this.#at, comment(asked)))
  }

  async answer(threadId: string, text: string, id = newId()): Promise<Thread> {
    return await threadOf(await this.visitor.post(`${this.#at}/${threadId}/posts`, { id, text }))
  }

  async edit(threadId: string, postId: string, text: string): Promise<Thread> {
    return await threadOf(await this.visitor.put(`${this.#at}/${threadId}/posts/${postId}`, { text }))
  }

  async remove(threadId: string, postId: string): Promise<Thread> {
    return await threadOf(await this.visitor.delete(`${this.#at}/${threadId}/posts/${postId}`))
  }

  async change(threadId: string, change: object): Promise<Thread> {
    return await threadOf(await this.visitor.put(`${this.#at}/${threadId}`, change))
  }
}

async function threadOf(answer: Response): Promise<Thread> {
  return threadSchema.parse(await answerOf(answer))
}

async function answerOf(answer: Response): Promise<unknown> {
  const body: unknown = await answer.json()
  if (!answer.ok) throw new Error(problemSchema.parse(body).kind)
  return body
}
