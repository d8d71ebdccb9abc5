import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import * as Y from 'yjs'
import { readBlocks } from '../../../shared/document/blocks.ts'
import { DemoServer } from '../../harness/demoServer.ts'
import { applicants, type RawClient } from '../../harness/rawClient.ts'
import { Said, selectionOf, typed } from './said.ts'

let server: DemoServer
let id: string
/** The four who apply, each with a line of her own. */
let lines: { readonly said: Said; readonly line: RawClient }[]

const sentence = 'Sedan 2019 har många unga i kommunen stått utan arbete och studier.'

beforeAll(async () => {
  server = await DemoServer.start()
})
afterAll(async () => await server.dispose())
beforeEach(async () => {
  const anna = await server.enter('anna')
  id = await anna.newApplication()
  const first = await typed(anna, id, sentence)
  await first.close()
  lines = await Promise.all(
    applicants.map(async ({ personId }) => {
      const visitor = await server.enter(personId)
      return { said: new Said(visitor, id), line: await visitor.join(id) }
    }),
  )
  return async () => await Promise.all(lines.map(({ line }) => line.close()))
})

/** The words that each thread has its mark on, put together. */
function markedIn(doc: Y.Doc): Record<string, string> {
  const marked: Record<string, string> = {}
  for (const block of readBlocks(doc.getXmlFragment('background'))) {
    if (block.type !== 'paragraph') continue
    for (const run of block.content) {
      if (run.type !== 'text') continue
      for (const thread of run.comments ?? []) marked[thread] = (marked[thread] ?? '') + run.text
    }
  }
  return marked
}

it('four people comment at once in the same sentence: all of it is there, for everybody', async () => {
  const words = ['många unga', 'unga i kommunen', sentence, 'kommunen stått utan arbete']
  const threads = await Promise.all(
    lines.map(async ({ said, line }, place) => {
      const quote = words[place] ?? ''
      const { id: thread } = await said.start({ place: selectionOf(line.doc, quote), text: quote })
      return [thread, quote] as const
    }),
  )
  for (const { said, line } of lines) {
    await line.until(() => Object.keys(markedIn(line.doc)).length === threads.length)
    expect(markedIn(line.doc)).toEqual(Object.fromEntries(threads))
    expect((await said.threads()).map(({ id }) => id).toSorted()).toEqual(
      threads.map(([thread]) => thread).toSorted(),
    )
  }
})

it('four people comment and answer while they write in the same sentence, and nothing is lost', async () => {
  const text = (line: RawClient) => {
    const paragraph = line.doc.getXmlFragment('background').get(1)
    const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null
    if (!(text instanceof Y.XmlText)) throw new Error('There is no text.')
    return text
  }
  const rounds = 5
  const started = await Promise.all(
    lines.map(async ({ said, line }, person) => {
      const threads: string[] = []
      for (let round = 0; round < rounds; round += 1) {
        await line.write(() => text(line).insert(0, `[${person}${round}]`))
        const place = selectionOf(line.doc, `[${person}${round}]`)
        const { id: thread } = await said.start({ place })
        await said.answer(thread, `Svar ${person}${round}`)
        threads.push(thread)
      }
      return threads
    }),
  )
  const [first] = lines
  if (!first) throw new Error('Nobody is there.')
  await first.line.load()
  const all = started.flatMap((threads, person) =>
    threads.map((thread, round) => [thread, `[${person}${round}]`] as const),
  )
  expect(markedIn(first.line.doc)).toEqual(Object.fromEntries(all))
  expect((await first.said.threads()).map(({ posts }) => posts.length)).toEqual(all.map(() => 2))
})

it('forty answers to one thread at once are all kept', async () => {
  const [anna, karim] = lines
  if (!anna || !karim) throw new Error('They are not there.')
  const { id: thread } = await anna.said.start()
  const answers = await Promise.allSettled(
    lines.flatMap(({ said }) =>
      Array.from({ length: 10 }, (_, number) => said.answer(thread, `Svar ${number}`)),
    ),
  )
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 'fulfilled'))
  expect((await anna.said.thread(thread)).posts).toHaveLength(1 + answers.length)
})
