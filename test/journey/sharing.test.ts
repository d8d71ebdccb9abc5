import { AxeBuilder } from '@axe-core/playwright'
import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Gate } from '../harness/gate.ts'
import { type Seat, World } from '../harness/world.ts'
import { copyToClipboard } from './clipboard.ts'
import { eventually } from './eventually.ts'
import { walkTo } from './fillInRichText.ts'
import { saidIn } from './onPage.ts'
import { writeIn } from './writeIn.ts'

let world: World
let gate: Gate
/** Responsible for the ansökan. */
let anna: Seat
/** Sits behind the gate. */
let karim: Seat
let id: string
beforeAll(async () => {
  world = await World.begin({ MAX_LINES_PER_PERSON: '100' })
  gate = await Gate.before(world.server.origin)
  anna = await world.seat('anna')
  await anna.page.emulateMedia({ reducedMotion: 'reduce' })
})
afterAll(async () => {
  await world.end()
  gate.close()
})
beforeEach(async () => {
  gate.let('open')
  karim = await world.seat('karim', undefined, gate.origin)
  id = await world.newApplication(anna, '2024', 'Samlat stöd')
})
afterEach(async () => {
  await karim.context.close()
  expect(world.faults.splice(0)).toEqual([])
})

const shareButton = (page: Page) => page.getByRole('button', { name: /^Dela ansökan/ })
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Dela ansökan' })
const people = (page: Page) => dialog(page).getByRole('combobox', { name: 'Skriv namn eller e-post' })
const rescuedBox = (page: Page) => page.getByRole('region', { name: 'Räddad text' })

async function isFocused(wanted: Locator): Promise<boolean> {
  return await wanted.evaluate(element => element === document.activeElement)
}

async function openDialog(seat: Seat): Promise<void> {
  await seat.open(id)
  await shareButton(seat.page).click()
  await dialog(seat.page).getByRole('heading', { name: 'Har åtkomst' }).waitFor()
}

async function isInView(page: Page, wanted: Locator): Promise<boolean> {
  const box = await wanted.boundingBox()
  return box !== null && box.y >= 0 && box.y + box.height <= (page.viewportSize()?.height ?? 0)
}

/** Chooses in the menu of a section who writes there. */
async function choose(page: Page, section: string, choice: string): Promise<void> {
  await page
    .locator(`#${section}`)
    .getByRole('button', { name: /^Vem skriver i/ })
    .click()
  await page.getByRole('menuitemradio', { name: choice }).click()
}

/** What the server has of a section of running text. */
async function saved(section: string): Promise<string> {
  return (saidIn(await world.read(anna, id, '2024'))[section] ?? []).join('\n')
}

function lettersOf(text: string): string {
  return [...text.replaceAll(/\s/g, '')].sort().join('')
}

/** Keeps on the page how far down it has been while it took what was typed elsewhere, in pixels. */
function watchScrolling(): void {
  const { documentElement } = document
  documentElement.dataset.scrolled = '0'
  addEventListener('scroll', () => {
    if (document.activeElement?.ariaLabel !== 'Fortsätt skriva') return
    documentElement.dataset.scrolled = `${Math.max(scrollY, Number(documentElement.dataset.scrolled))}`
  })
}

/** Types without a pause until `until` is so, and gives all that was typed. */
async function typeUntil(page: Page, until: () => Promise<boolean>): Promise<string> {
  const words = 'det här skrivs hela tiden; '
  let typed = ''
  while (!(await until())) {
    await page.keyboard.type(words, { delay: 8 })
    typed += words
  }
  return typed
}

