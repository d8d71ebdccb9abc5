import { AxeBuilder } from '@axe-core/playwright'
import type { Locator } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { plusWorkingDays } from '../../shared/consultation/workingDays.ts'
import { roundsSchema } from '../../shared/http/consultation.ts'
import { type Seat, World } from '../harness/world.ts'
import { eventually } from './eventually.ts'
import { give, isSound } from './versionPages.ts'

let world: World
let anna: Seat
let karim: Seat
let id: string
beforeAll(async () => {
  world = await World.begin()
  ;[anna, karim] = await Promise.all([world.seat('anna'), world.seat('karim')])
  id = await world.newApplication(anna, '2024', 'Gemensam ingång')
  await give(world, anna, id, 'karim', 'partyLead')
  await anna.page.emulateMedia({ reducedMotion: 'reduce' })
  await anna.open(id)
  await karim.open(id)
})
afterAll(async () => await world.end())
afterEach(() => expect(world.faults.splice(0)).toEqual([]))

const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(new Date())
const inTen = plusWorkingDays(today, 10)
const inTwelve = plusWorkingDays(today, 12)

/** `fre 4 december`, with the year when it is another than this. */
function inWords(day: string): string {
  const year = day.slice(0, 4) === today.slice(0, 4) ? {} : ({ year: 'numeric' } as const)
  const parts = { weekday: 'short', day: 'numeric', month: 'long', timeZone: 'UTC', ...year } as const
  return new Intl.DateTimeFormat('sv-SE', parts).format(new Date(day))
}

/** `241224`, as the applicants write days. */
const sixDigits = (day: string) => day.slice(2).replaceAll('-', '')

async function openPanel({ page }: Seat): Promise<Locator> {
  const panel = page.getByRole('tabpanel', { name: 'Remiss' })
  if (!(await panel.isVisible())) await page.getByRole('button', { name: /^Remiss/ }).click()
  await panel.waitFor()
  return panel
}

function stateLine({ page }: Seat): Locator {
  return page.locator('main [data-state-line]')
}

/** Nothing for axe to remark in the question that is asked. */
async function isClean({ page }: Seat): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).include('dialog').analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(node => node.html.slice(0, 160))])).toEqual([])
}

async function rounds() {
  const answer = await anna.context.request.get(`/api/applications/${id}/rounds`)
  return roundsSchema.parse(await answer.json()).rounds
}

async function discussions(): Promise<readonly string[]> {
  const list = (await world.read(anna, id, '2024')).sections.discussions
  return list?.kind === 'log' ? list.items.map(({ on, text }) => `${on} ${text}`) : []
}

