import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Seat, World } from '../harness/world.ts'
import { eventually } from './eventually.ts'
import { give, isSound, openHistory, show } from './versionPages.ts'
import { writeIn } from './writeIn.ts'

let world: World
let anna: Seat
let karim: Seat
let elin: Seat
let sofia: Seat
let id: string
beforeAll(async () => {
  world = await World.begin()
  ;[anna, karim, elin, sofia] = await Promise.all([
    world.seat('anna'),
    world.seat('karim'),
    world.seat('elin'),
    world.seat('sofia'),
  ])
  id = await world.newApplication(anna, '2024', 'Gemensam ingång')
  await give(world, anna, id, 'elin', 'reviewer')
  await anna.page.emulateMedia({ reducedMotion: 'reduce' })
  await anna.open(id)
  await writeIn(anna.page, 'background', 'Många står långt från arbetsmarknaden.')
  await anna.saved()
})
afterAll(async () => await world.end())
afterEach(() => expect(world.faults.splice(0)).toEqual([]))

const changes = (page: Page) => page.getByRole('article', { name: 'Ändringarna' })

/** What a screen reader says of what has focus. */
const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))

describe('A version', () => {
  it('is saved by hand from the margin, with what has just been typed in it', async () => {
    const { page } = anna
    await openHistory(anna)
    await page.getByText('Inga versioner är sparade än.').waitFor()
    await writeIn(page, 'background', ' Vi vill ändra på det.')
    await page.getByRole('button', { name: 'Spara version' }).click()
    const dialog = page.getByRole('dialog', { name: 'Spara version' })
    await dialog.getByRole('button', { name: 'Spara version' }).click()
    await dialog.getByText('Ge versionen ett namn').waitFor()
    await page.keyboard.type('Före styrgruppen')
    await page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'detached' })
    const list = page.getByRole('list', { name: 'Versioner' })
    await list.getByText('Före styrgruppen').waitFor()
    await eventually(() => list.ariaSnapshot()).toMatch(
      /0\.1 Före styrgruppen[\s\S]*· Anna Lindholm \(Heby\)/,
    )
    await isSound(page, 'aside')
    await list.getByRole('link', { name: 'Öppna version 0.1' }).click()
    await page
      .getByText(/^Du tittar på version 0\.1 från .* kl\. .*, sparad av Anna Lindholm \(Heby\)\.$/)
      .waitFor()
    await page.getByText('Många står långt från arbetsmarknaden. Vi vill ändra på det.').waitFor()
    expect(await page.locator('article textarea, article [role="textbox"]').count()).toBe(0)
    await isSound(page)
  })
})

