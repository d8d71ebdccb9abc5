import { afterAll, beforeAll, expect, it } from 'vitest'
import * as Y from 'yjs'
import { readBlocks } from '../../../shared/document/blocks.ts'
import { Visitor } from '../../harness/rawClient.ts'
import { type ServerProcess, startServerProcess } from '../../harness/serverProcess.ts'
import { comment, Said, selectionOf, typed } from './said.ts'

let server: ServerProcess

beforeAll(async () => {
  server = await startServerProcess()
})
afterAll(async () => await server.dispose())

/** Ids of the threads that have a mark in the background. */
function markedIn(doc: Y.Doc): string[] {
  const runs = readBlocks(doc.getXmlFragment('background')).flatMap(block =>
    block.type === 'paragraph' ? block.content : [],
  )
  return [...new Set(runs.flatMap(run => (run.type === 'text' ? (run.comments ?? []) : [])))].toSorted()
}

it.each([1, 5, 12])(
  'when the program is killed after %d comments, each that was answered is there, and all have their marks',
  async killAfter => {
    const anna = await Visitor.enter(server.origin, 'anna')
    const id = await anna.newApplicationAlone()
    const words = Array.from({ length: 16 }, (_, number) => `ord${number}`)
    const line = await typed(anna, id, `${words.join(' ')}.`)
    let killing: Promise<void> | null = null
    const answered: string[] = []
    const said = new Said(anna, id)
    await Promise.all(
      words.map(async word => {
        const asked = comment({ place: selectionOf(line.doc, `${word}`), text: word })
        // What is cut off in the middle is not answered.
        const thread = await said.start(asked).catch(() => null)
        if (thread) answered.push(thread.id)
        if (answered.length >= killAfter) killing ??= server.kill()
      }),
    )
    await killing
    await server.restart()
    const again = anna.at(server.origin)
    const threads = await new Said(again, id).threads()
    expect(answered.length).toBeGreaterThanOrEqual(killAfter)
    expect(answered.filter(thread => !threads.some(({ id }) => id === thread))).toEqual([])
    const marked = async () => {
      const doc = new Y.Doc()
      Y.applyUpdate(doc, await again.state(id))
      return markedIn(doc)
    }
    await expect.poll(marked).toEqual(threads.map(({ id }) => id).toSorted())
  },
)
