import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { forms } from '../../shared/form/forms.ts'
import { Visitor } from '../harness/rawClient.ts'
import { type Seat, World } from '../harness/world.ts'
import { commentOn, selectWords, withText } from './commenting.ts'
import { answerRound, letLead } from './compiling.ts'
import { pressTool } from './fillInRichText.ts'
import { openRound, sendRound } from './rounds.ts'

let world: World
let anna: Seat
let page: Page
let demoId: string
/** An ansökan with a round that two have answered. */
let compiledId = ''
/** The ansökan of the remiss that was opened last. */
let remissId: string
beforeAll(async () => {
  world = await World.begin()
  anna = await world.seat('anna')
  page = anna.page
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.goto('/ansokningar')
  const link = page.getByRole('link', { name: 'Plattform för individstöd i samverkan' })
  demoId = (await link.getAttribute('href'))?.split('/').at(-1) ?? ''
})
afterAll(async () => await world.end())
afterEach(() => expect(world.faults.splice(0)).toEqual([]))

type View = readonly [what: string, go: () => Promise<void>]

/** Each kind of page, with all that a page may be made of. */
const kinds: readonly View[] = [
  ['the start page', signedOut],
  ['a remiss that one comments on', remissCommented],
  ['what has changed since a remiss was sent', remissChanged],
  ['a remiss as its owner follows it', remissFollowed],
  ['a sammanställning that its owner answers', compilationAnswered],
  ['the list', () => show('/ansokningar')],
  ['a new ansökan with too long a name', tooLongName],
  ['a filled ansökan while one writes in it', writing],
  ['a value that is not taken', refusedValue],
  ['the sheets of a budget', budgetSheets],
  ['a budget that is divided over the years', dividing],
  ['an amount typed before there was a budget', typedBefore],
  ['the question about a link', linkForm],
  ['one’s own account, with its menu open', account],
  ['what one is told', notices],
  ['the administration, while an organisation is changed', changedOrganisation],
  ['a round that is filled in and lacks something', fillingInRound],
  ['the rounds in the margin', roundsInMargin],
  ['an ansökan that one has been signed out of', signedOutWriting],
  ['the empty form of 2024', () => emptyForm('2024')],
]

/** What else people meet: the same parts in another order, or a few of them. */
const more: readonly View[] = [
  ['a new ansökan', () => show('/ansokningar/ny')],
  ['an untouched ansökan', async () => await anna.open(await world.newApplication(anna, '2019', ''))],
  ['an ansökan with somebody else in it', withKarim],
  ['a menu of the toolbar', toolbarMenu],
  ['a meeting that is being added', addingMeeting],
  ['a sammanställning that is not shown yet', compilationNotYet],
  ['an address that is not one', wrongAddress],
  ['a link by mail', () => link('/logga-in', 'Gå in i Samskriv')],
  ['a guest link', () => link('/gast', 'Gå in som gäst')],
  ['the link of the first administrator', () => link('/forsta', 'Första administratören')],
  ['a guest link that is over', linkOver],
  ['the administration', administration],
  ['an unknown ansökan', () => show('/ansokningar/finns-inte')],
  ['an unknown page', () => show('/finns/inte')],
  ...forms.slice(0, -1).map((form): View => [`the empty form of ${form.id}`, () => emptyForm(form.id)]),
]

describe.each([
  ['on a desk', 1280, 'light', [...kinds, ...more]],
  ['on a telephone', 390, 'light', [...kinds, ['the contents in their drawer', contentsDrawer]]],
  ['in the dark', 1280, 'dark', kinds],
] as const)(
  '%s axe finds nothing to remark, and nothing is wider than the window,',
  (_, width, colours, views) => {
    beforeAll(async () => {
      await page.setViewportSize({ width, height: 900 })
      await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: colours })
    })

    it.each(views)('on %s', async (_what, go) => {
      await go()
      const axe = new AxeBuilder({ page })
      // In the dark only the colours are others.
      const { violations } = await (colours === 'dark' ? axe.withRules(['color-contrast']) : axe).analyze()
      expect(
        violations.map(({ id, help, nodes }) => ({
          id,
          help,
          where: nodes.map(node => node.html.slice(0, 160)),
        })),
      ).toEqual([])
      expect(await widthLeftOver()).toBe(0)
    })
  },
)

/** By how much the page is wider than the window, in pixels. */
async function widthLeftOver(): Promise<number> {
  return await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
}

async function show(path: string): Promise<void> {
  await enter()
  await page.goto(path)
  await page.locator('#content:not([aria-busy="true"]) h1').waitFor()
}

async function enter(personId = 'anna'): Promise<void> {
  await anna.context.request.post('/api/demo/session', {
    data: { personId },
    headers: { origin: world.server.origin },
  })
}

