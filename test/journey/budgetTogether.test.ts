import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { groupDigits } from '../../client/form/amount.ts'
import type { Budget } from '../../shared/budget/Budget.ts'
import { budgetBlocks } from '../../shared/budget/BudgetTemplate.ts'
import { type BudgetSums, hasYears, sumsOf } from '../../shared/budget/sums.ts'
import { Gate } from '../harness/gate.ts'
import { Visitor } from '../harness/rawClient.ts'
import { type Seat, World } from '../harness/world.ts'
import { type Random, seeded } from '../shared/form/seeded.ts'
import {
  amountInForm,
  cellOf,
  notesOf,
  plain,
  shownCells,
  storedBudget,
  storedCells,
  summaryOf,
} from './budgetPage.ts'
import { eventually } from './eventually.ts'

const people = ['anna', 'karim', 'elin', 'sofia'] as const
/** The partners of the form: item key to organisation. */
const partners = [
  ['af', 'Arbetsförmedlingen'],
  ['fk', 'Försäkringskassan'],
  ['region', 'Region Uppsala'],
] as const
/** Where all four meet, and what each has alone. */
const contested = ['owner.salary-1', 'af.salary-1', 'owner.other-2', '2025:salary-1', '2026:other'] as const
const own = ['owner.other-7', 'af.other-7', 'fk.other-7', 'region.other-7'] as const

let world: World
let gates: readonly Gate[]
let typists: readonly Typist[]
let id: string
beforeAll(async () => {
  world = await World.begin()
  gates = await Promise.all(people.map(() => Gate.before(world.server.origin)))
  const seats = await Promise.all(
    people.map((person, at) => world.seat(person, undefined, gates[at]?.origin)),
  )
  typists = seats.map((seat, at) => new Typist(seat, at))
})
afterAll(async () => {
  await world.end()
  for (const gate of gates) gate.close()
})
beforeEach(async () => {
  const [anna] = typists as [Typist]
  id = await world.newApplication(anna.seat, '2024', 'Samlat stöd')
  const line = await (await Visitor.enter(world.server.origin, 'anna')).join(id)
  await line.write(doc => {
    doc.getMap('owner').set('organisation', 'Heby kommun')
    doc.getMap('period').set('start', '2025-01-01')
    doc.getMap('period').set('end', '2026-12-31')
    for (const [index, [key, organisation]] of partners.entries())
      doc.getMap('partners').set(key, new Y.Map(Object.entries({ order: `a${index}`, organisation })))
    for (const row of [1, 2, 3]) {
      const map = doc.getMap('budget').get(`salary-${row}`)
      if (map instanceof Y.Map) map.set('label', `Tjänst ${row}`)
    }
  })
  await line.close()
  for (const typist of typists) typist.typed.clear()
  await Promise.all(typists.map(({ seat }) => seat.open(id)))
})
afterEach(async () => {
  for (const gate of gates) gate.let('open')
  await Promise.all(typists.map(({ seat }) => seat.context.setOffline(false)))
  expect(world.faults.splice(0)).toEqual([])
})

/** Somebody who types amounts that nobody else types, and sees to it that they stay under her hands. */
class Typist {
  readonly seat: Seat
  /** Path to all that she has typed there, the last one last. */
  readonly typed = new Map<string, number[]>()
  readonly #number: number
  #count = 0

  constructor(seat: Seat, number: number) {
    this.seat = seat
    this.#number = number
  }

  get page(): Page {
    return this.seat.page
  }

