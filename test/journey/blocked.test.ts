import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Gate, type Loss } from '../harness/gate.ts'
import { type Seat, World, waiting } from '../harness/world.ts'
import { seeded } from '../shared/form/seeded.ts'
import { eventually } from './eventually.ts'
import { saidIn, shownOn } from './onPage.ts'
import { recordSaid, said } from './savedOnPage.ts'
import { writeIn } from './writeIn.ts'

let world: World
let gate: Gate
/** Has no gate: his line is a socket. */
let karim: Seat
/** Sits behind the gate. */
let anna: Seat
let id: string
beforeAll(async () => {
  // One person sits in all of these browsers, and some are closed without a word.
  world = await World.begin({ MAX_LINES_PER_PERSON: '100' })
  gate = await Gate.before(world.server.origin)
  karim = await world.seat('karim')
})
afterAll(async () => {
  await world.end()
  gate.close()
})
beforeEach(async () => {
  gate.let('open')
  gate.loses = () => 'nothing'
  anna = await world.seat('anna', undefined, gate.origin)
  id = await world.newApplication(karim, '2024')
})
afterEach(async () => {
  await anna.context.close()
  expect(world.faults).toEqual([])
})

/** Both pages show this in a section, and the server has it. */
async function agreed(section: string, lines: readonly string[]): Promise<void> {
  await eventually(async () => (await shownOn(anna.page))[section]).toEqual(lines)
  await eventually(async () => (await shownOn(karim.page))[section]).toEqual(lines)
  expect(saidIn(await world.read(karim, id, '2024'))[section]).toEqual(lines)
}

function caretOf(page: Page, section: string, name: string) {
  return page.locator(`#${section} .otherCaret`).filter({ hasText: name })
}

/** Requests of lines over ordinary requests that have gone through the gate. */
function lineRequests(): string[] {
  return gate.asked.filter(request => request.includes('/line'))
}

const signedOut =
  'Du är utloggad. Det du skriver ligger kvar i den här webbläsaren och sparas när du har gått in igen.'

