import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchProfile } from '../harness/browser.ts'
import { Gate } from '../harness/gate.ts'
import { type Seat, World, waiting } from '../harness/world.ts'
import { eventually } from './eventually.ts'
import { saidIn, shownOn } from './onPage.ts'
import { recordSaid, said } from './savedOnPage.ts'

let world: World
let gate: Gate
/** Karim's line is never cut. */
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

/** The device leaves its network, or comes back to it. */
async function leaveNetwork({ context }: Seat): Promise<void> {
  gate.let('shut')
  await context.setOffline(true)
}

async function comeBack({ context }: Seat): Promise<void> {
  gate.let('open')
  await context.setOffline(false)
}

async function write(page: Page, section: string, words: string): Promise<void> {
  await page.locator(`#${section}`).getByRole('textbox').first().click()
  await page.keyboard.press('End')
  await page.keyboard.type(words)
}

/** Both see what the server has. Gives the lines of a section. */
async function agreed(one: Page, other: Page, id: string, section: string): Promise<readonly string[]> {
  const linesOf = async () => {
    const server = saidIn(await world.read(karim, id, '2024'))
    return [await shownOn(one), await shownOn(other), server].map(shown => shown[section])
  }
  await eventually(linesOf).toSatisfy(
    (all: readonly unknown[]) => new Set(all.map(lines => JSON.stringify(lines))).size === 1,
  )
  return (await linesOf())[0] ?? []
}

describe('Somebody without contact', () => {
  it('writes on, sees how much waits, and is merged with the others when she comes back', async () => {
    const anna = await world.seat('anna', undefined, gate.origin)
    const id = await world.newApplication(karim, '2024')
    await Promise.all([anna.open(id), karim.open(id)])
    await write(karim.page, 'background', 'Karim var här. ')
    await write(anna.page, 'background', 'Anna också. ')
    await Promise.all([anna.saved(), karim.saved()])
    await recordSaid(anna.page)

    await leaveNetwork(anna)
    await write(anna.page, 'background', 'Anna i tunneln. ')
    await write(karim.page, 'background', 'Karim på kontoret. ')
    await karim.saved()
    await said(anna.page, 'Ingen kontakt – dina ändringar ligger kvar på den här datorn (1)')
    await write(anna.page, 'purpose', 'Syftet skrevs på tåget.')
    await said(anna.page, 'Ingen kontakt – dina ändringar ligger kvar på den här datorn (2)')
    expect(await anna.page.locator('#background').textContent()).not.toContain('kontoret')

    await comeBack(anna)
    await said(anna.page, 'Sparat')
    await anna.page.getByText(/^2 ändringar från dig och \d+ från andra har slagits ihop$/).waitFor()
    expect(await recordSaid(anna.page)).toEqual([
      'Sparat',
      'Sparar…',
      'Ingen kontakt – dina ändringar ligger kvar på den här datorn (1)',
      'Ingen kontakt – dina ändringar ligger kvar på den här datorn (2)',
      'Synkar…',
      'Sparat',
    ])
    const [background = ''] = await agreed(anna.page, karim.page, id, 'background')
    for (const words of ['Karim var här.', 'Anna också.', 'Anna i tunneln.', 'Karim på kontoret.']) {
      expect(background).toContain(words)
    }
    expect(await agreed(anna.page, karim.page, id, 'purpose')).toEqual(['p Syftet skrevs på tåget.'])
  })

  it('closes the browser with something outstanding, and it is sent when she opens it again', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'samskriv-profile-'))
    const id = await world.newApplication(karim, '2024')
    const sit = async () => world.sitDown('elin', await launchProfile(folder, gate.origin), gate.origin)
    const before = await sit()
    await Promise.all([before.open(id), karim.open(id)])
    gate.let('held')
    await write(before.page, 'background', 'Det här hann inte iväg.')
    await eventually(() => waiting(before.page)).toBeGreaterThan(0)
    await before.context.close()
    // What was under way is lost with her line.
    gate.let('shut')
    gate.let('open')
    expect(await agreed(karim.page, karim.page, id, 'background')).toEqual(['p '])

    const after = await sit()
    await after.open(id)
    await after.saved()
    expect(await agreed(after.page, karim.page, id, 'background')).toEqual(['p Det här hann inte iväg.'])
    await after.context.close()
    await rm(folder, { recursive: true })
  })

  it('finds as rescued what she wrote in a paragraph that was deleted, though the program was restarted', async () => {
    const anna = await world.seat('anna', undefined, gate.origin)
    const id = await world.newApplication(karim, '2024')
    await Promise.all([anna.open(id), karim.open(id)])
    await write(karim.page, 'background', 'Stycket.')
    await karim.page.keyboard.press('Enter')
    await karim.page.keyboard.type('Ett till.')
    await anna.page.locator('#background').getByText('Ett till.').waitFor()

    await leaveNetwork(anna)
    await anna.page.locator('#background .richText > p').nth(1).click()
    await anna.page.keyboard.press('End')
    await anna.page.keyboard.type(' Annas ord.')
    await karim.page.keyboard.press('Control+a')
    await karim.page.keyboard.press('Delete')
    await eventually(async () => (await shownOn(karim.page)).background).toEqual(['p '])
    await karim.saved()
    await world.server.stop()
    await world.server.restart()

    await comeBack(anna)
    await anna.saved()
    const box = anna.page.getByRole('region', { name: 'Räddad text' })
    await box.getByText('Annas ord.').waitFor()
    await box.getByText('Från avsnittet ”Beskriv bakgrunden till/behovet av insatsen”').waitFor()
    expect(await agreed(anna.page, karim.page, id, 'background')).toEqual(['p '])
  })
})

