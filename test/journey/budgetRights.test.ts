import { AxeBuilder } from '@axe-core/playwright'
import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { amountKey, shareKey } from '../../shared/budget/budgetKeys.ts'
import { Gate } from '../harness/gate.ts'
import { Visitor } from '../harness/rawClient.ts'
import { type Seat, World } from '../harness/world.ts'
import { eventually } from './eventually.ts'

let world: World
let gate: Gate
/** Responsible for the ansökan, at Heby. */
let anna: Seat
/** Of Försäkringskassan; sits behind the gate. */
let elin: Seat
let id: string

const fk = 'fk1'
const af = 'af1'
const partners = [
  [af, 'Arbetsförmedlingen'],
  [fk, 'Försäkringskassan'],
] as const

beforeAll(async () => {
  world = await World.begin({ MAX_LINES_PER_PERSON: '100' })
  gate = await Gate.before(world.server.origin)
  anna = await world.seat('anna')
})
afterAll(async () => {
  await world.end()
  gate.close()
})
beforeEach(async () => {
  gate.let('open')
  elin = await world.seat('elin', undefined, gate.origin)
  id = await world.newApplication(anna, '2024', 'Samlat stöd')
  const line = await (await Visitor.enter(world.server.origin, 'anna')).join(id)
  await line.write(doc => {
    doc.getMap('owner').set('organisation', 'Heby kommun')
    for (const [index, [key, organisation]] of partners.entries())
      doc.getMap('partners').set(key, new Y.Map([...Object.entries({ order: `a${index}`, organisation })]))
    doc.getMap('budget').set(amountKey(af, 'salary-1'), 200_000)
  })
  await line.close()
  await Promise.all([anna.open(id), elin.open(id)])
})
afterEach(async () => {
  await elin.context.close()
  expect(world.faults.splice(0)).toEqual([])
})

const budget = (page: Page) => page.locator('#budget')
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Begränsa parter till egna kolumner' })
const cell = (page: Page, key: string) => budget(page).locator(`[data-field="${key}"]`).first()
const rescuedBox = (page: Page) => page.getByRole('region', { name: 'Räddad text' })

/** What the server has under a key of the budget. */
async function saved(key: string): Promise<unknown> {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, await world.state(anna, id))
  return doc.getMap('budget').get(key)
}

async function openDialog(): Promise<void> {
  await budget(anna.page)
    .getByRole('button', { name: /^Vem skriver i/ })
    .click()
  await anna.page.getByRole('menuitemradio', { name: 'Begränsa parter till egna kolumner…' }).click()
  await dialog(anna.page).waitFor()
}

/** What is chosen for a party. */
async function chosen(party: string): Promise<string> {
  return await dialog(anna.page)
    .getByLabel(party, { exact: true })
    .evaluate(select => (select as HTMLSelectElement).selectedOptions[0]?.textContent ?? '')
}

async function limitElin(): Promise<void> {
  await openDialog()
  await dialog(anna.page).getByLabel('Arbetsförmedlingen', { exact: true }).selectOption('Obegränsad')
  await dialog(anna.page).getByRole('button', { name: 'Spara' }).click()
  await dialog(anna.page).waitFor({ state: 'detached' })
}

const mine = (page: Page) => budget(page).getByText('Ni fyller bara i kolumnen Försäkringskassan.').first()

const rowButtons = (page: Page) => budget(page).getByRole('button', { name: /^(?:Lägg till|Mer om)/ })

/** Whether her cell, those of others, and the name of a row are said to be read only. */
async function readOnly(page: Page): Promise<(string | null)[]> {
  const keys = [fk, af, 'owner'].map(column => amountKey(column, 'salary-1'))
  return await Promise.all(
    [...keys, 'salary-1/label'].map(key => cell(page, key).getAttribute('aria-readonly')),
  )
}

/** Types in a cell of the grid and leaves it. */
async function type(page: Page, at: Locator, words: string): Promise<void> {
  await at.click()
  await page.keyboard.type(words)
  await page.keyboard.press('Enter')
}