  /** Types an amount over what stands in a cell, key by key, and goes on with Enter. */
  async type(path: string): Promise<number> {
    this.#count += 1
    const kronor = (this.#number + 1) * 10_000 + this.#count
    await this.begin(path, String(kronor))
    await this.page.keyboard.press('Enter')
    this.typed.set(path, [...(this.typed.get(path) ?? []), kronor])
    return kronor
  }

  /** Types without leaving the cell. */
  async begin(path: string, digits: string): Promise<void> {
    await cellOf(this.page, path).focus()
    for (const digit of digits) await this.page.keyboard.press(digit)
    expect(await this.underHands(), `${this.seat.personId} in ${path}`).toBe(digits)
  }

  /** What stands in the cell where she is typing; null when she types nowhere. */
  async underHands(): Promise<string | null> {
    return await this.page.evaluate(() =>
      document.activeElement instanceof HTMLInputElement ? document.activeElement.value : null,
    )
  }

  last(path: string): number | undefined {
    return this.typed.get(path)?.at(-1)
  }

  /** Whether it is said to her that what she wrote in a cell is not what stands there. */
  async isTold(path: string): Promise<boolean> {
    return await cellOf(this.page, path).evaluate(cell => cell.hasAttribute('data-lost'))
  }
}

/** What every page ought to show of a budget in both sheets, by sheet, row and column. */
function figuresOf(budget: Budget, sums: BudgetSums): ReadonlyMap<string, string> {
  const figures = new Map<string, string>()
  const kronor = (value: number | null | undefined) => (value == null ? '' : plain(groupDigits(value)))
  const detailed = (row: string, column: string, value: string) =>
    figures.set(`Detaljerad budget: ${row} ${column}`, value)
  const perYear = (row: string, column: string, value: string) =>
    figures.set(`Fördelad över insatstid: ${row} ${column}`, value)
  for (const line of budget.lines.filter(({ block }) => !block.startsWith('own'))) {
    for (const { key } of budget.parties) {
      detailed(line.key, `amount.${key}`, kronor(line.amounts.get(key)))
    }
    detailed(line.key, 'sum', kronor(sums.lines.get(line.key) || null))
    if (!hasYears(line) || line.label === null) continue
    perYear(line.key, 'total', kronor(sums.lines.get(line.key)))
    for (const year of sums.years.keys()) perYear(line.key, String(year), kronor(line.years.get(year)))
  }
  const summed = [
    ...budgetBlocks
      .filter(block => !block.startsWith('own'))
      .map(block => [block, sums.blocks[block]] as const),
    ...(['sought', 'own', 'grand'] as const).map(name => [name, sums[name]] as const),
  ]
  for (const [name, { byParty, total }] of summed) {
    for (const [party, amount] of byParty) detailed(`${name}-sum`, `amount.${party}`, kronor(amount))
    detailed(`${name}-sum`, 'sum', kronor(total))
  }
  for (const [year, { salary, premises, total }] of sums.years) {
    perYear('salary-sum', String(year), kronor(salary))
    perYear('premises-sum', String(year), kronor(premises))
    perYear('other', String(year), kronor(budget.otherYears.get(year)))
    perYear('sought', String(year), kronor(total))
  }
  perYear('sought', 'total', kronor(sums.sought.total))
  perYear('check', 'total', kronor(sums.allYears))
  return figures
}

/** Waits until everything is saved and all four see what the server has, with its sums. Gives what the server has. */
async function settled(): Promise<ReadonlyMap<string, unknown>> {
  for (const gate of gates) gate.let('open')
  await Promise.all(typists.map(({ seat }) => seat.saved()))
  const [anna] = typists as [Typist]
  const differences = async () => {
    const budget = await storedBudget(world, anna.seat, id, '2024')
    const sums = sumsOf(budget)
    const figures = figuresOf(budget, sums)
    const found: string[] = []
    for (const { seat } of typists) {
      const shown = await shownCells(seat.page)
      for (const [place, figure] of figures) {
        const seen = shown.get(place)
        if (seen !== figure) found.push(`${seat.personId} sees ${seen} in ${place}, not ${figure}`)
      }
      const columns = [...shown.keys()].filter(place =>
        place.startsWith('Detaljerad budget: salary-sum amount.'),
      )
      if (columns.length !== budget.parties.length) found.push(`${seat.personId} has ${columns}`)
      const summary = (await summaryOf(seat.page)).map(([, ...figures]) => figures.join(' | '))
      const rows = [...budget.parties.map(({ key }) => key), null].map(party =>
        (['sought', 'own', 'grand'] as const)
          .map(name =>
            plain(groupDigits(party === null ? sums[name].total : (sums[name].byParty.get(party) ?? 0))),
          )
          .join(' | '),
      )
      if (summary.join('\n') !== rows.join('\n')) found.push(`${seat.personId}’s summary: ${summary}`)
      const { total } = await amountInForm(seat.page)
      if (sums.sought.total > 0 && total !== `${plain(groupDigits(sums.sought.total))} kr`)
        found.push(`${seat.personId} sees ${total} in the form`)
    }
    return found
  }
  await eventually(differences).toEqual([])
  return await storedCells(world, anna.seat, id)
}

/** Every amount that stands somewhere was typed there by somebody. */
function expectOnlyTyped(stored: ReadonlyMap<string, unknown>): void {
  const amounts = [...stored].filter(([key, value]) => typeof value === 'number' && !key.includes('/'))
  const untyped = amounts.filter(
    ([path, kronor]) => !typists.some(({ typed }) => typed.get(path)?.includes(kronor as number)),
  )
  expect(untyped).toEqual([])
}

/** Of those who typed last in a cell of what nobody saw of the others, one has it, and the rest are told. */
async function expectTold(stored: ReadonlyMap<string, unknown>, wrote: ReadonlyMap<string, Set<Typist>>) {
  for (const [path, who] of wrote) {
    const value = stored.get(path)
    const losers = [...who].filter(one => one.last(path) !== value)
    expect(losers.length, `${path} is ${value}`).toBe(who.size - 1)
    for (const one of who) {
      await eventually(() => one.isTold(path)).toBe(losers.includes(one))
    }
  }
}

const ownOf = (one: Typist) => own[typists.indexOf(one)] ?? own[0]

describe('Four people in the same budget', () => {
  it.each([1, 2])('in their own cells and in the same, unseen by each other, seed %i', async seed => {
    const random = seeded(seed)
    for (let round = 0; round < 2; round += 1) {
      for (const gate of gates) gate.let('held')
      const wrote = new Map<string, Set<Typist>>()
      for (let turn = 0; turn < 12; turn += 1) {
        const one = random.pick(typists as [Typist, ...Typist[]])
        const path = random.between(0, 3) === 0 ? ownOf(one) : random.pick(contested)
        await one.type(path)
        wrote.set(path, (wrote.get(path) ?? new Set()).add(one))
      }
      const stored = await settled()
      expectOnlyTyped(stored)
      await expectTold(stored, wrote)
    }
  })

  it.each([1, 2])('at once, while one moves a row and one lets a party go and come, seed %i', async seed => {
    const [anna, karim, elin, sofia] = typists as [Typist, Typist, Typist, Typist]
    const typing = async (one: Typist, random: Random) => {
      for (let turn = 0; turn < 12; turn += 1)
        await one.type(random.between(0, 2) === 0 ? ownOf(one) : random.pick(contested))
    }
    const moving = async () => {
      for (const key of ['ArrowDown', 'ArrowUp', 'ArrowDown', 'ArrowDown', 'ArrowUp']) {
        await cellOf(anna.page, 'salary-2/label').focus()
        await anna.page.keyboard.press(`Alt+Shift+${key}`)
        await anna.type('owner.other-7')
      }
    }
    const comingAndGoing = async () => {
      const section = karim.page.locator('#partners')
      for (let time = 0; time < 3; time += 1) {
        await section.getByRole('button', { name: 'Ta bort Region Uppsala' }).press('Enter')
        await section.getByRole('button', { name: 'Ångra' }).press('Enter')
        await karim.type('af.other-7')
      }
    }
    await Promise.all([
      moving(),
      comingAndGoing(),
      typing(elin, seeded(seed * 10 + 1)),
      typing(sofia, seeded(seed * 10 + 2)),
    ])
    expectOnlyTyped(await settled())
  })

  it('find the amounts of a party that was let go when it comes back, and not in the sums meanwhile', async () => {
    const [anna, karim, elin] = typists as [Typist, Typist, Typist]
    await anna.type('owner.other-2')
    await elin.type('fk.other-2')
    await settled()
    const partners = karim.page.locator('#partners')
    await partners.getByRole('button', { name: 'Ta bort Försäkringskassan' }).press('Enter')
    const without = await settled()
    expect(without.get('fk.other-2')).toBe(elin.last('fk.other-2'))
    expect(await cellOf(anna.page, 'fk.other-2').count()).toBe(0)
    await partners.getByRole('button', { name: 'Ångra' }).press('Enter')
    await settled()
    await cellOf(anna.page, 'fk.other-2').waitFor()
  })

  it('lose nothing that one types in a column while another lets its party go', async () => {
    const [, karim, , sofia] = typists as [Typist, Typist, Typist, Typist]
    await sofia.begin('region.other-2', '4567')
    const partners = karim.page.locator('#partners')
    await partners.getByRole('button', { name: 'Ta bort Region Uppsala' }).press('Enter')
    await cellOf(sofia.page, 'region.other-2').waitFor({ state: 'detached' })
    await partners.getByRole('button', { name: 'Ångra' }).press('Enter')
    await cellOf(sofia.page, 'region.other-2').waitFor()
    await eventually(async () => {
      const shown = plain(await cellOf(sofia.page, 'region.other-2').innerText())
      return `${shown}${(await sofia.underHands()) ?? ''}`.replaceAll(' ', '')
    }).toContain('4567')
  })

  it('go on typing where they are when others write there, move the row and add another', async () => {
    const [anna, karim, elin] = typists as [Typist, Typist, Typist]
    await elin.begin('owner.salary-2', '12')
    await karim.type('owner.salary-2')
    await anna.type('owner.salary-1')
    await cellOf(anna.page, 'salary-2/label').focus()
    await anna.page.keyboard.press('Alt+Shift+ArrowUp')
    await anna.page.locator('#budget [data-row="salary-add"] button').press('Enter')
    await notesOf(elin.page, 'salary-2').getByText('Karim Sandell ändrade till').waitFor()
    await elin.page.keyboard.press('3')
    expect(await elin.underHands()).toBe('123')
    await elin.page.keyboard.press('Enter')
    elin.typed.set('owner.salary-2', [123])
    const stored = await settled()
    expectOnlyTyped(stored)
    expect(stored.get('owner.salary-2')).toBe(123)
  })

  it('are told who wrote, and put theirs back with one click', async () => {
    const [anna, karim] = typists as [Typist, Typist]
    for (const gate of gates) gate.let('held')
    await anna.type('owner.other-2')
    await karim.type('owner.other-2')
    const stored = await settled()
    const [winner, loser] =
      stored.get('owner.other-2') === anna.last('owner.other-2') ? [anna, karim] : [karim, anna]
    const note = notesOf(loser.page, 'other-2').getByText('och det är det som gäller nu')
    await note.waitFor()
    const kronor = (one: Typist) => `${plain(groupDigits(one.last('owner.other-2') ?? 0))} kr`
    const name = winner === anna ? 'Anna Lindholm' : 'Karim Sandell'
    expect(plain(await note.textContent())).toBe(
      `Heby kommun, Huvudinsatsägare: Du skrev ${kronor(loser)}. ${name} skrev ${kronor(winner)}, och det är det som gäller nu.`,
    )
    await notesOf(loser.page, 'other-2').getByRole('button', { name: 'Sätt tillbaka mitt' }).click()
    await note.waitFor({ state: 'detached' })
    expect((await settled()).get('owner.other-2')).toBe(loser.last('owner.other-2'))
  })
})

describe('Somebody without contact', () => {
  it('types on in the budget, and all is together when she comes back', async () => {
    const [anna, karim] = typists as [Typist, Typist]
    await anna.type('owner.other-3')
    await settled()
    gates[0]?.let('shut')
    await anna.seat.context.setOffline(true)
    await anna.type('owner.other-2')
    await anna.type('owner.other-3')
    await anna.type('2025:other')
    await karim.type('owner.other-2')
    await karim.type('fk.other-2')
    await cellOf(karim.page, 'salary-3/label').focus()
    await karim.page.keyboard.press('Alt+Shift+ArrowUp')
    await karim.seat.saved()
    await anna.begin('owner.other-4', '77')
    gates[0]?.let('open')
    await anna.seat.context.setOffline(false)
    await eventually(async () => plain(await cellOf(anna.page, 'fk.other-2').innerText())).toContain(
      plain(groupDigits(karim.last('fk.other-2') ?? 0)),
    )
    expect(await anna.underHands()).toBe('77')
    await anna.page.keyboard.press('Enter')
    anna.typed.set('owner.other-4', [77])
    const stored = await settled()
    expectOnlyTyped(stored)
    expect(stored.get('owner.other-3')).toBe(anna.last('owner.other-3'))
    expect(stored.get('2025:other')).toBe(anna.last('2025:other'))
    await expectTold(stored, new Map([['owner.other-2', new Set([anna, karim])]]))
  })
})
