import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { FilledForm } from '../../shared/document/filledForm.ts'
import type { Application } from '../../shared/http/application.ts'
import { wordMaxBytes } from '../../shared/http/formImport.ts'
import { type Seat, World } from '../harness/world.ts'
import { eventually } from './eventually.ts'
import { isSound } from './versionPages.ts'
import { changedWord, onlyParagraphs, wordHeading, wordParagraph } from './wordFiles.ts'

let world: World
let anna: Seat
let page: Page
/** The demo's ansökan on the form of 2019, what it says, and as a Word file with small faults and text of its own. */
let source: FilledForm
let file: Uint8Array
const early = 'Det här stod före den första rubriken.'
const annexed = 'Det här stod i en bilaga, som blanketten inte har.'

const asked = wordHeading(
  'Har ansökan diskuterats i aktuell LOKUS-grupp eller i den strategiska utvecklingsgruppen?',
)

beforeAll(async () => {
  world = await World.begin()
  anna = await world.seat('anna')
  page = anna.page
  const { applications } = await listed()
  const id = applications.find(({ formId }) => formId === '2019')?.id ?? ''
  source = await world.read(anna, id, '2019')
  const exported = await page.request.get(`/api/applications/${id}/application.docx`)
  file = changedWord(new Uint8Array(await exported.body()), [
    ['Beskriv syftet med insatsen (*)', 'BESKRIV SYFTET MED INSATSEN'],
    ['Beskriv målgrupp för insatsen (*)', 'Beskriv malgrupp for insatsen (*)'],
    [wordHeading('Insatsens namn'), wordParagraph(early) + wordHeading('Insatsens namn')],
    [asked, wordHeading('Bilaga till ansökan') + wordParagraph(annexed) + asked],
  ])
})
afterAll(async () => await world.end())
beforeEach(async () => {
  await page.goto('/ansokningar/fran-word')
  await page.getByLabel('Välj Wordfil').waitFor()
})
afterEach(() => expect(world.faults.splice(0)).toEqual([]))

async function choose(bytes: Uint8Array, name = 'Ansökan 2019.docx'): Promise<void> {
  const mimeType = 'application/octet-stream'
  await page.getByLabel('Välj Wordfil').setInputFiles({ name, mimeType, buffer: Buffer.from(bytes) })
}

async function read(): Promise<void> {
  await choose(file)
  await page.getByRole('heading', { level: 1, name: 'Det här står i Ansökan 2019.docx' }).waitFor()
  await page.locator('article[aria-busy="false"]').waitFor()
}

const foot = () => page.getByRole('status').filter({ hasText: 'Inget är skapat ännu.' })
const card = (beginning: string) => page.getByRole('listitem', { name: beginning })
const section = (key: string) => page.locator(`section[data-section="${key}"]`)
const create = () => page.getByRole('button', { name: 'Skapa ansökan' })
const count = async () => (await listed()).applications.length

async function listed(): Promise<{ applications: Application[] }> {
  return (await (await page.request.get('/api/applications')).json()) as { applications: Application[] }
}

