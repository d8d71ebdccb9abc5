import { execFileSync, spawnSync } from 'node:child_process'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Seat, World, waiting } from '../harness/world.ts'
import { eventually } from './eventually.ts'
import { saidIn, shownOn } from './onPage.ts'
import { recordSaid, said } from './savedOnPage.ts'
import { writeIn } from './writeIn.ts'

/** Changes the limits of a process that runs; comes with Linux. */
const limiter = 'prlimit'
const hasLimiter = spawnSync(limiter, ['--version']).status === 0

const full =
  /^Samskriv kan inte spara just nu\. .* finns kvar i den här webbläsaren och skickas när det går att spara igen\.$/

let world: World
/** Lines that Anna's page has tried so far. */
let attempts = 0
let anna: Seat
let karim: Seat
beforeAll(async () => {
  world = await World.begin()
  anna = await world.seat('anna')
  karim = await world.seat('karim')
  anna.page.on('websocket', () => {
    attempts += 1
  })
})
afterEach(() => letWrite('unlimited'))
afterAll(async () => {
  await world.end()
})

/** How many bytes the program may write in a file from now on; none is what a full disk is to it. */
function letWrite(bytes: number | 'unlimited'): void {
  execFileSync(limiter, [`--pid=${world.server.pid}`, `--fsize=${bytes}:unlimited`])
}

const status = (page: Page) => page.locator('[data-state="away"] [role="status"]')

/** What a page has said of where the words are since `from` entries ago. */
async function saidSince(page: Page, from: number): Promise<readonly string[]> {
  return (await recordSaid(page)).slice(from)
}

describe.skipIf(!hasLimiter)('When the disk of the program is full', () => {
  it('everybody who writes is told and writes on, nothing is said to be saved, and all of it is once there is room', async () => {
    const id = await world.newApplication(anna, '2024')
    await Promise.all([anna.open(id), karim.open(id)])
    await writeIn(anna.page, 'background', 'Före.')
    await Promise.all([anna.saved(), karim.saved()])
    // What they say before it is full is true: it is counted from here.
    await Promise.all([said(anna.page, 'Sparat'), said(karim.page, 'Sparat')])
    const heard = [await recordSaid(anna.page), await recordSaid(karim.page)].map(all => all.length)

    letWrite(0)
    await Promise.all([
      writeIn(anna.page, 'background', ' Annas ord.'),
      writeIn(karim.page, 'purpose', 'Karims ord.'),
    ])
    for (const { page } of [anna, karim]) await status(page).getByText(full).waitFor()
    await writeIn(anna.page, 'background', ' Och mer.')
    await writeIn(karim.page, 'purpose', ' Och mer.')
    await status(anna.page)
      .getByText(/Det du har skrivit \(\d ändring(ar)?\)/)
      .waitFor()
    // Long enough for it to come back and be turned away a few times.
    const tries = attempts
    await eventually(async () => attempts).toBeGreaterThan(tries + 2)
    for (const [at, { page }] of [anna, karim].entries()) {
      expect(await saidSince(page, heard[at] ?? 0)).not.toContain('Sparat')
      expect(await waiting(page)).toBeGreaterThan(0)
      await status(page).getByText(full).waitFor()
    }
    expect(await shownOn(karim.page)).toMatchObject({ background: ['p Före.'] })

    letWrite('unlimited')
    await Promise.all([anna.saved(), karim.saved()])
    const kept = async () => saidIn(await world.read(anna, id, '2024'))
    expect(await kept()).toMatchObject({
      background: ['p Före. Annas ord. Och mer.'],
      purpose: ['p Karims ord. Och mer.'],
    })
    for (const { page } of [anna, karim]) {
      await eventually(() => shownOn(page)).toMatchObject(await kept())
      expect(await page.getByRole('region', { name: 'Räddad text' }).count()).toBe(0)
    }
    await world.server.stop()
    await world.server.restart()
    await Promise.all([anna.saved(), karim.saved()])
    expect(await kept()).toMatchObject({ purpose: ['p Karims ord. Och mer.'] })
    expect(world.faults).toEqual([])
  })
})
