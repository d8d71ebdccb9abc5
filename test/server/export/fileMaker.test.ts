import { describe, expect, it } from 'vitest'
import { WordMaker } from '../../../../server/export/docx/WordMaker.ts'
import type { WordTask } from '../../../../server/export/docx/WordTask.ts'
import type { Block } from '../../../../shared/document/blockContent.ts'
import { Docx, textIn } from './readDocx.ts'

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

describe('the maker of Word documents', () => {
  it('makes one after the other', async () => {
    const maker = new WordMaker()
    for (const bytes of await Promise.all([maker.make(of(1)), maker.make(of(1))])) {
      expect(textIn(new Docx(bytes).body)).toContain('Många unga söker.')
    }
  })

  it('stops one that takes too long', async () => {
    const maker = new WordMaker({ ...ordinary, timeMs: 1 })
    await expect(maker.make(of(20_000))).rejects.toThrow('aborted')
  })

  it('outlives one that takes too much memory', async () => {
    const maker = new WordMaker({ ...ordinary, heapMebibytes: 64 })
    await expect(maker.make(of(50_000))).rejects.toMatchObject({ code: 'ERR_WORKER_OUT_OF_MEMORY' })
    expect(await maker.make(of(1))).toBeInstanceOf(Uint8Array)
  })

  it('lets no more wait than it is told', async () => {
    const maker = new WordMaker({ ...ordinary, mostWaiting: 1 })
    const [first, second] = await Promise.allSettled([maker.make(of(1)), maker.make(of(1))])
    expect([first.status, second.status]).toEqual(['fulfilled', 'rejected'])
  })
})
