import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Visitor } from '../harness/rawClient.ts'
import { type Seat, World } from '../harness/world.ts'

let world: World
let anna: Seat
beforeAll(async () => {
  world = await World.begin()
  anna = await world.seat('anna')
})
afterAll(async () => await world.end())
beforeEach(async () => {
  const id = await world.newApplication(anna, '2024', 'Samlat stöd')
  const line = await (await Visitor.enter(world.server.origin, 'anna')).join(id)
  await line.write(doc => {
    doc.getMap('owner').set('organisation', 'Heby kommun')
    doc.getMap('period').set('start', '2025-01-01')
    doc.getMap('period').set('end', '2026-12-31')
    const budget = doc.getMap('budget')
    budget.set('owner.other-7', 600_000)
    budget.set('owner.other-10', 400_000)
    budget.set('owner.premises-1', 90_000)
    budget.set('2025:premises-1', 50_000)
    budget.set('2025:other', 500_000)
    budget.set('2026:other', 500_000)
  })
  await line.close()
  await anna.open(id)
})
afterEach(() => expect(world.faults.splice(0)).toEqual([]))

const cell = (page: Page, path: string) => page.locator(`#budget [data-field="${path}"]`).first()
const under = (page: Page, row: string) => page.locator(`#budget [data-notes-of="${row}"]`)
const list = (page: Page) => page.locator('#budget details', { hasText: 'att rätta' })

describe('What the rules say of a budget', () => {
  it('stands under its row, in the sheet where it is put right, and goes when it is', async () => {
    const { page } = anna
    await under(page, 'premises-1').getByText('Årens summa är 40 000 kr för låg').waitFor()
    await under(page, 'other-10').getByText('Skriv i specifikationen vad 400 000 kr ska gå till.').waitFor()
    await cell(page, '2026:premises-1').click()
    await page.keyboard.type('40 tkr')
    await page.keyboard.press('Enter')
    await under(page, 'premises-1').getByText('Årens summa').waitFor({ state: 'detached' })
    expect(await under(page, 'other-10').count()).toBe(1)
  })

  it('is listed, errors first, and each goes to its cell or its field', async () => {
    const { page } = anna
    await list(page).getByText('3 fel att rätta och 2 saker att tänka på').click()
    const rules = list(page).locator('li')
    const inOrder = await rules.evaluateAll(items => items.map(item => item.dataset.rule))
    expect(inOrder).toEqual(['BV7', 'BV6', 'BV14', 'BV19', 'BV14'])
    await rules
      .filter({ hasText: 'Årens summa är 40 000 kr för låg' })
      .getByRole('button', { name: 'Lokalhyra' })
      .click()
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-field'))).toBe(
      '2025:premises-1',
    )
  })
})