async function signedOut(): Promise<void> {
  await anna.context.request.delete('/api/session', { headers: { origin: world.server.origin } })
  await page.goto('/')
  await page.getByRole('heading', { name: 'Gå in som' }).waitFor()
}

async function wrongAddress(): Promise<void> {
  await signedOut()
  await page.getByRole('button', { name: 'Skicka en länk' }).click()
  await page.getByText('Skriv hela adressen').waitFor()
}

async function link(place: string, heading: string): Promise<void> {
  await signedOut()
  await page.route('**/look', route => route.fulfill({ status: 204 }))
  await page.goto(`${place}#${'A'.repeat(43)}`)
  await page.getByRole('heading', { name: heading }).waitFor()
  await page.locator('form').waitFor()
  await page.unroute('**/look')
}

async function linkOver(): Promise<void> {
  await signedOut()
  await page.goto(`/gast#${'A'.repeat(43)}`)
  await page.getByText('Be den som gav dig länken om en ny.').waitFor()
}

async function account(): Promise<void> {
  await show('/konto')
  await page.getByRole('button', { name: /Konto och utgång/ }).click()
  await page.getByRole('link', { name: 'Konto' }).waitFor()
}

async function notices(): Promise<void> {
  await show('/ansokningar')
  await page.getByRole('button', { name: /^Notiser/ }).click()
  await page.getByRole('region', { name: 'Notiser' }).getByRole('link').first().waitFor()
}

async function administration(): Promise<void> {
  await anna.context.request.post('/api/demo/session', {
    data: { personId: 'ingrid' },
    headers: { origin: world.server.origin },
  })
  await page.goto('/administration')
  await page.getByRole('heading', { name: 'Organisationer' }).waitFor()
}

async function changedOrganisation(): Promise<void> {
  await administration()
  await page.getByRole('button', { name: 'Ändra Arbetsförmedlingen' }).click()
  await page.getByRole('dialog').waitFor()
}

async function signedOutWriting(): Promise<void> {
  await enter()
  await anna.open(demoId)
  await anna.context.request.delete('/api/session', { headers: { origin: world.server.origin } })
  await page.getByRole('button', { name: 'Gå in igen' }).click()
  await page.getByRole('dialog', { name: 'Gå in igen' }).waitFor()
}

async function fillingInRound(): Promise<void> {
  await enter()
  await anna.open(await world.newApplication(anna, '2024', 'Prov'))
  await page.getByRole('button', { name: 'Remiss', exact: true }).click()
  await page.getByRole('button', { name: 'Skicka på remiss' }).click()
  const dialog = page.getByRole('dialog', { name: 'Skicka på remiss' })
  await dialog.getByLabel('Vissa avsnitt').check()
  await dialog.getByRole('button', { name: 'Skicka', exact: true }).click()
  await dialog.getByText('Välj minst ett avsnitt.').waitFor()
}

async function roundsInMargin(): Promise<void> {
  await enter()
  const id = await world.newApplication(anna, '2024', 'Prov')
  await sendRound(world, anna, id, { parties: { fk: ['elin'], af: ['karim'] } })
  await anna.open(id)
  await page.getByRole('button', { name: 'Remiss, 1 pågår' }).click()
  await page.getByRole('button', { name: 'Mer för Remiss 1' }).click()
  await page.getByRole('menu').waitFor()
}

async function addingMeeting(): Promise<void> {
  await anna.open(await world.newApplication(anna, '2024', 'Prov'))
  await page.locator('#discussions').getByRole('button', { name: 'Lägg till möte' }).click()
  await page.getByRole('dialog', { name: 'Lägg till möte' }).waitFor()
}

async function emptyForm(formId: string): Promise<void> {
  await show(`/blanketter/${formId}`)
  await page.locator('article[aria-busy="false"]').waitFor()
}

async function tooLongName(): Promise<void> {
  await show('/ansokningar/ny')
  await page.getByLabel('Insatsens namn').fill('x'.repeat(300))
  await page.getByText('Namnet är 300 tecken långt.').waitFor()
}

async function writing(): Promise<void> {
  await anna.open(demoId)
  await page.locator('#appendix').getByRole('textbox').focus()
  await page.locator('#appendix').getByRole('cell').first().click()
  await page.getByRole('toolbar').getByRole('button', { name: 'Tabell' }).waitFor()
}

async function withKarim(): Promise<void> {
  const id = await world.newApplication(anna, '2024', 'Med Karim')
  const karim = await world.seat('karim')
  await karim.open(id)
  await karim.page.locator('#background').getByRole('textbox').focus()
  await karim.page.keyboard.type('Karim skriver')
  await anna.open(id)
  await page.getByRole('button', { name: /^Här nu/ }).click()
  await page.getByText('Karim Sandell, Arbetsförmedlingen').waitFor()
}