describe('A copy on this device', () => {
  it('is there only when asked for; then the page opens and takes text with the program stopped', async () => {
    const sofia = await world.seat('sofia')
    const id = await world.newApplication(karim, '2024')
    await Promise.all([sofia.open(id), karim.open(id)])
    await write(sofia.page, 'background', 'Skrivet med kontakt. ')
    await sofia.saved()
    expect(await kept(sofia.page)).toEqual({ copies: 0, caches: 0, workers: 0 })

    await sofia.page.getByLabel('Ha en kopia på den här datorn').check()
    await eventually(() => kept(sofia.page)).toEqual({ copies: 1, caches: 1, workers: 1 })
    await sofia.page.evaluate(async () => {
      await navigator.serviceWorker.ready
    })

    await world.server.stop()
    await sofia.page.goto(`/ansokningar/${id}`)
    await sofia.page.locator('#background').getByText('Skrivet med kontakt.').waitFor()
    await write(sofia.page, 'background', 'Skrivet utan. ')
    await eventually(() => waiting(sofia.page)).toBeGreaterThan(0)
    await sofia.page.reload()
    await sofia.page.locator('#background').getByText('Skrivet utan.').waitFor()
    await write(karim.page, 'purpose', 'Karim fortsatte i den sida han hade uppe.')

    await world.server.restart()
    await Promise.all([sofia.saved(), karim.saved()])
    expect(await agreed(sofia.page, karim.page, id, 'background')).toEqual([
      'p Skrivet med kontakt. Skrivet utan. ',
    ])
    expect(await agreed(sofia.page, karim.page, id, 'purpose')).toEqual([
      'p Karim fortsatte i den sida han hade uppe.',
    ])
  })

  it('goes when it is not wanted any longer', async () => {
    const sofia = await world.seat('sofia')
    await sofia.open(await world.newApplication(karim, '2024'))
    const choice = sofia.page.getByLabel('Ha en kopia på den här datorn')
    await choice.check()
    await eventually(() => kept(sofia.page)).toEqual({ copies: 1, caches: 1, workers: 1 })
    await choice.uncheck()
    await eventually(() => kept(sofia.page)).toEqual({ copies: 0, caches: 0, workers: 0 })
  })
})

/** How much of the ansökningar and of the program this browser keeps. */
async function kept(page: Page): Promise<{ copies: number; caches: number; workers: number }> {
  return await page.evaluate(async () => {
    const copies = await new Promise<number>(resolve => {
      const open = indexedDB.open('samskriv')
      open.onsuccess = () => {
        const count = open.result.transaction('copies').objectStore('copies').count()
        count.onsuccess = () => {
          open.result.close()
          resolve(count.result)
        }
      }
    })
    const workers = await navigator.serviceWorker.getRegistrations()
    return { copies, caches: (await caches.keys()).length, workers: workers.length }
  })
}