describe('A remiss is sent', () => {
  it('from the margin, where it says that none has been yet, and what to do', async () => {
    await eventually(() => stateLine(anna).innerText()).toBe('Utkast: parterna skriver. Ingen remiss är ute.')
    const panel = await openPanel(anna)
    await panel.getByText('Ansökan har inte varit på remiss än.').waitFor()
    await isSound(anna.page, '[role="tabpanel"]')
    const others = await openPanel(karim)
    await others.getByText('Här syns remisserna').waitFor()
    expect(await others.getByRole('button', { name: 'Skicka på remiss' }).count()).toBe(0)
  })

  it('not before somebody is chosen and the day is one to come, which is said at the field', async () => {
    const { page } = anna
    await (await openPanel(anna)).getByRole('button', { name: 'Skicka på remiss' }).press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Skicka på remiss' })
    await dialog.getByText('Ingen hos FK är partsansvarig').waitFor()
    expect(await dialog.getByText('Ingen hos AF är partsansvarig').count()).toBe(0)
    for (const party of ['Arbetsförmedlingen', 'Försäkringskassan', 'Region Uppsala'])
      await dialog.getByRole('checkbox', { name: new RegExp(`^${party}`) }).uncheck()
    await dialog.getByText('Ingen är vald.').waitFor()
    await dialog.getByLabel('Svarsdatum').fill(today)
    await dialog.getByRole('button', { name: 'Skicka', exact: true }).click()
    await dialog.getByText('Välj minst en person att skicka till.').waitFor()
    await dialog.getByText('Svarsdatumet måste vara en dag efter i dag.').waitFor()
    await eventually(() =>
      page.evaluate(() => document.activeElement?.getAttribute('aria-invalid') ?? ''),
    ).toBe('true')
    await isClean(anna)
  })

  it('and what was filled in is there again when the window has been closed by mistake', async () => {
    const { page } = anna
    const dialog = page.getByRole('dialog', { name: 'Skicka på remiss' })
    await dialog.getByLabel('Meddelande till dem som får den').fill('Läs särskilt om målgruppen.')
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    const button = page.getByRole('button', { name: 'Skicka på remiss' })
    await eventually(() => button.evaluate(node => node === document.activeElement)).toBe(true)
    await page.reload()
    await page.locator('article[aria-busy="false"]').waitFor()
    await (await openPanel(anna)).getByRole('button', { name: 'Skicka på remiss' }).click()
    await dialog.getByText('Det du fyllde i förra gången finns kvar.').waitFor()
    const message = dialog.getByLabel('Meddelande till dem som får den')
    expect(await message.inputValue()).toBe('Läs särskilt om målgruppen.')
    await dialog.getByRole('button', { name: 'Börja om' }).click()
    expect(await message.inputValue()).toContain('Här är ansökan ”Gemensam ingång” på remiss.')
  })

  it('only once, also when the first try got no answer', async () => {
    const { page } = anna
    const dialog = page.getByRole('dialog', { name: 'Skicka på remiss' })
    const elin = dialog.getByRole('checkbox', { name: /^Elin Norgren/ })
    await elin.uncheck()
    await dialog
      .getByText('Skickas till 2 organisationer, 2 personer. Version 1.0 sparas. Texten stängs')
      .waitFor()
    expect(await dialog.getByLabel('Svarsdatum').inputValue()).toBe(inTen)
    // It gets there, but the answer is lost on the way back.
    await page.route('**/rounds', async route => {
      if (route.request().method() !== 'POST') return await route.continue()
      await route.fetch()
      await route.abort()
    })
    await dialog.getByRole('button', { name: 'Skicka', exact: true }).click()
    await dialog.getByText('Skicka igen när du har kontakt: den skickas bara en gång.').waitFor()
    expect(await elin.isChecked()).toBe(false)
    await page.unroute('**/rounds')
    await dialog.getByRole('button', { name: 'Skicka', exact: true }).click()
    const receipt = page.getByRole('dialog', { name: 'Remiss 1 är skickad' })
    await receipt.getByText(`Svaren ska vara inne ${inWords(inTen)}.`).waitFor()
    await receipt.getByText('Karim Sandell').waitFor()
    await isClean(anna)
    await receipt.getByRole('button', { name: 'Stäng' }).click()
    const button = page.getByRole('button', { name: 'Skicka på remiss' })
    await eventually(() => button.evaluate(node => node === document.activeElement)).toBe(true)
    expect((await rounds()).map(({ version }) => version.label)).toEqual(['1.0'])
  })

  it('and everybody sees who is waited for and until when, above the text and in the list', async () => {
    const line = new RegExp(
      `^Remiss 1: väntar på AF och Regionen till ${inWords(inTen)} \\(10 arbetsdagar kvar\\)\\. 0\\sav\\s2\\ssvar\\.`,
    )
    for (const seat of [anna, karim]) await eventually(() => stateLine(seat).innerText()).toMatch(line)
    expect(await stateLine(anna).innerText()).not.toContain('Din organisation')
    const reply = stateLine(karim).getByRole('link', { name: 'Svara på Remiss 1' })
    expect(await reply.getAttribute('href')).toBe(`/ansokningar/${id}/remiss/1`)
    const list = await karim.context.newPage()
    await list.goto('/ansokningar')
    const card = list.getByRole('article').filter({ hasText: 'Gemensam ingång' })
    await eventually(() => card.locator('[data-state-line]').innerText()).toMatch(line)
    await card.getByText('Din organisation har inte svarat.').waitFor()
    await list.close()
  })
})

