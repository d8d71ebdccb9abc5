import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Seat, World } from '../harness/world.ts'
import { caretKnown } from './caretKnown.ts'
import {
  beginComment,
  cardOf,
  commentOn,
  markedIn,
  newComment,
  openMargin,
  selectWords,
  withText,
} from './commenting.ts'
import { eventually } from './eventually.ts'
import { shownOn } from './onPage.ts'

const wide = { width: 1440, height: 900 }
const section = 'background'

let world: World
let anna: Seat
let karim: Seat
let elin: Seat
let sofia: Seat
beforeAll(async () => {
  world = await World.begin()
  ;[anna, karim, elin, sofia] = (await Promise.all(
    ['anna', 'karim', 'elin', 'sofia'].map(person => world.seat(person, wide)),
  )) as [Seat, Seat, Seat, Seat]
  for (const { page } of [anna, karim, elin, sofia]) await page.emulateMedia({ reducedMotion: 'reduce' })
})
afterAll(async () => await world.end())
afterEach(() => expect(world.faults.splice(0)).toEqual([]))

describe('A comment on words', () => {
  it('of somebody who may not write stays on them while their author divides, moves, deletes and brings them back', async () => {
    const id = await withText(world, anna, section, ['Vi söker medel för två år framåt.', 'Sedan ser vi.'], {
      sofia: 'reviewer',
    })
    await sofia.open(id)
    expect(await sofia.page.locator('[contenteditable="true"]').count()).toBe(0)
    const said = commentOn(sofia.page, section, 'medel för två år', 'Varför just två?')
    // Meanwhile its author writes in the same paragraph.
    await selectWords(anna.page, section, 'Vi')
    await anna.page.keyboard.press('ArrowLeft')
    await caretKnown(anna.page)
    await anna.page.keyboard.type('Alla. ')
    await said
    await eventually(() => markedIn(anna.page, section)).toEqual(['medel för två år'])
    await eventually(() => markedIn(sofia.page, section)).toEqual(['medel för två år'])

    await selectWords(anna.page, section, 'två år')
    await anna.page.keyboard.press('ArrowLeft')
    await caretKnown(anna.page)
    await anna.page.keyboard.press('Enter')
    await eventually(() => anna.page.locator(`#${section} .richText p`).count()).toBe(3)
    await eventually(() => markedIn(anna.page, section)).toEqual(['medel för två år'])

    // Put together again, and moved to the end.
    await anna.page.keyboard.press('Backspace')
    await anna.page.keyboard.type('hela ')
    await eventually(() => markedIn(sofia.page, section)).toEqual(['medel för hela två år'])

    await openMargin(anna.page)
    await cardOf(anna.page, 'Varför just två?').waitFor()
    await selectWords(anna.page, section, 'Alla. Vi söker medel för hela två år framåt.')
    await anna.page.keyboard.press('Delete')
    await anna.page.getByRole('button', { name: '1 utan plats i texten' }).waitFor()
    await anna.page.keyboard.press('Control+z')
    await eventually(() => markedIn(anna.page, section)).toEqual(['medel för hela två år'])
    await cardOf(anna.page, 'Varför just två?').waitFor()
    await anna.saved()
    await eventually(() => markedIn(sofia.page, section)).toEqual(['medel för hela två år'])
  })

  it('is made by four people at once on the same sentence, and all four see all four', async () => {
    const seats = [anna, karim, elin, sofia]
    const id = await withText(world, anna, section, ['Insatsen pågår i två år.'])
    await Promise.all(seats.map(seat => seat.open(id)))
    await Promise.all(
      seats.map(({ page, personId }) => beginComment(page, section, 'pågår i två år', `${personId} undrar.`)),
    )
    await Promise.all(seats.map(({ page }) => page.keyboard.press('Control+Enter')))
    for (const { page } of seats) {
      await eventually(() => markedIn(page, section)).toEqual(Array(4).fill('pågår i två år'))
      for (const { personId } of seats) await cardOf(page, `${personId} undrar.`).waitFor()
      await eventually(() => tops(page)).toSatisfy((all: readonly number[]) =>
        all.every((top, at) => top > (all[at - 1] ?? 0)),
      )
    }
  })

  it('is not taken back by undo, and neither is what it is about', async () => {
    const id = await withText(world, anna, section, ['Den första meningen.'])
    await karim.open(id)
    await commentOn(karim.page, section, 'första meningen', 'Den är bra.')
    await eventually(() => markedIn(anna.page, section)).toEqual(['första meningen'])
    await anna.page.keyboard.type(' Den andra.')
    await anna.page.keyboard.press('Control+z')
    await eventually(() => linesOf(anna)).toEqual(['p Den första meningen.'])
    await eventually(() => markedIn(anna.page, section)).toEqual(['första meningen'])
    await anna.page.keyboard.press('Control+y')
    await eventually(() => linesOf(anna)).toEqual(['p Den första meningen. Den andra.'])
    await anna.saved()
    await eventually(() => markedIn(karim.page, section)).toEqual(['första meningen'])
  })
})

