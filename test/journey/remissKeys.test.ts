import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Seat, World } from '../harness/world.ts'
import { eventually } from './eventually.ts'
import { asker, replyOn, summaryOf } from './replying.ts'

let world: World
let anna: Seat
let karim: Seat
let id: string
beforeAll(async () => {
  world = await World.begin()
  anna = await world.seat('anna')
  karim = await world.seat('karim')
  id = await world.newApplication(anna, '2024', 'Samlat stöd')
  await asker(world, anna)('put', `/api/applications/${id}/members/karim`, { role: 'partyLead' })
})
afterAll(async () => await world.end())
afterEach(() => expect(world.faults.splice(0)).toEqual([]))

/** More stops than there are from any place here to another. */
const most = 80

/** Goes on by the key Tab until something has focus. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await wanted.first().waitFor()
  const focused = wanted.and(page.locator(':focus'))
  for (let stops = 0; stops < most; stops += 1) {
    if ((await focused.count()) > 0) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not come to ${wanted}.`)
}

async function press(page: Page, name: string | RegExp, within: Page | Locator = page): Promise<void> {
  await tabTo(page, within.getByRole('button', { name, exact: typeof name === 'string' }))
  await page.keyboard.press('Enter')
}

describe('A remiss by keys alone', () => {
  it('is sent', async () => {
    const { page } = anna
    await anna.open(id)
    await press(page, /^Remiss/)
    await press(page, 'Skicka på remiss', page.getByRole('tabpanel'))
    const dialog = page.getByRole('dialog', { name: 'Skicka på remiss' })
    await tabTo(page, dialog.getByRole('checkbox', { name: /^Region Uppsala/ }))
    await page.keyboard.press('Space')
    await press(page, 'Skicka', dialog)
    await eventually(() => asker(world, karim)('get', `/api/applications/${id}/rounds`)).toEqual({
      rounds: [expect.objectContaining({ number: 1, purpose: 'remarks' })],
    })
  })

  it('is answered, and whoever has sent the answer is told so where she is', async () => {
    const { page } = karim
    await page.goto(`/ansokningar/${id}/remiss/1`)
    await press(page, 'Svara')
    await press(page, 'Skriv svar')
    const reply = replyOn(page)
    await tabTo(page, reply.getByRole('radio'))
    await page.keyboard.press('Space')
    await tabTo(page, summaryOf(reply))
    await page.keyboard.type('Arbetsförmedlingen tillstyrker.')
    await press(page, 'Lägg till synpunkt', reply)
    await tabTo(page, reply.getByLabel('Vad ni tycker'))
    await page.keyboard.type('Skriv vem som leder arbetet.')
    await press(page, /^Skicka svaret/, reply)
    await press(page, 'Skicka svaret', page.getByRole('dialog'))
    await reply
      .getByRole('heading', { name: 'Arbetsförmedlingen har svarat' })
      .and(page.locator(':focus'))
      .waitFor()
    await reply.getByText('Skriv vem som leder arbetet.').first().waitFor()
  })
})