describe('The owner follows a remiss', () => {
  it('and sees at once when somebody has opened it', async () => {
    const panel = await openPanel(anna)
    const parties = panel.getByRole('list', { name: 'Organisationer i Remiss 1' })
    const af = parties.getByRole('listitem').filter({ hasText: 'Arbetsförmedlingen' })
    await af.getByText('Har inte öppnat').waitFor()
    await stateLine(karim).getByRole('link', { name: 'Svara på Remiss 1' }).click()
    await af.getByText(/^Har öppnat, /).waitFor()
    await karim.open(id)
  })

  it('reminds those who have not answered', async () => {
    const { page } = anna
    const card = page.getByRole('article', { name: 'Remiss 1' })
    await card.getByRole('button', { name: 'Påminn …' }).click()
    const dialog = page.getByRole('dialog', { name: 'Påminna om Remiss 1' })
    await dialog.getByRole('checkbox', { name: /^Region Uppsala/ }).uncheck()
    await isClean(anna)
    await dialog.getByRole('button', { name: 'Påminn', exact: true }).click()
    await page.getByText('Arbetsförmedlingen är påmind.').waitFor()
    await card.getByText(/^Påmind .* av Anna Lindholm \(Heby\)\./).waitFor()
    expect(await card.getByText(/^Påmind/).count()).toBe(1)
  })

  it('extends it, and the new day is everywhere', async () => {
    const { page } = anna
    const card = page.getByRole('article', { name: 'Remiss 1' })
    await card.getByRole('button', { name: 'Förläng …' }).click()
    const dialog = page.getByRole('dialog', { name: 'Nytt svarsdatum för Remiss 1' })
    const day = dialog.getByLabel('Nytt svarsdatum')
    await day.fill(inTen)
    await dialog.getByRole('button', { name: 'Förläng', exact: true }).click()
    await dialog.getByText(`Välj en dag efter ${inWords(inTen)}.`).waitFor()
    await day.fill(inTwelve)
    await dialog.getByRole('button', { name: 'Förläng', exact: true }).click()
    await dialog.waitFor({ state: 'detached' })
    await card.getByText(`Förlängd från ${inWords(inTen)}.`).waitFor()
    for (const seat of [anna, karim])
      await eventually(() => stateLine(seat).innerText()).toContain(`till ${inWords(inTwelve)}`)
  })

  it('opens the text to those who write, and closes it again', async () => {
    const { page } = anna
    const card = page.getByRole('article', { name: 'Remiss 1' })
    const more = card.getByRole('button', { name: 'Mer för Remiss 1' })
    await karim.page.getByText('Du läser.').waitFor()
    await more.press('Enter')
    await page.getByRole('menuitem', { name: 'Öppna texten för dem som skriver' }).press('Enter')
    await card.getByText('Texten är öppen för dem som skriver.').waitFor()
    await karim.page.getByRole('toolbar').first().waitFor()
    await more.click()
    await page.getByRole('menuitem', { name: 'Stäng texten medan remissen pågår' }).click()
    await karim.page.getByText('Du läser.').waitFor()
  })

  it('calls it off with a reason, and the ansökan is a draft again', async () => {
    const { page } = anna
    const card = page.getByRole('article', { name: 'Remiss 1' })
    await card.getByRole('button', { name: 'Mer för Remiss 1' }).click()
    await page.getByRole('menuitem', { name: 'Återkalla …' }).click()
    const dialog = page.getByRole('dialog', { name: 'Återkalla Remiss 1?' })
    await dialog.getByRole('button', { name: 'Återkalla', exact: true }).click()
    await dialog.getByText('Skriv varför').waitFor()
    await dialog.getByLabel('Skäl').fill('Fel version skickades.')
    await isClean(anna)
    await dialog.getByRole('button', { name: 'Återkalla', exact: true }).click()
    await card.getByText('Skäl: Fel version skickades.').waitFor()
    expect(await card.getByRole('button', { name: 'Påminn …' }).count()).toBe(0)
    await eventually(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Remiss 1')
    for (const seat of [anna, karim])
      await eventually(() => stateLine(seat).innerText()).toBe(
        'Utkast: parterna skriver. Ingen remiss är ute.',
      )
  })
})

describe('The list of how it was discussed', () => {
  it('has the remiss, and gets a meeting in its place by date', async () => {
    const { page } = anna
    const sent = `${today} Ansökan skickas ut till parter på remiss för synpunkter till ${sixDigits(inTwelve)}.`
    await eventually(discussions).toEqual([sent])
    const section = page.locator('#discussions')
    await section.getByRole('button', { name: 'Lägg till möte' }).click()
    const dialog = page.getByRole('dialog', { name: 'Lägg till möte' })
    await dialog.getByLabel('När').fill('i våras')
    await dialog.getByRole('button', { name: 'Lägg till', exact: true }).click()
    await dialog.getByText('har inte sparats').waitFor()
    await dialog.getByLabel('När').fill('vecka 19 och 20 2024')
    await dialog.getByLabel('Vad för möte?').selectOption({ label: 'Dialog mellan parter' })
    await isClean(anna)
    await dialog.getByRole('button', { name: 'Lägg till', exact: true }).click()
    await page.getByText('Mötet står på rad 1.').waitFor()
    await anna.saved()
    expect(await discussions()).toEqual(['2024-W19/W20 Dialog mellan parterna om ansökan.', sent])
    const button = section.getByRole('button', { name: 'Lägg till möte' })
    await eventually(() => button.evaluate(node => node === document.activeElement)).toBe(true)
  })
})
