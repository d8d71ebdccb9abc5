import type { Locator } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Reply } from '../../shared/http/replies.ts'
import { type Seat, World } from '../harness/world.ts'
import { answerRound, letLead } from './compiling.ts'
import { chosen, pressed } from './downloading.ts'
import { eventually } from './eventually.ts'
import { asker, repliesTo } from './replying.ts'
import { sendRound } from './rounds.ts'
import { isSound } from './versionPages.ts'
import { writeIn } from './writeIn.ts'

let world: World
let anna: Seat
let karim: Seat
let sofia: Seat
let id: string
beforeAll(async () => {
  world = await World.begin()
  ;[anna, karim, sofia] = await Promise.all([world.seat('anna'), world.seat('karim'), world.seat('sofia')])
  for (const { page } of [anna, karim, sofia]) await page.emulateMedia({ reducedMotion: 'reduce' })
  id = await world.newApplication(anna, '2024', 'Samlat stöd')
  await letLead(world, anna, id)
  await anna.open(id)
  await writeIn(anna.page, 'purpose', 'Insatsen riktar sig till unga i åldern 16–65 år.')
  await anna.saved()
  await sendRound(world, anna, id, { parties: { af: ['karim'], fk: ['elin'], region: ['sofia'] } })
})
afterAll(async () => await world.end())
afterEach(() => expect(world.faults.splice(0)).toEqual([]))

async function openCompilation({ page }: Seat): Promise<void> {
  await page.goto(`/ansokningar/${id}/remiss/1/sammanstallning`)
  await page.locator('#content:not([aria-busy="true"]) h1').waitFor()
}

function remarkOn({ page }: Seat, name: string): Locator {
  return page.getByRole('article', { name, exact: true })
}

/** What the owner has answered, as the server has it, by the text of the remark. */
async function answers(): Promise<Readonly<Record<string, string>>> {
  const replies = await repliesTo(anna.page, id)
  return Object.fromEntries(replies.flatMap(answersIn))
}

function answersIn({ remarks, answers }: Reply): [string, string][] {
  return remarks.flatMap(({ id, text }): [string, string][] => {
    const answer = answers[id]
    return answer ? [[text, `${answer.verdict} ${answer.reason} ${answer.changedSection ?? ''}`.trim()]] : []
  })
}

describe('The sammanställning', () => {
  it('says that nobody has answered yet, and to the parties when they will see it', async () => {
    await openCompilation(anna)
    await anna.page.getByText('Ingen har svarat än.').waitFor()
    await isSound(anna.page)
    await openCompilation(sofia)
    await sofia.page.getByText('De andra parternas svar visas när remissen är avslutad.').waitFor()
    expect(await sofia.page.getByRole('button', { name: /Visa för parterna/ }).count()).toBe(0)
    await isSound(sofia.page)
  })

  it('has every remark under its section, with the stances above and what is proposed as a difference', async () => {
    await answerRound(world, 'karim', id, {
      stance: 'endorsesWithRemarks',
      summary: 'Vi ser positivt på insatsen.',
      remarks: [
        {
          ...{ section: 'purpose', quote: 'unga i åldern 16–65 år', text: 'Åldern är fel.' },
          wording: 'unga i åldern 16–29 år',
        },
        { section: 'targetGroup', text: 'Vilka är inte med?' },
      ],
    })
    await answerRound(world, 'elin', id, {
      stance: 'opposes',
      summary: 'Vi avstyrker till dess att målgruppen är utredd.',
      remarks: [{ section: 'targetGroup', text: 'Målgruppen överlappar vårt uppdrag.' }],
    })
    await openCompilation(anna)
    const { page } = anna
    const table = page.getByRole('table', { name: 'Synpunkter per avsnitt och part' })
    await table
      .getByRole('columnheader', { name: /Arbetsförmedlingen.*Tillstyrker med synpunkter/ })
      .waitFor()
    await table.getByRole('columnheader', { name: /Försäkringskassan.*Avstyrker/ }).waitFor()
    await table.getByRole('cell', { name: 'Ingen synpunkt' }).waitFor()
    const first = remarkOn(anna, 'AF 1')
    await first.locator('del').filter({ hasText: '65' }).waitFor()
    await first.locator('ins').filter({ hasText: '29' }).waitFor()
    await page.getByText('0 av 3 synpunkter har fått svar').waitFor()
    const region = page.getByRole('article', { name: 'Region Uppsala' })
    await region.getByText('Har inte svarat').waitFor()
    await isSound(page)
  })
})

