import { AxeBuilder } from '@axe-core/playwright'
import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Gate } from '../harness/gate.ts'
import { type Seat, World } from '../harness/world.ts'
import { eventually } from './eventually.ts'
import { walkTo } from './fillInRichText.ts'

let world: World
let gate: Gate
/** Responsible for the ansökan; sits behind the gate. */
let anna: Seat
let id: string
beforeAll(async () => {
  world = await World.begin()
  gate = await Gate.before(world.server.origin)
  anna = await world.seat('anna', undefined, gate.origin)
  await anna.page.emulateMedia({ reducedMotion: 'reduce' })
})
afterAll(async () => {
  await world.end()
  gate.close()
})
beforeEach(async () => {
  id = await world.newApplication(anna, '2024', 'Samlat stöd')
})
afterEach(() => {
  gate.let('open')
  expect(world.faults.splice(0)).toEqual([])
})

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Dela ansökan' })
const field = (page: Page) => dialog(page).getByRole('combobox', { name: 'Skriv namn eller e-post' })
const group = (page: Page, name: string) => dialog(page).getByRole('region', { name })

async function openDialog(): Promise<Page> {
  const { page } = anna
  await anna.open(id)
  await page.getByRole('button', { name: /^Dela ansökan/ }).click()
  await group(page, 'Har åtkomst').waitFor()
  return page
}

async function at<T>(seat: Seat, method: 'post' | 'delete', path: string, data: unknown = {}): Promise<T> {
  const headers = { origin: seat === anna ? gate.origin : world.server.origin }
  const answer = await seat.context.request[method](`/api/applications/${id}/${path}`, { data, headers })
  if (!answer.ok()) throw new Error(`${path}: ${answer.status()}`)
  return (answer.status() === 202 ? null : await answer.json()) as T
}

async function invite(...addresses: readonly string[]): Promise<void> {
  await at(anna, 'post', 'invitations', { addresses, role: 'reader', message: '' })
}

const guestLink = async (label: string) =>
  await at<{ secret: string }>(anna, 'post', 'guest-links', {
    label,
    partyId: 'af',
    role: 'reader',
    endsOn: '2099-12-31',
  })

const isFocused = (wanted: Locator) => wanted.evaluate(element => element === document.activeElement)

describe('Dela with many people in it', () => {
  it('says how many, shows the first of them, and all for the asking', async () => {
    await invite(...Array.from({ length: 40 }, (_, at) => `nr${at + 10}@heby.example`))
    const page = await openDialog()
    const invited = group(page, 'Inbjudna')
    await invited.getByRole('heading', { name: 'Inbjudna (40)' }).waitFor()
    const rows = invited.getByRole('listitem')
    await eventually(() => rows.count()).toBe(8)
    const all = invited.getByRole('button', { name: 'Visa alla 40' })
    await eventually(() => all.getAttribute('aria-expanded')).toBe('false')
    await all.press('Enter')
    await eventually(() => rows.count()).toBe(40)
    // Where it goes on, and not at the end of it.
    await eventually(() => isFocused(rows.nth(8))).toBe(true)
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id: rule }) => rule)).toEqual([])
    const fewer = invited.getByRole('button', { name: 'Visa färre' })
    await eventually(() => fewer.getAttribute('aria-expanded')).toBe('true')
    await fewer.press('Enter')
    await eventually(() => rows.count()).toBe(8)
  })

  it('finds one of them by a word; Esc takes back the word and not the dialog', async () => {
    await invite(...Array.from({ length: 20 }, (_, at) => `nr${at + 10}@heby.example`))
    const page = await openDialog()
    const find = dialog(page).getByRole('searchbox', { name: 'Hitta i listan' })
    await find.focus()
    await page.keyboard.type('nr2')
    await dialog(page).getByText('10 av 24 visas.').waitFor()
    await group(page, 'Inbjudna').getByRole('heading', { name: 'Inbjudna (10 av 20)' }).waitFor()
    await group(page, 'Har åtkomst').getByRole('heading', { name: 'Har åtkomst (0 av 4)' }).waitFor()
    await page.keyboard.press('Escape')
    await dialog(page).getByRole('heading', { name: 'Inbjudna (20)' }).waitFor()
    await find.fill('region')
    await dialog(page).getByText('1 av 24 visas.').waitFor()
    await page.keyboard.press('Escape')
    await eventually(() => isFocused(find)).toBe(true)
    await page.keyboard.press('Escape')
    await dialog(page).waitFor({ state: 'detached' })
  })

  it('has no field to find somebody while all are seen at once', async () => {
    const page = await openDialog()
    await dialog(page).getByRole('heading', { name: 'Har åtkomst (4)' }).waitFor()
    expect(await dialog(page).getByRole('searchbox').count()).toBe(0)
  })
})