describe('The owner', () => {
  it('is proposed a column for each party by its name, and says what each fills in', async () => {
    await openDialog()
    expect(await chosen('Heby kommun')).toBe('Obegränsad')
    expect(await chosen('Arbetsförmedlingen')).toBe('Bara kolumnen Arbetsförmedlingen')
    expect(await chosen('Försäkringskassan')).toBe('Bara kolumnen Försäkringskassan')
    expect(await chosen('Region Uppsala')).toBe('Obegränsad')
    const { violations } = await new AxeBuilder({ page: anna.page }).include('dialog[open]').analyze()
    expect(violations).toEqual([])
    await dialog(anna.page).getByLabel('Region Uppsala', { exact: true }).selectOption('Inga egna kolumner')
    await dialog(anna.page).getByRole('button', { name: 'Spara' }).click()
    const line = budget(anna.page).getByText(/^Arbetsförmedlingen fyller bara i sin egen kolumn\./)
    await line.waitFor()
    expect(await line.innerText()).toMatch(
      /^Arbetsförmedlingen fyller bara i sin egen kolumn\. Försäkringskassan fyller bara i sin egen kolumn\. Region Uppsala fyller inte i något\. Bestämt av Anna Lindholm, Heby, \d/,
    )
    await openDialog()
    expect(await chosen('Region Uppsala')).toBe('Inga egna kolumner')
    await anna.page.keyboard.press('Escape')
    await dialog(anna.page).waitFor({ state: 'detached' })
  })

  it('reads in the log who has been limited', async () => {
    await limitElin()
    await anna.page.goto(`/ansokningar/${id}/logg`)
    await anna.page.getByText('Begränsade FK till egna kolumner i avsnittet').waitFor()
  })
})

describe('Somebody of a party that is limited', () => {
  it('fills in her column, and is told why she cannot fill in another or change a row', async () => {
    await limitElin()
    const { page } = elin
    await mine(page).waitFor()
    expect(await readOnly(page)).toEqual([null, 'true', 'true', 'true'])
    expect(await rowButtons(page).count()).toBe(0)
    await type(page, cell(page, amountKey(fk, 'salary-1')), '45000')
    await eventually(() => saved(amountKey(fk, 'salary-1'))).toBe(45_000)
    for (const key of [amountKey(af, 'salary-1'), amountKey('owner', 'salary-1'), 'salary-1/label']) {
      await type(page, cell(page, key), '7')
      await budget(page).getByText('Be Anna Lindholm (Heby) om något annat behöver ändras.').first().waitFor()
    }
    await elin.saved()
    expect(await saved(amountKey(af, 'salary-1'))).toBe(200_000)
    expect(await saved(amountKey('owner', 'salary-1'))).toBeUndefined()
    expect(await rescuedBox(page).count()).toBe(0)
  })

  it('is refused what is sent around the page', async () => {
    await limitElin()
    const around = await Visitor.enter(world.server.origin, 'elin')
    const changes: ((budget: Y.Map<unknown>) => void)[] = [
      amounts => amounts.set(amountKey(af, 'salary-1'), 1),
      amounts => amounts.delete(amountKey(af, 'salary-1')),
      amounts => amounts.set(shareKey(2026, 'salary-1'), 1),
      amounts => amounts.delete('salary-1'),
    ]
    for (const change of changes) {
      const line = await around.join(id)
      change(line.doc.getMap('budget'))
      expect((await line.closed).reason).toBe('updateRefused')
    }
    const lifting = await around.put(`/api/applications/${id}/sections/budget`, { is: 'open' })
    expect(lifting.status).toBe(403)
    expect(await saved(amountKey(af, 'salary-1'))).toBe(200_000)
    expect(await saved('salary-1')).toBeInstanceOf(Y.Map)
  })

  it('has what she wrote in another column, before she heard of it, in view afterwards', async () => {
    const { page } = elin
    gate.let('held')
    await type(page, cell(page, amountKey(af, 'salary-1')), '210000')
    await type(page, cell(page, amountKey(fk, 'salary-1')), '45000')
    await limitElin()
    gate.let('open')
    await rescuedBox(page).getByText('Arbetsförmedlingen').first().waitFor()
    expect((await rescuedBox(page).locator('blockquote').innerText()).replaceAll(/\s/g, ' ')).toMatch(
      /^Arbetsförmedlingen, .*: 210 000 kr$/,
    )
    await eventually(() => saved(amountKey(fk, 'salary-1'))).toBe(45_000)
    expect(await saved(amountKey(af, 'salary-1'))).toBe(200_000)
    await mine(page).waitFor()
  })

  it('fills in every column again as soon as it is lifted', async () => {
    await limitElin()
    await mine(elin.page).waitFor()
    await budget(anna.page)
      .getByRole('button', { name: /^Häv begränsningen/ })
      .click()
    await mine(elin.page).waitFor({ state: 'detached' })
    await eventually(() => readOnly(elin.page)).toEqual([null, null, null, null])
    expect(await rowButtons(elin.page).count()).toBeGreaterThan(0)
    await type(elin.page, cell(elin.page, amountKey(af, 'salary-1')), '215000')
    await eventually(() => saved(amountKey(af, 'salary-1'))).toBe(215_000)
    expect(await rescuedBox(elin.page).count()).toBe(0)
  })
})
