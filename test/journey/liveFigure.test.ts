import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { paragraph } from '../../server/demo/blocks.ts'
import { formBody } from '../../server/export/html/formBody.ts'
import { textOf } from '../../server/export/html/html.ts'
import type { BudgetSum } from '../../shared/budget/budgetFigure.ts'
import type { Block, Inline } from '../../shared/document/blockContent.ts'
import { form2024 } from '../../shared/form/forms/2024/form.ts'
import { wholeVersionSchema } from '../../shared/http/versions.ts'
import { type RawClient, Visitor } from '../harness/rawClient.ts'
import { type Seat, World } from '../harness/world.ts'
import { caretKnown } from './caretKnown.ts'
import { eventually } from './eventually.ts'
import { pressTool, walkTo } from './fillInRichText.ts'
import { isSound, show } from './versionPages.ts'
import { writeIn } from './writeIn.ts'

const figure = (sum: BudgetSum): Inline => ({ type: 'budgetFigure', sum })

let world: World
let anna: Seat
let karim: Seat
let elin: Visitor
let id: string
/** Elin's browser has the grid; here she writes in its cells by program. */
let cells: RawClient
beforeAll(async () => {
  world = await World.begin()
  ;[anna, karim, elin] = await Promise.all([
    world.seat('anna'),
    world.seat('karim'),
    Visitor.enter(world.server.origin, 'elin'),
  ])
})
afterAll(async () => await world.end())
beforeEach(async () => {
  id = await world.newApplication(anna, '2024')
  cells = await elin.join(id)
  await put({ 'owner.salary-1': 10_000_000, 'owner.other-1': 256_000, '2026:salary-1': 4_000_000 })
  await Promise.all([anna.open(id), karim.open(id)])
})
afterEach(async () => {
  await cells.close()
  expect(world.faults.splice(0)).toEqual([])
})

/** Writes amounts, and days of the period, as somebody else. */
async function put(amounts: Readonly<Record<string, number>>, end = '2027-12-31'): Promise<void> {
  await cells.write(doc => {
    doc.getMap('period').set('start', '2026-01-01')
    doc.getMap('period').set('end', end)
    for (const [key, kronor] of Object.entries(amounts)) doc.getMap('budget').set(key, kronor)
  })
}

/** By the keys alone: to the toolbar, to its menu, to the sum. */
async function insert(page: Page, name: string): Promise<void> {
  await pressTool(page, 'Infoga belopp ur budgeten')
  await walkTo(page, page.getByRole('menuitem', { name }), 'ArrowDown')
  await page.keyboard.press('Enter')
}

/** What is heard of a section: the amount, and that it is of the budget. */
async function heard({ page }: Seat, section = 'background'): Promise<string[]> {
  const lines = await page.locator(`#${section} .richText :is(p, li)`).evaluateAll(blocks =>
    blocks.map(block => {
      const copy = block.cloneNode(true) as Element
      for (const caret of copy.querySelectorAll('.otherCaret')) caret.remove()
      return copy.textContent ?? ''
    }),
  )
  return lines.map(line => line.replaceAll('\u202f', ' ').replaceAll('\u00a0', ' '))
}

/** Anna and Karim see the same, in whichever form it is drawn. */
async function bothHear(...lines: readonly string[]): Promise<void> {
  await Promise.all([anna, karim].map(seat => eventually(() => heard(seat)).toEqual(lines)))
}

async function stored(section: string): Promise<readonly Block[]> {
  await anna.saved()
  const content = (await world.read(anna, id, '2024')).sections[section]
  return content?.kind === 'rich' ? content.blocks : []
}