describe('An ansökan in a Word file', () => {
  it('is shown section by section before anything is made, with what was guessed and what was left over', async () => {
    const before = await count()
    await page.goto('/ansokningar')
    await page.getByRole('link', { name: 'Börja från en Wordfil' }).press('Enter')
    await isSound(page, 'main')
    await read()
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
    await page.getByText(/^Läst som 2019 års blankett: \d+ av \d+ rubriker finns i filen\.$/).waitFor()
    await section('targetGroup').getByText('Tolkat: kontrollera').waitFor()
    await section('targetGroup').getByText('Rubriken i filen: ”Beskriv malgrupp for insatsen').waitFor()
    await section('background').getByText('Läst ur filen').waitFor()
    expect(await foot().textContent()).toMatch(/^Inget är skapat ännu\. \d+ text(er)? kvar att placera\.$/)
    await card(early).waitFor()
    await isSound(page, 'main')
    expect(await count()).toBe(before)
  })

  it('is made when all of it has a place, by keyboard alone, and says what the file said', async () => {
    await read()
    // What lacks a place is where the button leads.
    await create().focus()
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toContain(early)
    const place = card(early).getByRole('combobox')
    while (!(await place.evaluate(field => field === document.activeElement))) {
      await page.keyboard.press('Tab')
    }
    await page.keyboard.type('Beskriv syftet')
    await page.keyboard.press('Enter')
    await section('purpose').locator('.richText').getByText(early).waitFor()
    for (;;) {
      const words = (await foot().textContent()) ?? ''
      if (words.includes('All text har en plats')) break
      await create().focus()
      await page.keyboard.press('Enter')
      const cardId = await page.evaluate(() => document.activeElement?.id)
      const button = page.locator(`#${cardId}`).getByRole('button', { name: /^Ta inte med:/ })
      while (!(await button.evaluate(one => one === document.activeElement))) {
        await page.keyboard.press('Tab')
      }
      await page.keyboard.press('Enter')
      await eventually(() => foot().textContent()).not.toBe(words)
    }
    await create().focus()
    await page.keyboard.press('Enter')
    await eventually(async () => new URL(page.url()).pathname).toMatch(/^\/ansokningar\/[a-z0-9]{20}$/)
    await page.locator('article[aria-busy="false"]').waitFor()
    const made = await world.read(anna, new URL(page.url()).pathname.split('/').at(-1) ?? '', '2019')
    const { purpose } = source.sections
    if (purpose?.kind !== 'rich') throw new Error('The purpose is text.')
    expect(made.sections.purpose).toEqual({
      kind: 'rich',
      blocks: [...purpose.blocks, { type: 'paragraph', content: [{ type: 'text', text: early }] }],
    })
    for (const key of ['name', 'goals', 'background', 'period', 'targetGroup', 'methods', 'followUp']) {
      expect([key, made.sections[key]]).toEqual([key, source.sections[key]])
    }
  })

  it('is shown with its pictures, which are still in the file alone', async () => {
    const { applications } = await listed()
    const id = applications.find(({ formId }) => formId === '2024')?.id ?? ''
    const exported = await page.request.get(`/api/applications/${id}/application.docx`)
    await choose(new Uint8Array(await exported.body()), 'Med bild.docx')
    const picture = page.locator('article figure img')
    await picture.waitFor()
    await eventually(() => picture.getAttribute('src')).toMatch(/^blob:/)
    await eventually(() =>
      picture.evaluate(image => (image as HTMLImageElement).naturalWidth),
    ).toBeGreaterThan(300)
  })

  it('keeps what has been decided when it cannot be made, and when another form is thought of', async () => {
    await read()
    const before = await count()
    await card(early).getByRole('checkbox').press('Space')
    await card(annexed).getByRole('checkbox').press('Space')
    await card(early).getByText('Lägg de 2 markerade i').waitFor()
    await card(early).getByRole('combobox').selectOption({ label: 'Beskriv syftet med insatsen' })
    await section('purpose').locator('.richText').getByText(annexed).waitFor()
    const decided = await foot().textContent()

    await page.getByText('Läs som en annan blankett').click()
    await page.getByRole('radio', { name: /^2022 års blankett/ }).click()
    const question = page.getByRole('dialog', { name: 'Läsa som en annan blankett?' })
    await question.getByRole('button', { name: 'Behåll blanketten' }).press('Enter')
    expect(await page.getByRole('radio', { name: /^2019 års blankett/ }).isChecked()).toBe(true)
    expect(await foot().textContent()).toBe(decided)
    await page.getByRole('radio', { name: /^2022 års blankett/ }).click()
    await question.getByRole('button', { name: 'Läs som den andra blanketten' }).press('Enter')
    await page.getByText(/^Läst som 2022 års blankett/).waitFor()
    await section('purpose').locator('.richText').getByText(annexed).waitFor()

    await leaveOutTheRest()
    await page.route('**/api/applications/word', route => route.abort('connectionreset'), { times: 1 })
    await create().press('Enter')
    await page
      .getByRole('alert')
      .getByText(/^Kontakten bröts innan svaret kom\./)
      .waitFor()
    await section('purpose').locator('.richText').getByText(annexed).waitFor()
    await isSound(page, 'main')

    await page.getByRole('link', { name: 'Samskriv', exact: true }).click()
    const leaving = page.getByRole('dialog', { name: 'Lämna sidan?' })
    await leaving.getByRole('button', { name: 'Stanna kvar' }).click()
    await page.getByRole('button', { name: 'Välj en annan fil' }).click()
    await page.keyboard.press('Escape')
    expect(await foot().textContent()).toContain('All text har en plats.')
    expect(await count()).toBe(before)
    await page.getByRole('link', { name: 'Samskriv', exact: true }).click()
    await leaving.getByRole('button', { name: 'Lämna sidan' }).click()
    await page.getByRole('heading', { level: 1, name: 'Ansökningar' }).waitFor()
  })
})

