import { monitorEventLoopDelay } from 'node:perf_hooks'
import { describe, expect, it } from 'vitest'
import type { WordTask } from '../../../server/export/docx/WordTask.ts'
import { FileMaker, type MakerLimits, ordinaryLimits } from '../../../server/export/FileMaker.ts'
import type { FileTask } from '../../../server/export/FileTask.ts'
import type { LogEvent } from '../../../server/operations/LogEvent.ts'
import type { Block } from '../../../shared/document/blockContent.ts'
import { asking } from './asking.ts'
import { Docx, textIn } from './docx/readDocx.ts'

function makerWith(limits: Partial<MakerLimits> = {}) {
  const log: LogEvent[] = []
  return { maker: new FileMaker(event => log.push(event), { ...ordinaryLimits, ...limits }), log }
}

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
  it('makes those of one person one after the other', async () => {
    const { maker } = makerWith()
    const made = await Promise.all([1, 2, 3].map(() => maker.make(asking(), word(of(1)))))
    for (const bytes of made) expect(textIn(new Docx(bytes).body)).toContain('Många unga söker.')
  })

  it('gets the pictures, however large, and holds nobody up for them', async () => {
    const { maker } = makerWith()
    const bytes = new Uint8Array(100 * 2 ** 20).fill(7)
    const figure = { type: 'figure', image: 'a', width: 1, height: 1, alt: '', caption: [] } as const
    const form = {
      ...{ formId: '2024', sections: { background: { kind: 'rich' as const, blocks: [figure] } } },
    }
    await maker.make(asking(), word(of(1)))
    const held = monitorEventLoopDelay({ resolution: 1 })
    held.enable()
    const file = await maker.make(
      asking(),
      word({ ...of(1), form, pictures: new Map([['a', { bytes, type: 'png' }]]) }),
    )
    held.disable()
    expect(held.max / 1e6).toBeLessThan(250)
    expect(new Docx(file).names).toContain('word/media/image1.png')
    expect(file.length).toBeGreaterThan(bytes.length)
  })

  it('stops one that takes too long, and says that it was not made', async () => {
    const { maker, log } = makerWith({ timeMs: 1 })
    await expect(maker.make(asking(), word(of(1)))).rejects.toMatchObject({ kind: 'fileNotMade' })
    expect(log).toMatchObject([{ kind: 'fileNotMade', fault: { name: 'TookTooMuch', code: 'SIGKILL' } }])
  })

  it('outlives one that takes too much memory, says that it was not made, and makes the next', async () => {
    const { maker, log } = makerWith({ memoryMebibytes: 200, together: 1 })
    const [large, small] = await Promise.allSettled([
      maker.make(asking('anna'), word(of(50_000))),
      maker.make(asking('karim'), word(of(1))),
    ])
    expect(large).toMatchObject({ status: 'rejected', reason: { kind: 'fileNotMade' } })
    expect(log).toMatchObject([{ kind: 'fileNotMade', fault: { name: 'TookTooMuch', code: 'SIGKILL' } }])
    expect(small.status).toBe('fulfilled')
  })

  it('stops one that takes the memory of what sets a PDF, too', async () => {
    const { maker, log } = makerWith({ memoryMebibytes: 300 })
    const { form, documentId } = of(30_000)
    const pdf: FileTask = {
      is: 'pdf',
      of: {
        of: { is: 'application', formId: '2024', form, documentId },
        ...{ standard: 'a-2a', madeAt: '2026-11-22T12:00:00.000Z', pictures: new Map() },
      },
    }
    const [made] = await Promise.allSettled([maker.make(asking(), async () => pdf)])
    expect(made).toMatchObject({ status: 'rejected', reason: { kind: 'fileNotMade' } })
    expect(log).toMatchObject([{ kind: 'fileNotMade', fault: { code: 'SIGKILL' } }])
  })

  it('says of what is wrong with the program that it is that', async () => {
    const { maker, log } = makerWith()
    const unknown = { ...of(1), formId: '1999' }
    await expect(maker.make(asking(), word(unknown))).rejects.toThrow('There is no form 1999.')
    expect(log).toEqual([])
    expect(await maker.make(asking(), word(of(1)))).toBeInstanceOf(Uint8Array)
  })

  it('gathers nothing for whoever has gone while she waited', async () => {
    const { maker } = makerWith({ together: 1 })
    const browser = new AbortController()
    const first = maker.make(asking(), word(of(1)))
    let isGathered = false
    const abandoned = maker.make({ personId: 'karim', gone: browser.signal }, async () => {
      isGathered = true
      return { is: 'word', of: of(1) }
    })
    browser.abort()
    await expect(abandoned).rejects.toMatchObject({ kind: 'malformedRequest' })
    await first
    expect(isGathered).toBe(false)
  })

  it('makes a light one of somebody while ten heavy ones of another wait', async () => {
    const { maker } = makerWith()
    const done: string[] = []
    const made = async (who: string, paragraphs: number) => {
      await maker.make(asking(who), word(of(paragraphs)))
      done.push(who)
    }
    const heavy = Array.from({ length: 10 }, () => made('anna', 3000))
    await Promise.all([...heavy, made('karim', 1)])
    expect(done.indexOf('karim')).toBeLessThan(2)
  })
})
