import { AxeBuilder } from '@axe-core/playwright'
import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { Gate } from '../harness/gate.ts'
import { Visitor } from '../harness/rawClient.ts'
import { type Seat, World } from '../harness/world.ts'
import { Said, selectionOf } from '../server/comment/said.ts'
import { cardOf, commentOn, markedIn, newComment, openMargin, selectWords, withText } from './commenting.ts'
import { eventually } from './eventually.ts'

const wide = { width: 1440, height: 900 }
const narrow = { width: 390, height: 844 }
const section = 'background'
const heading = 'Beskriv bakgrunden till/behovet av insatsen'

let world: World
let gate: Gate
/** Her network can be cut. */
let anna: Seat
let karim: Seat
beforeAll(async () => {
  world = await World.begin()
  gate = await Gate.before(world.server.origin)
  anna = await world.seat('anna', wide, gate.origin)
  karim = await world.seat('karim', wide)
  for (const { page } of [anna, karim]) await page.emulateMedia({ reducedMotion: 'reduce' })
})
afterAll(async () => {
  await world.end()
  gate.close()
})
afterEach(() => expect(world.faults.splice(0)).toEqual([]))

/** What Karim says in an ansökan, by program. */
async function saidBy(
  personId: string,
  id: string,
): Promise<{ readonly said: Said; readonly visitor: Visitor }> {
  const visitor = await Visitor.enter(world.server.origin, personId)
  return { said: new Said(visitor, id), visitor }
}

async function network(passage: 'shut' | 'open'): Promise<void> {
  gate.let(passage)
  await anna.context.setOffline(passage === 'shut')
}

describe('A comment that is written without contact', () => {
  it('says that it waits, stays when the page is closed, and is sent when there is contact', async () => {
    const id = await withText(world, anna, section, ['Det blir tyst i tunneln.'])
    await karim.open(id)
    await openMargin(karim.page)
    await network('shut')
    await commentOn(anna.page, section, 'i tunneln', 'Vilken tunnel?')
    const card = cardOf(anna.page, 'Vilken tunnel?')
    await card.getByText('Väntar på att skickas').waitFor()
    await eventually(() => markedIn(anna.page, section)).toEqual(['i tunneln'])
    await card.getByRole('textbox', { name: /^Svara på/ }).fill('Den långa.')
    await anna.page.keyboard.press('Control+Enter')
    await eventually(() => card.getByText('Väntar på att skickas').count()).toBe(2)
    expect(await karim.page.locator('[data-thread-card]').count()).toBe(0)

    // The page is closed before the network comes back; another finds what waits.
    const other = await anna.context.newPage()
    await anna.page.close()
    await network('open')
    await other.emulateMedia({ reducedMotion: 'reduce' })
    await other.goto(`/ansokningar/${id}`)
    await cardOf(karim.page, 'Vilken tunnel?').waitFor()
    await cardOf(karim.page, 'Vilken tunnel?').focus()
    await cardOf(karim.page, 'Vilken tunnel?').getByText('Den långa.').waitFor()
    await eventually(() => markedIn(karim.page, section)).toEqual(['i tunneln'])
    await openMargin(other)
    await cardOf(other, 'Vilken tunnel?').waitFor()
    await eventually(() => other.getByText('Väntar på att skickas').count()).toBe(0)
    await other.close()
    anna = await world.sitDown('anna', anna.context, gate.origin)
    await anna.page.emulateMedia({ reducedMotion: 'reduce' })
  })
})

describe('A link to a thread', () => {
  it('opens it, beside its words, in view', async () => {
    const paragraphs = [...Array.from({ length: 12 }, (_, at) => `Stycke ${at} om något.`), 'Här står det.']
    const id = await withText(world, anna, section, paragraphs)
    const { said, visitor } = await saidBy('karim', id)
    const line = await visitor.join(id)
    const thread = await said.start({
      place: selectionOf(line.doc, 'Här står', section),
      text: 'Läs det här.',
    })
    await said.start({ text: 'Något annat.' })
    await line.close()

    await karim.page.goto(`/ansokningar/${id}?kommentar=${thread.id}`)
    const card = cardOf(karim.page, 'Läs det här.')
    await eventually(() => card.evaluate(element => element === document.activeElement)).toBe(true)
    const words = karim.page.locator(`#${section} [data-look="selected"]`)
    await eventually(() => words.innerText()).toBe('Här står')
    await eventually(async () => {
      const [one, other] = await Promise.all([card.boundingBox(), words.boundingBox()])
      return Math.abs((one?.y ?? 0) - (other?.y ?? 999)) < 40 && (one?.y ?? 0) > 0 && (one?.y ?? 0) < 800
    }).toBe(true)
  })

  it('to a thread that is not there says so', async () => {
    const id = await withText(world, anna, section, ['Ett stycke.'])
    await karim.page.goto(`/ansokningar/${id}?kommentar=000000000000`)
    await karim.page.getByText('Kommentaren finns inte, eller så är den inte till dig.').waitFor()
  })
})

