import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { MarkedText } from '../../../shared/comment/MarkedText.ts'
import { commentKey } from '../../../shared/document/nodes/commentKey.ts'
import { DemoServer } from '../../harness/demoServer.ts'
import type { RawClient, Visitor } from '../../harness/rawClient.ts'
import { newId, Said, selectionOf, typed } from './said.ts'

const section = 'background'

let server: DemoServer
let anna: Visitor
let karim: Visitor
beforeAll(async () => {
  server = await DemoServer.start()
  ;[anna, karim] = [await server.enter('anna'), await server.enter('karim')]
})
afterAll(async () => await server.dispose())

/** An ansökan with a sentence in it, in which Karim has said something about «hela länet». */
async function commented(isInternal: boolean): Promise<{ id: string; thread: string }> {
  const id = await anna.newApplication()
  const line = await typed(anna, id, 'Insatsen pågår i hela länet')
  const place = selectionOf(line.doc, 'hela länet', section)
  const { id: thread } = await new Said(karim, id).start({ place, isInternal })
  await line.close()
  return { id, thread }
}

/** Anna writes a paragraph with the mark of a thread on it, as her editor would that splits one. */
async function writeMarked(line: RawClient, thread: string): Promise<string | null> {
  const text = new Y.XmlText()
  text.applyDelta([{ insert: 'flyttade ord', attributes: { [commentKey(thread)]: { thread } } }])
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [text])
  try {
    await line.write(doc => doc.getXmlFragment(section).push([paragraph]))
    return 'taken'
  } catch {
    return (await line.closed).reason
  }
}

describe('The mark of a thread', () => {
  it('that all may see comes from the server, and may be written anew by whoever writes', async () => {
    const { id, thread } = await commented(false)
    const line = await anna.join(id)
    const marked = new MarkedText(line.doc.getXmlFragment(section))
    expect(
      [...marked.marked()].map(([of, [range]]) => [of, marked.words.slice(range?.from, range?.to)]),
    ).toEqual([[thread, 'hela länet']])
    expect(await writeMarked(line, thread)).toBe('taken')
    await line.close()
  })

  it('that one party alone sees is in no byte of the text, and is let in from nobody', async () => {
    const { id, thread } = await commented(true)
    const line = await anna.join(id)
    expect(Buffer.from(Y.encodeStateAsUpdate(line.doc)).includes(thread)).toBe(false)
    expect(await writeMarked(line, thread)).toBe('updateRefused')
    const own = await karim.join(id)
    expect(await writeMarked(own, thread)).toBe('updateRefused')
  })

  it('of another ansökan, or of none, is let in from nobody', async () => {
    const [here, there] = [await commented(false), await commented(false)]
    expect(await writeMarked(await anna.join(here.id), there.thread)).toBe('updateRefused')
    expect(await writeMarked(await anna.join(here.id), newId())).toBe('updateRefused')
  })
})
