import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Block } from '../../shared/document/blockContent.ts'
import { writeBlocks } from '../../shared/document/blocks.ts'
import { Visitor } from '../harness/rawClient.ts'
import { type Seat, World } from '../harness/world.ts'
import { eventually } from './eventually.ts'
import { isSound } from './versionPages.ts'

let world: World
let anna: Seat
let karim: Seat
let page: Page
let id: string

const said = (text: string): Block => ({ type: 'paragraph', content: [{ type: 'text', text }] })
const subheading = (text: string): Block => ({
  type: 'paragraph',
  level: 1,
  content: [{ type: 'text', text }],
})

/** One heading of 2022 that is two in 2024. */
const methods: readonly Block[] = [
  subheading('Samverkansteamet'),
  said('Teamet träffas varje månad.'),
  said('Varje deltagare får en egen coach.'),
  said('Coachen följer med till arbetsgivaren.'),
]

beforeAll(async () => {
  world = await World.begin()
  ;[anna, karim] = await Promise.all([world.seat('anna'), world.seat('karim')])
  page = anna.page
  id = await world.newApplication(anna, '2022', 'Samlat stöd')
  await write('methods', methods)
  await write('purpose', [said('Fler ska närma sig arbete.')])
})
afterAll(async () => await world.end())
afterEach(() => expect(world.faults.splice(0)).toEqual([]))

async function write(section: string, blocks: readonly Block[]): Promise<void> {
  const line = await (await Visitor.enter(world.server.origin, 'anna')).join(id)
  await line.write(doc => writeBlocks(doc.getXmlFragment(section), blocks))
  await line.close()
}

const foot = () => page.getByRole('status').filter({ hasText: 'Inget är skapat ännu.' })
const card = (beginning: string) => page.getByRole('listitem', { name: beginning })
const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
const create = () => page.getByRole('button', { name: 'Skapa den nya ansökan' })
const section = (key: string) => page.locator(`section[data-section="${key}"]`)

const text = (key: string) => section(key).locator('.richText')

describe('An ansökan on the form of 2022', () => {
  it('is shown as it would be on that of 2024, with a way there from its head', async () => {
    await anna.open(id)
    await page.getByRole('link', { name: 'Flytta till nyare blankett' }).press('Enter')
    await page.locator('article[aria-busy="false"]').waitFor()
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Flytta till 2024 års blankett')
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
    await page.getByText('Det skapas en ny ansökan; den gamla ligger kvar som den är.').waitFor()
    await section('purpose').getByText('Följer med').waitFor()
    await text('purpose').getByText('Fler ska närma sig arbete.').waitFor()
    expect(await foot().textContent()).toMatch(/^Inget är skapat ännu\. \d texter kvar att placera\.$/)
    expect(await create().getAttribute('aria-disabled')).toBe('true')
    await isSound(page, 'main')
  })

  it('leaves it to her which part of a divided heading goes where, one by one or several together', async () => {
    await create().press('Enter')
    expect(await focused()).toMatch(/Samverkansteamet/)
    await card('Samverkansteamet')
      .getByRole('button', { name: 'Markera med texten under (4)' })
      .press('Enter')
    // The heading and what stands under it; the two last belong elsewhere.
    await card('Varje deltagare').getByRole('checkbox').press('Space')
    await card('Coachen följer').getByRole('checkbox').press('Space')
    const first = card('Samverkansteamet')
    await first.getByText('Lägg de 2 markerade i').waitFor()
    await first.getByRole('combobox').selectOption({ label: await longOption('collaborationMethods') })
    await text('collaborationMethods').getByText('Teamet träffas varje månad.').waitFor()
    await section('collaborationMethods').getByText('Du har lagt 2 texter sist i avsnittet').waitFor()
    const rest = page.getByRole('listitem').filter({ has: page.getByRole('checkbox') })
    const marks = rest.getByRole('checkbox')
    await marks.first().press('Space')
    await marks.last().focus()
    await page.keyboard.down('Shift')
    await page.keyboard.press('Space')
    await page.keyboard.up('Shift')
    const together = card('Coachen följer med till arbetsgivaren.')
    await together.getByText(/^Lägg de \d markerade i/).waitFor()
    await together.getByRole('combobox').selectOption({ label: await longOption('individualMethods') })
    await text('individualMethods').getByText('Varje deltagare får en egen coach.').waitFor()
    await text('individualMethods').getByText('Coachen följer med till arbetsgivaren.').waitFor()
    await eventually(() => foot().textContent()).toBe('Inget är skapat ännu. All text har en plats.')
    await isSound(page, 'main')
  })

  it('can be taken back, and left out', async () => {
    const last = card('Coachen följer med till arbetsgivaren.')
    await last.getByRole('button', { name: /^Ta tillbaka/ }).press('Enter')
    await eventually(() => foot().textContent()).toBe('Inget är skapat ännu. 1 text kvar att placera.')
    await last.getByRole('button', { name: /^Ta inte med/ }).press('Enter')
    await eventually(() => foot().textContent()).toBe('Inget är skapat ännu. All text har en plats.')
    expect(await text('individualMethods').getByText('Coachen följer med').count()).toBe(0)
  })

  it('asks before the page is left, by a link and by back, and keeps what has been decided', async () => {
    const question = page.getByRole('dialog', { name: 'Lämna sidan?' })
    // Asked for by the page: the driver's own back would be quicker than the browser's account of the page's history.
    const goBack = () => page.evaluate(() => history.back())
    await page.getByRole('link', { name: 'Samskriv', exact: true }).click()
    await question.getByRole('button', { name: 'Stanna kvar' }).click()
    await goBack()
    await question.waitFor()
    await page.keyboard.press('Escape')
    await question.waitFor({ state: 'detached' })
    expect(new URL(page.url()).pathname).toBe(`/ansokningar/${id}/flytta`)
    expect(await foot().textContent()).toContain('All text har en plats.')
    await goBack()
    await question.getByRole('button', { name: 'Stanna kvar' }).click()
  })

  it('is not moved as it was, when somebody has written in it meanwhile', async () => {
    await write('purpose', [said('Fler ska komma i arbete.')])
    await create().press('Enter')
    const alert = page.getByRole('alert').filter({ hasText: 'Någon har ändrat i ansökan' })
    await alert.waitFor()
    await alert.getByRole('button', { name: 'Visa den som den är nu' }).press('Enter')
    await text('purpose').getByText('Fler ska komma i arbete.').waitFor()
    await eventually(() => foot().textContent()).toBe('Inget är skapat ännu. All text har en plats.')
  })

  it('becomes a new ansökan with the same people, and stays what it was', async () => {
    await create().press('Enter')
    await eventually(async () => new URL(page.url()).pathname).not.toContain(id)
    await page.locator('article[aria-busy="false"]').waitFor()
    const made = new URL(page.url()).pathname.split('/').at(-1) ?? ''
    const { sections } = await world.read(anna, made, '2024')
    expect(sections.collaborationMethods).toEqual({ kind: 'rich', blocks: methods.slice(0, 2) })
    expect(sections.individualMethods).toEqual({ kind: 'rich', blocks: methods.slice(2, 3) })
    expect(sections.purpose).toEqual({ kind: 'rich', blocks: [said('Fler ska komma i arbete.')] })
    expect((await world.read(anna, id, '2022')).sections.methods).toEqual({ kind: 'rich', blocks: methods })
    await karim.open(made)
    await karim.page.getByText('Fler ska komma i arbete.').waitFor()
    await page.goto(`/ansokningar/${id}/logg`)
    await page
      .getByRole('table')
      .getByText(/2024 års blankett/)
      .waitFor()
  })
})

