import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { readBudget } from '../../shared/budget/readBudget.ts'
import { sumsOf } from '../../shared/budget/sums.ts'
import { form2024 } from '../../shared/form/forms/2024/form.ts'
import { Visitor } from '../harness/rawClient.ts'
import { type Seat, World } from '../harness/world.ts'
import { type Cell, detailed2024, perYear2024, summary2024, xlsx } from '../server/import/xlsx/seedSheets.ts'
import { parts, sheetXml, zipped } from '../server/import/xlsx/zips.ts'
import { eventually } from './eventually.ts'

let world: World
let anna: Seat
let id: string

beforeAll(async () => {
  world = await World.begin()
  anna = await world.seat('anna')
})
afterAll(async () => await world.end())
beforeEach(async () => {
  id = await newApplication()
  await anna.open(id)
})
afterEach(() => expect(world.faults.splice(0)).toEqual([]))

/** An ansökan with the four parties of the workbook of 2024, and its years. */
async function newApplication(): Promise<string> {
  const made = await world.newApplication(anna, '2024', 'Samlat stöd')
  const line = await (await Visitor.enter(world.server.origin, 'anna')).join(made)
  await line.write(doc => {
    doc.getMap('owner').set('organisation', 'Heby kommun')
    const partners = ['Arbetsförmedlingen', 'Försäkringskassan', 'Region Uppsala']
    for (const [index, organisation] of partners.entries()) {
      const partner = new Y.Map(Object.entries({ order: `a${index}`, organisation }))
      doc.getMap('partners').set(`partner${index}`, partner)
    }
    doc.getMap('period').set('start', '2025-01-01')
    doc.getMap('period').set('end', '2028-12-31')
  })
  await line.close()
  return made
}

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Läs in budget från Excel' })

/** The dialog, with a file chosen in it. */
async function choose(page: Page, bytes: Uint8Array, name = 'budget.xlsx') {
  const opener = page.locator('#budget').getByRole('button', { name: 'Läs in från Excel…' })
  if ((await dialog(page).count()) === 0) await opener.press('Enter')
  await dialog(page)
    .getByLabel('Excelfil (.xlsx)')
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) })
  return dialog(page)
}

/** What the server has of the budget. */
async function stored(of = id) {
  await anna.saved()
  const doc = new Y.Doc()
  Y.applyUpdate(doc, await world.state(anna, of))
  const budget = readBudget(doc, form2024)
  return { budget, sums: sumsOf(budget) }
}

const plain = (words: string | null) => (words ?? '').replaceAll(/[\u202f\u00a0]/g, ' ')

