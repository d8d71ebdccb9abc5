import { AxeBuilder } from '@axe-core/playwright'
import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Visitor } from '../harness/rawClient.ts'
import { type Seat, World } from '../harness/world.ts'
import { cell, cellOf, notesOf, plain, rowOf, sheet, storedCells, typeKeys } from './budgetPage.ts'
import { eventually } from './eventually.ts'
import { walkTo } from './fillInRichText.ts'

let world: World
let anna: Seat
let page: Page
let id: string
beforeAll(async () => {
  world = await World.begin()
  anna = await world.seat('anna')
  page = anna.page
  await page.emulateMedia({ reducedMotion: 'reduce' })
})
afterAll(async () => await world.end())
beforeEach(async () => {
  await page.setViewportSize({ width: 1280, height: 900 })
  id = await world.newApplication(anna, '2024', 'Samlat stöd')
  const line = await (await Visitor.enter(world.server.origin, 'anna')).join(id)
  await line.write(doc => {
    doc.getMap('owner').set('organisation', 'Heby kommun')
    doc.getMap('period').set('start', '2025-01-01')
    doc.getMap('period').set('end', '2026-12-31')
  })
  await line.close()
  await anna.open(id)
})
afterEach(() => expect(world.faults.splice(0)).toEqual([]))

const detailed = 'Detaljerad budget'
const perYear = 'Fördelad över insatstid'

async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

/** What has focus, as its cell in a sheet; null elsewhere. */
async function here(): Promise<string | null> {
  return await page.evaluate(
    () => document.activeElement?.closest('[data-at]')?.getAttribute('data-at') ?? null,
  )
}

/** From the last field before the budget into its first sheet, with Tab. */
async function intoSheet(): Promise<void> {
  await page.locator('#signatures').getByRole('textbox').last().focus()
  await walkTo(page, cell(page, detailed, 'salary-1', 'label'), 'Tab', 12)
}

async function shown(row: string, column: string): Promise<string> {
  return plain(await cell(page, detailed, row, column).innerText())
}