describe('Behind a network that lets no WebSocket through', () => {
  it.each([
    ['refuses it', 'noSockets'],
    ['never answers it', 'held'],
    ['opens it and lets nothing through', 'mute'],
    ['refuses it, and holds every answer back until it is whole', 'buffered'],
  ] as const)('and %s, two people write together', async (_how, passage) => {
    await karim.open(id)
    gate.let(passage)
    await anna.open(id)
    await writeIn(karim.page, 'background', 'Karim började.')
    await writeIn(anna.page, 'purpose', 'Anna bakom en mur.')
    await agreed('background', ['p Karim började.'])
    await agreed('purpose', ['p Anna bakom en mur.'])
    await Promise.all([anna.saved(), karim.saved()])
    await caretOf(karim.page, 'purpose', 'Anna').waitFor({ state: 'attached' })
    await caretOf(anna.page, 'background', 'Karim').waitFor({ state: 'attached' })
    const name = anna.page.locator('#name').getByRole('textbox')
    await name.fill('Ett nytt namn')
    await name.press('Enter')
    await agreed('name', ['field Ett nytt namn'])
    await said(anna.page, 'Sparat')

    await anna.page.goto('about:blank')
    await caretOf(karim.page, 'purpose', 'Anna').waitFor({ state: 'detached' })
  })

  it.each([1, 2])('that loses requests and answers, no letter is lost or doubled, seed %i', async seed => {
    const random = seeded(seed)
    await karim.open(id)
    gate.let('noSockets')
    await anna.open(id)
    gate.loses = path =>
      path.includes('/line') ? random.pick<Loss>(['request', 'answer', 'nothing', 'nothing']) : 'nothing'
    const letters = 'abcdefghijklmnopqrstuvwxyzåäö'.repeat(3)
    await Promise.all([writeIn(anna.page, 'background', letters), writeIn(karim.page, 'purpose', letters)])
    await agreed('background', [`p ${letters}`])
    await agreed('purpose', [`p ${letters}`])
    gate.loses = () => 'nothing'
    await anna.saved()
  })

  it('somebody loses contact and comes back with what she wrote meanwhile', async () => {
    await karim.open(id)
    gate.let('noSockets')
    await anna.open(id)
    await writeIn(anna.page, 'background', 'Före. ')
    await anna.saved()
    await recordSaid(anna.page)
    gate.let('shut')
    await anna.context.setOffline(true)
    await writeIn(anna.page, 'background', 'I tunneln.')
    await writeIn(karim.page, 'purpose', 'Under tiden.')
    await said(anna.page, 'Ingen kontakt – dina ändringar ligger kvar på den här datorn (1)')
    gate.let('noSockets')
    await anna.context.setOffline(false)
    await agreed('background', ['p Före. I tunneln.'])
    await agreed('purpose', ['p Under tiden.'])
    await anna.saved()
    expect(await waiting(anna.page)).toBe(0)
  })

  it('a server that is killed is found again, with all that was written', async () => {
    await karim.open(id)
    gate.let('noSockets')
    await anna.open(id)
    await writeIn(anna.page, 'background', 'Sparat före. ')
    await anna.saved()
    await world.server.kill()
    await writeIn(anna.page, 'background', 'Skrivet utan server.')
    await eventually(() => waiting(anna.page)).toBeGreaterThan(0)
    await world.server.restart()
    await agreed('background', ['p Sparat före. Skrivet utan server.'])
    await anna.saved()
  })

  it('somebody who is signed out is told so', async () => {
    gate.let('noSockets')
    await anna.open(id)
    await writeIn(anna.page, 'background', 'Ord.')
    await anna.saved()
    const { origin } = gate
    const out = await anna.context.request.delete('/api/session', { headers: { origin } })
    expect(out.ok()).toBe(true)
    await said(anna.page, signedOut)
  })

  it('somebody whose session has gone while she had no contact is told so', async () => {
    await anna.page.goto(`/ansokningar/${id}`)
    await anna.page.locator('article[aria-busy="false"]').waitFor()
    gate.let('shut')
    await anna.context.clearCookies()
    gate.let('noSockets')
    await said(anna.page, signedOut)
  })

  it('the next page of the tab does not wait for a socket that never comes', async () => {
    gate.let('held')
    await anna.open(id)
    await writeIn(anna.page, 'background', 'Kvar.')
    await anna.saved()
    await anna.page.clock.install()
    await anna.page.clock.pauseAt(Date.now() + 60_000)
    await anna.page.reload()
    await anna.page.locator('#background').getByText('Kvar.').waitFor()
  })
})

describe('A network that lets WebSocket through', () => {
  it('is found out while ordinary requests carry the line, and nothing is lost when it moves over', async () => {
    await karim.open(id)
    gate.let('noSockets')
    await anna.open(id)
    await writeIn(anna.page, 'background', 'a')
    await anna.saved()
    gate.let('open')
    const opened = anna.page.waitForEvent('websocket')
    await anna.page.evaluate(() => dispatchEvent(new Event('online')))
    await anna.page.keyboard.type('bcdefghijklmnopqrstuvwxyz')
    await opened
    await eventually(async () => lineRequests().at(-1)).toMatch(/^DELETE/)
    await anna.page.keyboard.type('åäö')
    await agreed('background', ['p abcdefghijklmnopqrstuvwxyzåäö'])
    await anna.saved()
    await writeIn(karim.page, 'purpose', 'Karim')
    await agreed('purpose', ['p Karim'])
    expect(lineRequests().at(-1)).toMatch(/^DELETE/)
    await caretOf(karim.page, 'background', 'Anna').waitFor({ state: 'attached' })
  })

  it('is never asked for a line over ordinary requests, nor when a socket is lost and found', async () => {
    gate.asked.length = 0
    await anna.open(id)
    await writeIn(anna.page, 'background', 'Ett. ')
    await anna.saved()
    gate.let('shut')
    gate.let('open')
    await writeIn(anna.page, 'background', 'Två.')
    await anna.saved()
    expect(saidIn(await world.read(karim, id, '2024')).background).toEqual(['p Ett. Två.'])
    expect(lineRequests()).toEqual([])
  })
})