describe('Whoever writes a comment', () => {
  it('keeps her caret and her place in it while others write, comment and answer around her', async () => {
    const id = await withText(world, anna, section, ['Ett stycke.', 'Ett till.'])
    await karim.open(id)
    await beginComment(karim.page, section, 'Ett till', 'Jag tycker ')
    const before = await newComment(karim.page).boundingBox()
    await selectWords(anna.page, section, 'Ett stycke')
    await anna.page.keyboard.press('ArrowLeft')
    await caretKnown(anna.page)
    await anna.page.keyboard.type('Mer före. ')
    await commentOn(anna.page, section, 'Ett stycke', 'Kortare!')
    await cardOf(karim.page, 'Kortare!').waitFor()
    await karim.page.keyboard.type('att det räcker.')
    await eventually(() => newComment(karim.page).inputValue()).toBe('Jag tycker att det räcker.')
    const after = await newComment(karim.page).boundingBox()
    expect(after?.y).toBe(before?.y)
    await karim.page.keyboard.press('Control+Enter')
    await eventually(() => markedIn(anna.page, section)).toEqual(['Ett stycke', 'Ett till'])
  })

  it('finds what she wrote again when she has closed it, and after opening the page anew', async () => {
    const id = await withText(world, anna, section, ['Ett stycke att tala om.'])
    await beginComment(anna.page, section, 'stycke', 'Halva tanken')
    await anna.page.keyboard.press('Escape')
    await eventually(() => newComment(anna.page).count()).toBe(0)
    await eventually(() => focusedSection(anna)).toBe(section)
    await anna.open(id)
    await openMargin(anna.page)
    await anna.page.getByRole('button', { name: /^Fortsätt: Utkast till ”stycke”/ }).click()
    await eventually(() => newComment(anna.page).inputValue()).toBe('Halva tanken')
    await anna.page.keyboard.type(' och resten.')
    await anna.page.keyboard.press('Control+Enter')
    await cardOf(anna.page, 'Halva tanken och resten.').waitFor()
    await eventually(() => markedIn(anna.page, section)).toEqual(['stycke'])
    await eventually(() => anna.page.getByRole('button', { name: /^Fortsätt/ }).count()).toBe(0)
  })

  it('stays with its words when she begins another on other words', async () => {
    await withText(world, anna, section, ['Först detta. Sedan detta.'])
    const { page } = anna
    const onlyHeby = page.getByLabel('Bara Heby kommun ser detta')
    await beginComment(page, section, 'Först', 'Halvskrivet')
    await onlyHeby.check()
    await beginComment(page, section, 'Sedan', 'Något annat')
    await eventually(() => newComment(page).inputValue()).toBe('Något annat')
    await eventually(() => onlyHeby.isChecked()).toBe(false)
    await page.keyboard.press('Control+Enter')
    await cardOf(page, 'Något annat').waitFor()
    await page.getByRole('button', { name: /^Fortsätt: Utkast till/ }).click()
    await eventually(() => newComment(page).inputValue()).toBe('Halvskrivet')
    await eventually(() => onlyHeby.isChecked()).toBe(true)
    await newComment(page).focus()
    await page.keyboard.press('Control+Enter')
    await eventually(async () => await markedIn(page, section)).toEqual(['Först', 'Sedan'])
    await cardOf(page, 'Halvskrivet').waitFor()
    expect(await cardOf(page, 'Halvskrivet').textContent()).not.toContain('Något annat')
  })
})

describe('An internal comment', () => {
  it('is on no page of the other parties, until it is handed over', async () => {
    const id = await withText(world, anna, section, ['Det kostar tre miljoner.'])
    await karim.open(id)
    await openMargin(karim.page)
    await beginComment(anna.page, section, 'tre miljoner', 'Det har vi inte råd med.')
    await anna.page.getByLabel('Bara Heby kommun ser detta').check()
    // From the choice, as from the text.
    await anna.page.keyboard.press('Control+Enter')
    await eventually(() => markedIn(anna.page, section)).toEqual(['tre miljoner'])
    const card = cardOf(anna.page, 'Det har vi inte råd med.')
    await eventually(() => card.innerText()).toContain('Bara Heby kommun ser detta')

    // What all may see comes, so this would have come before it.
    await commentOn(anna.page, section, 'kostar', 'För alla.')
    await cardOf(karim.page, 'För alla.').waitFor()
    expect(await karim.page.locator('[data-thread-card]').count()).toBe(1)
    await eventually(() => markedIn(karim.page, section)).toEqual(['kostar'])

    await card.focus()
    await card.getByRole('button', { name: 'Lämna ut' }).click()
    await anna.page.getByRole('dialog').getByRole('button', { name: 'Lämna ut' }).click()
    await cardOf(karim.page, 'Det har vi inte råd med.').waitFor()
    await eventually(() => markedIn(karim.page, section)).toEqual(['kostar', 'tre miljoner'])
  })
})

/** Distances of the cards from the top of the window, in the order of the page. */
async function tops(page: Seat['page']): Promise<number[]> {
  return await page
    .locator('[data-thread-card]')
    .evaluateAll(cards => cards.map(card => Math.round(card.getBoundingClientRect().top)))
}

async function linesOf({ page }: Seat): Promise<readonly string[]> {
  return (await shownOn(page))[section] ?? []
}

async function focusedSection({ page }: Seat): Promise<string | null> {
  return await page.evaluate(() => document.activeElement?.closest('section[data-section]')?.id ?? null)
}
