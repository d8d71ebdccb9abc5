import { budgetBlocks } from '../../../../shared/budget/BudgetTemplate.ts'
import { unwrittenBudget } from '../../../../shared/budget/seedBudget.ts'
import type { BudgetContent, BudgetLineContent } from '../../../../shared/document/filledForm.ts'
import { budget2024 } from '../../../../shared/form/forms/2024/budget.ts'
import type { Random } from '../../form/seeded.ts'

const labels = [
  'Processledare',
  'Rehabcoach 1',
  'Rehabcoach 2',
  'Lokalhyra',
  'Resor',
  'Tolk',
  'Övrigt',
] as const

function madeUpLine(random: Random, partners: number): BudgetLineContent {
  const day = () => random.pick([null, '2025-01-01', '2026-12-31'])
  return {
    block: random.pick(budgetBlocks),
    label: random.pick([null, ...labels]),
    percent: random.pick([null, null, 0, 50, 100]),
    ...{ from: day(), to: day() },
    specification: random.pick([null, null, 'Studiebesök']),
    amounts: (['owner', ...Array(partners).keys()] as const).flatMap(party =>
      random.between(0, 1) === 0 ? [] : [{ party, kronor: random.pick([0, 40_000, 1_200_000]) }],
    ),
    years: madeUpYears(random),
  }
}

export function madeUpYears(random: Random): Record<number, number> {
  return Object.fromEntries(many(random, 3, () => [2024 + random.between(0, 4), random.between(0, 2) * 1000]))
}

/** In the order of the sheet. */
function sorted(lines: readonly BudgetLineContent[]): BudgetLineContent[] {
  return lines.toSorted((one, other) => budgetBlocks.indexOf(one.block) - budgetBlocks.indexOf(other.block))
}

/** Now and then what nobody has written in, as a document begins. */
export function madeUpBudget(random: Random, partners: number): BudgetContent {
  if (random.between(0, 4) === 0) return unwrittenBudget(budget2024)
  const lines = sorted(many(random, 12, () => madeUpLine(random, partners)))
  return { kind: 'budget', lines, otherYears: madeUpYears(random) }
}

/** The same with rows moved within their block, removed, doubled and changed. */
export function editedBudget(
  random: Random,
  content: BudgetContent,
  editedList: (
    random: Random,
    lines: readonly BudgetLineContent[],
    change: (line: BudgetLineContent) => BudgetLineContent,
  ) => BudgetLineContent[],
): BudgetContent {
  return {
    ...content,
    lines: sorted(editedList(random, content.lines, line => editedLine(random, line))),
    otherYears: random.between(0, 1) === 0 ? content.otherYears : madeUpYears(random),
  }
}

function editedLine(random: Random, line: BudgetLineContent): BudgetLineContent {
  const other = madeUpLine(random, random.between(0, 3))
  return {
    ...line,
    ...random.pick<Partial<BudgetLineContent>>([{ label: other.label }, { amounts: other.amounts }, other]),
  }
}

function many<T>(random: Random, most: number, make: () => T): T[] {
  return Array.from({ length: random.between(0, most) }, make)
}
