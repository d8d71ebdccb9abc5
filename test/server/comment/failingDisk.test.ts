import { readFile, writeFile } from 'node:fs/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { CommentsFile } from '../../../server/comment/commentsFile.ts'
import { readBlocks } from '../../../shared/document/blocks.ts'
import type { WantedPlace } from '../../../shared/http/comments.ts'
import { DemoServer } from '../../harness/demoServer.ts'
import { FailingDisk } from '../../harness/FailingDisk.ts'
import type { Visitor } from '../../harness/rawClient.ts'
import { comment, Said, selectionOf, typed } from './said.ts'

let server: DemoServer
let anna: Visitor
let id: string
/** Of the words "många unga", which stand in the text. */
let place: WantedPlace
let disk: FailingDisk

beforeAll(async () => {
  disk = new FailingDisk()
  server = await DemoServer.start()
  anna = await server.enter('anna')
})
afterAll(async () => {
  await server.dispose()
  disk.restore()
})
beforeEach(async () => {
  id = await anna.newApplicationAlone()
  const line = await typed(anna, id, 'Sedan 2019 har många unga stått utan arbete.')
  place = selectionOf(line.doc, 'många unga')
  await line.close()
})
afterEach(() => {
  disk.failing = null
})

const byAnna = () => new Said(anna, id)

/** Words of the background that have a mark, with the threads. */
async function marked(): Promise<[string, readonly string[]][]> {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, await anna.state(id))
  return readBlocks(doc.getXmlFragment('background'))
    .flatMap(block => (block.type === 'paragraph' ? block.content : []))
    .flatMap(run => (run.type === 'text' && run.comments ? [[run.text, run.comments] as const] : []))
    .map(([text, threads]) => [text, threads])
}

/** Changes what a server that is stopped has of the comments, and starts it again. */
async function startWith(change: (file: CommentsFile) => void): Promise<void> {
  const path = server.documentFile(id, 'comments.json')
  await server.stop()
  const file = JSON.parse(await readFile(path, 'utf8')) as CommentsFile
  change(file)
  await writeFile(path, JSON.stringify(file))
  await server.restart()
  anna = anna.at(server.origin)
}

describe('when the disk refuses the record', () => {
  it('nothing of the comment is there, and no mark of it; said again, it is', async () => {
    const asked = comment({ place })
    disk.failing = /\/comments\.json/
    await expect(byAnna().start(asked)).rejects.toThrow('diskFault')
    expect([await byAnna().threads(), await marked()]).toEqual([[], []])
    disk.failing = null
    const { id: thread } = await byAnna().start(asked)
    expect(await marked()).toEqual([['många unga', [thread]]])
  })

  it.each([
    ['an answer', (said: Said, thread: string) => said.answer(thread, 'x')],
    ['an edit', (said: Said, thread: string, post: string) => said.edit(thread, post, 'x')],
    ['a deletion', (said: Said, thread: string, post: string) => said.remove(thread, post)],
    ['a change', (said: Said, thread: string) => said.change(thread, { isMaterial: true })],
  ])('%s is not made, and that is said', async (_what, act) => {
    const before = await byAnna().start()
    disk.failing = /\/comments\.json/
    await expect(act(byAnna(), before.id, before.posts[0]?.id ?? '')).rejects.toThrow('diskFault')
    disk.failing = null
    expect(await byAnna().threads()).toEqual([before])
    await act(byAnna(), before.id, before.posts[0]?.id ?? '')
    expect(await byAnna().threads()).not.toEqual([before])
  })
})

describe('when the log cannot be written', () => {
  it('nothing is handed over to others', async () => {
    const { id: thread } = await byAnna().start({ isInternal: true })
    disk.failing = /\/audit\//
    await expect(byAnna().change(thread, { isInternal: false })).rejects.toThrow('diskFault')
    disk.failing = null
    expect(await byAnna().thread(thread)).toMatchObject({ internalTo: 'heby', round: null, released: null })
  })
})

describe('when the disk refuses the mark', () => {
  it('the comment is there, and is marked with the next one', async () => {
    disk.failing = /\/wal\//
    const first = await byAnna().start({ place, text: 'Först.' })
    expect(first).toMatchObject({ place: { quote: 'många unga' }, posts: [{ text: 'Först.' }] })
    disk.failing = null
    expect(await marked()).toEqual([])
    const said = server.log.filter(event => event.kind === 'commentFault' && event.document === id)
    expect(said).toHaveLength(1)
    const second = await byAnna().start({ place, text: 'Sedan.' })
    expect(await marked()).toEqual([['många unga', [first.id, second.id].toSorted()]])
  })

  it('the comment is there, and is marked after a start', async () => {
    disk.failing = /\/wal\//
    const { id: thread } = await byAnna().start({ place })
    disk.failing = null
    await server.restart()
    anna = anna.at(server.origin)
    await expect.poll(marked).toEqual([['många unga', [thread]]])
  })
})

describe('after a stop', () => {
  it('between the record and the mark, the mark is put in', async () => {
    const asked = { id: 'abcdefabcdef00000001', postId: 'abcdefabcdef00000002', text: 'Kvar.' }
    if (place.is !== 'text') throw new Error('It is about words.')
    const { is, section, anchor, head, quote, before, after } = place
    await startWith(file => {
      const at = '2026-11-22T12:00:00.000Z'
      const post = {
        id: asked.postId,
        by: 'anna@heby',
        at,
        text: asked.text,
        editedAt: null,
        deletedAt: null,
      }
      file.threads.push({
        ...{
          id: asked.id,
          place: { is, section, quote, before, after },
          internalTo: null,
          round: null,
          isMaterial: false,
        },
        ...{ unmarked: { is: 'selection', anchor, head }, assignee: null, resolved: null, released: null },
        posts: [post],
      })
    })
    await expect.poll(marked).toEqual([['många unga', [asked.id]]])
  })

  it('between the mark and what is kept of it, nothing is marked twice', async () => {
    const { id: thread } = await byAnna().start({ place })
    if (place.is !== 'text') throw new Error('It is about words.')
    const { anchor, head } = place
    const state = await anna.state(id)
    await startWith(file => {
      for (const kept of file.threads) kept.unmarked = { is: 'selection', anchor, head }
    })
    const kept = async () =>
      JSON.parse(await readFile(server.documentFile(id, 'comments.json'), 'utf8')) as CommentsFile
    await expect.poll(async () => (await kept()).threads[0]?.unmarked).toBeNull()
    expect(await marked()).toEqual([['många unga', [thread]]])
    expect(Buffer.compare(await anna.state(id), state)).toBe(0)
  })

  it('everything that was said is there', async () => {
    const { id: thread } = await byAnna().start({ place })
    await byAnna().answer(thread, 'Och mer.')
    await byAnna().start({ isInternal: true })
    const before = await byAnna().threads()
    await server.restart()
    anna = anna.at(server.origin)
    expect(await byAnna().threads()).toEqual(before)
    expect(await marked()).toEqual([['många unga', [thread]]])
  })
})
