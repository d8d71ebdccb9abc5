import type { Locator, Page } from 'playwright-core'
import * as Y from 'yjs'
import type { Budget } from '../../shared/budget/Budget.ts'
import { readBudget } from '../../shared/budget/readBudget.ts'
import { formById } from '../../shared/form/forms.ts'
import type { Seat, World } from '../harness/world.ts'

export type SheetName = 'Detaljerad budget' | 'Fördelad över insatstid'

/** One of the two sheets that are written in. */
export function sheet(page: Page, name: SheetName): Locator {
  return page.getByRole('grid', { name, exact: true })
}

/** A cell of a sheet, by the keys of its row and column. */
export function cell(page: Page, name: SheetName, row: string, column: string): Locator {
  return sheet(page, name).locator(`[data-at="${row} ${column}"]`)
}

/** A cell by the path of what is written in it. */
export function cellOf(page: Page, path: string): Locator {
  return page.locator(`#budget [data-field="${path}"]`).first()
}

/** What is said under a row of a sheet. */
export function notesOf(page: Page, row: string): Locator {
  return page.locator(`#budget [data-notes-of="${row}"]`)
}

/**
 * Fills in rows from a cell on, as in a spreadsheet: Tab between cells, and Enter, which comes back to the first column
 * on the next row. An empty string leaves a cell as it is.
 */
export async function fillInRows(from: Locator, rows: readonly (readonly string[])[]): Promise<void> {
  const page = from.page()
  await from.click()
  for (const cells of rows) {
    for (const [index, words] of cells.entries()) {
      if (index > 0) await page.keyboard.press('Tab')
      await typeKeys(page, words)
    }
    await page.keyboard.press('Enter')
  }
}

/** Types with a key for every letter: the browser of the tests has none for *Ö* unless it is told. */
export async function typeKeys(page: Page, words: string): Promise<void> {
  if (/^[ -~]*$/.test(words)) return await page.keyboard.type(words)
  const keyboard = await page.context().newCDPSession(page)
  for (const key of words) {
    await keyboard.send('Input.dispatchKeyEvent', { type: 'keyDown', key, text: key })
    await keyboard.send('Input.dispatchKeyEvent', { type: 'keyUp', key })
  }
  await keyboard.detach()
}

/** What each cell of both sheets shows: sheet, row and column to its words, with ordinary spaces. */
export async function shownCells(page: Page): Promise<ReadonlyMap<string, string>> {
  const cells = await page.locator('#budget [role="grid"] [data-at]').evaluateAll(elements =>
    elements.map(element => {
      const copy = element.cloneNode(true) as HTMLElement
      for (const beside of copy.querySelectorAll('[aria-hidden], button, input, textarea, [role="img"]'))
        beside.remove()
      const grid = element.closest('[role="grid"]')?.getAttribute('aria-label')
      return [`${grid}: ${copy.dataset.at}`, copy.textContent ?? ''] as const
    }),
  )
  return new Map(cells.map(([place, words]) => [place, plain(words)]))
}

/** The words of a row, cell by cell, blank ones too. */
export async function rowOf(page: Page, name: SheetName, row: string): Promise<readonly string[]> {
  const cells = await shownCells(page)
  return [...cells].flatMap(([place, words]) => (place.startsWith(`${name}: ${row} `) ? [words] : []))
}

/** *Budgetsammanställning*, row by row, with its sum last. */
export async function summaryOf(page: Page): Promise<readonly (readonly string[])[]> {
  const table = page.locator('#budget table', { hasText: 'Belopp per part' })
  const rows = await table
    .locator('tbody tr, tfoot tr')
    .evaluateAll(rows => rows.map(row => [...row.querySelectorAll('th, td')].map(cell => cell.textContent)))
  return rows.map(cells => cells.map(plain))
}

/** What the form says under *Ange budget/finansiering*: path (`total`, `2020`) to words. */
export async function amountInForm(page: Page): Promise<Readonly<Record<string, string>>> {
  const fields = await page
    .locator('#budgetAmount [data-field]:has(p)')
    .evaluateAll(fields =>
      fields.map(field => [field.getAttribute('data-field') ?? '', field.querySelector('p')?.textContent]),
    )
  return Object.fromEntries(fields.map(([path, words]) => [path, plain(words)]))
}

/** The server's root of the budget: key to value, and `row/field` for what is said of a row. */
export async function storedCells(
  world: World,
  seat: Seat,
  id: string,
): Promise<ReadonlyMap<string, unknown>> {
  const budget = (await serverDocument(world, seat, id)).getMap('budget')
  return new Map(
    [...budget].flatMap(([key, value]) =>
      value instanceof Y.Map
        ? [...value].map(([field, said]): [string, unknown] => [`${key}/${field}`, said])
        : [[key, value] as [string, unknown]],
    ),
  )
}

/** The budget as the server's document says it. */
export async function storedBudget(world: World, seat: Seat, id: string, formId: string): Promise<Budget> {
  const form = formById(formId)
  if (!form) throw new Error(`There is no form ${formId}.`)
  return readBudget(await serverDocument(world, seat, id), form)
}

async function serverDocument(world: World, seat: Seat, id: string): Promise<Y.Doc> {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, await world.state(seat, id))
  return doc
}

/** With ordinary spaces and without soft hyphens. */
export function plain(words: string | null | undefined): string {
  return (words ?? '')
    .replaceAll('\u00ad', '')
    .replaceAll(/[\u202f\u00a0]/g, ' ')
    .trim()
}
