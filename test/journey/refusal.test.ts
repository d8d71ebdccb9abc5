import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { formById } from '../../shared/form/forms.ts'
import { ClosedSections } from '../harness/closedSections.ts'
import { Gate } from '../harness/gate.ts'
import { type Seat, World, waiting } from '../harness/world.ts'
import { copyToClipboard } from './clipboard.ts'
import { eventually } from './eventually.ts'
import { saidIn, shownOn } from './onPage.ts'
import { writeIn } from './writeIn.ts'

const form = formById('2024')
if (!form) throw new Error('There is no 2024 form.')

let world: World
let gate: Gate
let karim: Seat
let anna: Seat
let id: string
let sections: ClosedSections
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
  await karim.open(id)
  await writeIn(karim.page, 'background', 'Det som stod här.')
  await karim.saved()
  if (form) sections = await ClosedSections.before(anna.page, form, await world.state(karim, id))
  await anna.open(id)
})

async function fill(page: Page, section: string, label: string, value: string): Promise<void> {
  const field = page.locator(`#${section}`).getByRole('textbox', { name: label })
  await field.fill(value)
  await field.press('Enter')
}

async function focusIsIn(page: Page, section: string): Promise<boolean> {
  return await page.locator(`#${section}`).evaluate(element => element.contains(document.activeElement))
}

/** How often each letter stands in it, wherever. */
function lettersOf(text: string): string {
  return [...text.replaceAll(/\s/g, '')].sort().join('')
}

const box = (page: Page) => page.getByRole('region', { name: 'Räddad text' })

/** Her page, Karim's and the server say the same; gives that. */
async function agreed(): Promise<Readonly<Record<string, readonly string[]>>> {
  const seen = async () => {
    const server = saidIn(await world.read(karim, id, '2024'))
    const pages = await Promise.all([shownOn(anna.page), shownOn(karim.page)])
    return [server, ...pages].map(shown => JSON.stringify([shown.background, shown.purpose, shown.name]))
  }
  await eventually(seen).toSatisfy((all: readonly string[]) => new Set(all).size === 1)
  return await shownOn(karim.page)
}

