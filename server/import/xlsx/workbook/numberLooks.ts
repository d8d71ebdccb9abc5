import { readXml } from '../../office/readXml.ts'
import { workbookLimits } from '../limits.ts'
import type { NumberLook } from './Sheet.ts'

/** Formats that every program knows by number (ECMA-376, 18.8.30): those that show days, hours of a day too. */
const ownDayFormats = [
  [14, 17],
  [22, 22],
  [27, 36],
  [50, 58],
] as const
const ownPercentFormats = [9, 10]

/** What each style of a workbook makes of a number, in the order that cells name them by. */
export function numberLooks(styles: Uint8Array | null): readonly NumberLook[] {
  const codes = new Map<number, string>()
  const looks: NumberLook[] = []
  let isInCells = false
  if (styles === null) return looks
  readXml(styles, workbookLimits, {
    begin(name, attribute) {
      if (name === 'numFmt') codes.set(Number(attribute('numFmtId')), attribute('formatCode') ?? '')
      if (name === 'cellXfs') isInCells = true
      if (name === 'xf' && isInCells) {
        const id = Number(attribute('numFmtId') ?? 0)
        looks.push(lookOf(id, codes.get(id)))
      }
    },
    end(name) {
      if (name === 'cellXfs') isInCells = false
    },
  })
  return looks
}

function lookOf(id: number, code: string | undefined): NumberLook {
  if (code === undefined) {
    if (ownPercentFormats.includes(id)) return 'percent'
    return ownDayFormats.some(([first, last]) => id >= first && id <= last) ? 'day' : 'plain'
  }
  // Words in quotes, colours in brackets and letters behind a stroke are shown as they are.
  const bare = code.slice(0, 255).replace(/"[^"]*"|\[[^\]]*\]|\\.|_./g, '')
  if (bare.includes('%')) return 'percent'
  return /[dy]/i.test(bare) ? 'day' : 'plain'
}
