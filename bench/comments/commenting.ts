import { randomBytes } from 'node:crypto'
import { readFile, rm } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import * as Y from 'yjs'
import { Visitor } from '../../test/harness/rawClient.ts'
import type { Typists } from '../keyPress.ts'

/** Half of what one person may write in a minute. */
const count = 30
const pauseMs = 150
const section = 'background'

export interface CommentingSeries {
  /** From asking until the answer: it is on disk then. */
  readonly answeredMs: readonly number[]
  /** The longest time that nobody else was served. */
  readonly heldMs: number
}

/** The server's process, and where it writes how long its event loop has been held (`eventLoopProbe.ts`). */
export interface Probed {
  readonly origin: string
  readonly pid: number | null
  readonly heldFile: string
}

/** Comments on paragraphs of a document in which four people type, one after the other. */
export async function measureCommenting(
  server: Probed,
  id: string,
  personId: string,
  typists: Typists,
): Promise<CommentingSeries> {
  const visitor = await Visitor.enter(server.origin, personId)
  const reader = await visitor.join(id)
  const texts = reader.doc
    .getXmlFragment(section)
    .toArray()
    .flatMap(child => (child instanceof Y.XmlElement ? child.toArray() : []))
    .filter(child => child instanceof Y.XmlText && child.length > 60) as Y.XmlText[]
  await typists.tell({ write: id, sections: [section, 'purpose', 'followUp'] })
  await pause(1_000)
  await heldMs(server)
  const answeredMs: number[] = []
  for (let nth = 0; nth < count; nth += 1) {
    const text = texts[(nth * 3 + 2) % texts.length]
    if (!text) throw new Error('There is nothing to comment on.')
    const asked = commentOn(text)
    const begun = performance.now()
    const answer = await visitor.post(`/api/applications/${id}/comments`, asked)
    await answer.arrayBuffer()
    answeredMs.push(performance.now() - begun)
    if (!answer.ok) throw new Error(`The comment was refused: ${answer.status}`)
    await pause(pauseMs)
  }
  const held = await heldMs(server)
  await typists.tell({ stop: true })
  await reader.close()
  return { answeredMs, heldMs: held }
}

/** On twenty letters of a text, as the client asks for it. */
function commentOn(text: Y.XmlText) {
  const words = (text.toDelta() as { readonly insert: string }[]).map(({ insert }) => insert).join('')
  const position = (at: number, association: number) =>
    Buffer.from(
      Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(text, at, association)),
    ).toString('base64')
  return {
    id: randomBytes(10).toString('hex'),
    postId: randomBytes(10).toString('hex'),
    place: {
      is: 'text',
      section,
      anchor: position(10, 0),
      head: position(30, -1),
      quote: words.slice(10, 30),
      before: words.slice(0, 10),
      after: words.slice(30, 60),
    },
    text: 'Vem gör det här?',
    isInternal: false,
    isMaterial: false,
    assignee: null,
  }
}

/** The longest time that the server's event loop has been held since it was asked last. */
async function heldMs({ pid, heldFile }: Probed): Promise<number> {
  if (pid === null) throw new Error('The server does not run.')
  await rm(heldFile, { force: true })
  process.kill(pid, 'SIGUSR2')
  for (;;) {
    await pause(20)
    const said = await readFile(heldFile, 'utf8').catch(() => '')
    if (said.endsWith('\n')) return Number(said)
  }
}