describe('A file that is not read', () => {
  it('is refused with the sentence that says why, and another can be chosen', async () => {
    await choose(new TextEncoder().encode('Det här är ingen Wordfil.'))
    await page
      .getByRole('alert')
      .getByText(/^Filen är ingen Wordfil/)
      .waitFor()
    expect(await page.getByRole('button', { name: 'Försök igen' }).count()).toBe(0)
    expect(await page.getByLabel('Välj Wordfil').evaluate(input => input === document.activeElement)).toBe(
      true,
    )
    await isSound(page, 'main')
    await read()
  })

  it('is never sent when it is empty or too large', async () => {
    const sent: string[] = []
    const note = (request: { url(): string }) => {
      if (request.url().includes('/word/')) sent.push(request.url())
    }
    page.on('request', note)
    await choose(new Uint8Array())
    await page.getByRole('alert').getByText('Filen är tom.').waitFor()
    await choose(new Uint8Array(wordMaxBytes + 1))
    await page
      .getByRole('alert')
      .getByText(/^Filen är 20,1 MB\. Högst 20 MB går att läsa\./)
      .waitFor()
    page.off('request', note)
    expect(sent).toEqual([])
  })

  it('without any heading of a form can be read as one that is named', async () => {
    await choose(onlyParagraphs(file, ['Bara en anteckning.']), 'Anteckningar.docx')
    const alert = page.getByRole('alert')
    await alert.getByText(/^Ingen av blanketternas rubriker finns i filen/).waitFor()
    await alert.getByRole('radio', { name: '2024 års blankett' }).click()
    await page.getByRole('heading', { level: 1, name: 'Det här står i Anteckningar.docx' }).waitFor()
    await card('Bara en anteckning.').waitFor()
  })

  it('for want of contact is read when there is contact again', async () => {
    await anna.context.setOffline(true)
    await choose(file)
    await page
      .getByRole('alert')
      .getByText(/^Ingen kontakt\./)
      .waitFor()
    await anna.context.setOffline(false)
    await page.getByRole('button', { name: 'Försök igen' }).press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Det här står i Ansökan 2019.docx' }).waitFor()
  })

  it('is let go of while it is read', async () => {
    let goOn = () => {}
    const held = new Promise<void>(resolve => {
      goOn = resolve
    })
    let answered = () => {}
    const over = new Promise<void>(resolve => {
      answered = resolve
    })
    await page.route('**/api/applications/word/read', async route => {
      await held
      await route.fulfill({ status: 503 })
      answered()
    })
    await choose(file)
    await page.getByText('Läser Ansökan 2019.docx …').waitFor()
    expect(await page.locator(':focus').textContent()).toBe('Avbryt läsningen')
    await page.keyboard.press('Enter')
    goOn()
    await over
    await page.unroute('**/api/applications/word/read')
    await page.getByLabel('Välj Wordfil').waitFor()
    expect(await page.getByRole('alert').textContent()).toBe('')
  })
})

async function leaveOutTheRest(): Promise<void> {
  const rest = page.getByRole('button', { name: /^Ta inte med:/ })
  while ((await rest.count()) > 0) {
    const words = await foot().textContent()
    await rest.first().press('Enter')
    await eventually(() => foot().textContent()).not.toBe(words)
  }
}
