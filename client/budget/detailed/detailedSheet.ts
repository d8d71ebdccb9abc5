import type { ReactNode } from 'react'
import {
  type BudgetBlock,
  type BudgetLabels,
  isSalary,
  ownBlocks,
  soughtBlocks,
} from '../../../shared/budget/BudgetTemplate.ts'
import { amountKey } from '../../../shared/budget/budgetKeys.ts'
import type { PartySums } from '../../../shared/budget/sums.ts'
import { itemPath } from '../../form/fieldPath.ts'
import { amountFormat, dayFormat, lineFormat } from '../../form/fields/format.ts'
import type { Text } from '../../text/text.ts'
import type { BudgetView } from '../BudgetStore.ts'
import type { SheetCell, SheetColumn, SheetRow } from '../grid/sheet.ts'
import { percentFormat } from '../percentFormat.ts'
import type { LineInView } from './BudgetLines.ts'

/** Longest label, as in `roots.ts`. */
const lineMaxLength = 500

/** What is drawn of the rows beside their cells. */
export interface DrawnBeside {
  mark(line: LineInView): ReactNode
  tools(line: LineInView): ReactNode
  notes(line: LineInView): ReactNode
}

/** The columns of the detailed sheet: what a row is, and an amount for each party. */
export function detailedColumns(
  labels: BudgetLabels,
  text: Text['budget'],
  parties: readonly string[],
  heads: { readonly period: ReactNode; party(key: string): ReactNode },
): readonly SheetColumn[] {
  return [
    { key: 'label', name: () => text.costType, width: 'label' },
    { key: 'percent', name: () => labels.percent, width: 'percent' },
    {
      key: 'from',
      name: () => `${periodWord(labels)} ${labels.from}`,
      head: heads.period,
      width: 'day',
    },
    { key: 'to', name: () => `${periodWord(labels)} ${labels.to}`, head: labels.to, width: 'day' },
    ...parties.map(
      (party, index): SheetColumn => ({
        key: amountColumn(party),
        name: view => partyName(view, party, labels, text),
        head: heads.party(party),
        width: 'amount',
        parted: index === 0,
      }),
    ),
    { key: 'sum', name: () => labels.rowSum, width: 'amount', parted: true },
  ]
}

/** *Tidsperiod* without its `(ååmmdd)`: in the page a day is written out, and a short one is understood. */
export function periodWord({ period }: BudgetLabels): string {
  return period.replace(/\s*\([^)]*\)$/, '')
}

/** *Huvudinsatsägare* or *Delinsatsägare 2*, as the form says it. */
export function partyRole({ budget }: BudgetView, party: string, labels: BudgetLabels): string {
  const index = budget.parties.findIndex(({ key }) => key === party)
  return budget.parties[index]?.role === 'owner'
    ? labels.owner
    : labels.partner.replace('{number}', String(Math.max(1, index)))
}

function partyName(view: BudgetView, party: string, labels: BudgetLabels, text: Text['budget']): string {
  const organisation = view.budget.parties.find(({ key }) => key === party)?.organisation
  return `${organisation ?? text.unnamedParty}, ${partyRole(view, party, labels)}`
}

/** What a row is called aloud: its label, and the block where it stands. */
function lineName(view: BudgetView, line: string, text: Text['budget']): string {
  return view.budget.lines.find(({ key }) => key === line)?.label ?? text.unnamedRow
}

/** The rows of one block, and how one is added to it. */
export interface BlockOfRows {
  readonly block: BudgetBlock
  readonly lines: readonly SheetRow[]
  readonly add: SheetRow | null
}

