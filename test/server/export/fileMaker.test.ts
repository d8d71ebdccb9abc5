import { describe, expect, it } from 'vitest'
import type { WordTask } from '../../../server/export/docx/WordTask.ts'
import { FileMaker } from '../../../server/export/FileMaker.ts'
import type { FileTask } from '../../../server/export/FileTask.ts'
import type { Block } from '../../../shared/document/blockContent.ts'
import { Docx, textIn } from './docx/readDocx.ts'

const ordinary = { timeMs: 60_000, heapMebibytes: 1024, mostWaiting: 20 }

/** A document of so many paragraphs. */
function of(paragraphs: number): WordTask {
  const blocks = Array.from(
    { length: paragraphs },
    (): Block => ({ type: 'paragraph', content: [{ type: 'text', text: 'Många unga söker.' }] }),
  )
  const form = { formId: '2024', sections: { background: { kind: 'rich' as const, blocks } } }
  return { formId: '2024', form, documentId: 'abc', threads: [], pictures: new Map() }
}

const word = (task: WordTask) => async (): Promise<FileTask> => ({ is: 'word', of: task })

describe('the maker of files', () => {
  it('makes one after the other', async () => {
    const maker = new FileMaker()
    for (const bytes of await Promise.all([maker.make(word(of(1))), maker.make(word(of(1)))])) {
      expect(textIn(new Docx(bytes).body)).toContain('Många unga söker.')
    }
  })

  it('is handed the pictures, and copies only those that share their memory', async () => {
    const own = new Uint8Array(100)
    const shared = new Uint8Array(new ArrayBuffer(200), 0, 100)
    const pictures = new Map(
      [own, shared].map((bytes, place) => [`${place}`, { bytes, type: 'png' as const }]),
    )
    await new FileMaker().make(word({ ...of(1), pictures }))
    expect([own.length, shared.length]).toEqual([0, 100])
  })

  it('stops one that takes too long', async () => {
    const maker = new FileMaker({ ...ordinary, timeMs: 1 })
    await expect(maker.make(word(of(20_000)))).rejects.toThrow('aborted')
  })

  it('outlives one that takes too much memory', async () => {
    const maker = new FileMaker({ ...ordinary, heapMebibytes: 64 })
    await expect(maker.make(word(of(50_000)))).rejects.toMatchObject({ code: 'ERR_WORKER_OUT_OF_MEMORY' })
    expect(await maker.make(word(of(1)))).toBeInstanceOf(Uint8Array)
  })

  it('lets no more wait than it is told', async () => {
    const maker = new FileMaker({ ...ordinary, mostWaiting: 1 })
    const [first, second] = await Promise.allSettled([maker.make(word(of(1))), maker.make(word(of(1)))])
    expect([first.status, second.status]).toEqual(['fulfilled', 'rejected'])
  })
})