describe('The owner answers remarks', () => {
  it('with a choice, which is saved and counted', async () => {
    const card = remarkOn(anna, 'AF 1')
    await card.getByRole('radio', { name: 'Tas om hand', exact: true }).check()
    await card.getByText(/^Sparat .* av Anna Lindholm/).waitFor()
    await anna.page.getByText('1 av 3 synpunkter har fått svar').waitFor()
    await card.getByLabel('Ändrat i').selectOption('purpose')
    await eventually(answers).toEqual({ 'Åldern är fel.': 'met  purpose' })
    const link = card.getByRole('link', { name: /^Se ändringen i/ })
    expect(await link.getAttribute('href')).toMatch(/\/jamfor\?fran=\d+&till=idag#changes-purpose$/)
  })

  it('with keys alone: on to the next, a choice, the reason that it takes, and on', async () => {
    const { page } = anna
    await page.locator('h1').focus()
    await page.keyboard.press('j')
    const card = remarkOn(anna, 'AF 2')
    await eventually(() => card.evaluate(node => node === document.activeElement)).toBe(true)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    const reason = card.getByLabel('Skäl')
    expect(await card.getByRole('radio', { name: 'Tas inte om hand' }).isChecked()).toBe(true)
    await page.keyboard.press('Tab')
    await eventually(() => reason.evaluate(node => node === document.activeElement)).toBe(true)
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Shift+Tab')
    await card.getByText('Skriv skälet, så att svaret kan sparas.').waitFor()
    await reason.focus()
    await page.keyboard.type('De som studerar är med i dag.')
    await page.keyboard.press('Control+Enter')
    await eventually(async () => (await answers())['Vilka är inte med?']).toBe(
      'notMet De som studerar är med i dag.',
    )
    const next = remarkOn(anna, 'FK 1')
    await eventually(() => next.evaluate(node => node === document.activeElement)).toBe(true)
  })

  it('and what was written is there again when it was refused, and the page was closed', async () => {
    const { page } = anna
    const card = remarkOn(anna, 'FK 1')
    await page.route('**/remarks/**', route => route.abort())
    await card.getByRole('radio', { name: 'Delvis' }).check()
    await card.getByLabel('Skäl').fill('Vi avgränsar mot er.')
    await page.locator('h1').click()
    await card.getByRole('alert').waitFor()
    expect(await card.getByLabel('Skäl').inputValue()).toBe('Vi avgränsar mot er.')
    await page.unroute('**/remarks/**')
    await openCompilation(anna)
    expect(await card.getByLabel('Skäl').inputValue()).toBe('Vi avgränsar mot er.')
    await card.getByText('Inte sparat än.').waitFor()
    await page.getByText('2 av 3 synpunkter har fått svar').waitFor()
    await page.getByLabel('Bara obesvarade').check()
    await eventually(() => page.getByRole('article', { name: /^(AF|FK) \d$/ }).count()).toBe(1)
    await card.getByRole('button', { name: 'Spara svaret' }).click()
    await page.getByText('3 av 3 synpunkter har fått svar').waitFor()
    // It does not go away under her hands.
    expect(await card.isVisible()).toBe(true)
    await page.getByLabel('Bara obesvarade').uncheck()
  })

  it('and is told when the party has sent another answer meanwhile', async () => {
    const card = remarkOn(anna, 'FK 1')
    await anna.page.route('**/remarks/**', async route => {
      const asked = JSON.parse(route.request().postData() ?? '{}') as object
      await route.continue({ postData: JSON.stringify({ ...asked, reply: 7 }) })
    })
    await card.getByLabel('Skäl').fill('Vi avgränsar mot er och regionen.')
    await anna.page.locator('h1').click()
    await card.getByText('Parten har skickat ett nytt svar.').waitFor()
    await anna.page.unroute('**/remarks/**')
    await card.getByRole('button', { name: 'Spara svaret' }).click()
    await eventually(async () => (await answers())['Målgruppen överlappar vårt uppdrag.']).toBe(
      'partly Vi avgränsar mot er och regionen.',
    )
  })

  it('and the link leads to what has changed in that section since it was sent', async () => {
    const { page } = anna
    await anna.open(id)
    await writeIn(page, 'purpose', 'Den följer socialförsäkringen.')
    await anna.saved()
    await openCompilation(anna)
    await remarkOn(anna, 'AF 1')
      .getByRole('link', { name: /^Se ändringen i/ })
      .click()
    await page.locator('ins').filter({ hasText: 'socialförsäkringen' }).waitFor()
    await eventually(() => page.evaluate(() => document.activeElement?.id)).toBe('changes-purpose')
    await page.goBack()
    await remarkOn(anna, 'AF 1').waitFor()
  })

  it('and reads on without contact, and is told so', async () => {
    const { page } = anna
    const heard = () => page.evaluate(() => dispatchEvent(new Event('online')))
    await page.route('**/replies', route => route.abort())
    await heard()
    const stale = page.getByText('Ingen kontakt. Det som visas kan ha ändrats')
    await stale.waitFor()
    expect(await remarkOn(anna, 'FK 1').isVisible()).toBe(true)
    await page.unroute('**/replies')
    await heard()
    await stale.waitFor({ state: 'detached' })
  })

  it('and records that a party opposes, with the reason', async () => {
    const { page } = anna
    const party = page.getByRole('article', { name: 'Försäkringskassan' })
    await party.getByText('Det måste lyftas av parten, eller antecknas').waitFor()
    await party.getByRole('button', { name: 'Anteckna avstyrkandet från Försäkringskassan …' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Anteckna', exact: true }).click()
    await dialog.getByText('Skriv varför').waitFor()
    await dialog.getByLabel('Varför ni går vidare').fill('Styrgruppen har beslutat att gå vidare.')
    await isSound(page, 'dialog')
    await dialog.getByRole('button', { name: 'Anteckna', exact: true }).click()
    await party.getByText(/Avstyrkandet står kvar och antecknades .* av Anna Lindholm/).waitFor()
  })
})

describe('The parties', () => {
  it('see the answers when the round is over and it is shown to them, after a look at what they will see', async () => {
    const { page } = anna
    await page.getByText('Kan visas för parterna när remissen är avslutad').waitFor()
    await asker(world, anna)('put', `/api/applications/${id}/rounds/1`, { is: 'close' })
    await openCompilation(anna)
    await openCompilation(sofia)
    await remarkOn(sofia, 'FK 1').waitFor()
    await sofia.page.getByText('Svaren på synpunkterna visas när Anna Lindholm har visat').waitFor()
    expect(await sofia.page.getByText('Vi avgränsar mot er').count()).toBe(0)

    await page.getByRole('button', { name: 'Visa för parterna …' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('3 synpunkter från 2 parter. Alla har fått svar.').waitFor()
    const look = dialog.getByRole('region', { name: 'Så här ser parterna den' })
    await look.getByText('Vi avgränsar mot er och regionen.').waitFor()
    expect(await look.getByRole('radio').count()).toBe(0)
    await isSound(page, 'dialog')
    await dialog.getByRole('button', { name: 'Visa för parterna', exact: true }).click()
    await page.getByText(/^Visad för parterna .* av Anna Lindholm/).waitFor()
    await eventually(() => page.evaluate(() => document.activeElement?.textContent)).toMatch(/^Visad för/)

    await openCompilation(sofia)
    await remarkOn(sofia, 'FK 1').getByText('Vi avgränsar mot er och regionen.').waitFor()
    await remarkOn(sofia, 'FK 1').getByText('Tas delvis om hand').waitFor()
    expect(await sofia.page.getByRole('radio').count()).toBe(0)
    await isSound(sofia.page)
  })

  it('print it, take it as a table, and have their own records', async () => {
    const { page, context } = sofia
    const printed = await page.getByRole('link', { name: 'Skriv ut', exact: true }).getAttribute('href')
    expect((await context.request.get(printed ?? '')).ok()).toBe(true)
    const table = await chosen(page, 'Hämta sammanställningen', 'Sammanställning som tabell (CSV)')
    expect(table.name).toBe('sammanstallning-1.csv')
    await page.getByText('Handlingar', { exact: true }).click()
    const record = page.locator('#handlingar').getByRole('link', { name: 'Webbsida' }).first()
    expect((await pressed(page, record)).name).toMatch(/\.html$/)
    await isSound(page)
  })
})

it('A round that there is none of has no sammanställning, which is said', async () => {
  await sofia.page.goto(`/ansokningar/${id}/remiss/9/sammanstallning`)
  await sofia.page.getByRole('heading', { name: 'Remissen finns inte' }).waitFor()
})
