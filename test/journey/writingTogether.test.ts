import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Gate } from '../harness/gate.ts'
import { World } from '../harness/world.ts'
import { type Random, seeded } from '../shared/form/seeded.ts'
import { eventually } from './eventually.ts'
import { saidIn, shownOn } from './onPage.ts'
import { Writer } from './Writer.ts'

const people = ['anna', 'karim', 'elin', 'sofia'] as const
const shared = 'background'
const ownSections = ['purpose', 'targetGroup', 'collaborationMethods', 'followUp'] as const

let world: World
let gates: readonly Gate[]
let writers: readonly Writer[]
beforeAll(async () => {
  world = await World.begin()
  gates = await Promise.all(people.map(() => Gate.before(world.server.origin)))
  const seats = await Promise.all(
    people.map((person, at) => world.seat(person, undefined, gates[at]?.origin)),
  )
  writers = await Promise.all(seats.map((seat, at) => Writer.at(seat, at)))
})
afterAll(async () => {
  await world.end()
  for (const gate of gates) gate.close()
})

function writer(person: (typeof people)[number]): Writer {
  return writers[people.indexOf(person)] as Writer
}

/** An ansökan that all four have open, with three short paragraphs where they will meet. */
async function open(): Promise<string> {
  const [anna] = writers as [Writer]
  const id = await world.newApplication(anna.seat, '2024')
  await Promise.all(writers.map(({ seat }) => seat.open(id)))
  await anna.go(shared, 0, 'start')
  for (const keys of [4, 5, 3]) {
    await anna.type(keys)
    await anna.press('Enter')
  }
  await settled(id)
  return id
}

/** Waits until everything is saved and all four see what the server has; gives that. */
async function settled(id: string): Promise<string> {
  for (const gate of gates) gate.let('open')
  await Promise.all(writers.map(({ seat }) => seat.saved()))
  await eventually(async () => {
    const shown = await Promise.all(writers.map(({ seat }) => shownOn(seat.page)))
    const said = saidIn(await world.read(writer('anna').seat, id, '2024'))
    return shown.map(page => Object.fromEntries(Object.keys(said).map(key => [key, page[key]]))).concat(said)
  }).toSatisfy((all: readonly object[]) => all.every(one => JSON.stringify(one) === JSON.stringify(all[0])))
  const said = saidIn(await world.read(writer('anna').seat, id, '2024'))
  return Object.values(said).flat().join('\n')
}

/** What is kept as *Räddad text* for all four. */
async function rescued(id: string): Promise<string> {
  return (await Promise.all(writers.map(({ seat }) => world.rescued(seat, id)))).flat().join('\n')
}

/** The letters of all four that are in none of the texts. */
function missing(from: ReadonlyMap<Writer, number>, ...texts: readonly string[]): string[] {
  const kept = texts.join('')
  return writers.flatMap(one => one.typed.slice(from.get(one)).filter(letter => !kept.includes(letter)))
}

function typedSoFar(): ReadonlyMap<Writer, number> {
  return new Map(writers.map(one => [one, one.typed.length]))
}

/** One thing that changes what a block is, and nothing of its words. */
async function changeLook(one: Writer, random: Random): Promise<void> {
  await one.goSomewhere(shared, random)
  const keys = ['Control+Alt+1', 'Control+Alt+2', 'Control+Alt+0', 'Control+m', 'Control+Shift+m'] as const
  await one.press(random.pick([...keys, 'Control+Shift+Digit8', 'Control+Shift+Digit7', 'Control+m']))
}

