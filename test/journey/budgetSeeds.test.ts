import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { Visitor } from '../harness/rawClient.ts'
import { type Seat, World } from '../harness/world.ts'
import { amountInForm, cell, fillInRows, notesOf, plain, rowOf, summaryOf } from './budgetPage.ts'
import { eventually } from './eventually.ts'

let world: World
let anna: Seat
let page: Page
beforeAll(async () => {
  world = await World.begin()
  anna = await world.seat('anna')
  page = anna.page
})
afterAll(async () => await world.end())
afterEach(() => expect(world.faults.splice(0)).toEqual([]))

const detailed = 'Detaljerad budget'
const perYear = 'Fördelad över insatstid'

/** Starts an ansökan and says in the form who takes part and when. */
async function begin(formId: string, parties: readonly string[], period: readonly [string, string]) {
  const id = await world.newApplication(anna, formId, 'Stöd')
  await anna.open(id)
  const [owner = '', ...partners] = parties
  await write('owner', 'Organisation:', owner)
  for (const [index, partner] of partners.entries()) {
    await page.getByRole('button', { name: 'Lägg till samverkanspart' }).press('Enter')
    await page.locator('#partners [data-item]').nth(index).getByRole('textbox').first().waitFor()
    await page.keyboard.type(partner)
    await page.keyboard.press('Enter')
  }
  const [start, end] = await page.locator('#period').getByRole('textbox').all()
  for (const [box, day] of [
    [start, period[0]],
    [end, period[1]],
  ] as const) {
    await box?.focus()
    await page.keyboard.type(day)
    await page.keyboard.press('Tab')
  }
}

async function write(section: string, label: string, words: string): Promise<void> {
  const box = page.locator(`#${section}`).getByLabel(label, { exact: true })
  await box.focus()
  await box.press('ControlOrMeta+a')
  await page.keyboard.type(words)
  await page.keyboard.press('Tab')
}

