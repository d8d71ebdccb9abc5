import type { Budget, BudgetLine } from '../../../shared/budget/Budget.ts'
import { type BudgetBlock, type BudgetTemplate, isSalary } from '../../../shared/budget/BudgetTemplate.ts'
import { amountKey, otherRows, shareKey } from '../../../shared/budget/budgetKeys.ts'
import type { FieldValue } from '../../../shared/document/value.ts'
import { itemPath } from '../../form/fieldPath.ts'
import type { FileBudget } from './fileBudget.ts'

export type ImportMode = 'replace' | 'add'

/** A value in the root of the budget; null empties it. */
export interface PlannedWrite {
  readonly path: string
  readonly value: FieldValue
}

/** A row that the file brings, with what stands in it. */
export interface PlannedRow {
  readonly block: BudgetBlock
  readonly label: string | null
  /** What is written in it, when it has a key. */
  writes(key: string): readonly PlannedWrite[]
}

/** What reading a file in changes, before anything is written. */
export interface ImportPlan {
  readonly writes: readonly PlannedWrite[]
  readonly rows: readonly PlannedRow[]
  /** Rows and values of the file that stand where I may not write. */
  readonly rowsNotMine: number
  readonly valuesNotMine: number
}

interface ImportWish {
  readonly now: Budget
  readonly template: BudgetTemplate
  readonly file: FileBudget
  /** Party key of the file to that of the form; those that are not read in are not here. */
  readonly parties: ReadonlyMap<string, string>
  readonly mode: ImportMode
  /** Whether I may write what stands under a first key of the root. */
  readonly mayWrite: (key: string) => boolean
}

/** Stands for the key of a row that is not there yet: nobody may write it who may not add rows. */
const newRow = 'new-row'

/**
 * Works out what is to be written so that the budget says what the file does. Each row of the file goes into the row
 * with its key or name, else into one without a name, else into a new one. Adding leaves every row that somebody has
 * written in; replacing empties what the file does not have, for the parties that are read in and no others.
 */
export function planImport({ now, template, file, parties, mode, mayWrite }: ImportWish): ImportPlan {
  const places = placesFor(file, now, mode)
  const hasYears = file.budget.otherYears.size > 0 || file.budget.lines.some(line => line.years.size > 0)
  const wanted: PlannedWrite[] = []
  const rows: PlannedRow[] = []
  let rowsNotMine = 0
  for (const line of file.budget.lines) {
    const row = places.get(line.key)
    if (row) wanted.push(...lineWrites(row.key, line, row, { parties, mode, hasYears }))
    else if (!mayWrite(newRow)) rowsNotMine += 1
    else {
      const { block, label } = line
      const writes = (key: string) => lineWrites(key, line, null, { parties, mode, hasYears })
      rows.push({
        block,
        label,
        writes: key => writes(key).filter(write => mayWrite(firstKey(write, newRow, key))),
      })
    }
  }
  const kept = new Set([...places.values()].map(({ key }) => key))
  if (mode === 'replace') {
    for (const line of now.lines) {
      if (!kept.has(line.key)) wanted.push(...clearing(line, template, [...parties.values()], hasYears))
    }
  }
  wanted.push(...otherYears(file.budget, now, mode, hasYears))
  const changed = wanted.filter(({ path, value }) => valueIn(now, path) !== value)
  const writes = changed.filter(write => mayWrite(firstKey(write)))
  return { writes, rows, rowsNotMine, valuesNotMine: changed.length - writes.length }
}

/** Row key of the file to the row that it goes into. */
function placesFor(
  { budget, ownKeys }: FileBudget,
  now: Budget,
  mode: ImportMode,
): ReadonlyMap<string, BudgetLine> {
  const places = new Map<string, BudgetLine>()
  const taken = new Set<string>()
  const free = (line: BudgetLine) => !taken.has(line.key) && (mode === 'replace' || isEmpty(line))
  const ways: readonly ((line: BudgetLine, row: BudgetLine) => boolean)[] = [
    (line, row) => ownKeys.get(line.key) === row.key && sameLabel(line, row),
    sameLabel,
    (_line, row) => row.label === null,
  ]
  for (const fits of ways) {
    for (const line of budget.lines) {
      if (places.has(line.key)) continue
      const row = now.lines.find(row => row.block === line.block && free(row) && fits(line, row))
      if (!row) continue
      places.set(line.key, row)
      taken.add(row.key)
    }
  }
  return places
}