describe('The owner', () => {
  it('pastes a list of addresses, is helped with the one that cannot be right, and is told of each', async () => {
    await openDialog(anna)
    const { page } = anna
    await copyToClipboard(
      page,
      '',
      'Ek, Eva <eva.ek@heby.example>; nils@af.example\nstina@ fk.example, vem@nagonannanstans.example',
    )
    await people(page).focus()
    await page.keyboard.press('ControlOrMeta+v')
    const chosen = dialog(page).getByRole('list', { name: 'Valda' }).getByRole('listitem')
    await eventually(() => chosen.allInnerTexts()).toEqual([
      'eva.ek@heby.example',
      'nils@af.example',
      'vem@nagonannanstans.example',
    ])
    await dialog(page).getByText('”stina@ fk.example” har ett mellanslag').waitFor()
    await dialog(page).getByRole('button', { name: 'Använd stina@fk.example' }).click()
    await dialog(page).getByRole('combobox', { name: 'Roll', exact: true }).selectOption('Granska')
    await dialog(page).getByText('Läser och lämnar synpunkter, men ändrar inget i texten.').first().waitFor()
    await dialog(page).getByLabel('Meddelande (valfritt)').fill('Välkommen!')
    await dialog(page).getByRole('button', { name: 'Bjud in', exact: true }).click()

    const outcome = (address: string) => dialog(page).getByRole('listitem').filter({ hasText: address })
    await outcome('eva.ek@heby.example').getByText('En inbjudan är på väg med e-post.').waitFor()
    await outcome('vem@nagonannanstans.example').getByText('Adressen hör inte till någon').waitFor()
    await dialog(page).getByText('Mejlet är skickat').first().waitFor()
    // Only what something is the matter with stays, to be put right.
    await eventually(() => chosen.allInnerTexts()).toEqual(['vem@nagonannanstans.example'])

    await dialog(page).getByRole('button', { name: 'Återkalla inbjudan till nils@af.example' }).click()
    await dialog(page).getByText('Inbjudan till nils@af.example är återkallad.').waitFor()
    await eventually(() =>
      dialog(page)
        .getByRole('button', { name: /^Återkalla inbjudan/ })
        .count(),
    ).toBe(2)
    await dialog(page).getByRole('button', { name: 'Skicka igen till eva.ek@heby.example' }).click()
    await dialog(page).getByText('Inbjudan till eva.ek@heby.example är skickad igen.').waitFor()
  })

  it('finds a person by name, and lets her in, with the keyboard alone', async () => {
    await anna.context.request.delete(`/api/applications/${id}/members/elin`, {
      headers: { origin: world.server.origin },
    })
    await anna.open(id)
    const { page } = anna
    await walkTo(page, shareButton(page), 'Tab', 60)
    await eventually(() => shareButton(page).getAttribute('aria-label')).toBe(
      'Dela ansökan, 3 personer har åtkomst',
    )
    await page.keyboard.press('Enter')
    await eventually(() => isFocused(people(page))).toBe(true)
    await page.keyboard.type('norgr')
    const hit = dialog(page).getByRole('option', { name: 'Elin Norgren' })
    await hit.waitFor()
    expect(await people(page).getAttribute('aria-activedescendant')).toBe(await hit.getAttribute('id'))
    // Esc closes the list and not the dialog; an arrow brings it back.
    await page.keyboard.press('Escape')
    await hit.waitFor({ state: 'hidden' })
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await dialog(page).getByRole('button', { name: 'Ta bort Elin Norgren från de valda' }).waitFor()
    await page.keyboard.press('Backspace')
    await eventually(() => dialog(page).getByRole('list', { name: 'Valda' }).count()).toBe(0)
    await page.keyboard.type('norgr')
    await hit.waitFor()
    await page.keyboard.press('Enter')
    await walkTo(page, dialog(page).getByRole('button', { name: 'Bjud in', exact: true }), 'Tab', 6)
    await page.keyboard.press('Enter')
    await dialog(page).getByText('Har åtkomst nu.').waitFor()

    const role = dialog(page).getByRole('combobox', { name: 'Roll för Elin Norgren' })
    await walkTo(page, role, 'Tab', 20)
    await page.keyboard.type('Part')
    await dialog(page).getByText('Elin Norgren har nu rollen Partsansvarig.').waitFor()
    await eventually(() => isFocused(role)).toBe(true)
    await walkTo(page, dialog(page).getByRole('button', { name: 'Ta bort Elin Norgren' }), 'Tab', 2)
    await page.keyboard.press('Enter')
    const question = page.getByRole('dialog', { name: 'Ta bort Elin Norgren?' })
    await question.waitFor()
    await page.keyboard.press('Escape')
    // Gone from the page, and not only shut: a key in between would fall on nothing.
    await eventually(() => page.locator('dialog').count()).toBe(1)
    await page.keyboard.press('Enter')
    await walkTo(page, question.getByRole('button', { name: 'Ta bort' }), 'Tab', 3)
    await page.keyboard.press('Enter')
    await dialog(page).getByText('Elin Norgren har inte längre åtkomst.').waitFor()
    await page.keyboard.press('Escape')
    await dialog(page).waitFor({ state: 'detached' })
    await eventually(() => isFocused(shareButton(page))).toBe(true)
  })

  it('cannot go before somebody else is responsible, and is told why', async () => {
    await openDialog(anna)
    const { page } = anna
    await dialog(page).getByText('Enda ansvariga. Gör någon annan till Ansvarig först').waitFor()
    expect(await dialog(page).getByRole('combobox', { name: 'Roll för Anna Lindholm' }).count()).toBe(0)
    await dialog(page).getByRole('combobox', { name: 'Roll för Sofia Hedman' }).selectOption('Ansvarig')
    await dialog(page).getByRole('combobox', { name: 'Roll för Anna Lindholm' }).selectOption('Läsa')
    await page
      .getByRole('dialog', { name: 'Ändra din egen roll?' })
      .getByRole('button', { name: 'Ändra min roll' })
      .click()
    await dialog(page).getByText('Du kan se vilka som har åtkomst. Sofia Hedman (Regionen)').waitFor()
    await dialog(page).getByRole('button', { name: 'Klar' }).click()
    await page.getByText('Du läser. Be Sofia Hedman (Regionen) om du behöver skriva.').waitFor()
    await eventually(() => page.getByRole('toolbar').count()).toBe(0)
    await eventually(() => page.getByRole('textbox').count()).toBe(0)
  })

  it('makes a guest link that is shown once, and takes it back', async () => {
    await openDialog(anna)
    const { page } = anna
    await dialog(page).getByRole('button', { name: 'Ny gästlänk' }).click()
    await page.keyboard.press('Enter')
    await dialog(page).getByText('Skriv vem länken är till.').waitFor()
    await page.keyboard.type('Revisorn')
    await page.keyboard.press('Enter')
    const link = dialog(page).getByRole('textbox', { name: 'Gästlänk till Revisorn' })
    expect(await link.inputValue()).toMatch(/\/gast#[A-Za-z0-9_-]{43}$/)
    await dialog(page).getByRole('button', { name: 'Kopiera länken till Revisorn' }).click()
    await dialog(page).getByText('Kopierad', { exact: true }).waitFor()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await link.inputValue())
    await dialog(page).getByRole('button', { name: 'Klar' }).click()
    await shareButton(page).click()
    await dialog(page).getByRole('button', { name: 'Återkalla länken till Revisorn' }).click()
    expect(await link.count()).toBe(0)
    await page
      .getByRole('dialog', { name: /^Återkalla länken/ })
      .getByRole('button', { name: 'Återkalla' })
      .click()
    await dialog(page).getByText('Länken till Revisorn är återkallad.').waitFor()
  })

  it('opens the draft to the förbund only after a question, and closes it again', async () => {
    await openDialog(anna)
    const { page } = anna
    const advice = dialog(page).getByRole('switch', { name: 'Rådgivning med förbundet' })
    await advice.press('Space')
    expect(await advice.isChecked()).toBe(false)
    await page.getByRole('button', { name: 'Öppna för rådgivning' }).click()
    await dialog(page).getByText('Rådgivningen är öppen. Förbundet kan läsa utkastet.').waitFor()
    await eventually(() => advice.isChecked()).toBe(true)
    await advice.press('Space')
    await dialog(page).getByText('Rådgivningen är stängd.').waitFor()
    await eventually(() => advice.isChecked()).toBe(false)
  })
})

