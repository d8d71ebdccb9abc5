import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Seat, World } from '../harness/world.ts'
import { eventually } from './eventually.ts'

let world: World
let anna: Seat
let id: string

/** Opens advice and ends it again, so many times: two entries each. */
async function openAdvice(times: number): Promise<void> {
  for (let time = 0; time < times * 2; time += 1) {
    const answer = await anna.context.request.put(`/api/applications/${id}/advice`, {
      data: { open: time % 2 === 0 },
      headers: { origin: world.server.origin },
    })
    expect(answer.ok()).toBe(true)
  }
}

beforeAll(async () => {
  world = await World.begin()
  anna = await world.seat('anna')
  id = await world.newApplication(anna, '2024', 'Gemensam ingång')
  await openAdvice(101)
})
afterAll(async () => await world.end())
afterEach(() => expect(world.faults.splice(0)).toEqual([]))

describe('the log of an ansökan', () => {
  it('is a table of sentences, newest first, with older ones on demand, by keyboard', async () => {
    const { page } = anna
    await page.goto(`/ansokningar/${id}/logg`)
    const table = page.getByRole('table', { name: 'Logg: Gemensam ingång' })
    const rows = table.locator('tbody tr')
    await page.getByText('100 händelser visas. Det finns äldre.').waitFor()
    expect(await table.getByRole('columnheader').allInnerTexts()).toEqual(['När', 'Vem', 'Vad'])
    expect(await rows.first().innerText()).toMatch(
      /^2\d{3}-\d\d-\d\d \d\d:\d\d\s+Anna Lindholm, Heby\s+Avslutade rådgivningen/,
    )
    const older = page.getByRole('button', { name: 'Visa äldre' })
    await older.focus()
    await page.keyboard.press('Enter')
    await page.getByText('200 händelser visas. Det finns äldre.').waitFor()
    await eventually(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Visa äldre')
    await page.keyboard.press('Enter')
    await page.getByText('Det var allt.').waitFor()
    // The button has gone: what it led to has focus, and not the top of the page.
    await eventually(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Det var allt.')
    await eventually(() => rows.last().innerText()).toContain('Startade ansökan på')
  })

  it('is narrowed by what was done, who did it and when, and says so', async () => {
    const { page } = anna
    const status = page.getByRole('main').getByRole('status')
    await page.getByLabel('Händelse').selectOption('created')
    await page.getByText('1 händelse.').waitFor()
    await page.getByLabel('Person').selectOption({ label: 'Anna Lindholm, Heby' })
    await page.getByLabel('Till och med').fill('2020-01-01')
    await page.getByText('Ingenting i loggen passar det du har valt.').waitFor()
    await eventually(() => status.innerText()).toBe('Inga händelser.')
    await page.getByLabel('Från och med').fill('2020-01-02')
    await eventually(() => page.getByRole('alert').innerText()).toBe('Första dagen ligger efter den sista.')
    await page.getByRole('button', { name: 'Visa allt' }).click()
    await page.getByText('100 händelser visas. Det finns äldre.').waitFor()
  })

  it('comes as a file of what is chosen, which is noted', async () => {
    const { page } = anna
    await page.getByLabel('Händelse').selectOption('created')
    await page.getByText('1 händelse.').waitFor()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Hämta som CSV' }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/^logg-\d{4}-\d\d-\d\d\.csv$/)
    const stream = await download.createReadStream()
    const chunks: Buffer[] = []
    for await (const chunk of stream) chunks.push(chunk as Buffer)
    const lines = Buffer.concat(chunks).toString().trimEnd().split('\r\n')
    expect(lines).toHaveLength(2)
    expect(lines[1]).toMatch(/^"\d+";"[-\d]+ [:\d]+";"Anna Lindholm";"Heby";"Startade ansökan";/)
    await page.getByLabel('Händelse').selectOption('logExported')
    await page.getByText('Hämtade loggen som fil.').waitFor()
  })

  it('is a list on a telephone, and nothing is wider than the window; axe finds nothing to remark', async () => {
    const { page } = anna
    await page.goto(`/ansokningar/${id}/logg`)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      for (const width of [1280, 390]) {
        await page.setViewportSize({ width, height: 900 })
        await page.getByText('100 händelser visas.').waitFor()
        const list = page.getByRole('list', { name: 'Logg: Gemensam ingång' })
        // The form changes in answer to the window, a moment after it.
        await (width === 390 ? list : page.getByRole('table')).waitFor()
        await eventually(() => page.getByRole('table').count()).toBe(width === 390 ? 0 : 1)
        await eventually(() => list.getByRole('listitem').count()).toBe(width === 390 ? 100 : 0)
        await eventually(() => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(
          true,
        )
        const axe = new AxeBuilder({ page })
        // In the dark only the colours are others.
        if (colorScheme === 'dark') axe.withRules(['color-contrast'])
        const { violations } = await axe.analyze()
        expect(violations.map(({ id, nodes }) => [id, nodes.map(node => node.html)])).toEqual([])
      }
    }
  })

  it('is not for those who only write: they are told who reads it', async () => {
    await anna.context.request.post(`/api/applications/${id}/members`, {
      data: { personId: 'karim', role: 'partyEditor' },
      headers: { origin: world.server.origin },
    })
    const karim = await world.seat('karim')
    await karim.page.goto(`/ansokningar/${id}/logg`)
    await karim.page.getByRole('heading', { name: 'Du kan inte läsa loggen' }).waitFor()
    await karim.page.goto('/logg')
    await karim.page.getByText('Loggen för hela Samskriv läses av den som administrerar det.').waitFor()
  })

  it('keeps what is shown when it cannot be fetched, and tries again', async () => {
    const { page } = anna
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.goto(`/ansokningar/${id}/logg`)
    await page.getByText('100 händelser visas.').waitFor()
    await anna.context.setOffline(true)
    await page.getByLabel('Händelse').selectOption('created')
    await page.getByRole('alert').filter({ hasText: 'Ingen kontakt' }).waitFor()
    expect(await page.getByRole('table').locator('tbody tr').count()).toBe(100)
    await anna.context.setOffline(false)
    await page.getByRole('button', { name: 'Försök igen' }).click()
    await page.getByText('1 händelse.').waitFor()
  })
})

describe('the log of the whole program', () => {
  it('is for administrators, without names of ansökningar, and whole after a hard stop', async () => {
    await world.server.kill()
    await world.server.restart()
    const seat = await world.seat('ingrid')
    await seat.page.goto('/logg')
    const table = seat.page.getByRole('table', { name: 'Logg' })
    await table.getByText('Gick in som demoperson.').first().waitFor()
    expect(await table.getByRole('columnheader').allInnerTexts()).toEqual(['När', 'Vem', 'Vad', 'Ansökan'])
    expect(await table.getByText(id).count()).toBeGreaterThan(50)
    expect(await seat.page.getByText('Gemensam ingång').count()).toBe(0)
    expect(world.server.output()).not.toMatch(/auditDamaged/)
  })
})
