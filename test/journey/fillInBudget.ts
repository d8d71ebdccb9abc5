import type { Locator, Page } from 'playwright-core'
import { type BudgetTemplate, budgetBlocks } from '../../shared/budget/BudgetTemplate.ts'
import { otherRows } from '../../shared/budget/budgetKeys.ts'
import { seededKey } from '../../shared/budget/seedBudget.ts'
import type { BudgetContent, BudgetLineContent } from '../../shared/document/filledForm.ts'
import { typeWords } from './typeWords.ts'

/**
 * Enters a budget through its sheets, cell by cell, by keyboard: each row into the one that has its name already, else
 * into the next without a name, else into one that is added.
 */
export async function fillInBudget(
  page: Page,
  place: Locator,
  template: BudgetTemplate,
  content: BudgetContent,
): Promise<void> {
  const detailed = place.getByRole('grid').first()
  if (content.lines.some(line => line.block.startsWith('own') && isWritten(template, line))) {
    await place.getByRole('button', { name: 'Visa rader för egenfinansiering' }).click()
  }
  const years: { readonly row: string; readonly kronor: Readonly<Record<number, number>> }[] = []
  for (const block of budgetBlocks) {
    const taken = new Set<number>()
    for (const line of content.lines.filter(line => line.block === block && isWritten(template, line))) {
      const row = await rowFor(page, place, template, line, taken)
      await fillInLine(page, detailed, row, line, template)
      years.push({ row, kronor: line.years })
    }
  }
  const perYear = place.getByRole('grid', { name: 'Fördelad över insatstid' })
  for (const { row, kronor } of [...years, { row: otherRows, kronor: content.otherYears }]) {
    for (const [year, amount] of Object.entries(kronor)) await fillInCell(page, perYear, row, year, amount)
  }
}

/** Whether there is anything in a row but the name that its form gave it. */
function isWritten(template: BudgetTemplate, line: BudgetLineContent): boolean {
  const { block, label, amounts, years, percent, from, to, specification } = line
  if (amounts.length > 0 || Object.keys(years).length > 0) return true
  if ([percent, from, to, specification].some(value => value !== null)) return true
  return label !== null && !template.rows[block].includes(label)
}

async function rowFor(
  page: Page,
  place: Locator,
  template: BudgetTemplate,
  { block, label }: BudgetLineContent,
  taken: Set<number>,
): Promise<string> {
  const rows = template.rows[block]
  const free = (wanted: string | null) => rows.findIndex((row, index) => row === wanted && !taken.has(index))
  const index = label !== null && free(label) !== -1 ? free(label) : free(null)
  if (index !== -1) {
    taken.add(index)
    return seededKey(block, index)
  }
  await place.locator(`[data-row="${block}-add"] button`).click()
  await page.waitForFunction(() => document.activeElement?.closest('[data-is="line"]') != null)
  return await page.evaluate(
    () => document.activeElement?.closest<HTMLElement>('[data-row]')?.dataset.row ?? '',
  )
}

async function fillInLine(
  page: Page,
  grid: Locator,
  row: string,
  line: BudgetLineContent,
  template: BudgetTemplate,
): Promise<void> {
  const { label, percent, from, to, specification, amounts } = line
  const begun = template.rows[line.block].find((_, index) => seededKey(line.block, index) === row) ?? null
  if (label !== null && label !== begun) await fillInCell(page, grid, row, 'label', label)
  for (const [column, value] of Object.entries({ percent, from, to })) {
    if (value !== null) await fillInCell(page, grid, row, column, value)
  }
  for (const { party, kronor } of amounts) {
    const cell = grid.locator(`[data-at^="${row} amount."]`).nth(party === 'owner' ? 0 : party + 1)
    await typeInto(page, cell, kronor)
  }
  if (specification === null) return
  const under = grid.locator(`[data-at="${row}.specification percent"]`)
  if ((await under.count()) === 0) {
    await grid.locator(`[data-at="${row} label"]`).focus()
    await page.keyboard.press('Shift+F10')
    await page.getByRole('menuitem', { name: 'Skriv specifikation' }).press('Enter')
    // It is opened there by itself.
    await under.locator('textarea, input').waitFor()
    await page.waitForFunction(
      () => document.activeElement?.matches('[data-at] :is(textarea, input)') === true,
    )
    await typeWords(page, specification)
    return await page.keyboard.press('Enter')
  }
  await typeInto(page, under, specification)
}

async function fillInCell(
  page: Page,
  grid: Locator,
  row: string,
  column: string,
  value: string | number,
): Promise<void> {
  await typeInto(page, grid.locator(`[data-at="${row} ${column}"]`), value)
}

async function typeInto(page: Page, cell: Locator, value: string | number): Promise<void> {
  const words = String(value)
  await cell.focus()
  // A letter that this harness has no key for would come without one.
  if (!/^[ -~]/.test(words)) await page.keyboard.press('F2')
  await typeWords(page, words)
  await page.keyboard.press('Enter')
}
