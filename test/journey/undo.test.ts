import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Seat, World } from '../harness/world.ts'
import { eventually } from './eventually.ts'
import { shownOn } from './onPage.ts'
import { writeIn } from './writeIn.ts'

let world: World
let anna: Seat
let karim: Seat
beforeAll(async () => {
  world = await World.begin()
  ;[anna, karim] = await Promise.all([world.seat('anna'), world.seat('karim')])
})
afterAll(async () => await world.end())

async function open(): Promise<string> {
  const id = await world.newApplication(anna, '2024', '')
  await Promise.all([anna.open(id), karim.open(id)])
  return id
}

function nameBox(page: Page) {
  return page.locator('#name').getByRole('textbox')
}

/** What both see in the three places, when they see the same. */
async function bothSee(background: string, purpose: string, name: string): Promise<void> {
  for (const { page } of [anna, karim]) {
    await eventually(async () => {
      const shown = await shownOn(page)
      return { background: shown.background, purpose: shown.purpose, name: shown.name }
    }).toEqual({
      background: [`p ${background}`],
      purpose: [`p ${purpose}`],
      name: name === '' ? [] : [`field ${name}`],
    })
  }
}

describe('Undo', () => {
  it('goes back over the whole page, text and fields apart, and takes back only what is mine', async () => {
    await open()
    const { page } = anna
    await writeIn(page, 'background', 'Anna skrev.')
    await eventually(async () => (await shownOn(karim.page)).background).toEqual(['p Anna skrev.'])
    await writeIn(karim.page, 'background', ' Karim också.')
    await eventually(async () => (await shownOn(page)).background).toEqual(['p Anna skrev. Karim också.'])
    // Without a pause: what is undone together is told by place, not by time.
    await writeIn(page, 'purpose', 'Syftet')
    await nameBox(page).fill('Namnet')
    await nameBox(page).press('Enter')
    await page.locator('#purpose .richText').click()
    await page.keyboard.press('End')
    await page.keyboard.type(' är.')
    await bothSee('Anna skrev. Karim också.', 'Syftet är.', 'Namnet')

    await page.keyboard.press('Control+z')
    await bothSee('Anna skrev. Karim också.', 'Syftet', 'Namnet')
    await page.keyboard.press('Control+z')
    await bothSee('Anna skrev. Karim också.', 'Syftet', '')
    await eventually(() => nameBox(page).evaluate(box => box === document.activeElement)).toBe(true)
    await page.keyboard.press('Control+z')
    await bothSee('Anna skrev. Karim också.', '', '')
    await page.keyboard.press('Control+z')
    await bothSee(' Karim också.', '', '')
    await page.keyboard.press('Control+z')
    await bothSee(' Karim också.', '', '')

    for (const [background, purpose, name] of [
      ['Anna skrev. Karim också.', '', ''],
      ['Anna skrev. Karim också.', 'Syftet', ''],
      ['Anna skrev. Karim också.', 'Syftet', 'Namnet'],
      ['Anna skrev. Karim också.', 'Syftet är.', 'Namnet'],
    ] as const) {
      await page.keyboard.press('Control+y')
      await bothSee(background, purpose, name)
    }
    expect(world.faults).toEqual([])
  })

  it('of a paragraph that I made keeps what somebody else has written in it', async () => {
    await open()
    const { page } = anna
    await writeIn(page, 'background', 'Första.')
    await page.keyboard.press('Enter')
    await page.keyboard.type('Andra.')
    await eventually(async () => (await shownOn(karim.page)).background).toEqual(['p Första.', 'p Andra.'])
    await karim.page.locator('#background .richText p').nth(1).click()
    await karim.page.keyboard.press('End')
    await karim.page.keyboard.type('Karims.')
    await eventually(async () => (await shownOn(page)).background).toEqual(['p Första.', 'p Andra.Karims.'])
    for (let time = 0; time < 3; time += 1) await page.keyboard.press('Control+z')
    await eventually(async () => (await shownOn(page)).background).toEqual(['p ', 'p Karims.'])
    await eventually(async () => (await shownOn(karim.page)).background).toEqual(['p ', 'p Karims.'])
  })
})