describe('What has changed since', () => {
  beforeAll(async () => {
    await karim.open(id)
    await karim.page.locator('#background .richText').click()
    await karim.page.keyboard.press('Home')
    await karim.page.keyboard.type('Alltför ')
    await karim.page.keyboard.press('Delete')
    await karim.page.keyboard.type('m')
    await karim.saved()
    await sofia.open(id)
    await sofia.page.locator('#budget [data-at="other-7 amount.owner"]').click()
    await sofia.page.keyboard.type('1 250 000')
    await sofia.page.keyboard.press('Enter')
    await sofia.saved()
  })

  it('is exactly what was written, in the order of the form, with who did it and for whom', async () => {
    await show(anna, id, '/jamfor?fran=1&till=idag')
    await changes(anna.page).waitFor()
    await anna.page.getByText('2 ändringar i 2 avsnitt').waitFor()
    const said = (await changes(anna.page).ariaSnapshot()).replace(/[\u00a0\u202f]/g, ' ')
    expect(said).toContain('heading "Beskriv bakgrunden till/behovet av insatsen" [level=2]')
    expect(said).toMatch(/1 ändring Ändrat av Karim Sandell \(AF\)/)
    expect(said).toContain(
      'group "Ändring 1 av 2, Beskriv bakgrunden till/behovet av insatsen: ”Många” ersatt med ”Alltför många”"',
    )
    expect(said).toMatch(/deletion: "?borttaget: Många/)
    expect(said).toMatch(/insertion: "?infogat: Alltför många/)
    expect(said).toMatch(/1 ändring Ändrat av Sofia Hedman \(Regionen\)/)
    expect(said).toMatch(/Resor, övriga kostnader, Belopp för .*: ifyllt med 1 250 000 kr/)
    expect(said).toContain('Inget ändrat i')
    await isSound(anna.page)
    await anna.page.emulateMedia({ colorScheme: 'dark' })
    const dark = await new AxeBuilder({ page: anna.page }).withRules(['color-contrast']).analyze()
    expect(dark.violations).toEqual([])
    await anna.page.emulateMedia({ colorScheme: 'light' })
  })

  it('is gone through by keys, and each change is said as a whole', async () => {
    const { page } = anna
    await page.keyboard.press('Alt+ArrowDown')
    await eventually(() => focused(page)).toMatch(/^Ändring 1 av 2/)
    await page.getByText('1 av 2', { exact: true }).waitFor()
    await page.keyboard.press('j')
    await eventually(() => focused(page)).toMatch(/^Ändring 2 av 2/)
    await page.keyboard.press('j')
    await eventually(() => focused(page)).toMatch(/^Ändring 1 av 2/)
    await page.keyboard.press('k')
    await eventually(() => focused(page)).toMatch(/^Ändring 2 av 2/)
    await page.keyboard.press('Alt+ArrowUp')
    await eventually(() => focused(page)).toMatch(/^Ändring 1 av 2/)
  })

  it('stands in one column or two, as it was last chosen, and in one where there is no room', async () => {
    const { page } = anna
    await page.getByRole('button', { name: 'Två spalter' }).click()
    await show(anna, id, '/jamfor?fran=1&till=idag')
    await changes(page).waitFor()
    const [was, now] = [page.getByText('borttaget: Många'), page.getByText('infogat: Alltför många')]
    await eventually(async () => {
      const [left, right] = [await was.boundingBox(), await now.boundingBox()]
      return left && right && right.x > left.x + left.width && Math.abs(right.y - left.y) < 3
    }).toBe(true)
    await page.setViewportSize({ width: 880, height: 900 })
    await page.getByRole('button', { name: 'Två spalter' }).waitFor({ state: 'detached' })
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.getByRole('button', { name: 'En spalt' }).click()
  })

  it('is chosen in two lists, and the address is enough to see the same', async () => {
    const { page } = anna
    await page.getByRole('button', { name: 'Byt plats' }).click()
    await page.waitForURL(/fran=idag&till=1$/)
    await page.getByText('infogat: Många').waitFor()
    await page.getByLabel('Från').selectOption({ index: 1 })
    await page.getByText('Du jämför en version med sig själv.').waitFor()
    await page.getByLabel('Till').selectOption('idag')
    await page.waitForURL(/fran=1&till=idag$/)
    await page.getByText('borttaget: Många').waitFor()
    await show(anna, id, '/jamfor?fran=77&till=idag')
    await page.getByRole('alert').getByText('Versionen finns inte.').waitFor()
  })

  it('is told on paper with what was put away, and without what is only for the screen', async () => {
    await show(anna, id, '/jamfor?fran=1&till=idag')
    await changes(anna.page).waitFor()
    await anna.page.emulateMedia({ media: 'print' })
    await eventually(() => anna.page.getByRole('button', { name: 'Skriv ut' }).isVisible()).toBe(false)
    await eventually(() => changes(anna.page).getByText('Underskrift').isVisible()).toBe(true)
    await eventually(() => anna.page.getByText('Version 0.1 ”Före styrgruppen”').isVisible()).toBe(true)
    await anna.page.emulateMedia({ media: 'screen' })
  })

  it('since my last visit is said on top of the history', async () => {
    await writeIn(karim.page, 'purpose', 'Fler ska få stöd.')
    await karim.saved()
    // Whoever comes back within half an hour has not been away: the server is made to say that she has.
    await elin.page.route('**/versions', async route => {
      const answer = await route.fetch()
      const lastVisit = { number: 1, at: '2026-11-20T09:12:00.000Z' }
      await route.fulfill({ response: answer, json: { ...(await answer.json()), lastVisit } })
    })
    await elin.open(id)
    await openHistory(elin)
    const since = elin.page.getByRole('region', { name: 'Sedan mitt senaste besök' })
    await since
      .getByText(
        'Sedan 20 november 2026 kl. 10.12 har Karim Sandell (AF) och Sofia Hedman (Regionen) skrivit i 3 avsnitt.',
      )
      .waitFor()
    await since.getByRole('link', { name: 'Visa vad som har ändrats' }).click()
    await elin.page.getByText('infogat: Fler ska få stöd.').waitFor()
    await elin.page.unroute('**/versions')
  })
})
