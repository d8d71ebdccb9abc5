import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Gate } from '../harness/gate.ts'
import { type Seat, World } from '../harness/world.ts'
import { eventually } from './eventually.ts'

let world: World
let annasGate: Gate
let anna: Seat
let karim: Seat
let id: string
beforeAll(async () => {
  world = await World.begin()
  annasGate = await Gate.before(world.server.origin)
  anna = await world.seat('anna', undefined, annasGate.origin)
  karim = await world.seat('karim')
})
afterAll(async () => {
  await world.end()
  annasGate.close()
})
beforeEach(async () => {
  id = await world.newApplication(karim, '2024')
  await Promise.all([anna.open(id), karim.open(id)])
})

/** What both do in `act` neither of them sees of the other until it is done. */
async function atOnce(act: () => Promise<void>): Promise<void> {
  annasGate.let('held')
  await act()
  annasGate.let('open')
}

async function write(box: Locator, words: string): Promise<void> {
  await box.focus()
  await box.press('Control+End')
  await box.page().keyboard.type(words)
}

/** Writes another value and leaves the field. */
async function change(box: Locator, value: string): Promise<void> {
  await box.focus()
  await box.press('Control+a')
  await box.page().keyboard.type(value)
  await box.press('Enter')
}

async function says(box: Locator, words: string): Promise<void> {
  await eventually(() => box.inputValue()).toBe(words)
}

function nameBox({ page }: Seat): Locator {
  return page.locator('#name').getByRole('textbox')
}

describe('Two who write in the same field at once', () => {
  it('see each other by name', async () => {
    await nameBox(anna).focus()
    await nameBox(karim).focus()
    await anna.page.locator('#name').getByText('Karim Sandell').waitFor()
    await karim.page.locator('#name').getByText('Anna Lindholm').waitFor()
    await nameBox(karim).blur()
    await eventually(() => anna.page.locator('#name').getByText('Karim Sandell').count()).toBe(0)
  })

  it('see who lost, and the one who lost puts hers back', async () => {
    await atOnce(async () => {
      await change(nameBox(anna), 'Samverkansteamet')
      await change(nameBox(karim), 'Samverkansteam Heby')
      await karim.saved()
    })
    const words = /^Du skrev (.*)\. .* skrev (.*), och det är det som gäller nu\.$/
    const told = async () => {
      const notes = await Promise.all([anna, karim].map(seat => seat.page.getByText(words).allTextContents()))
      return notes.flatMap((said, at) => said.map(note => ({ loser: at === 0 ? anna : karim, note })))
    }
    await eventually(async () => (await told()).length).toBe(1)
    const [{ loser, note }] = (await told()) as [{ loser: Seat; note: string }]
    const [, mine = '', theirs = ''] = words.exec(note) ?? []
    expect([mine, theirs].toSorted()).toEqual(['Samverkansteam Heby', 'Samverkansteamet'])
    expect(note).toContain(loser === anna ? 'Karim Sandell' : 'Anna Lindholm')
    for (const seat of [anna, karim]) await says(nameBox(seat), theirs)

    await loser.page.getByRole('button', { name: 'Sätt tillbaka mitt' }).click()
    for (const seat of [anna, karim]) await says(nameBox(seat), mine)
    await eventually(() => loser.page.getByText(words).count()).toBe(0)
    await loser.saved()
    expect((await world.read(karim, id, '2024')).sections.name).toEqual({ kind: 'text', value: mine })
  })

  it('are told even after the loser has closed the page and come back', async () => {
    await atOnce(async () => {
      await change(nameBox(anna), 'Annas namn')
      await change(nameBox(karim), 'Karims namn')
      await karim.saved()
    })
    await Promise.all([anna.saved(), karim.saved()])
    const notes = () =>
      Promise.all([anna, karim].map(seat => seat.page.getByText('och det är det som gäller nu').count()))
    await eventually(async () => (await notes()).toSorted()).toEqual([0, 1])
    const before = await notes()
    await Promise.all([anna.open(id), karim.open(id)])
    await eventually(notes).toEqual(before)
  })

  it('both keep their words where the field is running text', async () => {
    const box = ({ page }: Seat) =>
      page.locator('#owner').getByRole('textbox', { name: 'Resurser vi söker medel till:' })
    await write(box(karim), 'En processledare')
    for (const seat of [anna, karim]) await says(box(seat), 'En processledare')
    await atOnce(async () => {
      await write(box(anna), ' på heltid')
      await write(box(karim), ' och en handläggare')
    })
    await Promise.all([anna.saved(), karim.saved()])
    await eventually(() => box(anna).inputValue()).toMatch(/ på heltid/)
    await eventually(() => box(anna).inputValue()).toMatch(/ och en handläggare/)
    await says(box(karim), await box(anna).inputValue())
  })
})