describe('A budget in an Excel file', () => {
  it('laid out as the template is shown, read in by keyboard, and taken back whole', async () => {
    const { page } = anna
    const asked = await choose(page, await xlsx(detailed2024(), perYear2024(), summary2024()))
    await asked.getByRole('heading', { name: 'Det här står i budget.xlsx' }).waitFor()
    const words = plain(await asked.textContent())
    expect(words).toContain('Från Samordningsförbundet10 256 000 kr')
    expect(words).toContain('Summorna i filen stämmer med raderna.')
    expect(words).toContain('måste vara hela kronor')
    const parties = await asked
      .getByRole('combobox')
      .evaluateAll(all => all.map(select => (select as HTMLSelectElement).selectedOptions[0]?.textContent))
    expect(parties).toEqual(['Heby kommun', 'Arbetsförmedlingen', 'Försäkringskassan', 'Region Uppsala'])
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Det här står i budget.xlsx')
    expect((await new AxeBuilder({ page }).include('dialog').analyze()).violations).toEqual([])
    expect((await stored()).sums.grand.total).toBe(0)

    await asked.getByRole('button', { name: 'Läs in', exact: true }).press('Enter')
    await asked.waitFor({ state: 'detached' })
    await page.getByText(/^Budgeten är inläst: .* Ni söker nu 10.256.000.kr\./).waitFor()
    const { sums, budget } = await stored()
    expect(sums.sought.total).toBe(10_256_000)
    expect(sums.sought.byParty.get('owner')).toBe(10_256_000)
    expect([...sums.years.values()].map(({ total }) => total)).toEqual([
      2_447_000, 2_523_000, 2_602_000, 2_684_000,
    ])
    expect(budget.lines[0]).toMatchObject({
      label: 'Processledare/samordnare',
      percent: 100,
      to: '2028-12-31',
    })

    await page.locator('#budget [data-field="owner.salary-1"]').first().click()
    await page.keyboard.press('Control+z')
    await eventually(async () => expect((await stored()).sums.grand.total).toBe(0))
    expect((await stored()).budget.lines[0]?.label).toBeNull()
  })

  it('from an ansökan is read in to another, and says the same', async () => {
    const { page } = anna
    await choose(page, await xlsx(detailed2024(), perYear2024()))
    await dialog(page).getByRole('button', { name: 'Läs in', exact: true }).click()
    const from = await stored()
    const exported = await page.request.get(`/api/applications/${id}/budget.xlsx`)
    const other = await newApplication()
    await anna.open(other)
    const asked = await choose(page, await exported.body())
    await asked.getByText('Filen är hämtad från Samskriv.').waitFor()
    await asked.getByRole('button', { name: 'Läs in', exact: true }).click()
    const to = await stored(other)
    expect(to.sums).toEqual({ ...from.sums, lines: to.sums.lines })
    const said = ({ budget }: typeof to) => budget.lines.map(({ key: _, ...line }) => line)
    expect(said(to)).toEqual(said(from))
    expect(to.sums.sought.total).toBe(10_256_000)
  })

  it('in thousands is asked about, with what each answer gives', async () => {
    const { page } = anna
    const inThousands = (cell: Cell) =>
      typeof cell === 'number' && cell !== 250101 && cell !== 281231 ? cell / 1000 : cell
    const { name, rows } = detailed2024()
    const asked = await choose(page, await xlsx({ name, rows: rows.map(row => row.map(inThousands)) }))
    const readIn = asked.getByRole('button', { name: 'Läs in', exact: true })
    await asked.getByText('Välj först om beloppen är i kronor').waitFor()
    expect(await readIn.isDisabled()).toBe(true)
    expect(plain(await asked.getByRole('group', { name: 'Är beloppen i kronor' }).textContent())).toMatch(
      /Hela kronorSumman blir 10 256 kr.*\(tkr\)Summan blir 10 256 000 kr/,
    )
    await asked.getByRole('radio', { name: /tkr/ }).press('Space')
    await readIn.press('Enter')
    await asked.waitFor({ state: 'detached' })
    expect((await stored()).sums.sought.total).toBe(10_256_000)

    // A second file, to a budget that has amounts.
    const second = await choose(page, await xlsx(detailed2024()))
    await second.getByRole('radio', { name: /Behåll dem/ }).check()
    await second.getByRole('button', { name: 'Läs in', exact: true }).click()
    await second.waitFor({ state: 'detached' })
    expect((await stored()).sums.sought.total).toBe(20_512_000)
  })

  it('gives a party that is limited to its own column only that, and says so before', async () => {
    const owner = await Visitor.enter(world.server.origin, 'anna')
    const limited = [{ partyId: 'af', column: 'partner0' }]
    await owner.put(`/api/applications/${id}/sections/budget`, { is: 'columns', limited })
    const karim = await world.seat('karim')
    await karim.open(id)
    const { name, rows } = detailed2024()
    const withAf = rows.map(row => (row[0] === 'Resor' ? row.with(5, 7_000) : row))
    const asked = await choose(karim.page, await xlsx({ name, rows: withAf }))
    await asked.getByRole('heading', { name: 'Läses inte in' }).waitFor()
    expect(await asked.getByText(/värden står där du inte får skriva/).count()).toBe(1)
    await asked.getByRole('button', { name: 'Läs in', exact: true }).click()
    await asked.waitFor({ state: 'detached' })
    await karim.saved()
    const { sums } = await stored()
    expect([...sums.sought.byParty.values()]).toEqual([0, 7_000, 0, 0])
    expect(await world.rescued(karim, id)).toEqual([])
    await karim.context.close()
  })

  it('that is no such file is refused in words, and changes nothing', async () => {
    const { page } = anna
    const before = await world.state(anna, id)
    const files: readonly (readonly [string, Uint8Array, RegExp])[] = [
      ['budget.csv', new TextEncoder().encode('Resor;40000'), /ingen Excelfil/],
      ['budget.xlsm', zipped({ ...parts(sheetXml('')), 'xl/vbaProject.bin': 'x' }), /makron/],
      ['bomb.xlsx', zipped({ ...parts(sheetXml('')), 'xl/x': new Uint8Array(5_000_000) }), /för stor/],
      ['lista.xlsx', await xlsx({ name: 'Lista', rows: [['Arne', 1]] }), /ingen budget i filen/],
      ['stor.xlsx', new Uint8Array(5 * 1024 * 1024 + 1), /större än 5 MB/],
    ]
    for (const [name, bytes, words] of files) {
      const asked = await choose(page, bytes, name)
      await asked.getByRole('alert').filter({ hasText: words }).waitFor()
    }
    await page.keyboard.press('Escape')
    await dialog(page).waitFor({ state: 'detached' })
    expect(Buffer.from(await world.state(anna, id)).equals(Buffer.from(before))).toBe(true)
  })
})
