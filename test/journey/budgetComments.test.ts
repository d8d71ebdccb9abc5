import { AxeBuilder } from '@axe-core/playwright'
import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { amountKey } from '../../shared/budget/budgetKeys.ts'
import { Visitor } from '../harness/rawClient.ts'
import { type Seat, World } from '../harness/world.ts'
import { cell, cellOf, plain, sheet } from './budgetPage.ts'
import { cardOf, newComment } from './commenting.ts'
import { eventually } from './eventually.ts'
import { walkTo } from './fillInRichText.ts'

const wide = { width: 1440, height: 900 }
const detailed = 'Detaljerad budget'
const perYear = 'Fördelad över insatstid'
const amount = amountKey('owner', 'salary-1')

let world: World
let anna: Seat
/** May read and comment, and not write. */
let karim: Seat
let id: string
beforeAll(async () => {
  world = await World.begin()
  ;[anna, karim] = await Promise.all([world.seat('anna', wide), world.seat('karim', wide)])
  for (const { page } of [anna, karim]) await page.emulateMedia({ reducedMotion: 'reduce' })
})
afterAll(async () => await world.end())
beforeEach(async () => {
  id = await world.newApplication(anna, '2024', 'Samlat stöd')
  await anna.context.request.put(`/api/applications/${id}/members/karim`, {
    data: { role: 'reviewer' },
    headers: { origin: world.server.origin },
  })
  await write(doc => {
    doc.getMap('owner').set('organisation', 'Heby kommun')
    doc.getMap('period').set('start', '2025-01-01')
    doc.getMap('period').set('end', '2026-12-31')
    const line = doc.getMap('budget').get('salary-1')
    if (line instanceof Y.Map) line.set('label', 'Rehabcoach 1')
    doc.getMap('budget').set(amount, 690_000)
  })
  await Promise.all([anna.open(id), karim.open(id)])
})
afterEach(() => expect(world.faults.splice(0)).toEqual([]))

async function write(change: (doc: Y.Doc) => void): Promise<void> {
  const line = await (await Visitor.enter(world.server.origin, 'anna')).join(id)
  await line.write(change)
  await line.close()
}

async function say(page: Page, words: string): Promise<void> {
  await newComment(page).waitFor()
  await page.keyboard.type(words)
  await page.keyboard.press('Control+Enter')
}

const nameOfNew = async (page: Page) => plain(await newComment(page).getAttribute('aria-label'))

const sign = (page: Page, name: RegExp, of: typeof detailed | typeof perYear = detailed) =>
  sheet(page, of).getByRole('button', { name })

async function hasFocus(wanted: Locator): Promise<void> {
  await eventually(() => wanted.evaluate(element => element === document.activeElement)).toBe(true)
}

/** How far a card begins from the row that it is about, in pixels. */
async function away(card: Locator, row: Locator): Promise<number> {
  const [one, other] = await Promise.all([card.boundingBox(), row.boundingBox()])
  return Math.abs((one?.y ?? Number.NaN) - (other?.y ?? Number.NaN))
}

describe('A comment on a cell of the budget', () => {
  it('is made with the keys by somebody who may not write, and found by the keys at its row', async () => {
    await cellOf(karim.page, amount).click()
    await karim.page.keyboard.press('Control+Alt+m')
    await eventually(() => nameOfNew(karim.page)).toBe('Ny kommentar till Rehabcoach 1, Heby kommun')
    await say(karim.page, 'Varför så mycket?')
    // She is back in the cell.
    await hasFocus(cellOf(karim.page, amount))

    const one = sign(anna.page, /^1 kommentar till Rehabcoach 1$/)
    await one.waitFor()
    expect(await one.count()).toBe(1)
    await cellOf(anna.page, amount).click()
    await walkTo(anna.page, one, 'Shift+Tab', 1)
    await anna.page.keyboard.press('Enter')
    const card = cardOf(anna.page, 'Varför så mycket?')
    await hasFocus(card)
    expect(plain(await card.innerText())).toContain('Rehabcoach 1, Heby kommun')
    await eventually(() => away(card, cellOf(anna.page, amount))).toBeLessThan(60)
    await card.getByRole('button', { name: 'Visa i texten' }).click()
    await hasFocus(cellOf(anna.page, amount))

    const { violations } = await new AxeBuilder({ page: anna.page }).include('#budget').analyze()
    expect(violations).toEqual([])
  })

  it('is made with the sign of a row, about the cell one is in there, else about its name or first year', async () => {
    const { page } = anna
    await cellOf(page, amountKey('owner', 'salary-2')).click()
    const begin = /^Kommentera Rehabcoach 1$/
    await cell(page, detailed, 'salary-1', 'label').hover()
    await sign(page, begin).click()
    await eventually(() => nameOfNew(page)).toBe('Ny kommentar till Rehabcoach 1')
    await say(page, 'Om raden.')
    await sign(page, /^1 kommentar till Rehabcoach 1$/).waitFor()

    await cellOf(page, '2026:salary-1').click()
    await sign(page, begin, perYear).click()
    await eventually(() => nameOfNew(page)).toBe('Ny kommentar till Rehabcoach 1, 2026')
    await say(page, 'Om året.')
    await sign(page, /^1 kommentar till Rehabcoach 1$/, perYear).waitFor()

    // What is worked out in a row has the keys of the row.
    await cell(page, detailed, 'salary-1', 'sum').click()
    await page.keyboard.press('Control+Alt+m')
    await eventually(() => nameOfNew(page)).toBe('Ny kommentar till Rehabcoach 1')
    await say(page, 'Om summan.')
    await sign(page, /^2 kommentarer till Rehabcoach 1$/).waitFor()
  })

  it('takes what is being typed in the cell with it', async () => {
    const { page } = anna
    await cellOf(page, amount).click()
    await page.keyboard.type('700')
    await page.keyboard.press('Control+Alt+m')
    await say(page, 'Är det tusental?')
    await hasFocus(cellOf(page, amount))
    expect(plain(await cellOf(page, amount).innerText())).toBe('700')
  })

  it('is come to by its link, and stays without a place when its row is removed', async () => {
    await cellOf(karim.page, amount).click()
    await karim.page.keyboard.press('Control+Alt+m')
    await say(karim.page, 'Hit leder länken.')
    const card = cardOf(anna.page, 'Hit leder länken.')
    await sign(anna.page, /^1 kommentar till/).click()
    const thread = await card.getAttribute('data-thread-card')
    await karim.page.goto('/')
    await karim.page.goto(`/ansokningar/${id}?kommentar=${thread}`)
    await eventually(async () => (await cellOf(karim.page, amount).boundingBox())?.y).toSatisfy(
      (top: number | undefined) => top !== undefined && top > 0 && top < wide.height,
    )
    await write(doc => {
      const line = doc.getMap('budget').get('salary-1')
      if (line instanceof Y.Map) line.set('removed', true)
    })
    await cellOf(karim.page, amount).waitFor({ state: 'detached' })
    await karim.page.getByRole('button', { name: '1 utan plats i texten' }).click()
    expect(plain(await cardOf(karim.page, 'Hit leder länken.').innerText())).toContain('690 000 kr')
  })
})
