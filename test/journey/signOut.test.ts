import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Gate } from '../harness/gate.ts'
import { type Seat, World, waiting } from '../harness/world.ts'
import { beginComment, commentOn } from './commenting.ts'
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

/** Everything that this browser keeps of the program, as one text. */
async function everythingKept({ page, context }: Seat): Promise<string> {
  const stored = await page.evaluate(async () => {
    const databases = await Promise.all(
      (await indexedDB.databases()).map(
        ({ name = '' }) =>
          new Promise<unknown[]>((resolve, reject) => {
            const open = indexedDB.open(name)
            open.onerror = () => reject(open.error)
            open.onsuccess = async () => {
              const stores = [...open.result.objectStoreNames]
              const read = stores.map(store => {
                const all = open.result.transaction(store).objectStore(store).getAll()
                return new Promise<unknown>(done => {
                  all.onsuccess = () => done(all.result.map(entry => JSON.stringify(entry)))
                })
              })
              resolve(await Promise.all(read))
              open.result.close()
            }
          }),
      ),
    )
    const kept = await caches.keys()
    const files = await Promise.all(
      kept.map(async name => (await (await caches.open(name)).keys()).map(file => file.url)),
    )
    const workers = (await navigator.serviceWorker.getRegistrations()).map(worker => worker.scope)
    const looks = /^samskriv\.(language|help\.)/
    const local = Object.entries(localStorage).filter(([key]) => !looks.test(key))
    return [databases.flat(3), files.flat(), workers, local, Object.entries(sessionStorage)].flat()
  })
  const cookies = (await context.cookies()).map(({ name }) => name)
  return JSON.stringify([...stored, ...cookies])
}

describe('Going out', () => {
  it('leaves nothing of the ansökan in the browser', async () => {
    const { page } = anna
    await page.getByLabel('Ha en kopia på den här datorn').check()
    await writeIn(page, 'background', 'Hemliga ord')
    const name = page.locator('#name').getByRole('textbox')
    await name.fill('Ett namn')
    await name.press('Enter')
    await anna.saved()
    await beginComment(page, 'background', 'Hemliga', 'En halv tanke')
    await page.keyboard.press('Escape')
    await eventually(() => everythingKept(anna)).toContain('En halv tanke')
    await eventually(() => everythingKept(anna)).toMatch(/Ett namn.*offline|offline.*Ett namn|assets/)
    await goOut(page)
    await page.getByRole('heading', { name: 'Gå in som' }).waitFor()
    await eventually(() => everythingKept(anna)).toBe('[]')
    await page.goBack()
    await page.getByRole('heading', { name: 'Gå in som' }).waitFor()
    expect(await page.locator('#background').count()).toBe(0)
    expect(await everythingKept(anna)).toBe('[]')
  })

  it('warns of what has not been sent, and only then removes it', async () => {
    const { page } = anna
    gate.let('held')
    await writeIn(page, 'background', 'Hann inte iväg')
    await eventually(() => waiting(page)).toBeGreaterThan(0)
    await commentOn(page, 'background', 'iväg', 'Vart?')
    await eventually(() => everythingKept(anna)).toContain('Vart?')
    await goOut(page)
    const warning = page.getByRole('dialog', { name: 'Allt är inte sparat' })
    await warning.getByText(/inte har sparats/).waitFor()
    await warning.getByRole('button', { name: 'Stanna kvar' }).click()
    await page.locator('#background').getByText('Hann inte iväg').waitFor()
    await eventually(() => waiting(page)).toBeGreaterThan(0)

    await goOut(page)
    await warning.getByRole('button', { name: 'Gå ut och ta bort dem' }).click()
    await page.getByRole('heading', { name: 'Gå in som' }).waitFor()
    await eventually(() => everythingKept(anna)).toBe('[]')
    gate.let('shut')
    gate.let('open')
    expect(saidIn(await world.read(karim, id, '2024')).background).toEqual(['p '])
  })
})
