import { randomBytes } from 'node:crypto'
import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Seat, World } from '../harness/world.ts'
import { eventually } from './eventually.ts'
import { lettersTo } from './letters.ts'

let world: World
let anna: Seat
let karim: Seat
let id: string
beforeAll(async () => {
  world = await World.begin()
  anna = await world.seat('anna')
  karim = await world.seat('karim')
  id = await world.newApplication(anna, '2024', 'Plattform 2027')
  // What she has been told in the demo, she knows.
  await karim.context.request.post('/api/notices/read', {
    headers: { origin: world.server.origin },
    data: { ids: 'all' },
  })
})
afterAll(async () => await world.end())
afterEach(() => expect(world.faults.splice(0)).toEqual([]))

const newId = () => randomBytes(10).toString('hex')

/** Anna says something about a section, over HTTP. Gives the thread's id. */
async function say(text: string): Promise<string> {
  const thread = newId()
  const answer = await anna.context.request.post(`/api/applications/${id}/comments`, {
    headers: { origin: world.server.origin },
    data: {
      id: thread,
      postId: newId(),
      place: { is: 'section', section: 'background' },
      text,
      isInternal: false,
      isMaterial: false,
      assignee: null,
    },
  })
  expect(answer.status()).toBe(201)
  return thread
}

const isAboutBeingNamed = (letter: string) => letter.includes('nämnde dig\r\n')
const bellOf = ({ page }: Seat) => page.getByRole('button', { name: /^Notiser/ })

describe('somebody who is named in a comment', () => {
  let thread: string
  it('sees it on the bell without reloading, while she writes in the ansökan', async () => {
    await karim.open(id)
    await bellOf(karim).waitFor()
    expect(await bellOf(karim).getAttribute('aria-label')).toBe('Notiser')
    const focused = () => karim.page.evaluate(() => document.activeElement?.outerHTML.slice(0, 80))
    const before = await focused()
    thread = await say('Hej @{person:karim}! Kan du titta på det här?')
    await karim.page.getByRole('button', { name: 'Notiser, 1 oläst' }).waitFor()
    await karim.page.getByText('1 ny notis').waitFor({ state: 'attached' })
    expect(await focused()).toBe(before)
  })

  it('has a letter with a link to it', async () => {
    const look = async () => (await lettersTo(world, 'karim@af.example')).find(isAboutBeingNamed) ?? ''
    await eventually(look).not.toBe('')
    const letter = await look()
    expect(letter).toContain('Subject: [Plattform 2027] Anna Lindholm nämnde dig\r\n')
    expect(letter).toContain(`${world.server.origin}/ansokningar/${id}?kommentar=${thread}`)
    expect(letter).toContain('> Hej @Karim Sandell! Kan du titta på det här?')
  })

  it('goes to it by keys alone, and has then read it', async () => {
    const { page } = karim
    await page.goto('/ansokningar')
    await bellOf(karim).focus()
    await page.keyboard.press('Enter')
    const list = page.getByRole('region', { name: 'Notiser' })
    await list.getByRole('link', { name: /Oläst: Anna Lindholm/ }).waitFor()
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, help }) => ({ id, help }))).toEqual([])
    await page.keyboard.press('Escape')
    await eventually(() => list.isVisible()).toBe(false)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.waitForURL(`**/ansokningar/${id}?kommentar=${thread}`)
    await page.getByText('Kan du titta på det här?').first().waitFor()
    await page.getByRole('button', { name: 'Notiser', exact: true }).waitFor()
  })

  it('goes to it once more from the list, though she is there already', async () => {
    const { page } = karim
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '')
    await eventually(focused).toContain('Kan du titta på det här?')
    await bellOf(karim).click()
    await page
      .getByRole('region', { name: 'Notiser' })
      .getByRole('link', { name: /Anna Lindholm/ })
      .first()
      .click()
    await eventually(focused).toContain('Kan du titta på det här?')
    expect(page.url()).toContain(`?kommentar=${thread}`)
  })

  it('chooses on her account to have no such letters, and to watch nothing', async () => {
    const { page } = karim
    await page.goto('/konto#notiser')
    const habit = page.getByRole('combobox', { name: 'Någon nämner dig eller din organisation: mejl' })
    await habit.selectOption('Aldrig')
    await page.getByRole('button', { name: 'Spara valen' }).click()
    await page.getByText('Dina val är sparade').waitFor()
    await page.reload()
    await eventually(() => habit.inputValue()).toBe('never')
  })

  it('watches an ansökan from its page, and is told of what others say there', async () => {
    const { page } = karim
    await karim.open(id)
    const watch = page.getByRole('button', { name: 'Bevaka' })
    await page.locator('button[aria-pressed="false"]:not([aria-disabled])', { hasText: 'Bevaka' }).click()
    await page.getByText('Du bevakar ansökan.').waitFor()
    await eventually(() => watch.getAttribute('aria-pressed')).toBe('true')
    await say('Något om syftet.')
    await page.getByRole('button', { name: 'Notiser, 1 oläst' }).waitFor()
  })
})
