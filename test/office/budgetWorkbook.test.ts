import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Budget } from '../../shared/budget/Budget.ts'
import { sumsOf } from '../../shared/budget/sums.ts'
import type { ReadSheet } from '../harness/readWorkbook.ts'
import { madeUp, readOurs, rowOf, valuesOf, written } from '../server/export/xlsx/workbooks.ts'
import { real2016, real2019, real2024 } from '../shared/budget/realBudgets.ts'
import { seeded } from '../shared/form/seeded.ts'
import { Office } from './office.ts'

const seed = 20_261_122
const random = seeded(seed)

const budgets: ReadonlyMap<string, readonly [form: string, budget: Budget]> = new Map([
  ['the real one of 2024', ['2024', real2024]],
  ['the real one of 2016', ['2016', real2016]],
  ['the real one of 2019', ['2019', real2019]],
  ...['2016', '2019', '2022', '2024', '2022', '2024'].map(
    (form, nth) =>
      [`made up ${nth + 1}, seed ${seed}`, [form, madeUp(random, 12 + nth * 9, nth + 1, nth + 1)]] as const,
  ),
  ['200 rows of 6 parties and 6 years', ['2024', madeUp(random, 200, 6, 6)]],
] as const)

let office: Office
const ours = new Map<string, Uint8Array>()
const theirs = new Map<string, Uint8Array>()

beforeAll(async () => {
  office = await Office.find()
  for (const [name, [form, budget]] of budgets) ours.set(name, await written(form, budget))
  for (const [name, bytes] of ours) theirs.set(name, await office.recalculated(name, withWrongResults(bytes)))
})
afterAll(async () => await office?.dispose())

/** The same workbook in which each formula has come to something else: what is right afterwards has been calculated. */
function withWrongResults(workbook: Uint8Array): Uint8Array {
  const files = Object.entries(unzipSync(workbook)).map(([path, bytes]) => {
    const isSheet = path.startsWith('xl/worksheets/sheet')
    const spoilt = () => strToU8(strFromU8(bytes).replaceAll(/(<\/f><v>)[^<]*/g, '$17'))
    return [path, isSheet ? spoilt() : bytes] as const
  })
  return zipSync(Object.fromEntries(files))
}

function bytesOf(files: ReadonlyMap<string, Uint8Array>, name: string): Uint8Array {
  const bytes = files.get(name)
  if (!bytes) throw new Error(`There is no ${name}`)
  return bytes
}

describe('opened and calculated by LibreOffice', () => {
  it.each([...budgets.keys()])('every formula of %s comes to what we say', name => {
    const { sheets } = readOurs(bytesOf(ours, name))
    const calculated = readOurs(bytesOf(theirs, name)).sheets
    expect(calculated.map(sheet => sheet.name)).toEqual(sheets.map(sheet => sheet.name))
    let compared = 0
    for (const [index, sheet] of sheets.entries()) {
      const after = calculated[index]?.cells ?? new Map()
      for (const [at, { formula, value }] of sheet.cells) {
        if (formula === null) continue
        compared += 1
        // A formula still, and not only its result.
        expect([at, after.get(at)?.formula === null]).toEqual([at, false])
        expect([sheet.name, at, after.get(at)?.value ?? '']).toEqual([sheet.name, at, value ?? ''])
      }
    }
    expect(compared).toBeGreaterThan(50)
  })

  it.each([...budgets])('every sum of %s is ours', (name, [, budget]) => {
    const { detailed, perYear, summary } = readOurs(bytesOf(theirs, name))
    const sums = sumsOf(budget)
    const end = (letter: string, further: number) => String.fromCharCode(letter.charCodeAt(0) + further)
    const across = (key: string) =>
      valuesOf(detailed, rowOf(detailed, key), 'F', end('F', budget.parties.length))
    const ofParties = ({ byParty, total }: typeof sums.own) => [
      ...budget.parties.map(({ key }) => byParty.get(key)),
      total,
    ]
    for (const [block, of] of Object.entries(sums.blocks))
      expect(across(`sum:${block}`)).toEqual(ofParties(of))
    expect(across('sum:sought')).toEqual(ofParties(sums.sought))
    expect(across('sum:own')).toEqual(ofParties(sums.own))
    expect(across('sum:grand')).toEqual(ofParties(sums.grand))
    for (const { key } of budget.lines) expect(across(key).at(-1)).toBe(sums.lines.get(key))
    const years = [...sums.years.values()].map(({ total }) => total)
    const ofYears = valuesOf(perYear, rowOf(perYear, 'sum:sought'), 'C', end('C', years.length))
    expect(ofYears).toEqual([sums.sought.total, ...years])
    expect(valuesOf(perYear, rowOf(perYear, 'sum:years'), 'C', 'C')).toEqual([sums.allYears])
    for (const { key } of budget.parties) {
      const of = (one: typeof sums.own) => one.byParty.get(key)
      const row = valuesOf(summary, rowOf(summary, key), 'D', 'F')
      expect(row).toEqual([of(sums.sought), of(sums.own), of(sums.grand)])
    }
    const whole = [sums.sought.total, sums.own.total, sums.grand.total]
    expect(valuesOf(summary, rowOf(summary, 'sum:grand'), 'D', 'F')).toEqual(whole)
  })

  it('words are the same words, and days the same days', () => {
    for (const name of budgets.keys()) {
      const plain = (sheets: readonly ReadSheet[]) =>
        sheets.map(sheet =>
          [...sheet.cells].filter(
            ([, { formula, value }]) => formula === null && value !== null && value !== '',
          ),
        )
      const [before, after] = [ours, theirs].map(files => plain(readOurs(bytesOf(files, name)).sheets))
      expect(after).toEqual(before)
    }
  })
})