describe('Somebody who writes where it has been closed', () => {
  it('keeps that in view, with the reason, and has all the rest saved, written without contact or with', async () => {
    gate.let('shut')
    await anna.context.setOffline(true)
    await writeIn(anna.page, 'purpose', 'Syftet, skrivet på tåget.')
    await writeIn(anna.page, 'background', ' Annas ord.')
    await anna.page.keyboard.press('Enter')
    await anna.page.keyboard.type('Ett stycke till.')
    await fill(anna.page, 'period', 'Planerat slutdatum', '2025-12-31')
    await fill(anna.page, 'name', form?.sections[0]?.heading ?? '', 'Namnet')
    sections.closed.add('background').add('period')
    gate.let('open')
    await anna.context.setOffline(false)

    await box(anna.page).getByText('Annas ord.\nEtt stycke till.').waitFor()
    await box(anna.page).getByText('Planerat slutdatum: 2025-12-31').waitFor()
    await anna.saved()
    await eventually(() => box(anna.page).getByText('Du får inte ändra där nu.').count()).toBe(2)
    // She was in the name, and is there still.
    await eventually(() => focusIsIn(anna.page, 'name')).toBe(true)
    expect(await agreed()).toMatchObject({
      background: ['p Det som stod här.'],
      purpose: ['p Syftet, skrivet på tåget.'],
      name: ['field Namnet'],
    })
    expect(
      await anna.page.locator('#period').getByRole('textbox', { name: 'Planerat slutdatum' }).inputValue(),
    ).toBe('')
    await eventually(async () => (await world.rescued(anna, id)).sort()).toEqual([
      'Annas ord.\nEtt stycke till.',
      'Planerat slutdatum: 2025-12-31',
    ])

    await writeIn(anna.page, 'purpose', ' Och mer.')
    await anna.saved()
    expect((await agreed()).purpose).toEqual(['p Syftet, skrivet på tåget. Och mer.'])
    await anna.page.reload()
    await box(anna.page).getByText('Annas ord.').waitFor()
    await eventually(() => waiting(anna.page)).toBe(0)
    expect(sections.refusals).toBeLessThanOrEqual(3)

    // As over plain http from another machine, where there is no clipboard.
    await anna.page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }))
    await box(anna.page).getByRole('button', { name: 'Kopiera' }).first().click()
    await anna.page.getByText('Texten är markerad. Tryck Ctrl+C för att kopiera den.').waitFor()
    expect(['Annas ord.\nEtt stycke till.', 'Planerat slutdatum: 2025-12-31']).toContain(
      await anna.page.evaluate(() => getSelection()?.toString().trim()),
    )

    // Put back too early, it is there once all the same.
    const putBack = box(anna.page).getByRole('button', { name: 'Lägg tillbaka sist i avsnittet' })
    const before = sections.refusals
    await putBack.click()
    await eventually(async () => sections.refusals).toBe(before + 1)
    await anna.saved()
    expect(await world.rescued(anna, id)).toHaveLength(2)
    sections.closed.clear()
    await putBack.press('Enter')
    await eventually(() => anna.page.evaluate(() => document.activeElement?.id)).toBe('background-heading')
    await eventually(async () => (await agreed()).background).toEqual([
      'p Det som stod här.',
      'p Annas ord.',
      'p Ett stycke till.',
    ])
    expect(world.faults).toEqual([])
  })

  it('loses nothing though the page is closed before it has been put right', async () => {
    await anna.page.route('**/state', route => route.abort())
    sections.closed.add('background')
    await anna.page.locator('#background .richText').click()
    await anna.page.keyboard.press('End')
    // In one piece: no refusal comes in the middle of the word.
    await anna.page.keyboard.insertText(' Stängt.')
    await eventually(async () => sections.refusals).toBe(1)
    await writeIn(anna.page, 'purpose', 'Skrivet efteråt.')
    await eventually(() => waiting(anna.page)).toBeGreaterThan(8)
    await anna.page.reload()
    await anna.page.unroute('**/state')
    await box(anna.page).getByText('Stängt.').waitFor()
    await anna.saved()
    expect(await agreed()).toMatchObject({
      background: ['p Det som stod här.'],
      purpose: ['p Skrivet efteråt.'],
    })
    await eventually(() => world.rescued(anna, id)).toEqual(['Stängt.'])
  })

  it('writes on elsewhere while that is put right, and not a letter is lost or moved', async () => {
    gate.let('shut')
    await anna.context.setOffline(true)
    await writeIn(anna.page, 'background', ' Stängt.')
    await writeIn(anna.page, 'purpose', 'Hon skrev (och så vidare).')
    for (let step = 0; step < 'och så vidare).'.length; step += 1) await anna.page.keyboard.press('ArrowLeft')
    sections.closed.add('background')
    gate.let('open')
    await anna.context.setOffline(false)
    const words = 'det här skrivs hela tiden medan sidan öppnas på nytt, och bara en gång; '
    for (let time = 0; time < 4; time += 1) await anna.page.keyboard.type(words, { delay: 12 })
    await box(anna.page).getByText('Stängt.').waitFor()
    await anna.saved()
    expect(await agreed()).toMatchObject({
      background: ['p Det som stod här.'],
      purpose: [`p Hon skrev (${words.repeat(4)}och så vidare).`],
    })
    await eventually(() => focusIsIn(anna.page, 'purpose')).toBe(true)
    expect(await world.rescued(anna, id)).toEqual(['Stängt.'])
  })

  it('writes on there as well, over and over, and every letter is put aside, however often it is the same', async () => {
    sections.closed.add('background')
    const words = ' det här skrivs i ett avsnitt som har stängts;'.repeat(6)
    await anna.page.locator('#background .richText').click()
    await anna.page.keyboard.press('End')
    await anna.page.keyboard.type(words, { delay: 12 })
    await box(anna.page).waitFor()
    await anna.saved()
    expect((await agreed()).background).toEqual(['p Det som stod här.'])
    await eventually(async () => lettersOf((await world.rescued(anna, id)).join(''))).toBe(lettersOf(words))
    // What was typed before the first answer, and all the rest when she paused.
    expect((await world.rescued(anna, id)).length).toBeLessThanOrEqual(3)
  })

  it('leaves the page in the middle of it, and finds every letter when she is back', async () => {
    sections.closed.add('background')
    const [first, then] = [' Det här skrivs;', ' och det här när inget finns att skriva i']
    await writeIn(anna.page, 'background', first)
    await anna.page.getByLabel('Fortsätt skriva').waitFor({ state: 'attached' })
    await anna.page.keyboard.type(then)
    await anna.page.getByRole('link', { name: 'Samskriv' }).evaluate((link: HTMLElement) => link.click())
    await anna.page.getByRole('heading', { level: 1, name: 'Ansökningar' }).waitFor()
    await anna.open(id)
    await anna.saved()
    await eventually(async () => lettersOf((await world.rescued(anna, id)).join(''))).toBe(
      lettersOf(first + then),
    )
  })

  it('is told when all she did there was to delete', async () => {
    sections.closed.add('background')
    await anna.page.locator('#background .richText').click()
    await anna.page.keyboard.press('Control+a')
    await anna.page.keyboard.press('Delete')
    await anna.page.getByText('En ändring togs inte emot. Texten står som den gjorde innan.').waitFor()
    await anna.saved()
    expect((await agreed()).background).toEqual(['p Det som stod här.'])
    expect(await box(anna.page).count()).toBe(0)
  })
})

describe('Somebody who pastes more than the network lets through at once', () => {
  it('has that in view with what to do, and the rest saved, and the line does not come and go for ever', async () => {
    sections.largestFrameBytes = 20_000
    await copyToClipboard(anna.page, '', 'För långt. '.repeat(3000))
    await writeIn(anna.page, 'purpose', 'Före. ')
    await anna.page.keyboard.press('Control+v')
    await writeIn(anna.page, 'background', ' Efter.')
    await box(anna.page).getByText('Det var för mycket på en gång.').waitFor()
    await box(anna.page).getByText('För långt. För långt.').waitFor()
    await anna.saved()
    expect(await agreed()).toMatchObject({
      background: ['p Det som stod här. Efter.'],
      purpose: ['p Före. '],
    })
    expect(sections.refusals).toBe(1)
    await eventually(() => waiting(anna.page)).toBe(0)
  })
})