describe('The budget of the ansökan of 2024', () => {
  it('is typed, spread over the years, adds up as it was printed, and says how much a wrong year is wrong', async () => {
    await enterDetailed()
    await spread()
    await getOneYearWrong()
  })

  async function enterDetailed(): Promise<void> {
    await begin(
      '2024',
      ['Heby kommun', 'Arbetsförmedlingen', 'Försäkringskassan', 'Region Uppsala'],
      ['2025-01-01', '2028-12-31'],
    )
    await write('owner', 'Resurser vi söker medel till:', 'En processledare och två rehabcoacher')
    await fillInRows(cell(page, detailed, 'salary-1', 'label'), [
      ['Processledare/samordnare', '100', '250101', '281231', '3 690 000'],
      ['Rehabcoach 1', '100', '250101', '281231', '2 958 000 kr'],
      ['Rehabcoach 2', '100', '2025-01-01', '2028-12-31', '3084000'],
    ])
    const others = ['40000', '93000', '100 000', '40000', '100 000', '40000', '25 tkr', '6000', '80000']
    await fillInRows(
      cell(page, detailed, 'other-2', 'amount.owner'),
      others.map(amount => [amount]),
    )
    await fillInRows(cell(page, detailed, 'other-10.specification', 'percent'), [['Handledning']])
    expect(await rowOf(page, detailed, 'salary-1')).toEqual([
      'Processledare/samordnare',
      '100',
      '2025-01-01',
      '2028-12-31',
      '3 690 000',
      '',
      '',
      '',
      '3 690 000',
    ])
    const inAll = (name: string, kronor: string, percent = '') => [
      ...[name, percent, '', '', kronor],
      ...['0', '0', '0', kronor],
    ]
    expect(await rowOf(page, detailed, 'salary-sum')).toEqual(inAll('SUMMA LÖNEKOSTNAD', '9 732 000', '300'))
    expect(await rowOf(page, detailed, 'premises-sum')).toEqual(inAll('SUMMA LOKALKOSTNAD', '0'))
    expect(await rowOf(page, detailed, 'other-sum')).toEqual(inAll('SUMMA ÖVRIGA KOSTNADER', '524 000'))
    expect(await rowOf(page, detailed, 'sought-sum')).toEqual(
      inAll('SUMMA FRÅN SAMORDNINGSFÖRBUNDET', '10 256 000'),
    )
    expect(await rowOf(page, detailed, 'own-sum')).toEqual(inAll('SUMMA EGENFINANSIERING', '0'))
    expect(await rowOf(page, detailed, 'grand-sum')).toEqual(
      inAll('TOTAL KOSTNAD FÖR INSATSEN', '10 256 000'),
    )
    expect(await amountInForm(page)).toEqual({ total: '10 256 000 kr' })
  }

  async function spread(): Promise<void> {
    await fillInRows(cell(page, perYear, 'salary-1', '2025'), [
      ['878 000', '907 000', '937 000', '968 000'],
      ['704 000', '727 000', '751 000', '776 000'],
      ['734 000', '758 000', '783 000', '809 000'],
    ])
    await cell(page, perYear, 'other', '2025').focus()
    await page.keyboard.press('Shift+F10')
    await page.getByRole('menuitem', { name: 'Fördela på år…' }).press('Enter')
    await page.getByRole('radio', { name: 'Lika mycket varje år' }).press('Space')
    await page.getByRole('button', { name: 'Fördela', exact: true }).press('Enter')
    await page.getByText('En rad är fördelad på åren.').first().waitFor()
    const years = async (row: string) => (await rowOf(page, perYear, row)).slice(1)
    expect(await years('salary-1')).toEqual(['3 690 000', '878 000', '907 000', '937 000', '968 000', ''])
    expect(await years('salary-2')).toEqual(['2 958 000', '704 000', '727 000', '751 000', '776 000', ''])
    expect(await years('salary-3')).toEqual(['3 084 000', '734 000', '758 000', '783 000', '809 000', ''])
    expect(await years('salary-sum')).toEqual([
      ...['9 732 000', '2 316 000', '2 392 000', '2 471 000', '2 553 000'],
      '',
    ])
    expect(await years('other')).toEqual(['524 000', '131 000', '131 000', '131 000', '131 000', ''])
    expect(await years('sought')).toEqual([
      ...['10 256 000', '2 447 000', '2 523 000', '2 602 000', '2 684 000'],
      '',
    ])
    expect((await years('check'))[0]).toBe('10 256 000')
    await notesOf(page, 'check').getByText('Åren stämmer med det som söks.').waitFor()
    expect(await summaryOf(page)).toEqual([
      ['Huvudinsatsägare Heby kommun', '10 256 000', '0', '10 256 000'],
      ['Delinsatsägare 1 Arbetsförmedlingen', '0', '0', '0'],
      ['Delinsatsägare 2 Försäkringskassan', '0', '0', '0'],
      ['Delinsatsägare 3 Region Uppsala', '0', '0', '0'],
      ['Summa', '10 256 000', '0', '10 256 000'],
    ])
    await page.locator('#budget').getByText('Inget att rätta i budgeten.').waitFor()
  }

  async function getOneYearWrong(): Promise<void> {
    const said = (row: string) => notesOf(page, row).getByText('Årens summa är 63\u202f000\u00a0kr för hög.')
    await fillInRows(cell(page, perYear, 'salary-1', '2026'), [['970 000']])
    await said('salary-1').waitFor()
    expect(plain(await said('salary-1').textContent())).toContain(
      'Åren blir 3 753 000 kr, men raden är på 3 690 000 kr.',
    )
    await notesOf(page, 'check').getByText('Åren är 63\u202f000\u00a0kr mer än det som söks.').waitFor()
    const list = page.locator('#budget details', { hasText: 'att rätta' })
    await list.getByText('2 fel att rätta').click()
    const rules = list.locator('li')
    expect(
      await rules.evaluateAll(items => items.map(item => item.dataset.rule).filter(rule => rule !== 'BV16')),
    ).toEqual(['BV7', 'BV6'])
    expect(plain(await rules.first().textContent())).toContain(
      'Årens summa är 63 000 kr för hög. Åren blir 10 319 000 kr, men ni söker 10 256 000 kr.',
    )
    await cell(page, perYear, 'salary-1', '2026').focus()
    await page.keyboard.press('ControlOrMeta+z')
    await said('salary-1').waitFor({ state: 'detached' })
    await page.locator('#budget').getByText('Inget att rätta i budgeten.').waitFor()
    expect((await rowOf(page, perYear, 'salary-1'))[3]).toBe('907 000')
  }
})