describe('A partsansvarig', () => {
  it('lets in her own people, and sees who else has access', async () => {
    await anna.context.request.put(`/api/applications/${id}/members/karim`, {
      data: { role: 'partyLead' },
      headers: { origin: world.server.origin },
    })
    await openDialog(karim)
    const { page } = karim
    await people(page).fill('nils@af.example, eva.ek@heby.example,')
    await dialog(page).getByRole('button', { name: 'Bjud in', exact: true }).click()
    const outcome = (address: string) => dialog(page).getByRole('listitem').filter({ hasText: address })
    await outcome('nils@af.example').getByText('En inbjudan är på väg med e-post.').waitFor()
    await outcome('eva.ek@heby.example').getByText('Kan inte få den rollen.').waitFor()
    const roles = dialog(page).getByRole('combobox', { name: /^Roll för / })
    await eventually(() => roles.count()).toBe(1)
    expect(await roles.locator('option').allInnerTexts()).not.toContain('Ansvarig')
    expect(await dialog(page).getByRole('button', { name: 'Ny gästlänk' }).count()).toBe(0)
    expect(await dialog(page).getByRole('switch').count()).toBe(0)
  })
})

describe('While somebody types', () => {
  it('and is made a reviewer, what was typed is saved, the next keys are refused and kept in view', async () => {
    await Promise.all([karim.open(id), openDialog(anna)])
    const before = 'Karims ord från början. '
    await writeIn(karim.page, 'background', before)
    await karim.saved()
    const reading = karim.page.getByText('Du läser. Du granskar och ändrar inget i texten.')
    const role = dialog(anna.page).getByRole('combobox', { name: 'Roll för Karim Sandell' })
    await karim.page.evaluate(watchScrolling)
    const [typed] = await Promise.all([
      typeUntil(karim.page, () => reading.isVisible()),
      role.selectOption('Granska'),
    ])
    await rescuedBox(karim.page).getByText('Du får inte ändra där nu.').first().waitFor()
    await karim.saved()
    const kept = async () => `${await saved('background')}${(await world.rescued(karim, id)).join('')}`
    await eventually(async () => lettersOf((await kept()).replace(/^p /, ''))).toBe(lettersOf(before + typed))
    expect(await saved('background')).toContain(before.trim())
    await eventually(() => karim.page.locator('#background [contenteditable="true"]').count()).toBe(0)
    await karim.page.getByText('Be Anna Lindholm (Heby) om du behöver skriva.').waitFor()
    // What takes the keys meanwhile does not carry the page along.
    expect(Number(await karim.page.locator('html').getAttribute('data-scrolled'))).toBeLessThan(300)
  })

  it('and the section is closed, it is the same; opened again, the text is put back with one click', async () => {
    await Promise.all([karim.open(id), anna.open(id)])
    await writeIn(karim.page, 'background', 'Före. ')
    await karim.saved()
    const closed = karim.page.locator('#background').getByText(/^Klar\. Markerad av Anna Lindholm, Heby, /)
    const [typed] = await Promise.all([
      typeUntil(karim.page, () => rescuedBox(karim.page).isVisible()),
      choose(anna.page, 'background', 'Klar (låst)'),
    ])
    await closed.waitFor()
    await karim.saved()
    const still = karim.page.locator('#background [data-still]')
    await still.focus()
    await karim.page.keyboard.press('x')
    await still.getByText('Avsnittet är klart och låst. Be Anna Lindholm (Heby) öppna det').waitFor()
    await eventually(() =>
      rescuedBox(karim.page).getByRole('button', { name: 'Lägg tillbaka' }).count(),
    ).toBe(0)
    // Elsewhere he writes as ever.
    await writeIn(karim.page, 'purpose', 'Syftet.')
    await karim.saved()

    await anna.page
      .locator('#background')
      .getByRole('button', { name: /^Öppna igen/ })
      .click()
    await closed.waitFor({ state: 'detached' })
    const putBack = rescuedBox(karim.page).getByRole('button', { name: 'Lägg tillbaka' })
    await putBack.first().waitFor()
    for (let left = await putBack.count(); left > 0; left -= 1) {
      await putBack.first().click()
      await eventually(() => rescuedBox(karim.page).getByRole('listitem').count()).toBe(left - 1)
    }
    await eventually(async () => lettersOf((await saved('background')).replaceAll(/^p /gm, ''))).toBe(
      lettersOf(`Före. ${typed}`),
    )
    expect(await saved('purpose')).toBe('p Syftet.')
  })

  it('a section that is for another party turns still when she pauses, and says whose it is', async () => {
    await Promise.all([karim.open(id), anna.open(id)])
    await karim.page.locator('#background .richText').click()
    await choose(anna.page, 'background', 'Skrivs bara av Region Uppsala')
    await choose(anna.page, 'owner', 'Skrivs bara av Heby kommun')
    await karim.page.locator('#background').getByText('Skrivs bara av Region Uppsala.').waitFor()
    await karim.page.locator('#background [data-still]').waitFor()
    // He is still there, and the reason comes at the first key.
    await karim.page.keyboard.press('x')
    await karim.page
      .getByText('Här skriver bara Region Uppsala. Be dem, eller Anna Lindholm (Heby)')
      .first()
      .waitFor()
    await eventually(() => karim.page.locator('#owner').getByRole('textbox').count()).toBe(0)
    await anna.page.locator('#owner').getByText('Skrivs bara av er, Heby kommun.').waitFor()
    await eventually(() => anna.page.locator('#owner').getByRole('textbox').count()).toBeGreaterThan(0)
  })

  it('a value that she has not left yet is kept when its section closes', async () => {
    await Promise.all([karim.open(id), anna.open(id)])
    const name = karim.page.locator('#name').getByRole('textbox')
    await name.fill('Ett namn som inte hann bli klart')
    await choose(anna.page, 'name', 'Klar (låst)')
    await rescuedBox(karim.page).getByText('Ett namn som inte hann bli klart').waitFor()
    await karim.saved()
    await eventually(() => karim.page.locator('#name').getByRole('textbox').count()).toBe(0)
    await karim.page.locator('#name').getByText('Samlat stöd').waitFor()
    await eventually(() => world.rescued(karim, id)).toEqual(['Ett namn som inte hann bli klart'])
  })

  it('and is removed, what had not been sent stays in view, with whom to ask', async () => {
    await Promise.all([karim.open(id), openDialog(anna)])
    await writeIn(karim.page, 'background', 'Sparat.')
    await karim.saved()
    gate.let('shut')
    await karim.context.setOffline(true)
    await karim.page.keyboard.type(' Skrivet i tunneln.')
    await dialog(anna.page).getByRole('button', { name: 'Ta bort Karim Sandell' }).click()
    await anna.page
      .getByRole('dialog', { name: /^Ta bort/ })
      .getByRole('button', { name: 'Ta bort' })
      .click()
    await dialog(anna.page).getByText('Karim Sandell har inte längre åtkomst.').waitFor()
    gate.let('open')
    await karim.context.setOffline(false)

    const lost = karim.page.getByRole('heading', { name: 'Du har inte längre åtkomst' })
    await lost.waitFor()
    await eventually(() => isInView(karim.page, lost)).toBe(true)
    await karim.page.getByText('Fråga Anna Lindholm (Heby), eller begär åtkomst.').waitFor()
    await rescuedBox(karim.page).getByText('Skrivet i tunneln.').waitFor()
    await eventually(() => karim.page.locator('[contenteditable="true"]').count()).toBe(0)
    expect(await saved('background')).toBe('p Sparat.')

    // The page is closed and opened: the words are there still, and he can ask to be let in.
    await karim.page.reload()
    await karim.page
      .getByRole('heading', { name: 'Ansökan finns inte, eller så har du inte åtkomst' })
      .waitFor()
    await karim.page.getByText('Skrivet i tunneln.').waitFor()
    await karim.page.getByLabel('Meddelande till dem som är ansvariga').fill('Jag var inte klar.')
    await karim.page.getByRole('button', { name: 'Begär åtkomst' }).click()
    await karim.page.getByText('Din begäran är skickad').waitFor()

    await dialog(anna.page).getByText('Jag var inte klar.').waitFor()
    await dialog(anna.page)
      .getByRole('region', { name: 'Begäran om åtkomst' })
      .getByRole('combobox', { name: 'Roll för Karim Sandell' })
      .selectOption('Skriva')
    await dialog(anna.page).getByRole('button', { name: 'Godkänn Karim Sandell' }).click()
    await dialog(anna.page).getByText('Karim Sandell har åtkomst nu.').waitFor()
    await karim.open(id)
    await rescuedBox(karim.page).getByText('Skrivet i tunneln.').waitFor()
    await rescuedBox(karim.page).getByRole('button', { name: 'Lägg tillbaka' }).click()
    await eventually(() => saved('background')).toBe('p Sparat.\np Skrivet i tunneln.')
  })
})