describe('An ansökan on the form of 2016', () => {
  it('can go to any newer one; another is asked about, and what has been decided comes along where it fits', async () => {
    const oldest = await world.newApplication(anna, '2016', 'Länge sedan')
    const line = await (await Visitor.enter(world.server.origin, 'anna')).join(oldest)
    await line.write(doc => {
      writeBlocks(doc.getXmlFragment('anchoring'), [said('Ledningen har sagt ja.'), said('Lokus likaså.')])
    })
    await line.close()
    await page.goto(`/ansokningar/${oldest}/flytta`)
    await card('Lokus likaså.')
      .getByRole('combobox')
      .selectOption({ label: await longOption('followUp') })
    await text('followUp').getByText('Lokus likaså.').waitFor()

    const forms = page.getByRole('group', { name: 'Till vilken blankett?' })
    const question = page.getByRole('dialog', { name: 'Flytta till en annan blankett?' })
    await forms.getByRole('radio', { name: '2022 års blankett' }).click()
    await question.getByRole('button', { name: 'Behåll blanketten' }).press('Enter')
    expect(await forms.getByRole('radio', { name: '2024 års blankett' }).isChecked()).toBe(true)
    await forms.getByRole('radio', { name: '2022 års blankett' }).click()
    await question.getByRole('button', { name: 'Visa den andra blanketten' }).press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Flytta till 2022 års blankett' }).waitFor()
    await text('followUp').getByText('Lokus likaså.').waitFor()
  })
})

describe('Who may not move an ansökan', () => {
  it('has no way there, and is told so at its address', async () => {
    await karim.open(id)
    expect(await karim.page.getByRole('link', { name: 'Flytta till nyare blankett' }).count()).toBe(0)
    await karim.page.goto(`/ansokningar/${id}/flytta`)
    await karim.page.getByText('Det är de som är ansvariga för ansökan som kan flytta den').waitFor()
  })

  it('nor can one that is on the newest form be moved by anybody', async () => {
    const newest = await world.newApplication(anna, '2024', 'Redan här')
    await anna.open(newest)
    expect(await page.getByRole('link', { name: 'Flytta till nyare blankett' }).count()).toBe(0)
    await page.goto(`/ansokningar/${newest}/flytta`)
    await page.getByText('Ansökan är redan på den nyaste blanketten.').waitFor()
  })
})

/** The heading of a section as a choice. */
async function longOption(key: string): Promise<string> {
  const words = await section(key).getByRole('heading').first().textContent()
  return (words ?? '').replace(/ \(\*\)$/, '')
}
