import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { nodeFileSystem } from '../../../../server/storage/nodeFileSystem.ts'
import { readBlocks } from '../../../../shared/document/blocks.ts'
import { DemoServer } from '../../../harness/demoServer.ts'
import type { Visitor } from '../../../harness/rawClient.ts'
import { Said, typed } from '../../comment/said.ts'
import { RoundsOf } from '../roundsOf.ts'
import { Answering, remark, sum, take } from './Answering.ts'

/** Everything that changes something on the disk. */
const changes = ['open', 'write', 'truncate', 'rename', 'unlink', 'makeFolder', 'removeFolder'] as const

/** Keeps the data folder as it is before each change of it, as a server that is killed there leaves it. */
class Kills {
  readonly folders: string[] = []
  readonly #dataDir: string
  readonly #into: string
  #last: Promise<unknown> = Promise.resolve()

  private constructor(dataDir: string, into: string) {
    this.#dataDir = dataDir
    this.#into = into
  }

  static async begin(dataDir: string): Promise<Kills> {
    const kills = new Kills(dataDir, await mkdtemp(join(tmpdir(), 'samskriv-kills-')))
    for (const change of changes) {
      const real = nodeFileSystem[change] as (...asked: unknown[]) => Promise<unknown>
      vi.spyOn(nodeFileSystem, change).mockImplementation((async (...asked: unknown[]) => {
        // One after the other, so that each copy is of one moment.
        const done = kills.#last.then(() => kills.#copy()).then(() => real.apply(nodeFileSystem, asked))
        kills.#last = done.catch(() => {})
        return await done
      }) as never)
    }
    return kills
  }

  async end(): Promise<void> {
    vi.restoreAllMocks()
    await this.#last
  }

  async remove(): Promise<void> {
    await this.#last
    await rm(this.#into, { recursive: true, force: true })
  }

  async #copy(): Promise<void> {
    const folder = join(this.#into, String(this.folders.length))
    this.folders.push(folder)
    for (let tries = 1; ; tries += 1) {
      try {
        await cp(this.#dataDir, folder, { recursive: true, filter: path => !path.includes('/lock') })
        return
      } catch (fault) {
        // What was under way before the first copy may have taken a file from under it.
        if (tries === 5) throw fault
        await rm(folder, { recursive: true, force: true })
      }
    }
  }
}

let server: DemoServer
let id: string
let kills: Kills
let draftId: string
/** The comment that the remark was made of. */
let threadId: string

const words = 'Sedan 2019 har många unga stått utan arbete.'

beforeAll(async () => {
  server = await DemoServer.start()
  const anna = await server.enter('anna')
  const elin = await server.enter('elin')
  id = await anna.newApplication()
  await anna.put(`/api/applications/${id}/members/elin`, { role: 'partyLead' })
  await typed(anna, id, words)
  await new RoundsOf(anna, id).send({
    recipients: [{ partyId: 'fk', personIds: ['elin'] }],
    repliesAreSeen: 'whenSent',
  })
  const place = { is: 'sentText', section: 'background', quote: 'många unga', before: '', after: '' } as const
  ;({ id: threadId } = await new Said(elin, id).start({ place, round: 1 }))
  kills = await Kills.begin(server.dataDir)
  const byElin = new Answering(elin, id)
  const draft = await byElin.join()
  await draft.write(doc => take(doc, 'endorsesWithRemarks'))
  await draft.write(doc => sum(doc, 'Sparat.'))
  await draft.write(doc => void remark(doc, { text: 'Hur många?', thread: threadId }))
  draftId = await byElin.begin()
  await byElin.send()
  await kills.end()
  await server.stop()
})
afterAll(async () => {
  await kills.remove()
  await server.dispose()
})

let killed: DemoServer | null = null
afterEach(async () => {
  await killed?.dispose()
  killed = null
})

/** Words of the background that have a mark, with the threads. */
async function marked(anna: Visitor): Promise<unknown> {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, await anna.state(id))
  return readBlocks(doc.getXmlFragment('background'))
    .flatMap(block => (block.type === 'paragraph' ? block.content : []))
    .flatMap(run => (run.type === 'text' && run.comments ? [[run.text, run.comments]] : []))
}

describe('a server that is killed while an answer is begun, written and sent', () => {
  it('has the answer whole or not at all, and can always send it, once', async () => {
    const outcomes = new Map<string, number>()
    expect(kills.folders.length).toBeGreaterThan(20)
    for (const folder of kills.folders) {
      killed = await DemoServer.start({}, folder)
      const anna = await killed.enter('anna')
      const byElin = new Answering(await killed.enter('elin'), id)
      const before = await byElin.replies()
      const draft = before.length > 0 ? null : await byElin.join()
      expect(await byElin.begin()).toBe(draftId)
      const saved = draft?.doc.getMap('summary').get('text')?.toString() ?? before[0]?.summary
      outcomes.set(`${before.length} ${saved}`, (outcomes.get(`${before.length} ${saved}`) ?? 0) + 1)
      if (draft) {
        await draft.write(doc => {
          take(doc, 'endorsesWithRemarks')
          if (doc.getMap('remarks').size === 0) remark(doc, { text: 'Hur många?', thread: threadId })
        })
        await byElin.send()
      }
      const [reply, ...more] = await new Answering(anna, id).replies()
      expect(more).toEqual([])
      expect(reply).toMatchObject({
        number: 1,
        remarks: [{ text: 'Hur många?', threadId, quote: 'många unga' }],
      })
      await expect.poll(() => marked(anna)).toEqual([['många unga', [threadId]]])
      const { released, internalTo } = await new Said(anna, id).thread(threadId)
      expect([internalTo, released?.by.personId]).toEqual([null, 'elin'])
      await killed.dispose()
      killed = null
    }
    // Not begun or empty, written, and sent: all of them have happened.
    expect([...outcomes.keys()].toSorted()).toEqual(['0 ', '0 Sparat.', '1 Sparat.'])
  }, 120_000)
})