describe.each([
  ['on a desk', 1280, 'light'],
  ['on a telephone', 390, 'light'],
  ['in the dark', 1280, 'dark'],
] as const)(
  '%s axe finds nothing to remark, and nothing is wider than the window,',
  (_, width, colorScheme) => {
    const views: readonly (readonly [string, () => Promise<void>])[] = [
      ['in the dialog with somebody chosen', dialogWithChosen],
      ['where sections are closed', closedSections],
    ]
    it.each(views)('%s', async (_what, show) => {
      await anna.page.setViewportSize({ width, height: 900 })
      await anna.page.emulateMedia({ reducedMotion: 'reduce', colorScheme })
      await show()
      const axe = new AxeBuilder({ page: anna.page })
      // In the dark only the colours are others.
      if (colorScheme === 'dark') axe.withRules(['color-contrast'])
      const { violations } = await axe.analyze()
      expect(
        violations.map(({ id: rule, nodes }) => [rule, nodes.map(node => node.html.slice(0, 160))]),
      ).toEqual([])
      expect(
        await anna.page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        ),
      ).toBe(0)
    })
  },
)

async function dialogWithChosen(): Promise<void> {
  await openDialog(anna)
  await people(anna.page).fill('nils@af.example, stina@ fk.example;')
  await dialog(anna.page)
    .getByRole('button', { name: /^Använd/ })
    .waitFor()
  await dialog(anna.page).getByText('Vad betyder rollerna?').click()
}

async function closedSections(): Promise<void> {
  await anna.open(id)
  await choose(anna.page, 'background', 'Klar (låst)')
  await choose(anna.page, 'owner', 'Skrivs bara av Region Uppsala')
  await anna.page.locator('#owner [data-still]').click()
  await anna.page
    .locator('#owner')
    .getByRole('status')
    .getByText('Här skriver bara Region Uppsala.')
    .waitFor()
}

describe('Somebody of the förbund', () => {
  it('has nothing of a draft in view when the advice is over, and has it back when it is open again', async () => {
    const advice = async (open: boolean) =>
      await anna.context.request.put(`/api/applications/${id}/advice`, {
        data: { open },
        headers: { origin: world.server.origin },
      })
    await advice(true)
    const per = await world.seat('per')
    await per.open(id)
    await eventually(() => per.page.locator('#background').count()).toBe(1)
    await advice(false)
    await per.page.getByRole('heading', { name: 'Du har inte längre åtkomst' }).waitFor()
    await eventually(() => per.page.locator('#background').count()).toBe(0)
    await advice(true)
    await per.page.getByRole('button', { name: 'Försök igen' }).click()
    await per.page.locator('#background').waitFor()
    await per.context.close()
  })
})
