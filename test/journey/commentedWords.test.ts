import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Seat, World } from '../harness/world.ts'
import { cardOf, commentOn, markedIn, selectWords, withText } from './commenting.ts'
import { eventually } from './eventually.ts'

const section = 'background'

let world: World
let anna: Seat
let karim: Seat
beforeAll(async () => {
  world = await World.begin()
  ;[anna, karim] = await Promise.all([world.seat('anna'), world.seat('karim')])
  await anna.context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: world.server.origin })
})
afterAll(async () => await world.end())

/** An ansökan in which Karim has commented on «hela länet». */
async function commented(): Promise<void> {
  const id = await withText(world, anna, section, ['Insatsen pågår i hela länet i tre år', 'Andra stycket'])
  await karim.open(id)
  await commentOn(karim.page, section, 'hela länet', 'Även Knivsta?')
  await cardOf(karim.page, 'Även Knivsta?').waitFor()
  await bothSeeMarked('hela länet')
}

/** The words that are marked, by everybody who sees them. */
async function bothSeeMarked(...words: string[]): Promise<void> {
  for (const { page } of [anna, karim]) await eventually(() => markedIn(page, section)).toEqual(words)
}

/** What she sees in the section, a line a paragraph, without others' carets. */
async function textOf({ page }: Seat): Promise<string> {
  return await page.locator(`#${section} .richText`).evaluate(element => {
    const copy = element.cloneNode(true) as HTMLElement
    for (const caret of copy.querySelectorAll('.otherCaret')) caret.remove()
    return [...copy.querySelectorAll('p')].map(line => line.textContent).join(' / ')
  })
}

/** Puts the caret before or after words, and lets the page notice. */
async function caretAt(page: Page, key: 'ArrowLeft' | 'ArrowRight', words: string): Promise<void> {
  await selectWords(page, section, words)
  await page.keyboard.press(key)
  await page.evaluate(async () => {
    for (let left = 2; left > 0; left -= 1) await new Promise(resolve => requestAnimationFrame(resolve))
  })
}

describe('The words that somebody has commented on', () => {
  it('are the same when somebody types in them, and right before and after', async () => {
    await commented()
    const { keyboard } = anna.page
    await caretAt(anna.page, 'ArrowRight', 'hela länet')
    await keyboard.type('s')
    await caretAt(anna.page, 'ArrowLeft', 'hela')
    await keyboard.type('nästan ')
    await caretAt(anna.page, 'ArrowRight', 'hela')
    await keyboard.type(' stora')
    await eventually(() => textOf(karim)).toBe(
      'Insatsen pågår i nästan hela stora länets i tre år / Andra stycket',
    )
    await bothSeeMarked('hela stora länet')
  })

  it('keep their comment when they are cut and pasted, once, and a copy gets none', async () => {
    await commented()
    const { keyboard } = anna.page
    await selectWords(anna.page, section, 'i hela länet i')
    await keyboard.press('Control+x')
    await bothSeeMarked()
    await caretAt(anna.page, 'ArrowRight', 'Andra stycket')
    await keyboard.press('Control+v')
    await bothSeeMarked('hela länet')
    await keyboard.press('Control+v')
    await eventually(() => textOf(karim)).toMatch(/stycketi hela länet ii hela länet i$/)
    await bothSeeMarked('hela länet')
    await selectWords(anna.page, section, 'i hela länet i')
    await keyboard.press('Control+c')
    const copied = await anna.page.evaluate(async () => {
      const [item] = await navigator.clipboard.read()
      return await (await item?.getType('text/html'))?.text()
    })
    expect(copied).toContain('hela länet')
    expect(copied).not.toMatch(/thread|comment/)
  })

  it('have it back when their paragraph is deleted and that is taken back', async () => {
    await commented()
    const { keyboard } = anna.page
    await selectWords(anna.page, section, 'Insatsen pågår i hela länet i tre år')
    await keyboard.press('Delete')
    await bothSeeMarked()
    await keyboard.press('Control+z')
    await bothSeeMarked('hela länet')
    expect(world.faults.splice(0)).toEqual([])
  })
})
