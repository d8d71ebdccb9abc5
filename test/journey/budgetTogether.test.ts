import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { groupDigits } from '../../client/form/amount.ts'
import { Gate } from '../harness/gate.ts'
import { Visitor } from '../harness/rawClient.ts'
import { World } from '../harness/world.ts'
import { type Random, seeded } from '../shared/form/seeded.ts'
import { differencesOn } from './budgetFigures.ts'
import { cellOf, notesOf, plain, storedBudget, storedCells } from './budgetPage.ts'
import { eventually } from './eventually.ts'
import { Typist } from './Typist.ts'

const people = ['anna', 'karim', 'elin', 'sofia'] as const
/** The partners of the form: item key to organisation. */
const partners = [
  ['af', 'Arbetsförmedlingen'],
  ['fk', 'Försäkringskassan'],
  ['region', 'Region Uppsala'],
] as const
/** Where all four meet, and what each has alone. */
const contested = ['owner.salary-1', 'af.salary-1', 'owner.other-2', '2025:salary-1', '2026:other'] as const
const own = ['owner.other-7', 'af.other-7', 'fk.other-7', 'fk.other-8'] as const

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

/** Waits until everything is saved and all four see what the server has, with its sums. Gives what the server has. */
async function settled(): Promise<ReadonlyMap<string, unknown>> {
  for (const gate of gates) gate.let('open')
  await Promise.all(typists.map(({ seat }) => seat.saved()))
  const [anna] = typists as [Typist]
  const differences = async () => {
    const budget = await storedBudget(world, anna.seat, id, '2024')
    return (await Promise.all(typists.map(({ page }) => differencesOn(page, budget)))).flat()
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
    const isIn = () => sofia.page.evaluate(() => document.activeElement?.getAttribute('data-at'))
    expect(await isIn()).toBe('other-2 sum')
    expect((await settled()).get('region.other-2')).toBe(4567)
    await partners.getByRole('button', { name: 'Ångra' }).press('Enter')
    await cellOf(sofia.page, 'region.other-2').waitFor()
    await settled()
    expect(plain(await cellOf(sofia.page, 'region.other-2').innerText())).toBe('4 567')
    expect(await isIn()).toBe('other-2 sum')
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