describe('With the keyboard alone', () => {
  it('one comments on a paragraph, a field, a section and the fixed text, and goes from one to the next', async () => {
    const id = await withText(world, anna, section, ['Hela stycket.'])
    const { page } = anna
    // The caret is in the paragraph.
    await page.keyboard.press('Control+Alt+m')
    await page.keyboard.type('Om stycket')
    await page.keyboard.press('Control+Enter')
    await eventually(() => markedIn(page, section)).toEqual(['Hela stycket.'])
    await eventually(() =>
      page.evaluate(() => document.activeElement?.closest('[contenteditable]') !== null),
    ).toBe(true)

    await page.locator('#period textarea').first().focus()
    await page.keyboard.press('Control+Alt+m')
    await page.keyboard.type('Om fältet')
    await page.keyboard.press('Control+Enter')
    await cardOf(page, 'Om fältet').waitFor()
    expect(
      await page
        .locator('#period textarea')
        .first()
        .evaluate(box => box === document.activeElement),
    ).toBe(true)

    await page.locator('#purpose-heading').focus()
    await page.keyboard.press('Control+Alt+m')
    await page.keyboard.type('Om avsnittet')
    await page.keyboard.press('Control+Enter')
    await cardOf(page, 'Om avsnittet').waitFor()

    const agreement = page.locator('[data-kind="lockedText"] [data-still]')
    await agreement.focus()
    await agreement
      .locator('p')
      .first()
      .evaluate(line => getSelection()?.selectAllChildren(line))
    await page.keyboard.press('Control+Alt+m')
    await page.keyboard.type('Om avtalet')
    await page.keyboard.press('Control+Enter')
    await cardOf(page, 'Om avtalet').waitFor()
    await eventually(() => agreement.locator('[data-comment]').first().innerText()).toBe(
      await agreement.locator('p').first().innerText(),
    )

    await page.locator(`#${section} .richText`).click()
    const visited: (string | null)[] = []
    await page.keyboard.press('Escape')
    for (const key of ['Alt+ArrowUp', 'Alt+ArrowUp', 'Alt+ArrowUp', 'j', 'k', 'Alt+ArrowDown']) {
      await page.keyboard.press(key)
      visited.push(await focusedThread(page))
    }
    // Where one goes, the words come into view.
    await page.keyboard.press('Alt+ArrowDown')
    await eventually(() => focusedThread(page)).toBe('Om fältet')
    await eventually(() => isInWindow(page.locator('#period textarea').first())).toBe(true)
    await page.keyboard.press('Alt+ArrowUp')
    expect(visited).toEqual([
      'Om fältet',
      'Om avsnittet',
      'Om stycket',
      'Om avsnittet',
      'Om stycket',
      'Om avsnittet',
    ])
    await page.keyboard.press('Escape')
    await eventually(() =>
      page.evaluate(() => document.activeElement?.closest('section[data-section]')?.id),
    ).toBe(section)
    await anna.saved()
    expect((await (await saidBy('karim', id)).said.threads()).length).toBe(4)
  })
})

