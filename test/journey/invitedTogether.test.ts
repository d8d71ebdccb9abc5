import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Seat, World } from '../harness/world.ts'
import { copyToClipboard } from './clipboard.ts'
import { eventually } from './eventually.ts'
import { linksTo } from './letters.ts'
import { saidIn } from './onPage.ts'
import { writeIn } from './writeIn.ts'

let world: World
let anna: Seat
beforeAll(async () => {
  world = await World.begin()
  anna = await world.seat('anna')
})
afterAll(async () => await world.end())
afterEach(() => expect(world.faults.splice(0)).toEqual([]))

/** One person at each of the other parties, whom the program does not know. */
const invited = [
  { address: 'nils@af.example', name: 'Nils Berg', section: 'purpose' },
  { address: 'eva@fk.example', name: 'Eva Ström', section: 'targetGroup' },
  { address: 'maj@region.example', name: 'Maj Lund', section: 'background' },
] as const

/** Comes in by the link in the letter, in a browser of her own. */
async function enter(address: string, name: string): Promise<Page> {
  const [link = ''] = await linksTo(world, address, 1)
  const context = await world.browser.newContext({ locale: 'sv-SE', baseURL: world.server.origin })
  const page = await context.newPage()
  await page.goto(link)
  await page.getByLabel('Ditt namn').fill(name)
  await page.getByRole('button', { name: 'Tacka ja och gå in' }).click()
  await page.locator('article[aria-busy="false"]').waitFor()
  return page
}

describe('An owner who invites one person of each party by mail', () => {
  it('writes with them, and makes one of them a reviewer, whose words are kept and who may then only read', async () => {
    await anna.page.goto('/ansokningar/ny')
    await anna.page.getByLabel('Insatsens namn').fill('Samlat stöd')
    await anna.page.getByRole('button', { name: 'Starta' }).click()
    await anna.page.locator('article[aria-busy="false"]').waitFor()
    const id = anna.page.url().split('/').at(-1) ?? ''
    const said = async () => saidIn(await world.read(anna, id, '2024'))

    await anna.page.getByRole('button', { name: /^Dela ansökan/ }).click()
    const dialog = anna.page.getByRole('dialog', { name: 'Dela ansökan' })
    const field = dialog.getByRole('combobox', { name: 'Skriv namn eller e-post' })
    await field.waitFor()
    await copyToClipboard(anna.page, '', invited.map(({ address }) => address).join('; '))
    await field.focus()
    await anna.page.keyboard.press('ControlOrMeta+v')
    await dialog.getByRole('button', { name: 'Bjud in', exact: true }).click()
    const pages = await Promise.all(invited.map(({ address, name }) => enter(address, name)))
    await anna.page.keyboard.press('Escape')

    for (const [place, { section, name }] of invited.entries()) {
      await writeIn(pages[place] as Page, section, `${name} skriver.`)
    }
    await eventually(async () => {
      const sections = await said()
      return invited.map(({ section }) => sections[section])
    }).toEqual(invited.map(({ name }) => [`p ${name} skriver.`]))

    const [nils] = pages as [Page, Page, Page]
    await nils.locator('#purpose .richText').click()
    await nils.keyboard.press('End')
    await anna.page.getByRole('button', { name: /^Dela ansökan/ }).click()
    const role = dialog.getByRole('combobox', { name: 'Roll för Nils Berg' })
    await Promise.all([
      nils.keyboard.type(' Och så vidare, så länge det går, med många ord till.', { delay: 15 }),
      role.selectOption('Granska'),
    ])
    await nils
      .getByText(/Du granskar/)
      .first()
      .waitFor()
    // What came before is in the text, in one piece. (That no letter of what came after is lost is `sharing.test.ts`.)
    const whole = 'p Nils Berg skriver. Och så vidare, så länge det går, med många ord till.'
    const kept = ((await said()).purpose ?? []).join('')
    expect(kept).toContain('p Nils Berg skriver.')
    expect(whole.startsWith(kept)).toBe(true)
    await eventually(() => nils.locator('#purpose [contenteditable="true"]').count()).toBe(0)
    await Promise.all(pages.map(page => page.context().close()))
  })
})
