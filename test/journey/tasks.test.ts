import { randomBytes } from 'node:crypto'
import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Seat, World } from '../harness/world.ts'
import { lettersTo } from './letters.ts'

let world: World
let anna: Seat
let sofia: Seat
let id: string
beforeAll(async () => {
  world = await World.begin()
  anna = await world.seat('anna')
  sofia = await world.seat('sofia', { width: 390, height: 844 })
  await sofia.page.emulateMedia({ reducedMotion: 'reduce' })
  id = await world.newApplication(anna, '2024', 'Plattform 2027')
  // What she has been told in the demo, she knows.
  await sofia.context.request.post('/api/notices/read', {
    headers: { origin: world.server.origin },
    data: { ids: 'all' },
  })
})
afterAll(async () => await world.end())
afterEach(() => expect(world.faults.splice(0)).toEqual([]))

const newId = () => randomBytes(10).toString('hex')

async function ask(method: 'post' | 'put', path: string, data: object): Promise<void> {
  const { origin } = world.server
  const answer = await anna.context.request[method](`/api/applications/${id}${path}`, {
    headers: { origin },
    data,
  })
  expect(answer.ok(), await answer.text()).toBe(true)
}

const taskLink = ({ page }: Seat) => page.getByRole('link', { name: /^Att göra/ })

async function remarksOfAxe({ page }: Seat): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html.slice(0, 120)}`)
}

const widthOf = ({ page }: Seat) => page.evaluate(() => document.documentElement.scrollWidth)

describe('what waits for somebody, on a telephone', () => {
  it('is nothing at first, and the page says so', async () => {
    await sofia.page.goto('/ansokningar')
    await taskLink(sofia).press('Enter')
    await sofia.page.getByRole('heading', { name: 'Att göra', level: 1 }).waitFor()
    await sofia.page.getByText('Inget väntar på dig.').waitFor()
    await sofia.page.getByRole('link', { name: 'Att göra', exact: true }).waitFor()
    expect(await remarksOfAxe(sofia)).toEqual([])
  })

  it('is a round that her party has not answered: by the bell, by letter, in the head and on the page', async () => {
    await ask('put', '/members/sofia', { role: 'partyLead' })
    await ask('post', '/rounds', {
      ...{ id: newId(), purpose: 'remarks', sections: null, message: 'Läs metoden.', closesOn: '2099-05-22' },
      ...{ closesByItself: false, textIsOpen: false, repliesAreSeen: 'whenOver' },
      recipients: [{ partyId: 'region', personIds: ['sofia'] }],
    })
    await ask('post', '/comments', {
      ...{ id: newId(), postId: newId(), place: { is: 'section', section: 'background' }, text: 'Stämmer?' },
      ...{ isInternal: false, isMaterial: false, assignee: { is: 'party', partyId: 'region' } },
    })
    await sofia.page.reload()
    await sofia.page.getByRole('link', { name: 'Att göra, 2 saker väntar' }).waitFor()
    const list = sofia.page.getByRole('list', { name: '2 saker väntar på dig' })
    expect(await list.getByRole('heading', { level: 2 }).allTextContents()).toEqual([
      'Svara på Remiss 1',
      '1 kommentar väntar på svar',
    ])
    await list.getByText(/^Svar senast fre 22 maj 2099 \(\d+ arbetsdagar kvar\)\.$/).waitFor()
    await list.getByText('Du skickar svaret för din organisation.').waitFor()
    expect(await remarksOfAxe(sofia)).toEqual([])
    expect(await widthOf(sofia)).toBeLessThanOrEqual(390)
    const letters = await lettersTo(world, 'sofia@region.example')
    expect(letters.some(letter => letter.includes('Remiss 1 – svar senast fre 22 maj 2099'))).toBe(true)
    await sofia.page.getByRole('button', { name: /^Notiser/ }).press('Enter')
    await sofia.page.getByRole('button', { name: 'Notiser, 2 olästa' }).waitFor()
    await sofia.page.getByText(/skickade Remiss 1 till dig\. Svar senast fre 22 maj 2099/).waitFor()
    await sofia.page.keyboard.press('Escape')
  })

  it('can be seen in the dark too', async () => {
    await sofia.page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
    expect(await remarksOfAxe(sofia)).toEqual([])
    await sofia.page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  })

  it('leads to where it is done, by keyboard, and the notice of it is read there', async () => {
    await sofia.page.getByRole('link', { name: 'Svara på Remiss 1' }).press('Enter')
    await sofia.page.waitForURL(`**/ansokningar/${id}/remiss/1`)
    await sofia.page.getByRole('button', { name: /^Notiser, 1 oläst$/ }).waitFor()
  })

  it('waits no more when it is called off, which the bell says', async () => {
    await ask('put', '/rounds/1', { is: 'callOff', reason: 'Budgeten görs om.' })
    await sofia.page.goto('/att-gora')
    await sofia.page.getByRole('link', { name: 'Att göra, 1 sak väntar' }).waitFor()
    await sofia.page.getByRole('button', { name: /^Notiser/ }).press('Enter')
    await sofia.page.getByText('återkallade Remiss 1. Den ska inte besvaras').waitFor()
    await sofia.page.getByText('Budgeten görs om.').waitFor()
    expect(await remarksOfAxe(sofia)).toEqual([])
  })

  it('is gone from the head of the page as soon as it is done', async () => {
    await sofia.page.goto('/konto')
    const count = sofia.page.getByRole('link', { name: 'Att göra, 1 sak väntar' })
    await count.waitFor()
    const threads = await anna.context.request.get(`/api/applications/${id}/comments`)
    const [{ id: thread }] = ((await threads.json()) as { threads: [{ id: string }] }).threads
    await ask('put', `/comments/${thread}`, { isResolved: true })
    // Another of her own doings is heard of at once; Anna's with it.
    await sofia.page.getByRole('button', { name: 'Spara valen' }).click()
    await sofia.page.getByRole('link', { name: 'Att göra', exact: true }).waitFor()
  })
})
