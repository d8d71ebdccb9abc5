import { readFileSync } from 'node:fs'
import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { Visitor } from '../harness/rawClient.ts'
import { type Seat, World } from '../harness/world.ts'
import { copyToClipboard } from './clipboard.ts'
import { eventually } from './eventually.ts'

const fixture = (name: string) =>
  readFileSync(new URL(`../fixtures/clipboard/${name}`, import.meta.url), 'utf8')

let world: World
let anna: Seat
let karim: Seat
let id: string
beforeAll(async () => {
  world = await World.begin()
  ;[anna, karim] = await Promise.all([world.seat('anna'), world.seat('karim')])
})
afterAll(async () => await world.end())
beforeEach(async () => {
  id = await world.newApplication(anna, '2024', 'Samlat stöd')
  const line = await (await Visitor.enter(world.server.origin, 'anna')).join(id)
  await line.write(doc => {
    doc.getMap('owner').set('organisation', 'Heby kommun')
    doc.getMap('period').set('start', '2026-01-01')
    doc.getMap('period').set('end', '2027-12-31')
    const partner = new Y.Map(Object.entries({ order: 'a0', organisation: 'Arbetsförmedlingen' }))
    doc.getMap('partners').set('af1', partner)
  })
  await line.close()
  await anna.open(id)
})
afterEach(() => expect(world.faults.splice(0)).toEqual([]))

const cell = (page: Page, path: string) => page.locator(`#budget [data-field="${path}"]`).first()
const said = (page: Page) => page.getByRole('dialog', { name: 'Inklistrat' })

/** Comes from another program with something on the clipboard, goes to a cell and pastes it there. */
async function paste({ page }: Seat, path: string, html: string, text = ''): Promise<void> {
  await page.locator('#name').getByRole('textbox').focus()
  await copyToClipboard(page, html, text)
  await cell(page, path).click()
  await page.keyboard.press('Control+v')
}

/** What the server has under paths of the budget. */
async function stored(...paths: readonly string[]): Promise<unknown[]> {
  await anna.saved()
  const doc = new Y.Doc()
  Y.applyUpdate(doc, await world.state(anna, id))
  const budget = doc.getMap('budget')
  return paths.map(path => {
    const [key = '', name] = path.split('/')
    const value = budget.get(key)
    return name !== undefined && value instanceof Y.Map ? value.get(name) : value
  })
}

async function linesIn(dialog: Locator): Promise<string[]> {
  return (await dialog.locator('p, li').allTextContents()).map(line =>
    line.replaceAll(/[\u202f\u00a0]/g, ' '),
  )
}