describe('A sum of the budget in the text', () => {
  it('follows the budget on every screen, without anything being written in the text', async () => {
    const { page } = anna
    await writeIn(page, 'background', 'Vi söker ')
    await insert(page, 'Söks av Samordningsförbundet: 10 256 000 kr')
    await page.keyboard.type(' för hela tiden.')
    await bothHear('Vi söker 10 256 000 kr, ur budgeten för hela tiden.')
    const said = [paragraph('Vi söker ', figure('sought'), ' för hela tiden.')]
    expect(await stored('background')).toEqual(said)

    await put({ 'owner.other-1': 300_000 })
    await bothHear('Vi söker 10 300 000 kr, ur budgeten för hela tiden.')
    await writeIn(karim.page, 'background', ' Från 2026.')
    await put({ 'owner.salary-1': 9_000_000 })
    await bothHear('Vi söker 9 300 000 kr, ur budgeten för hela tiden. Från 2026.')
    expect(await stored('background')).toEqual([
      paragraph('Vi söker ', figure('sought'), ' för hela tiden. Från 2026.'),
    ])
    await isSound(page, '#background')
  })

  it('is walked over and deleted as a letter is, and comes back with undo', async () => {
    const { page } = anna
    await writeIn(page, 'background', 'Vi söker ')
    await insert(page, 'Söks för 2026')
    await page.keyboard.type('.')
    await bothHear('Vi söker 4 000 000 kr, ur budgeten.')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('ArrowLeft')
    await caretKnown(page)
    await page.keyboard.type('ca ')
    await bothHear('Vi söker ca 4 000 000 kr, ur budgeten.')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Backspace')
    await bothHear('Vi söker ca .')
    await page.keyboard.press('Control+z')
    await bothHear('Vi söker ca 4 000 000 kr, ur budgeten.')
    await page.keyboard.press('End')
    await caretKnown(page)
    await page.keyboard.press('Enter')
    await page.keyboard.type('Sedan mer.')
    await bothHear('Vi söker ca 4 000 000 kr, ur budgeten.', 'Sedan mer.')
    await page.locator('#background .budgetFigure').click()
    await page.keyboard.press('Delete')
    await bothHear('Vi söker ca .', 'Sedan mer.')
  })

  it('says so when its year is not in the budget any more, and when there are no amounts', async () => {
    await writeIn(anna.page, 'background', 'Sedan ')
    await insert(anna.page, 'Söks för 2027')
    await bothHear('Sedan 0 kr, ur budgeten')
    await put({}, '2026-12-31')
    await bothHear('Sedan (år 2027 finns inte i budgeten), ur budgeten')
    await put({ 'owner.salary-1': 0, 'owner.other-1': 0, '2026:salary-1': 0 })
    await bothHear('Sedan (belopp saknas i budgeten), ur budgeten')
  })

  it('moves with the words that are cut, and is copied elsewhere as the words that it says', async () => {
    const { page } = anna
    await writeIn(page, 'background', 'Vi söker ')
    await insert(page, 'Söks av Samordningsförbundet')
    await page.keyboard.type(' i år.')
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Control+x')
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied.replaceAll(/[\u202f\u00a0]/g, ' ')).toBe('Vi söker 10 256 000 kr i år.')
    await page.locator('#targetGroup').getByRole('textbox').focus()
    await page.keyboard.press('Control+v')
    expect(await stored('targetGroup')).toEqual([paragraph('Vi söker ', figure('sought'), ' i år.')])
    expect(await stored('background')).toEqual([paragraph()])

    const other = await world.newApplication(anna, '2024', 'En annan')
    await anna.open(other)
    await page.locator('#background').getByRole('textbox').focus()
    await page.keyboard.press('Control+v')
    await anna.saved()
    const { sections } = await world.read(anna, other, '2024')
    expect(sections.background).toEqual({
      kind: 'rich',
      blocks: [paragraph('Vi söker 10\u202f256\u202f000\u00a0kr i år.')],
    })
  })

  it('says in a version what the budget said then, and is no change of the text', async () => {
    const { page } = anna
    await writeIn(page, 'background', 'Vi söker ')
    await insert(page, 'Total kostnad')
    await page.keyboard.type('.')
    await anna.saved()
    await page.request.post(`/api/applications/${id}/versions`, {
      data: { name: 'Före', note: '' },
      headers: { origin: world.server.origin },
    })
    await put({ 'owner.salary-1': 1_000_000 })
    await bothHear('Vi söker 1 256 000 kr, ur budgeten.')

    await show(anna, id, '/versioner/1')
    await eventually(() => heard(anna)).toEqual(['Vi söker 10 256 000 kr, ur budgeten.'])
    const answer = await page.request.get(`/api/applications/${id}/versions/1`)
    const { form } = wholeVersionSchema.parse(await answer.json())
    expect(textOf(formBody(form2024, form))).toContain('<p>Vi söker 10\u00a0256\u00a0000\u00a0kr.</p>')

    await show(anna, id, '/jamfor?fran=1&till=idag')
    const changes = page.getByRole('article', { name: 'Ändringarna' })
    await changes.waitFor()
    expect(await changes.getByText('Vi söker').count()).toBe(0)
  })
})