describe('A thread', () => {
  it('is answered, waited for, edited, deleted with a trace, resolved, and found by the filter', async () => {
    const id = await withText(world, anna, section, ['Ett stycke att tala om.'])
    const { said } = await saidBy('karim', id)
    const thread = await said.start({ text: 'Räcker tiden?' })
    const { page } = anna
    await openMargin(page)
    const card = cardOf(page, 'Räcker tiden?')
    await card.focus()
    await card.getByRole('textbox', { name: /^Svara på/ }).fill('Det tror jag, @el')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Control+Enter')
    await card.getByText('@Elin Norgren').waitFor()
    await eventually(async () => (await said.thread(thread.id)).posts[1]?.text).toBe(
      'Det tror jag, @{person:elin}',
    )

    await card.getByRole('button', { name: 'Mer' }).click()
    await page.getByRole('menuitem', { name: 'Tilldela' }).click()
    await card.getByLabel('Väntar på').selectOption({ label: 'Försäkringskassan' })
    await card.getByText('Väntar på Försäkringskassan').waitFor()

    await card.getByRole('button', { name: 'Ändra' }).click()
    await card.getByRole('textbox', { name: 'Din kommentar' }).fill('Det vet jag.')
    await page.keyboard.press('Control+Enter')
    await card.getByText('Det vet jag.').waitFor()
    await card.getByText('ändrad').waitFor()
    await card.getByRole('button', { name: 'Ta bort' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Ta bort' }).click()
    await card.getByText(/^Borttaget/).waitFor()
    await eventually(() => card.getByText('Det vet jag.').count()).toBe(0)

    await card.getByRole('button', { name: 'Löst' }).click()
    await card.getByText(/^Löst av Anna Lindholm/).waitFor()
    await page.getByRole('button', { name: /^Filter/ }).click()
    await page.getByLabel('Visa', { exact: true }).selectOption('Lösta')
    await page.getByText('Visar 1 av 1 kommentar.').waitFor()
    await page.getByLabel('Myndighet').selectOption('Heby kommun')
    await cardOf(page, 'Räcker tiden?').waitFor()
    await eventually(async () => (await said.thread(thread.id)).resolved?.by.personId).toBe('anna')
  })
})

describe('The margin and the list', () => {
  it('are read in the order of the text, and axe has nothing to remark on them', async () => {
    const id = await withText(world, anna, section, ['Först detta.', 'Sedan detta.'])
    const { said, visitor } = await saidBy('karim', id)
    const line = await visitor.join(id)
    await said.start({ place: selectionOf(line.doc, 'Sedan', section), text: 'Den andra.', isMaterial: true })
    const first = await said.start({ place: selectionOf(line.doc, 'Först', section), text: 'Den första.' })
    await said.answer(first.id, 'Ett svar.')
    await line.close()
    const { page } = anna
    await openMargin(page)
    await cardOf(page, 'Den andra.').waitFor()
    await page.locator('[data-thread-card]').first().focus()
    await eventually(async () => withoutTimes(await page.locator('[data-comments]').ariaSnapshot())).toBe(
      [
        '- button "Ny kommentar"',
        '- button "Visa som lista"',
        '- button "Filter"',
        '- status: Visar 2 av 2 kommentarer.',
        '- list "Kommentarer i textens ordning":',
        '  - listitem:',
        '    - img "Karim Sandell, AF": KS',
        '    - paragraph: Karim Sandell AF',
        '    - paragraph:',
        '      - time: …',
        '    - paragraph: Den första.',
        '    - list:',
        '      - listitem:',
        '        - img "Karim Sandell, AF": KS',
        '        - paragraph: Karim Sandell AF',
        '        - paragraph:',
        '          - time: …',
        '        - paragraph: Ett svar.',
        '    - paragraph: Arbetsmaterial',
        '    - textbox "Svara på Karim Sandells kommentar":',
        '      - /placeholder: Svara',
        '    - status',
        '    - button "Löst"',
        '    - button "Kopiera länk"',
        '    - button "Mer"',
        '  - listitem:',
        '    - paragraph: Väsentlig',
        '    - img "Karim Sandell, AF": KS',
        '    - paragraph: Karim Sandell AF',
        '    - paragraph:',
        '      - time: …',
        '    - paragraph: Den andra.',
      ].join('\n'),
    )
    // The snapshot knows no comments; the browser does.
    await eventually(() => namesOf(page, 'comment')).toEqual([
      'Kommentar av Karim Sandell, Arbetsförmedlingen, 1 svar',
      'Kommentar av Karim Sandell, Arbetsförmedlingen',
    ])
    // The words lead to the comment.
    const mark = page.locator(`#${section} [data-look="selected"]`)
    await eventually(() => mark.getAttribute('role')).toBe('mark')
    await eventually(() => mark.getAttribute('aria-description')).toBe(
      'Kommentar av Karim Sandell, Arbetsförmedlingen',
    )
    expect(await page.locator(`#${await mark.getAttribute('aria-details')}`).getAttribute('role')).toBe(
      'comment',
    )
    expect(await axe(page)).toEqual([])

    await page.getByRole('button', { name: 'Visa som lista' }).click()
    await page.getByRole('heading', { name: heading, level: 3 }).waitFor()
    expect(
      await page.locator('[data-thread-card]').evaluateAll(cards => cards.map(card => card.textContent)),
    ).toEqual([expect.stringContaining('”Först”'), expect.stringContaining('”Sedan”')])
    expect(await axe(page)).toEqual([])
  })

  it('that are all further down are told of, and the nearest is one press away', async () => {
    const id = await withText(world, anna, section, ['Ett stycke att tala om.'])
    const { said } = await saidBy('karim', id)
    await said.start({ text: 'Långt ner.', place: { is: 'section', section: 'purpose' } })
    await said.start({ text: 'Längst ner.', place: { is: 'section', section: 'targetGroup' } })
    const { page } = anna
    await openMargin(page)
    await page.evaluate(() => scrollTo(0, 0))
    await page.getByText('Inga kommentarer här. 2 längre ner.').waitFor()
    expect(await axe(page)).toEqual([])
    await page.getByRole('button', { name: 'Visa närmaste' }).click()
    await eventually(() => isInWindow(cardOf(page, 'Långt ner.'))).toBe(true)
    await eventually(() => page.getByText('Inga kommentarer här.').count()).toBe(0)
  })

  it('are begun by whoever only reviews from a line that says that she may', async () => {
    const id = await withText(world, anna, section, ['Ett stycke att granska.'], { karim: 'reviewer' })
    await karim.open(id)
    const line = karim.page.getByRole('note').filter({ hasText: 'Du granskar och ändrar inget i texten.' })
    await line.getByText('Du får kommentera det du markerar.').waitFor()
    await selectWords(karim.page, section, 'granska')
    await line.getByRole('button', { name: 'Kommentera' }).click()
    await newComment(karim.page).fill('Ett ord.')
    await karim.page.keyboard.press('Control+Enter')
    await eventually(() => markedIn(karim.page, section)).toEqual(['granska'])
  })

  it('are a drawer where the window is narrow, from which one comes back to the words', async () => {
    const id = await withText(world, anna, section, ['Ett stycke att tala om.'], { sofia: 'reviewer' })
    const { said } = await saidBy('karim', id)
    await said.start({ text: 'Om allt.' })
    const sofia = await world.seat('sofia', narrow)
    const { page } = sofia
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await sofia.open(id)
    await selectWords(page, section, 'stycke')
    await page.getByRole('button', { name: 'Kommentera', exact: true }).last().click()
    await newComment(page).fill('Från telefonen.')
    await page.getByRole('dialog').getByRole('button', { name: 'Kommentera' }).click()
    await eventually(() => markedIn(page, section)).toEqual(['stycke'])
    // What she has selected is what she comments on from the drawer too.
    await selectWords(page, section, 'tala om')
    await openMargin(page)
    const drawer = page.getByRole('dialog', { name: 'Kommentarer' })
    await cardOf(page, 'Om allt.').waitFor()
    expect(await axe(page)).toEqual([])
    await drawer.getByRole('button', { name: 'Ny kommentar' }).click()
    await newComment(page).fill('Också härifrån.')
    await drawer.getByRole('button', { name: 'Kommentera' }).click()
    await eventually(() => markedIn(page, section)).toEqual(['stycke', 'tala om'])
    await openMargin(page)
    await cardOf(page, 'Från telefonen.').focus()
    await page.getByRole('button', { name: 'Visa i texten' }).click()
    await eventually(() => page.getByRole('dialog').count()).toBe(0)
    await eventually(() => page.locator('[data-look="selected"]').isVisible()).toBe(true)
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    )
  })
})

async function isInWindow(place: Locator): Promise<boolean> {
  return await place.evaluate(element => {
    const { top, bottom } = element.getBoundingClientRect()
    return top >= 0 && bottom <= window.innerHeight
  })
}

function withoutTimes(snapshot: string): string {
  return snapshot.replaceAll(/\d{4}-\d\d-\d\d \d\d:\d\d|nyss|för \d+ min sedan/g, '…')
}

/** Names of what has a role, as the browser tells them to those who listen, in their order. */
async function namesOf(page: Page, role: string): Promise<(string | undefined)[]> {
  const session = await page.context().newCDPSession(page)
  const { root } = await session.send('DOM.getDocument')
  const { nodes } = await session.send('Accessibility.queryAXTree', { nodeId: root.nodeId, role })
  return nodes.map(({ name }) => name?.value as string | undefined)
}

async function axe(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .include('[data-comments]')
    .include('main article')
    .analyze()
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
  )
}

/** What the card with focus begins with. */
async function focusedThread(page: Page): Promise<string | null> {
  return await page.evaluate(() => {
    const words = ['Om stycket', 'Om fältet', 'Om avsnittet', 'Om avtalet']
    const said = document.activeElement?.closest('[data-thread-card]')?.textContent ?? ''
    return words.find(word => said.includes(word)) ?? null
  })
}