describe('A block from a spreadsheet', () => {
  it('comes from Excel with its labels, per cents, days and amounts, and says what it did not take', async () => {
    const { page } = anna
    await paste(anna, 'salary-1/label', fixture('excel.html'), 'something else')
    await said(page).waitFor()
    expect(await linesIn(said(page))).toEqual([
      '11 celler är ändrade.',
      'Ett belopp är omräknat till kronor.',
      'Det här kom inte med. De cellerna är som de var.',
      'Handledare, Heby kommun, Huvudinsatsägare: ”ej klart”. Det här är inget belopp, så det har inte sparats. Skriv hela kronor med siffror, till exempel 10 256 000.',
    ])
    await page.keyboard.press('Escape')
    const first = ['salary-1/label', 'salary-1/percent', 'salary-1/from', 'owner.salary-1', 'af1.salary-1']
    expect(await stored(...first)).toEqual([
      'Processledare/ samordnare',
      100,
      '2025-01-01',
      3_690_000,
      40_000,
    ])
    expect(await stored('salary-2/to', 'owner.salary-2', 'af1.salary-2')).toEqual([
      '2026-06-30',
      undefined,
      878_000,
    ])
  })

  it('is taken back as one', async () => {
    const { page } = anna
    const [before] = await stored('salary-1/label')
    await paste(anna, 'salary-1/label', '', 'Chef\t\t\t\t1000\t2000\r\nStöd\t\t\t\t3000\t4000\r\n')
    await page.getByText('6 celler är ändrade.').waitFor()
    expect(await stored('owner.salary-1', 'af1.salary-2')).toEqual([1000, 4000])
    await page.keyboard.press('Control+z')
    await eventually(() => stored('salary-1/label', 'owner.salary-1', 'af1.salary-2')).toEqual([
      before,
      undefined,
      undefined,
    ])
    await page.keyboard.press('Control+y')
    await eventually(() => stored('salary-1/label', 'owner.salary-1')).toEqual(['Chef', 1000])
  })

  it('comes from Calc in thousands where its heading says so', async () => {
    await paste(anna, 'owner.salary-1', fixture('calc.html'))
    await said(anna.page).waitFor()
    const lines = await linesIn(said(anna.page))
    expect(lines.slice(0, 3)).toEqual([
      '2 celler är ändrade.',
      'En rubrik säger tkr, så belopp utan egen enhet är räknade som tusental kronor.',
      '2 belopp är omräknade till kronor.',
    ])
    expect(lines.slice(4)).toEqual([
      expect.stringContaining('”Heby, tkr”. Det här är inget belopp'),
      expect.stringContaining('”AF, tkr”. Det här är inget belopp'),
    ])
    expect(await stored('owner.salary-2', 'af1.salary-2')).toEqual([1_540_400, 26_000])
  })

  it('says what had no place, and which sums are others here', async () => {
    const { page } = anna
    await paste(anna, 'owner.salary-1', '', '1\t2\t4\t5\r\n')
    await said(page).waitFor()
    expect(await linesIn(said(page))).toEqual([
      '2 celler är ändrade.',
      'Det här kom inte med. De cellerna är som de var.',
      expect.stringMatching(/”4”\. Det räknas ut och är 3 kr\.$/),
      'En cell fick inte plats i tabellen och kom inte med. Lägg till rader om den ska med.',
    ])
    await said(page).getByRole('button', { name: 'Ångra inklistringen' }).click()
    await eventually(() => stored('owner.salary-1', 'af1.salary-1')).toEqual([undefined, undefined])
  })

  it('goes into the years as well, past the total that is worked out', async () => {
    const { page } = anna
    await paste(anna, 'owner.salary-1', '', '3000')
    await paste(anna, '2026:salary-1', '', '1\u00a0000\t2 000\r\n')
    await page.getByText('2 celler är ändrade.').waitFor()
    expect(await stored('2026:salary-1', '2027:salary-1')).toEqual([1000, 2000])
  })

  it('of one cell is as if it were typed: what there is to say stands at the cell', async () => {
    const { page } = anna
    await paste(anna, 'owner.salary-1', '', '40 tkr')
    await page.locator('#budget').getByText('Tolkat som 40\u202f000\u00a0kr.').waitFor()
    expect(await stored('owner.salary-1')).toEqual([40_000])
    await paste(anna, 'owner.salary-1', '', '-5')
    await page.locator('#budget').getByText('Ett belopp kan inte vara mindre än noll').waitFor()
    expect(await stored('owner.salary-1')).toEqual([40_000])
  })

  it('is written only in the column of a party that is limited to it, and says so of the rest', async () => {
    const limited = await anna.page.request.put(`/api/applications/${id}/sections/budget`, {
      data: { is: 'columns', limited: [{ partyId: 'af', column: 'af1' }] },
      headers: { origin: world.server.origin },
    })
    expect(limited.status()).toBe(204)
    await karim.open(id)
    await paste(karim, 'owner.salary-1', '', '1000\t2000\r\n')
    await said(karim.page).waitFor()
    const lines = await linesIn(said(karim.page))
    expect(lines[0]).toBe('En cell är ändrad.')
    expect(lines[2]).toMatch(/”1000”\. Ni fyller bara i kolumnen Arbetsförmedlingen\./)
    await karim.saved()
    expect(await stored('owner.salary-1', 'af1.salary-1')).toEqual([undefined, 2000])
  })
})

describe('What is copied out of the grid', () => {
  it('is digits and words that a spreadsheet takes, and comes back as it was', async () => {
    const { page } = anna
    await paste(
      anna,
      'salary-1/label',
      '',
      'Chef\t50\t2026-01-01\t\t1 000 000\t2000\r\nStöd\t\t\t\t3000\t\r\n',
    )
    await cell(page, 'salary-1/label').click()
    await page.keyboard.press('Control+Shift+ArrowRight')
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Control+c')
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      'Chef\t50\t2026-01-01\t\t1000000\t2000\t1002000\r\nStöd\t\t\t\t3000\t\t3000',
    )
    await page.keyboard.press('Control+x')
    await eventually(() => stored('salary-1/label', 'owner.salary-1', 'owner.salary-2')).toEqual([
      null,
      null,
      null,
    ])
    await cell(page, 'salary-1/label').click()
    await page.keyboard.press('Control+v')
    await page.getByText(/celler är ändrade\./).waitFor()
    await eventually(() => stored('salary-1/label', 'owner.salary-1', 'owner.salary-2')).toEqual([
      'Chef',
      1_000_000,
      3000,
    ])
  })
})
