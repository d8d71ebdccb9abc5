import { describe, expect, it } from 'vitest'
import { Refused } from '../../../../server/http/refuse.ts'
import { workbookReader } from '../../../../server/import/xlsx/workbookReader.ts'
import { detailed2024, xlsx } from './seedSheets.ts'
import { manyCells } from './zips.ts'

const ordinary = { timeMs: 15_000, heapMebibytes: 256, mostWaiting: 8 }

/** The kind of problem that something is refused with. */
async function refusal(reading: Promise<unknown>): Promise<string> {
  try {
    await reading
  } catch (fault) {
    if (fault instanceof Refused) return fault.kind
    throw fault
  }
  return 'nothing'
}

describe('the reader of workbooks', () => {
  it('reads one in a thread of its own, which is handed the bytes', async () => {
    const bytes = await xlsx(detailed2024())
    const read = await workbookReader().read(bytes)
    expect(read.lines).toHaveLength(12)
    expect(bytes).toHaveLength(0)
  })

  it('says why it refuses one, and reads the next', async () => {
    const reader = workbookReader()
    const first = refusal(reader.read(new TextEncoder().encode('nej')))
    const second = reader.read(await xlsx(detailed2024()))
    expect(await first).toBe('notAWorkbook')
    expect((await second).lines).toHaveLength(12)
  })

  it('stops one that takes too long', async () => {
    const reader = workbookReader({ ...ordinary, timeMs: 20 })
    expect(await refusal(reader.read(manyCells(100_000)))).toBe('largeWorkbook')
  })

  it('outlives one that takes too much memory', async () => {
    const reader = workbookReader({ ...ordinary, heapMebibytes: 24 })
    expect(await refusal(reader.read(manyCells(190_000)))).toBe('largeWorkbook')
    expect(await refusal(workbookReader().read(manyCells(190_000)))).toBe('noBudgetInWorkbook')
    expect((await workbookReader().read(await xlsx(detailed2024()))).lines).toHaveLength(12)
  })

  it('lets no more wait than it is told', async () => {
    const reader = workbookReader({ ...ordinary, mostWaiting: 1 })
    const file = () => new TextEncoder().encode('nej')
    const asked = [1, 2, 3, 4].map(() => refusal(reader.read(file())))
    expect(await Promise.all(asked)).toEqual(['notAWorkbook', 'notAWorkbook', 'workbookBusy', 'workbookBusy'])
    expect(await refusal(reader.read(file()))).toBe('notAWorkbook')
  })
})
