import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Gate } from '../harness/gate.ts'
import { type Seat, World, waiting } from '../harness/world.ts'
import { caretKnown } from './caretKnown.ts'
import { copyToClipboard } from './clipboard.ts'
import { eventually } from './eventually.ts'
import { goOut } from './goOut.ts'
import { saidIn } from './onPage.ts'
import { writeIn } from './writeIn.ts'

let world: World
let gate: Gate
let karim: Seat
let anna: Seat
let id: string
beforeAll(async () => {
  world = await World.begin()
  gate = await Gate.before(world.server.origin)
  karim = await world.seat('karim')
})
afterAll(async () => {
  await world.end()
  gate.close()
})
beforeEach(async () => {
  gate.let('open')
  anna = await world.seat('anna', undefined, gate.origin)
  id = await world.newApplication(karim, '2024')
  await anna.open(id)
})

/** Another window of the same browser, on the same ansökan. */
async function otherWindow(): Promise<Page> {
  const page = await anna.context.newPage()
  await page.goto(`/ansokningar/${id}`)
  await page.locator('article[aria-busy="false"]').waitFor()
  return page
}

const background = async () => saidIn(await world.read(karim, id, '2024')).background

describe('A window that is closed the moment a key has been pressed', () => {
  it('keeps the letter for the next time, with no contact since', async () => {
    gate.let('held')
    const letters = [...'åäöab']
    let page = anna.page
    for (const [at, letter] of letters.entries()) {
      await page.locator('#background .richText').click()
      await page.keyboard.press('End')
      await caretKnown(page)
      const keyboard = await anna.context.newCDPSession(page)
      await keyboard.send('Input.dispatchKeyEvent', { type: 'keyDown', key: letter, text: letter })
      await page.close()
      gate.let('open')
      page = await otherWindow()
      await eventually(background).toEqual([`p ${letters.slice(0, at + 1).join('')}`])
      await eventually(() => waiting(page)).toBe(0)
      gate.let('held')
    }
    await page.close()
  })
})

describe('Going out in one window', () => {
  it('tells the others that they keep nothing any more, and what of theirs is nowhere else', async () => {
    const other = await otherWindow()
    gate.let('held')
    await writeIn(anna.page, 'background', 'Hann inte iväg.')
    await eventually(() => waiting(other)).toBeGreaterThan(0)
    await goOut(other)
    await other.getByRole('button', { name: 'Gå ut och ta bort dem' }).click()
    await other.getByRole('heading', { name: 'Gå in som' }).waitFor()

    await anna.page
      .getByText('Du har gått ut i ett annat fönster. 1 ändring hann inte sparas och finns bara här')
      .waitFor()
    await anna.page.locator('#background').getByText('Hann inte iväg.').waitFor()
    await anna.page.keyboard.type(' Och mer.')
    await anna.page.locator('#background').getByText('Hann inte iväg. Och mer.').waitFor()
    await eventually(() => waiting(other)).toBe(0)
    expect(await anna.page.locator('[data-state="left"] button').count()).toBe(0)
    const [question] = await Promise.all([
      anna.page.waitForEvent('dialog'),
      anna.page.close({ runBeforeUnload: true }),
    ])
    expect(question.type()).toBe('beforeunload')
    await question.accept()
  })

  it('says to a window that had nothing unsent only that one has to go in again', async () => {
    const other = await otherWindow()
    await goOut(other)
    await anna.page.getByText('Du har gått ut i ett annat fönster. Gå in igen för att skriva.').waitFor()
    await anna.page.getByRole('button', { name: 'Ladda om sidan' }).click()
    await anna.page.getByRole('heading', { name: 'Gå in som' }).waitFor()
  })
})

describe('More text than goes through at once', () => {
  it('is saved all the same', async () => {
    const paragraph = `${'Ett långt stycke som någon har haft i ett annat dokument. '.repeat(60)}😀`
    const count = 700
    const text = Array.from({ length: count }, (_, at) => `${at} ${paragraph}`).join('\n\n')
    expect(new TextEncoder().encode(text).length).toBeGreaterThan(2 * 1024 * 1024)
    await copyToClipboard(anna.page, '', text)
    await anna.page.locator('#background .richText').click()
    await anna.page.keyboard.press('Control+v')
    await anna.page
      .locator('#background')
      .getByText(`${count - 1} Ett långt stycke`)
      .waitFor()
    await anna.saved()
    const there = (await background()) ?? []
    expect(there).toHaveLength(count)
    expect(there.at(-1)).toBe(`p ${count - 1} ${paragraph}`)
    expect(world.faults).toEqual([])
  })
})
