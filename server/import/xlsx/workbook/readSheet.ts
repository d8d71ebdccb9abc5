import { FileRefused } from '../../office/FileRefused.ts'
import { readXml } from '../../office/readXml.ts'
import { workbookLimits } from '../limits.ts'
import { type CellRange, type CellValue, type NumberLook, placeOf, type Sheet } from './Sheet.ts'
import { plain, TextRuns } from './sharedTexts.ts'

/** What the cells of all sheets refer to, and how many there may still be. */
export interface SheetSurroundings {
  readonly texts: readonly string[]
  readonly looks: readonly NumberLook[]
  cellsLeft: number
}

/** Reads the cells of a sheet: what stands in them, and of formulas what they came to when the file was saved. */
export function readSheet(part: Uint8Array, around: SheetSurroundings): Pick<Sheet, 'rows' | 'merges'> {
  const rows = new Map<number, Map<number, CellValue>>()
  const merges: CellRange[] = []
  const runs = new TextRuns()
  let row = 0
  let column = 0
  let type = 'n'
  let look: NumberLook = 'plain'
  let isFormula = false
  let isValue = false
  let value = ''

  const keep = () => {
    const inline = runs.take()
    const kept = type === 'inlineStr' ? textCell(inline) : valueCell(value, type, look, isFormula, around)
    if (kept === null) return
    around.cellsLeft -= 1
    if (around.cellsLeft < 0) throw new FileRefused('large')
    const cells = rows.get(row) ?? new Map<number, CellValue>()
    rows.set(row, cells.set(column, kept))
  }

  readXml(part, workbookLimits, {
    begin(name, attribute) {
      if (name === 'row') {
        row = atMost(Number(attribute('r') ?? row + 1), 1_048_576)
        column = 0
      } else if (name === 'c') {
        const place = placeOf(attribute('r') ?? '')
        column = place?.column ?? atMost(column + 1, 16_384)
        if (place) row = place.row
        type = attribute('t') ?? 'n'
        look = around.looks[Number(attribute('s') ?? 0)] ?? 'plain'
        isFormula = false
        value = ''
        runs.take()
      } else if (name === 'f') isFormula = true
      else if (name === 'v') isValue = true
      else if (name === 'mergeCell') merges.push(rangeOf(attribute('ref') ?? '', merges.length))
      else runs.begin(name)
    },
    text(words) {
      if (isValue) value += words
      else runs.text(words)
    },
    end(name) {
      if (name === 'v') isValue = false
      else if (name === 'c') keep()
      else runs.end(name)
    },
  })
  return { rows: inOrder(rows), merges }
}

function valueCell(
  value: string,
  type: string,
  look: NumberLook,
  isFormula: boolean,
  { texts }: SheetSurroundings,
): CellValue | null {
  if (value === '') return isFormula && type !== 'str' ? { is: 'formula' } : null
  switch (type) {
    case 's':
      return textCell(texts[Number(value)] ?? '')
    case 'b':
      return { is: 'text', text: value === '1' ? 'SANT' : 'FALSKT' }
    case 'e':
      return { is: 'fault', text: plain(value).slice(0, 20) }
    case 'n': {
      const number = Number(value)
      return Number.isFinite(number) ? { is: 'number', value: number, shownAs: look } : textCell(plain(value))
    }
    default:
      // The result of a formula, or a day as ISO writes it.
      return textCell(plain(value))
  }
}

function textCell(text: string): CellValue | null {
  return text === '' ? null : { is: 'text', text }
}

function rangeOf(reference: string, known: number): CellRange {
  if (known >= workbookLimits.merges) throw new FileRefused('large')
  const [from = '', to = from] = reference.split(':')
  const [first, last] = [placeOf(from), placeOf(to)]
  if (!first || !last) throw new FileRefused('damaged')
  return { top: first.row, left: first.column, bottom: last.row, right: last.column }
}

function atMost(number: number, most: number): number {
  if (!Number.isInteger(number) || number < 1 || number > most) throw new FileRefused('damaged')
  return number
}

/** Files have them in order; one that has not is read as if it had. */
function inOrder(rows: Map<number, Map<number, CellValue>>): Sheet['rows'] {
  const byKey = <Value>(one: readonly [number, Value], other: readonly [number, Value]) => one[0] - other[0]
  return new Map([...rows].map(([row, cells]) => [row, new Map([...cells].sort(byKey))] as const).sort(byKey))
}