describe('A goal', () => {
  it('is moved by one while another goes on writing in it', async () => {
    const goals = (seat: Seat) => seat.page.locator('#goals')
    const goal = (seat: Seat, number: number) =>
      goals(seat).getByLabel(`Effektmål ${number}`, { exact: true })
    for (const words of ['Fler i arbete', 'Kortare väntan', 'Bättre stöd']) {
      await goals(karim).getByRole('button', { name: 'Lägg till effektmål' }).click()
      await karim.page.keyboard.type(words)
    }
    await says(goal(anna, 3), 'Bättre stöd')
    await atOnce(async () => {
      await goal(anna, 1).hover()
      await goals(anna).getByRole('button', { name: 'Flytta ner Effektmål 1' }).click()
      await goal(anna, 3).hover()
      await goals(anna).getByRole('button', { name: 'Flytta Effektmål 3 till resultatmål' }).click()
      await write(goal(karim, 1), ' och studier')
      await karim.saved()
    })
    await says(goal(karim, 2), 'Fler i arbete och studier')
    await karim.page.keyboard.type(' år 2028')
    for (const seat of [anna, karim]) {
      await says(goal(seat, 1), 'Kortare väntan')
      await says(goal(seat, 2), 'Fler i arbete och studier år 2028')
      await says(goals(seat).getByLabel('Resultatmål 1', { exact: true }), 'Bättre stöd')
    }
    expect(world.faults).toEqual([])
  })
})

describe('A party', () => {
  it('that one removes while another writes in it stays in her view, and is taken back whole', async () => {
    const partners = (seat: Seat) => seat.page.locator('#partners')
    await partners(karim).getByRole('button', { name: 'Lägg till samverkanspart' }).click()
    await karim.page.keyboard.type('Arbetsförmedlingen')
    await karim.page.keyboard.press('Enter')
    const resources = (seat: Seat) => partners(seat).getByRole('textbox', { name: 'Resurs/er:' })
    await resources(karim).focus()
    await karim.page.keyboard.type('En handläggare')
    await says(resources(anna), 'En handläggare')
    await atOnce(async () => {
      await resources(anna).hover()
      await partners(anna).getByRole('button', { name: 'Ta bort Arbetsförmedlingen' }).click()
      await karim.page.keyboard.type(' på halvtid')
      await karim.saved()
    })
    await partners(karim)
      .getByText('Anna Lindholm tog bort det här. Det du har skrivit finns kvar.')
      .waitFor()
    await says(resources(karim), 'En handläggare på halvtid')
    await karim.page.keyboard.type(' från 2026')
    await karim.saved()
    expect((await world.read(karim, id, '2024')).sections.partners).toMatchObject({ items: [] })

    await partners(karim).getByRole('button', { name: 'Ta tillbaka' }).click()
    for (const seat of [anna, karim]) await says(resources(seat), 'En handläggare på halvtid från 2026')
    await karim.saved()
    expect((await world.read(karim, id, '2024')).sections.partners).toMatchObject({
      items: [
        { organisation: 'Arbetsförmedlingen', resourcesContributed: 'En handläggare på halvtid från 2026' },
      ],
    })
    expect(world.faults).toEqual([])
  })
})
