import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Gate } from '../harness/gate.ts'
import { type Seat, World, waiting } from '../harness/world.ts'
import { eventually } from './eventually.ts'
import { recordSaid, said } from './savedOnPage.ts'
import { writeIn } from './writeIn.ts'

let world: World
let gate: Gate
let anna: Seat
let id: string
beforeAll(async () => {
  world = await World.begin()
  gate = await Gate.before(world.server.origin)
})
afterAll(async () => {
  await world.end()
  gate.close()
})
beforeEach(async () => {
  gate.let('open')
  anna = await world.seat('anna', undefined, gate.origin)
  id = await world.newApplication(anna, '2024')
})

describe('Sparat', () => {
  it('is never said for longer than a second of what the server has not on disk', async () => {
    await anna.page.clock.install()
    await anna.open(id)
    await writeIn(anna.page, 'background', 'a')
    await anna.saved()
    await anna.page.clock.pauseAt(Date.now() + 2000)
    await recordSaid(anna.page)
    gate.let('held')
    await anna.page.keyboard.type('b')
    await eventually(() => waiting(anna.page)).toBe(1)
    await anna.page.clock.runFor(950)
    expect(await recordSaid(anna.page)).toEqual(['Sparat'])
    await anna.page.clock.runFor(100)
    await eventually(() => recordSaid(anna.page)).toEqual(['Sparat', 'Sparar…'])
    await anna.page.clock.runFor(20_000)
    expect(await recordSaid(anna.page)).toEqual(['Sparat', 'Sparar…'])
    gate.let('open')
    await said(anna.page, 'Sparat')
    await eventually(() => waiting(anna.page)).toBe(0)
  })

  it('is what Ctrl+S says when it is so, and the browser offers to save nothing', async () => {
    await anna.open(id)
    await writeIn(anna.page, 'background', 'Ord')
    await anna.saved()
    await anna.page.evaluate(() => {
      window.addEventListener('keydown', event => {
        if (event.key === 's') document.title = `stopped: ${event.defaultPrevented}`
      })
    })
    const toast = (words: string) => anna.page.locator('[role="status"]').getByText(words, { exact: true })
    await anna.page.keyboard.press('Control+s')
    await eventually(() => toast('Sparat').count()).toBe(2)
    expect(await anna.page.title()).toBe('stopped: true')

    gate.let('held')
    await anna.page.keyboard.type(' till')
    await anna.page.keyboard.press('Control+s')
    await eventually(() => toast('Sparar…').count()).toBe(2)
    gate.let('open')
    await anna.saved()

    const name = anna.page.locator('#name').getByRole('textbox')
    await name.fill('Nytt namn')
    await name.press('Control+s')
    await eventually(async () => (await world.read(anna, id, '2024')).sections.name).toMatchObject({
      value: 'Nytt namn',
    })
  })
})

describe('Leaving the page', () => {
  it('is asked about only while something is outstanding', async () => {
    await anna.open(id)
    gate.let('held')
    await writeIn(anna.page, 'background', 'Ett ord på vägen')
    const [question] = await Promise.all([
      anna.page.waitForEvent('dialog'),
      anna.page.close({ runBeforeUnload: true }),
    ])
    expect(question.type()).toBe('beforeunload')
    await question.dismiss()
    gate.let('open')
    await anna.saved()
    let asked = false
    anna.page.on('dialog', async dialog => {
      asked = true
      await dialog.accept()
    })
    await Promise.all([anna.page.waitForEvent('close'), anna.page.close({ runBeforeUnload: true })])
    expect(asked).toBe(false)
  })

  it('takes along what stands in a field that has not been left', async () => {
    await anna.open(id)
    const name = anna.page.locator('#name').getByRole('textbox')
    await name.fill('Halvvägs')
    await anna.page.reload()
    await eventually(() => name.inputValue()).toBe('Halvvägs')
    await anna.saved()
    expect((await world.read(anna, id, '2024')).sections.name).toMatchObject({ value: 'Halvvägs' })
  })
})

describe('Opening', () => {
  it('shows no form until its text is there', async () => {
    await anna.open(id)
    await writeIn(anna.page, 'background', 'Det som redan stod här')
    await anna.saved()
    await anna.page.addInitScript(() => {
      const record = window as { first?: string | undefined }
      new MutationObserver(() => {
        record.first ??= document.querySelector('#background .richText')?.textContent ?? undefined
      }).observe(document, { subtree: true, childList: true })
    })
    gate.let('held')
    await anna.page.goto(`/ansokningar/${id}`)
    await anna.page.locator('main[aria-busy="true"]').getByRole('heading', { name: 'Prov' }).waitFor()
    await anna.page.getByText('Hämtar ansökan…').waitFor()
    expect(await anna.page.locator('textarea, [role="textbox"], input:not([type="checkbox"])').count()).toBe(
      0,
    )
    gate.let('open')
    await anna.page.locator('#background').waitFor()
    expect(await anna.page.evaluate(() => (window as { first?: string | undefined }).first)).toBe(
      'Det som redan stod här',
    )
  })
})