describe('When a row goes away, the keyboard', () => {
  it('is at the next invitation, then the one before, then the heading', async () => {
    await invite('ett@heby.example', 'tva@heby.example', 'tre@heby.example')
    const page = await openDialog()
    const revoke = (who: string) =>
      dialog(page).getByRole('button', { name: `Återkalla inbjudan till ${who}@heby.example` })
    await revoke('tva').focus()
    await page.keyboard.press('Enter')
    await eventually(() => isFocused(revoke('tre'))).toBe(true)
    await page.keyboard.press('Enter')
    await eventually(() => isFocused(revoke('ett'))).toBe(true)
    await page.keyboard.press('Enter')
    await eventually(() => isFocused(dialog(page).getByRole('heading', { name: 'Inbjudna (0)' }))).toBe(true)
  })

  it('is at the next person, after the question, also when she is of another party', async () => {
    const page = await openDialog()
    const remove = (name: string) => dialog(page).getByRole('button', { name: `Ta bort ${name}` })
    await remove('Karim Sandell').focus()
    await page.keyboard.press('Enter')
    const question = page.getByRole('dialog', { name: 'Ta bort Karim Sandell?' })
    await walkTo(page, question.getByRole('button', { name: 'Ta bort' }), 'Tab', 3)
    await page.keyboard.press('Enter')
    await dialog(page).getByText('Karim Sandell har inte längre åtkomst.').waitFor()
    await eventually(() => isFocused(remove('Elin Norgren'))).toBe(true)
  })

  it('is at the heading when the last who asked is let in, or the last guest link is taken back', async () => {
    const elin = await world.seat('elin')
    await at(anna, 'delete', 'members/elin')
    await at(elin, 'post', 'requests', { message: '' })
    await guestLink('Revisorn')
    const page = await openDialog()
    await dialog(page).getByRole('button', { name: 'Godkänn Elin Norgren' }).focus()
    await page.keyboard.press('Enter')
    const asked = dialog(page).getByRole('heading', { name: 'Begäran om åtkomst (0)' })
    await eventually(() => isFocused(asked)).toBe(true)
    await dialog(page).getByRole('button', { name: 'Återkalla länken till Revisorn' }).focus()
    await page.keyboard.press('Enter')
    await page
      .getByRole('dialog', { name: /^Återkalla länken/ })
      .getByRole('button', { name: 'Återkalla' })
      .press('Enter')
    const links = dialog(page).getByRole('heading', { name: 'Gästlänkar (0)' })
    await eventually(() => isFocused(links)).toBe(true)
    await elin.context.close()
  })
})

describe('Whoever has chosen somebody', () => {
  it('sends nothing with Enter, and everything with Ctrl and Enter', async () => {
    const page = await openDialog()
    await field(page).focus()
    await page.keyboard.type('nils@af.example')
    await page.keyboard.press('Enter')
    const chosen = dialog(page).getByRole('list', { name: 'Valda' }).getByRole('listitem')
    await eventually(() => chosen.allInnerTexts()).toEqual(['nils@af.example'])
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await page.keyboard.type('eva@heby.example')
    await page.keyboard.press('Enter')
    await eventually(() => chosen.allInnerTexts()).toEqual(['nils@af.example', 'eva@heby.example'])
    expect(gate.asked).not.toContain(`POST /api/applications/${id}/invitations`)
    await page.keyboard.press('Control+Enter')
    await dialog(page).getByRole('heading', { name: 'Inbjudna (2)' }).waitFor()
  })
})

describe('Without contact', () => {
  it('the dialog says what is not known, and no more once it is', async () => {
    await invite('nils@af.example')
    const page = await openDialog()
    gate.let('shut')
    await dialog(page)
      .getByRole('button', { name: /^Återkalla inbjudan/ })
      .click()
    const fault = dialog(page).getByRole('alert').filter({ hasText: 'Ingen kontakt' })
    await fault.waitFor()
    expect(await fault.innerText()).toBe('Ingen kontakt. Härifrån går det inte att se om det blev gjort.')
    gate.let('open')
    await fault.waitFor({ state: 'detached' })
    await dialog(page).getByText('Kontakten är tillbaka.').waitFor()
    await dialog(page).getByText('nils@af.example').waitFor()
  })
})

describe('A guest, who says herself what she is called,', () => {
  it('is said to be one wherever others see her', async () => {
    const { secret } = await guestLink('Revisorn')
    const context = await world.browser.newContext({ locale: 'sv-SE', baseURL: world.server.origin })
    const guest = await context.newPage()
    await guest.goto(`/gast#${secret}`)
    await guest.getByLabel('Ditt namn').fill('Karim Sandell')
    await guest.keyboard.press('Enter')
    await guest.locator('article[aria-busy="false"]').waitFor()

    const page = await openDialog()
    await group(page, 'Har åtkomst').getByText('Karim Sandell (gäst)').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: /^Här nu/ }).click()
    await page.getByText('Karim Sandell (gäst), Arbetsförmedlingen').waitFor()
    await context.close()
  })
})