/** A remiss to Försäkringskassan, on two sections, with something written since; opened by somebody there. */
async function openedRemiss(): Promise<void> {
  await enter()
  const id = await withText(world, anna, 'background', ['En mening.', 'En till.'], { elin: 'partyLead' })
  await sendRound(world, anna, id, {
    parties: { fk: ['elin'] },
    sections: ['background', 'purpose'],
    message: 'Läs och svara.',
  })
  await page.locator('#background .richText').getByText('En till.').click()
  await page.keyboard.press('End')
  await page.keyboard.type(' Och en som är ny.')
  await anna.saved()
  remissId = id
  await enter('elin')
  await openRound(anna, id, 1)
}

async function remissCommented(): Promise<void> {
  await openedRemiss()
  await commentOn(page, 'background', 'En mening', 'Vilken?')
  await page.locator('#background [data-comment]').waitFor()
  await selectWords(page, 'background', 'En till')
}

async function remissChanged(): Promise<void> {
  await enter('elin')
  await page.goto(`/ansokningar/${remissId}/remiss/1?visa=idag`)
  await page.locator('ins').first().waitFor()
}

async function remissFollowed(): Promise<void> {
  await enter()
  await openRound(anna, remissId, 1)
  await page.getByRole('heading', { name: 'Var parterna är' }).waitFor()
}

async function compiled(): Promise<string> {
  await enter()
  if (compiledId !== '') return compiledId
  const id = await world.newApplication(anna, '2024', 'Prov')
  await letLead(world, anna, id)
  await sendRound(world, anna, id, { parties: { af: ['karim'], fk: ['elin'], region: ['sofia'] } })
  await answerRound(world, 'karim', id, {
    stance: 'endorsesWithRemarks',
    remarks: [{ text: 'Vem leder arbetet?' }, { section: 'purpose', text: 'För kort.', wording: 'Längre.' }],
  })
  await answerRound(world, 'elin', id, {
    ...{ stance: 'opposes', summary: 'Vi avstyrker till dess att målgruppen är utredd. '.repeat(12) },
    remarks: [{ section: 'purpose', text: 'Syftet är inte vårt.' }],
  })
  compiledId = id
  return id
}

async function compilationAnswered(): Promise<void> {
  await page.goto(`/ansokningar/${await compiled()}/remiss/1/sammanstallning`)
  await page.getByText('Handlingar', { exact: true }).click()
  await page.getByRole('article', { name: 'AF 1' }).getByRole('radio', { name: 'Delvis' }).check()
  await page.locator('#handlingar li').first().waitFor()
}

async function compilationNotYet(): Promise<void> {
  const id = await compiled()
  await enter('sofia')
  await page.goto(`/ansokningar/${id}/remiss/1/sammanstallning`)
  await page.getByText('De andra parternas svar visas när').waitFor()
}

async function refusedValue(): Promise<void> {
  await anna.open(await world.newApplication(anna, '2024', 'Prov'))
  await page.locator('#period').getByLabel('Planerat startdatum:', { exact: true }).fill('2025-02-30')
  await page.keyboard.press('Tab')
  await page.getByText('Det här är inget datum som finns').waitFor()
}

async function budgetSheets(): Promise<void> {
  await anna.open(demoId)
  await page.locator('#budget').getByText('Visa som tabell').click()
  await page.locator('#budget').getByRole('table', { name: 'Kostnad att rekvirera per år' }).waitFor()
}

async function dividing(): Promise<void> {
  await anna.open(demoId)
  await page.locator('#budget').getByRole('button', { name: 'Fördela på år…' }).click()
  await page.getByRole('button', { name: 'Markera alla' }).click()
  await page.getByRole('radio', { name: 'Med årlig ökning' }).check()
}

async function typedBefore(): Promise<void> {
  const id = await world.newApplication(anna, '2024', 'Prov')
  const line = await (await Visitor.enter(world.server.origin, 'anna')).join(id)
  await line.write(doc => doc.getMap('budgetAmount').set('total', 1_200_000))
  await line.write(doc => doc.getMap('budget').set('owner.other-10', 1_000_000))
  await anna.open(id)
  await page.getByRole('button', { name: 'Ta bort det tidigare beloppet' }).waitFor()
}

async function linkForm(): Promise<void> {
  await anna.open(await world.newApplication(anna, '2024', 'Prov'))
  await page.locator('#background').getByRole('textbox').focus()
  await page.keyboard.press('ControlOrMeta+k')
  await page.getByRole('dialog', { name: 'Länk' }).waitFor()
}

async function toolbarMenu(): Promise<void> {
  await anna.open(await world.newApplication(anna, '2024', 'Prov'))
  await page.locator('#background').getByRole('textbox').focus()
  await pressTool(page, 'Styckets stil: Text')
  await page.getByRole('menu').waitFor()
}

async function contentsDrawer(): Promise<void> {
  await anna.open(demoId)
  await page.getByRole('button', { name: 'Innehåll' }).click()
  await page.getByRole('dialog', { name: 'Innehåll' }).waitFor()
}