/** What a screen reader says of a cell after its name. */
async function described(at: Locator): Promise<string> {
  const words = await at.evaluate(element =>
    (element.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map(id => document.getElementById(id)?.textContent ?? '')
      .join(' '),
  )
  return plain(words)
}

describe('By keys alone', () => {
  it('one comes into the sheet from the section above, walks in it, and leaves it again at both ends', async () => {
    await intoSheet()
    await press('ArrowDown', 'ArrowRight')
    expect(await here()).toBe('salary-2 percent')
    await press('End')
    expect(await here()).toBe('salary-2 sum')
    await press('Control+Home')
    expect(await here()).toBe('salary-1 label')
    await press('ArrowUp', 'ArrowLeft')
    expect(await here()).toBe('salary-1 label')
    await press('ArrowDown', 'Tab')
    expect(await sheet(page, detailed).locator(':focus').count()).toBe(0)
    await press('Shift+Tab')
    expect(await here()).toBe('salary-2 label')
    await press('Shift+Tab')
    expect(await here()).toBe(null)
    await walkTo(page, page.locator('#signatures').getByRole('textbox').last(), 'Shift+Tab', 12)
    await walkTo(page, cell(page, perYear, 'premises-1', '2025'), 'Tab', 20)
  })

  it('one types, goes on, changes with F2, gives back with Esc, empties, and undoes', async () => {
    await intoSheet()
    await typeKeys(page, 'Åsas tjänst')
    await press('Tab')
    await page.keyboard.type('50')
    await press('Tab')
    await page.keyboard.type('250101')
    await press('Tab', 'Tab')
    await page.keyboard.type('1 200 000 kr')
    await press('Enter')
    expect(await here()).toBe('salary-2 label')
    expect((await rowOf(page, detailed, 'salary-1')).slice(0, 6)).toEqual([
      'Åsas tjänst',
      '50',
      '2025-01-01',
      '',
      '1 200 000',
      '1 200 000',
    ])
    await press('ArrowUp', 'F2')
    await typeKeys(page, ', halvtid')
    await press('Enter', 'ArrowUp')
    expect(await shown('salary-1', 'label')).toBe('Åsas tjänst, halvtid')
    await page.keyboard.type('Nej')
    await press('Escape')
    expect(await here()).toBe('salary-1 label')
    expect(await shown('salary-1', 'label')).toBe('Åsas tjänst, halvtid')
    for (let step = 0; step < 4; step += 1) await press('ArrowRight')
    await press('Delete')
    expect(await shown('salary-1', 'amount.owner')).toBe('')
    await press('Control+z')
    await eventually(() => shown('salary-1', 'amount.owner')).toBe('1 200 000')
    expect(await here()).toBe('salary-1 amount.owner')
    await press('Control+y')
    await eventually(() => shown('salary-1', 'amount.owner')).toBe('')
    await press('Control+z')
    await anna.saved()
    expect((await storedCells(world, anna, id)).get('owner.salary-1')).toBe(1_200_000)
  })

  it.each([
    ['-5', 'Ett belopp kan inte vara mindre än noll'],
    ['10,50', 'Beloppet ska vara i hela kronor'],
    ['ungefär tio', 'Det här är inget belopp'],
    ['1000000000000', 'Talet är större än 999 999 999 999'],
    ['1 540,4', 'Menar du 1 540 kr eller 1 540 400 kr?'],
  ])(
    '%s is not taken; the reason is the cell’s description, and Esc gives back what stood there',
    async (typed, why) => {
      await cellOf(page, 'owner.salary-1').focus()
      await page.keyboard.type('700')
      await press('Enter', 'ArrowUp')
      await page.keyboard.type(typed)
      await press('Enter')
      const at = cell(page, detailed, 'salary-1', 'amount.owner')
      expect(await here()).toBe('salary-1 amount.owner')
      await eventually(() => described(at)).toContain(why)
      expect(await at.getAttribute('aria-invalid')).toBe('true')
      const box = at.locator('input')
      expect(await box.inputValue()).toBe(typed)
      expect(await described(box)).toContain(why)
      await anna.saved()
      expect((await storedCells(world, anna, id)).get('owner.salary-1')).toBe(700)
      await press('Escape')
      await eventually(() => at.getAttribute('aria-invalid')).toBe(null)
      expect(await described(at)).toBe('')
      expect(await shown('salary-1', 'amount.owner')).toBe('700')
      expect(await here()).toBe('salary-1 amount.owner')
    },
  )

  it('a row is added, named, moved, removed and taken back', async () => {
    await intoSheet()
    for (let row = 0; row < 7; row += 1) await press('ArrowDown')
    expect(await here()).toBe('salary-add label')
    await press('Enter')
    await typeKeys(page, 'Ny tjänst')
    await press('Control+Enter')
    const names = async () =>
      (await sheet(page, detailed).locator('[data-row^="salary-sum"]').count()) === 1
        ? await sheet(page, detailed)
            .locator('[data-at$=" label"][role="rowheader"]')
            .evaluateAll(cells => cells.map(cell => cell.querySelector('span')?.textContent ?? ''))
        : []
    const place = async () => (await names()).indexOf('Ny tjänst')
    const last = await place()
    expect(last).toBe(7)
    await press('Alt+Shift+ArrowUp')
    await eventually(place).toBe(last - 1)
    const row = (await here())?.split(' ')[0] ?? ''
    expect(await here()).toBe(`${row} label`)
    await press('Alt+Shift+ArrowUp', 'Alt+Shift+ArrowDown')
    await eventually(place).toBe(last - 1)
    await press('Shift+F10')
    await walkTo(page, page.getByRole('menuitem', { name: 'Ta bort raden' }), 'ArrowDown')
    await press('Enter')
    await page.locator('#budget').getByText('Ny tjänst är borttaget.').waitFor()
    await eventually(place).toBe(-1)
    const back = page.locator('#budget').getByRole('button', { name: 'Ångra', exact: true })
    await eventually(() => back.evaluate(button => button === document.activeElement)).toBe(true)
    await press('Enter')
    await eventually(place).toBe(last - 1)
    await eventually(here).toBe(`${row} label`)
    await press('Tab')
    expect(await sheet(page, detailed).locator(':focus').count()).toBe(0)
  })
})

describe('A screen reader', () => {
  it('finds a grid with the names of its columns and rows', async () => {
    const grid = page.getByRole('grid', { name: detailed, exact: true })
    const heads = grid.getByRole('columnheader')
    expect(await heads.evaluateAll(heads => heads.map(head => head.getAttribute('aria-label')))).toEqual([
      'Kostnadsslag',
      'Tjänst i %',
      'Tidsperiod från',
      'Tidsperiod till',
      'Heby kommun, Huvudinsatsägare',
      'Att rekvirera - Alla insatsägare',
    ])
    await grid.getByRole('rowheader', { name: 'Lokalhyra' }).first().waitFor()
    expect(await grid.getAttribute('aria-colcount')).toBe('6')
    const rows = await grid
      .getByRole('row')
      .evaluateAll(rows => rows.map(row => row.getAttribute('aria-rowindex')))
    expect(rows).toEqual(rows.map((_, index) => String(index + 1)))
    expect(await grid.getAttribute('aria-rowcount')).toBe(String(rows.length))
    const cells = grid.locator('[data-row="salary-1"] > *')
    expect(await cells.evaluateAll(cells => cells.map(cell => cell.getAttribute('role')))).toEqual([
      'rowheader',
      ...Array.from({ length: 5 }, () => 'gridcell'),
    ])
    expect(await cells.last().getAttribute('aria-readonly')).toBe('true')
    const years = page.getByRole('grid', { name: perYear, exact: true })
    for (const name of ['Totalt för insatsen', 'År 1 2025', 'År 2 2026', 'Kvar att fördela'])
      await years.getByRole('columnheader', { name, exact: true }).waitFor()
    await years.getByRole('rowheader', { name: 'S:a per år för avstämning' }).waitFor()
    await page.getByRole('table', { name: /^Belopp per part/ }).waitFor()
  })

  it('hears in what row and column one types', async () => {
    await intoSheet()
    await page.keyboard.type('Chef')
    await press('Tab')
    await page.keyboard.type('5')
    await page.getByRole('textbox', { name: 'Chef, Tjänst i %', exact: true }).waitFor()
    await press('Escape')
    expect(await page.locator('#budget').getByRole('textbox').count()).toBe(0)
  })
})

const states: readonly (readonly [string, () => Promise<void>])[] = [
  ['untouched', async () => {}],
  [
    'filled in',
    async () => {
      await cellOf(page, 'owner.other-7').focus()
      for (const amount of ['600000', '20000', '10000', '400000']) {
        await page.keyboard.type(amount)
        await press('Enter')
      }
      await notesOf(page, 'other-10').getByText('Skriv i specifikationen').waitFor()
      await page.locator('#budget summary', { hasText: 'att rätta' }).press('Enter')
    },
  ],
  [
    'typed in',
    async () => {
      await cellOf(page, 'owner.salary-2').focus()
      await page.keyboard.type('12')
    },
  ],
  [
    'refusing',
    async () => {
      await cellOf(page, 'owner.salary-2').focus()
      await page.keyboard.type('tolv')
      await press('Enter')
      await notesOf(page, 'salary-2').getByText('Det här är inget belopp').waitFor()
    },
  ],
  [
    'selected in',
    async () => {
      await cellOf(page, 'owner.salary-2').focus()
      await press('Shift+ArrowDown', 'Shift+ArrowLeft')
      await page.locator('#budget').getByText('4 celler markerade').waitFor()
    },
  ],
]

describe.each([
  ['on a desk', 1280, 'light'],
  ['in the dark', 1280, 'dark'],
  ['on a telephone', 390, 'light'],
  ['on a telephone in the dark', 390, 'dark'],
] as const)('%s axe finds nothing to remark', (_, width, colorScheme) => {
  it.each(states)('in a budget that is %s', async (_state, go) => {
    await page.setViewportSize({ width, height: 900 })
    await page.emulateMedia({ reducedMotion: 'reduce', colorScheme })
    await go()
    const { violations } = await new AxeBuilder({ page }).include('#budget').analyze()
    expect(
      violations.map(({ id, help, nodes }) => ({
        id,
        help,
        where: nodes.map(({ html }) => html.slice(0, 160)),
      })),
    ).toEqual([])
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    ).toBe(0)
  })
})