/** A line that is filled in, and the line under it that says what it is. */
export function lineRows(
  line: LineInView,
  parties: readonly string[],
  text: Text['budget'],
  drawn: DrawnBeside,
): readonly SheetRow[] {
  const { key, block, removed } = line
  const words = (name: string, empty: string): SheetCell => ({
    is: 'value',
    path: itemPath(key, name),
    format: lineFormat(lineMaxLength),
    align: 'start',
    empty,
  })
  const day = (name: string): SheetCell => ({
    is: 'value',
    path: itemPath(key, name),
    format: dayFormat,
    align: 'end',
  })
  const row: SheetRow = {
    key,
    is: 'line',
    name: view => lineName(view, key, text),
    cells: {
      label: words('label', isSalary(block) ? text.emptySalary : text.emptyCost),
      ...(isSalary(block)
        ? {
            percent: {
              is: 'value',
              path: itemPath(key, 'percent'),
              format: percentFormat,
              align: 'end',
              unit: '%',
            },
          }
        : {}),
      ...(hasPeriod(block) ? { from: day('from'), to: day('to') } : {}),
      ...Object.fromEntries(
        parties.map(party => [
          amountColumn(party),
          {
            is: 'value',
            path: amountKey(party, key),
            format: amountFormat,
            align: 'end',
            unit: text.unit,
          } satisfies SheetCell,
        ]),
      ),
      sum: { is: 'computed', of: ({ sums }) => sums.lines.get(key) || null },
    },
    mark: drawn.mark(line),
    tools: drawn.tools(line),
    notes: drawn.notes(line),
    removed: removed !== null && !removed.byMe,
    onlyNotes: removed?.byMe === true,
  }
  if (!line.hasSpecification || removed?.byMe === true) return [row]
  const under: SheetRow = {
    key: `${key}.specification`,
    is: 'under',
    name: view => text.specificationOf(lineName(view, key, text)),
    cells: {
      label: { is: 'words', of: () => text.specification },
      percent: words('specification', text.emptySpecification),
    },
    removed: removed !== null,
  }
  return [row, under]
}

/** All rows of the sheet: two halves of three blocks each, with their sums, and the sum of all. */
export function detailedRows(
  labels: BudgetLabels,
  blocks: readonly BlockOfRows[],
  parties: readonly string[],
  own: { readonly isShown: boolean; readonly toggle: SheetRow | null },
): readonly SheetRow[] {
  const rowsOf = (block: BudgetBlock): readonly SheetRow[] => {
    const known = blocks.find(known => known.block === block)
    return [
      band(block, labels.blocks[block], 1),
      ...(known?.lines ?? []),
      ...(known?.add ? [known.add] : []),
      sumRow(
        `${block}-sum`,
        labels.sums[block],
        1,
        parties,
        ({ sums }) => sums.blocks[block],
        block === 'salary',
      ),
    ]
  }
  return [
    band('sought', labels.sought, 2),
    ...soughtBlocks.flatMap(rowsOf),
    sumRow('sought-sum', labels.soughtSum, 2, parties, ({ sums }) => sums.sought),
    band('own', labels.own, 2),
    ...(own.toggle ? [own.toggle] : []),
    ...(own.isShown ? ownBlocks.flatMap(rowsOf) : []),
    sumRow('own-sum', labels.ownSum, 2, parties, ({ sums }) => sums.own),
    sumRow('grand-sum', labels.grandSum, 3, parties, ({ sums }) => sums.grand),
  ]
}

function band(key: string, words: string, weight: 1 | 2): SheetRow {
  return { key: `band-${key}`, is: 'heading', weight, name: () => words, cells: {} }
}

function sumRow(
  key: string,
  words: string,
  weight: 1 | 2 | 3,
  parties: readonly string[],
  of: (view: BudgetView) => PartySums,
  hasPercent = false,
): SheetRow {
  return {
    key,
    is: 'sum',
    weight,
    name: () => words,
    cells: {
      label: { is: 'words', of: () => words },
      ...(hasPercent
        ? { percent: { is: 'computed', of: ({ sums }) => sums.percent } satisfies SheetCell }
        : {}),
      ...Object.fromEntries(
        parties.map(party => [
          amountColumn(party),
          { is: 'computed', of: view => of(view).byParty.get(party) ?? 0 } satisfies SheetCell,
        ]),
      ),
      sum: { is: 'computed', of: view => of(view).total },
    },
  }
}

/** Premises have no time of their own in the workbook. */
function hasPeriod(block: BudgetBlock): boolean {
  return isSalary(block) || block === 'other'
}

function amountColumn(party: string): string {
  return `amount.${party}`
}