describe('The budget of the ansökan of 2016', () => {
  it('with a row for each year is divided by each row’s own time, 1 400 000 a year', async () => {
    await begin('2016', ['Heby kommun', 'Försäkringskassan'], ['2018-01-01', '2020-12-31'])
    await fillInRows(
      cell(page, detailed, 'salary-1', 'label'),
      [18, 19, 20].map(year => [
        ...['coach/stödperson/tilläggsresurs', '200', `${year}-01-01`, `${year}-12-31`, '1 200 000'],
      ]),
    )
    await fillInRows(cell(page, detailed, 'other-10', 'amount.owner'), [['600 000']])
    await page.locator('#budget').getByRole('button', { name: 'Fördela på år…' }).press('Enter')
    await page.getByRole('button', { name: 'Fördela', exact: true }).press('Enter')
    await page.getByText('4 rader är fördelade på åren.').first().waitFor()
    const sums = async (sheet: typeof detailed | typeof perYear, row: string) =>
      (await rowOf(page, sheet, row)).slice(sheet === detailed ? 4 : 1)
    expect((await rowOf(page, detailed, 'salary-sum'))[1]).toBe('600')
    expect(await sums(detailed, 'salary-sum')).toEqual(['3 600 000', '0', '3 600 000'])
    expect(await sums(detailed, 'premises-sum')).toEqual(['0', '0', '0'])
    expect(await sums(detailed, 'other-sum')).toEqual(['600 000', '0', '600 000'])
    expect(await sums(detailed, 'sought-sum')).toEqual(['4 200 000', '0', '4 200 000'])
    expect(await sums(detailed, 'own-sum')).toEqual(['0', '0', '0'])
    expect(await sums(detailed, 'grand-sum')).toEqual(['4 200 000', '0', '4 200 000'])
    expect(await sums(perYear, 'salary-2')).toEqual(['1 200 000', '', '1 200 000', '', ''])
    expect(await sums(perYear, 'salary-sum')).toEqual([
      '3 600 000',
      '1 200 000',
      '1 200 000',
      '1 200 000',
      '',
    ])
    expect(await sums(perYear, 'other')).toEqual(['600 000', '200 000', '200 000', '200 000', ''])
    expect(await sums(perYear, 'sought')).toEqual(['4 200 000', '1 400 000', '1 400 000', '1 400 000', ''])
    expect((await sums(perYear, 'check'))[0]).toBe('4 200 000')
    expect(await summaryOf(page)).toEqual([
      ['Huvudinsatsägare Heby kommun', '4 200 000', '0', '4 200 000'],
      ['Delinsatsägare 1 Försäkringskassan', '0', '0', '0'],
      ['Summa', '4 200 000', '0', '4 200 000'],
    ])
    expect(await amountInForm(page)).toEqual({ total: '4 200 000 kr' })
    await notesOf(page, 'other-10').getByText('Skriv i specifikationen vad').waitFor()
  })
})

describe('The budget of the ansökan of 2019', () => {
  it('with only what each party asks for says its year in the form, and what was typed there before', async () => {
    await begin(
      '2019',
      ['Uppsala kommun', 'Arbetsförmedlingen', 'Försäkringskassan', 'Region Uppsala'],
      ['2020-01-01', '2020-12-31'],
    )
    await fillInRows(cell(page, detailed, 'other-10', 'amount.owner'), [['850 000']])
    await fillInRows(cell(page, detailed, 'other-10.specification', 'percent'), [['Enligt bilaga']])
    await fillInRows(cell(page, detailed, 'other-11', 'label'), [['Övrigt', '', '', '', '', '', '200 000']])
    await fillInRows(cell(page, detailed, 'other-11.specification', 'percent'), [['Enligt bilaga']])
    expect((await rowOf(page, detailed, 'other-11')).slice(4)).toEqual(['', '', '', '200 000', '200 000'])
    for (const row of ['other-sum', 'sought-sum', 'grand-sum']) {
      expect((await rowOf(page, detailed, row)).slice(4)).toEqual([
        ...['850 000', '0', '0', '200 000'],
        '1 050 000',
      ])
    }
    expect(await summaryOf(page)).toEqual([
      ['Huvudinsatsägare Uppsala kommun', '850 000', '0', '850 000'],
      ['Delinsatsägare 1 Arbetsförmedlingen', '0', '0', '0'],
      ['Delinsatsägare 2 Försäkringskassan', '0', '0', '0'],
      ['Delinsatsägare 3 Region Uppsala', '200 000', '0', '200 000'],
      ['Summa', '1 050 000', '0', '1 050 000'],
    ])
    await eventually(() => amountInForm(page)).toEqual({ '2020': '1 050 000 kr', total: '1 050 000 kr' })
    expect((await rowOf(page, perYear, 'sought'))[1]).toBe('1 050 000')

    const id = page.url().split('/').at(-1) ?? ''
    const visitor = await (await Visitor.enter(world.server.origin, 'anna')).join(id)
    await visitor.write(doc => doc.getMap('budgetAmount').set('2020', 1_050_000))
    await visitor.close()
    const inForm = page.locator('#budgetAmount')
    expect(await inForm.getByText('Ett tidigare belopp är skrivet för hand').count()).toBe(0)
    await cell(page, detailed, 'other-11', 'amount.owner').focus()
    for (const _ of ['Arbetsförmedlingen', 'Försäkringskassan', 'Region Uppsala'])
      await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Delete')
    await inForm
      .getByText('Ett tidigare belopp är skrivet för hand: 2020: 1\u202f050\u202f000\u00a0kr', {
        exact: false,
      })
      .waitFor()
    await eventually(() => amountInForm(page)).toEqual({ '2020': '850 000 kr', total: '850 000 kr' })
    const list = page.locator('#budget details', { hasText: 'att rätta' })
    const rules = list.locator('li[data-rule="BV9"] p')
    await eventually(async () => (await rules.allTextContents()).map(plain)).toEqual([
      'I ansökan står 1 050 000 kr, men budgeten blir 850 000 kr.',
      'I ansökan står 1 050 000 kr för 2020, men budgeten blir 850 000 kr.',
    ])
  })
})
