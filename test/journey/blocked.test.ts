import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Gate } from '../harness/gate.ts'
import { type Seat, World } from '../harness/world.ts'
import { eventually } from './eventually.ts'
import { saidIn, shownOn } from './onPage.ts'

const plainWords =
  'Nätverket släpper inte igenom direktkontakten. Du ser texten som den var när du öppnade den, och inte vad andra skriver.'

let world: World
let gate: Gate
let karim: Seat
beforeAll(async () => {
  world = await World.begin()
  gate = await Gate.before(world.server.origin)
  karim = await world.seat('karim')
})
afterAll(async () => {
  await world.end()
  gate.close()
})

async function write({ page }: Seat, section: string, words: string): Promise<void> {
  await page.locator(`#${section} .richText`).click()
  await page.keyboard.press('End')
  await page.keyboard.type(words)
}

/** An ansökan with something in it. */
async function begun(): Promise<string> {
  const id = await world.newApplication(karim, '2024')
  await karim.open(id)
  await write(karim, 'background', 'Karim började.')
  await karim.saved()
  return id
}

function status(page: Page) {
  return page.locator('[data-state="blocked"] [role="status"]')
}

describe('Behind a network that lets no WebSocket through', () => {
  it('the ansökan opens, says plainly what does not work, and what is typed arrives in the end', async () => {
    const id = await begun()
    gate.let('noSockets')
    const anna = await world.seat('anna', undefined, gate.origin)
    await anna.open(id)
    await anna.page.locator('#background').getByText('Karim började.').waitFor()
    await status(anna.page).getByText(plainWords).waitFor()

    await write(anna, 'purpose', 'Skrivet bakom en mur.')
    const name = anna.page.locator('#name').getByRole('textbox')
    await name.fill('Ett nytt namn')
    await name.press('Enter')
    await status(anna.page)
      .getByText(/Det du har skrivit \(\d ändring(ar)?\) ligger kvar på den här datorn/)
      .waitFor()
    await anna.page.reload()
    await status(anna.page)
      .getByText(/Det du har skrivit \(\d ändring(ar)?\) ligger kvar/)
      .waitFor()
    await anna.page.locator('#purpose').getByText('Skrivet bakom en mur.').waitFor()
    expect(await name.inputValue()).toBe('Ett nytt namn')
    expect((await world.read(karim, id, '2024')).sections.name).toMatchObject({ value: 'Prov' })

    gate.let('open')
    await anna.saved()
    await karim.page.locator('#purpose').getByText('Skrivet bakom en mur.').waitFor()
    await eventually(async () => (await shownOn(karim.page)).name).toEqual(['field Ett nytt namn'])
    const said = saidIn(await world.read(karim, id, '2024'))
    expect(said).toMatchObject({ purpose: ['p Skrivet bakom en mur.'], name: ['field Ett nytt namn'] })
  })

  it('it opens too where sockets open and nothing comes through them', async () => {
    const id = await begun()
    gate.let('held')
    const elin = await world.seat('elin', undefined, gate.origin)
    await elin.page.clock.install()
    await elin.page.goto(`/ansokningar/${id}`)
    await elin.page.getByRole('main').getByText('Hämtar ansökan…').waitFor()
    await eventually(async () => {
      await elin.page.clock.fastForward(1000)
      return await elin.page.locator('#background').getByText('Karim började.').count()
    }).toBe(1)
    await status(elin.page).getByText(plainWords).waitFor()
    gate.let('open')
  })

  it('nobody who has been signed out meanwhile is told that the network is to blame', async () => {
    const id = await begun()
    gate.let('noSockets')
    const sofia = await world.seat('sofia', undefined, gate.origin)
    await sofia.open(id)
    await status(sofia.page).waitFor()
    await sofia.context.clearCookies()
    await sofia.page.getByText('Du är inte inloggad längre. Gå in igen för att spara.').waitFor()
    gate.let('open')
  })
})