function sameLabel(one: BudgetLine, other: BudgetLine): boolean {
  const plain = ({ label }: BudgetLine) => (label ?? '').trim().toLowerCase()
  return plain(one) === plain(other)
}

function isEmpty({ amounts, years, percent, from, to, specification }: BudgetLine): boolean {
  const isNothing = (kronor: number) => kronor === 0
  return (
    [...amounts.values()].every(isNothing) &&
    [...years.values()].every(isNothing) &&
    [percent ?? 0, from ?? '', to ?? '', specification ?? ''].every(value => value === 0 || value === '')
  )
}

interface LineWish {
  readonly parties: ReadonlyMap<string, string>
  readonly mode: ImportMode
  readonly hasYears: boolean
}

/** What a row of the file writes; `row` is what stands there, null in a new one. */
function lineWrites(
  key: string,
  line: BudgetLine,
  row: BudgetLine | null,
  wish: LineWish,
): readonly PlannedWrite[] {
  const { parties, mode, hasYears } = wish
  const empties = mode === 'replace' && row !== null
  const field = (name: 'label' | 'percent' | 'from' | 'to' | 'specification'): readonly PlannedWrite[] => {
    const keeps =
      name === 'label' || name === 'specification' || (name === 'percent' && !isSalary(line.block))
    return line[name] === null && (!empties || keeps)
      ? []
      : [{ path: itemPath(key, name), value: line[name] }]
  }
  const years = new Set([...line.years.keys(), ...(empties && hasYears && row ? row.years.keys() : [])])
  return [
    ...(['label', 'percent', 'from', 'to', 'specification'] as const).flatMap(field),
    ...[...parties].flatMap(([inFile, party]): readonly PlannedWrite[] => {
      const kronor = line.amounts.get(inFile)
      return kronor === undefined && !empties ? [] : [{ path: amountKey(party, key), value: kronor ?? null }]
    }),
    ...[...years].map(year => ({ path: shareKey(year, key), value: line.years.get(year) ?? null })),
  ]
}

/** Empties a row that the file does not have, or removes it where nothing is left and the template has no such row. */
function clearing(
  line: BudgetLine,
  template: BudgetTemplate,
  parties: readonly string[],
  hasYears: boolean,
): readonly PlannedWrite[] {
  if (isEmpty(line) && line.label === null) return []
  const isLeft = [...line.amounts].some(([party, kronor]) => kronor !== 0 && !parties.includes(party))
  const isOfTemplate = line.label === null || template.rows[line.block].includes(line.label)
  if (!isLeft && !isOfTemplate) return [{ path: itemPath(line.key, 'removed'), value: true }]
  const fields = ['percent', 'from', 'to', 'specification'] as const
  return [
    ...(isLeft ? [] : fields.map(name => ({ path: itemPath(line.key, name), value: null }))),
    ...parties.map(party => ({ path: amountKey(party, line.key), value: null })),
    ...(hasYears
      ? [...line.years.keys()].map(year => ({ path: shareKey(year, line.key), value: null }))
      : []),
  ]
}

function otherYears(file: Budget, now: Budget, mode: ImportMode, hasYears: boolean): readonly PlannedWrite[] {
  if (!hasYears) return []
  const years = new Set([...file.otherYears.keys(), ...(mode === 'replace' ? now.otherYears.keys() : [])])
  return [...years].map(year => {
    const brought = file.otherYears.get(year)
    const value = mode === 'add' ? (brought ?? 0) + (now.otherYears.get(year) ?? 0) : (brought ?? null)
    return { path: shareKey(year, otherRows), value }
  })
}

/** What stands in a path of the budget now; null where nothing does. */
function valueIn(now: Budget, path: string): FieldValue {
  const [item, name] = path.split('/')
  if (name !== undefined) {
    const line = now.lines.find(({ key }) => key === item)
    return line && name in line ? (line[name as 'label' | 'percent'] ?? null) : null
  }
  const [year, share] = path.split(':')
  if (share === otherRows) return now.otherYears.get(Number(year)) ?? null
  if (share !== undefined) return now.lines.find(({ key }) => key === share)?.years.get(Number(year)) ?? null
  const [party = '', line] = path.split('.')
  return now.lines.find(({ key }) => key === line)?.amounts.get(party) ?? null
}

/** The first key that a path begins with; `instead` of the key of a row that is not there yet. */
function firstKey({ path }: PlannedWrite, instead = '', key = ''): string {
  const [first = ''] = path.split('/')
  return key === '' ? first : first.replace(key, instead)
}