describe('Four people who write in the same paragraphs and in sections of their own', () => {
  it.each([1])('keep every letter in the text under heading, list and indent, seed %i', async seed => {
    const id = await open()
    const before = typedSoFar()
    await Promise.all(
      writers.map(async (one, at) => {
        const random = seeded(seed * 100 + at)
        for (let turn = 0; turn < 8; turn += 1) {
          if (random.between(0, 3) === 0) await changeLook(one, random)
          else {
            await one.goSomewhere(random.between(0, 2) > 0 ? shared : (ownSections[at] ?? shared), random)
            await one.type(random.between(2, 6))
            await changeLook(one, random)
          }
        }
      }),
    )
    const text = await settled(id)
    expect(missing(before, text)).toEqual([])
    expect(await rescued(id)).toBe('')
    expect(world.faults).toEqual([])
  })

  it.each([1])('keep every letter while blocks are split, joined, cut and pasted, seed %i', async seed => {
    const id = await open()
    const before = typedSoFar()
    await Promise.all(
      writers.map(async (one, at) => {
        const random = seeded(seed * 100 + at)
        for (let turn = 0; turn < 10; turn += 1) {
          await one.goSomewhere(random.between(0, 3) > 0 ? shared : (ownSections[at] ?? shared), random)
          await one.type(random.between(2, 6))
          await changeBlocks(one, random)
        }
      }),
    )
    const text = await settled(id)
    expect(missing(before, text, await rescued(id))).toEqual([])
    expect(world.faults).toEqual([])
  })

  it.each([1, 2])('keep every letter though nobody sees the others until later, seed %i', async seed => {
    const id = await open()
    const before = typedSoFar()
    const random = seeded(seed)
    for (let round = 0; round < 4; round += 1) {
      for (const gate of gates) gate.let('held')
      for (let turn = 0; turn < 6; turn += 1) {
        const one = random.pick(writers as [Writer, ...Writer[]])
        await one.goSomewhere(shared, random)
        await one.type(random.between(1, 4))
        await changeBlocks(one, random)
      }
      const text = await settled(id)
      expect(missing(before, text, await rescued(id)), `after round ${round}`).toEqual([])
    }
    expect(world.faults).toEqual([])
  })
})

describe('What somebody types in blocks that another moves away meanwhile', () => {
  /** Karim types in the second block while Anna, who sees nothing of it, selects the first three and moves them. */
  async function moveAway(move: () => Promise<void>): Promise<string> {
    const [anna, karim] = [writer('anna'), writer('karim')]
    await karim.go(shared, 0.3, 'end')
    for (const gate of gates) gate.let('held')
    await karim.type(4)
    await anna.selectBlocks(shared, 0, 0.6)
    await move()
    return karim.typed.slice(-4).join('')
  }

  it('by cut and paste is put back with one click', async () => {
    const id = await open()
    const before = typedSoFar()
    const [anna, { seat }] = [writer('anna'), writer('karim')]
    const words = await moveAway(async () => {
      await anna.press('Control+x')
      await anna.go(shared, 0.99, 'end')
      await anna.press('Control+v')
    })
    expect(missing(before, await settled(id))).toEqual([...words])
    expect(await world.rescued(seat, id)).toEqual([words])

    const box = seat.page.getByRole('region', { name: 'Räddad text' })
    await box.getByText(words).waitFor()
    await box.getByRole('button', { name: 'Lägg tillbaka sist i avsnittet' }).click()
    await box.waitFor({ state: 'detached' })
    expect((await settled(id)).split('\n')).toContain(`p ${words}`)
    expect(await rescued(id)).toBe('')
  })

  it('with the mouse is in the text or rescued', async () => {
    const id = await open()
    const before = typedSoFar()
    const { page } = writer('anna').seat
    const blocks = page.locator(`#${shared} .richText > p`)
    const lines = await blocks.allTextContents()
    const dragging = () => page.evaluate(() => document.body.classList.contains('dragging'))
    await page.evaluate(() => addEventListener('dragover', () => document.body.classList.add('dragging')))
    await moveAway(async () => {
      // On a busy machine a hand may have to take hold of the words once more.
      await eventually(async () => {
        await writer('anna').selectBlocks(shared, 0, 0.6)
        await blocks.first().hover({ position: { x: 20, y: 10 } })
        await page.mouse.down()
        for (const x of [2, 4]) await blocks.last().hover({ position: { x, y: 10 } })
        const moved = await dragging()
        await page.mouse.up()
        return moved
      }).toBe(true)
    })
    await eventually(() => blocks.allTextContents()).toEqual(['', ...lines.slice(0, 3)])
    expect(missing(before, await settled(id), await rescued(id))).toEqual([])
    expect(world.faults).toEqual([])
  })
})

/** One thing that splits, joins, moves or changes blocks. Only Anna cuts: all four share one clipboard here. */
async function changeBlocks(one: Writer, random: Random): Promise<void> {
  const act = random.pick(['split', 'split', 'join', 'join', 'look', 'move'])
  if (act === 'split') {
    await one.goSomewhere(shared, random)
    await one.press('Enter')
  } else if (act === 'join') {
    const backwards = random.pick([true, false])
    await one.go(shared, random.between(0, 999) / 1000, backwards ? 'start' : 'end')
    await one.press(backwards ? 'Backspace' : 'Delete')
  } else if (act === 'move' && one === writer('anna')) {
    const block = random.between(0, 999) / 1000
    await one.selectBlocks(shared, block, random.pick([block, Math.min(block + 0.3, 0.999)]))
    await one.press('Control+x')
    await one.goSomewhere(shared, random)
    await one.press('Control+v')
  } else await changeLook(one, random)
}
