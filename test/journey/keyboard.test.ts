import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { bullets, footnote, paragraph, subheading } from '../../server/demo/blocks.ts'
import { Visitor } from '../harness/rawClient.ts'
import { type Seat, World } from '../harness/world.ts'
import { caretKnown } from './caretKnown.ts'
import { eventually } from './eventually.ts'
import { pressTool, walkTo } from './fillInRichText.ts'
import { type TabStop, tabStops } from './tabStops.ts'

let world: World
let anna: Seat
let page: Page
beforeAll(async () => {
  world = await World.begin()
  anna = await world.seat('anna')
  page = anna.page
  await page.emulateMedia({ reducedMotion: 'reduce' })
})
afterAll(async () => await world.end())
afterEach(() => expect(world.faults.splice(0)).toEqual([]))

/** Tabs to something from wherever focus is. */
async function tabTo(wanted: Locator): Promise<void> {
  await walkTo(page, wanted, 'Tab', 120)
}

function field(section: string, label: string): Locator {
  return page.locator(`#${section}`).getByLabel(label, { exact: true })
}

async function isFocused(wanted: Locator): Promise<boolean> {
  return await wanted.evaluate(element => element === document.activeElement)
}

describe('With the keyboard alone', () => {
  it('one enters, starts an ansökan, fills it in, finds it saved and goes out', async () => {
    await anna.context.request.delete('/api/session', { headers: { origin: world.server.origin } })
    await page.goto('/')
    await page.getByRole('heading', { name: 'Gå in som' }).waitFor()
    await tabTo(page.getByRole('button', { name: 'Jag är Anna Lindholm' }))
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Ansökningar' }).waitFor()
    await tabTo(page.getByRole('link', { name: 'Ny ansökan' }))
    await page.keyboard.press('Enter')
    await tabTo(page.getByLabel('Insatsens namn'))
    await page.keyboard.type('Samlat stöd')
    await tabTo(page.getByRole('radio', { checked: true }))
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowUp')
    expect(await page.getByRole('radio', { name: '2024' }).isChecked()).toBe(true)
    await tabTo(page.getByRole('button', { name: 'Starta' }))
    await page.keyboard.press('Enter')
    await page.locator('#name').waitFor()
    const id = page.url().split('/').at(-1) ?? ''

    await tabTo(field('owner', 'Resurser vi söker medel till:'))
    await page.keyboard.type('En samordnare')
    await tabTo(page.getByRole('button', { name: 'Lägg till samverkanspart' }))
    await page.keyboard.press('Enter')
    await page.keyboard.type('Region Uppsala')
    await page.keyboard.press('Enter')

    await tabTo(page.locator('#background').getByRole('textbox'))
    await page.keyboard.press('ControlOrMeta+Shift+Digit1')
    await page.keyboard.type('Läget')
    await page.keyboard.press('Enter')
    await page.keyboard.type('Text med not')
    await page.keyboard.press('ControlOrMeta+Alt+f')
    await page.keyboard.type('noten')
    await page.keyboard.press('Escape')
    await page.keyboard.type('.')
    await page.keyboard.press('Enter')
    await page.keyboard.type('- punkt')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await page.keyboard.type('under')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await pressTool(page, 'Infoga tabell')
    for (const cell of ['A', 'B', 'C']) {
      await page.keyboard.type(cell)
      await page.keyboard.press('Tab')
    }

    // Tab is a key of the table's; Esc first, and it leads on.
    await page.keyboard.press('Escape')
    await page.keyboard.press('Tab')
    expect(await isFocused(page.locator('#background').getByRole('textbox'))).toBe(false)
    await tabTo(page.getByRole('button', { name: 'Lägg till effektmål' }))
    await page.keyboard.press('Enter')
    await page.keyboard.type('Alla kommer vidare')
    await tabTo(field('period', 'Planerat startdatum:'))
    await page.keyboard.type('2026-01-01')
    await tabTo(field('period', 'Eventuellt slutdatum för intag av personer i insatsen:'))
    await page.keyboard.type('hösten 2026')
    await tabTo(field('expectedParticipants', 'Samtidigt'))
    await page.keyboard.type('12')
    await tabTo(page.getByRole('radio', { name: 'Ja', exact: true }))
    await page.keyboard.press('Space')
    await tabTo(page.getByRole('button', { name: 'Lägg till rad' }))
    await page.keyboard.press('Enter')
    await page.keyboard.type('maj 2025')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Möte')
    const owners = page.getByRole('group', { name: 'Underskrift för Heby kommun' }).getByRole('textbox')
    await tabTo(owners.nth(1))
    await page.keyboard.type('Anna Lindholm')
    await page.keyboard.press('Tab')
    await tabTo(page.locator('#budget [data-at="salary-1 label"]'))
    await page.keyboard.type('Samordnare')
    await page.keyboard.press('Tab')
    await page.keyboard.type('50')
    for (const _ of ['from', 'to', 'the owner']) await page.keyboard.press('Tab')
    await page.keyboard.type('1 200 000 kr')
    await page.keyboard.press('Enter')
    await page.keyboard.press('ArrowUp')
    await anna.saved()
    expect(await field('budgetAmount', 'Belopp').count()).toBe(0)
    expect(await page.locator('#budgetAmount [data-field="total"] p').innerText()).toMatch(/^1.200.000.kr$/)

    expect((await world.read(anna, id, '2024')).sections).toMatchObject({
      name: { value: 'Samlat stöd' },
      owner: { organisation: 'Heby kommun', resourcesSought: 'En samordnare' },
      partners: { items: [{ organisation: 'Region Uppsala' }] },
      background: {
        blocks: [
          subheading('Läget'),
          paragraph('Text med not', footnote('noten'), '.'),
          ...bullets('punkt'),
          { ...bullets('under')[0], indent: 1 },
          { type: 'table', rows: [[{ header: true }, { header: true }, { header: true }], {}, {}] },
          paragraph(),
        ],
      },
      goals: { items: [{ level: 'effect', text: 'Alla kommer vidare' }] },
      period: { start: '2026-01-01', intakeEnd: '2026-autumn' },
      expectedParticipants: { atATime: 12 },
      discussed: { answer: 'yes' },
      discussions: { items: [{ on: '2025-05', text: 'Möte' }] },
      signatures: { parties: [{ party: 'owner', name: 'Anna Lindholm' }] },
      budget: {
        lines: expect.arrayContaining([
          expect.objectContaining({
            label: 'Samordnare',
            percent: 50,
            amounts: [{ party: 'owner', kronor: 1_200_000 }],
          }),
        ]),
      },
    })

    await tabTo(page.getByRole('button', { name: /Konto och utgång/ }))
    await page.keyboard.press('Enter')
    await tabTo(page.getByRole('button', { name: 'Gå ut', exact: true }))
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Gå in som' }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/')
  })

  it('one goes to the toolbar and back to where one wrote', async () => {
    await startAgain()
    await tabTo(page.locator('#background').getByRole('textbox'))
    await page.keyboard.type('ett två')
    await page.keyboard.press('ArrowLeft')
    await caretKnown(page)
    await page.keyboard.press('Alt+F10')
    const inToolbar = page.getByRole('toolbar').locator(':focus')
    await eventually(() => inToolbar.count()).toBe(1)
    await page.keyboard.press('ArrowRight')
    await eventually(() => inToolbar.getAttribute('aria-label')).toBe('Fet')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('Enter')
    await page.getByRole('menuitemradio', { name: 'Underrubrik 2' }).waitFor()
    await page.keyboard.press('Escape')
    await eventually(() => inToolbar.getAttribute('aria-label')).toMatch(/^Styckets stil/)
    await page.keyboard.press('Escape')
    await page.keyboard.type('!')
    await eventually(() => page.locator('#background').getByRole('textbox').innerText()).toContain('ett tv!å')
  })

  it('one walks in the contents with the arrows and goes with Enter to a section', async () => {
    await startAgain()
    const contents = page.getByRole('navigation', { name: 'Innehåll' })
    const links = contents.getByRole('link')
    await tabTo(links.first())
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await eventually(() => isFocused(links.nth(2))).toBe(true)
    await page.keyboard.press('End')
    await eventually(() => isFocused(links.last())).toBe(true)
    await page.keyboard.press('Home')
    await walkTo(page, contents.getByRole('link', { name: 'Beskriv syftet med insatsen' }), 'ArrowDown')
    await page.keyboard.press('Enter')
    await eventually(() => isFocused(page.locator('#purpose-heading'))).toBe(true)
    await tabTo(page.locator('#purpose').getByRole('textbox'))
    await page.keyboard.type('Syftet')
    await eventually(() => page.locator('#purpose').getByRole('textbox').innerText()).toContain('Syftet')
  })

  it('one walks with the arrows through fields and sections as through one text, down and up again', async () => {
    await startAgain()
    await tabTo(page.locator('#name').getByRole('textbox'))
    const down = await walk('ArrowDown')
    // It ends in the sheet of the budget, which the arrows stay in as in any sheet.
    await page.locator('#appendix').getByRole('textbox').focus()
    const up = await walk('ArrowUp')
    const stops = page.locator('#content :is(textarea, [contenteditable="true"], [role="grid"])')
    expect(down).toEqual(
      await stops.evaluateAll(elements =>
        elements.map(element => element.closest('section[data-section]')?.id),
      ),
    )
    expect(down.at(-1)).toBe('budget')
    expect(up).toEqual(down.slice(0, -1).toReversed())
  })

  it('one puts a rescued text back', async () => {
    const id = await startAgain()
    await tabTo(page.locator('#background').getByRole('textbox'))
    await page.keyboard.type('Det första.')
    await anna.saved()
    const [hers, karims] = await Promise.all(
      ['anna', 'karim'].map(
        async person => await (await Visitor.enter(world.server.origin, person)).join(id),
      ),
    )
    if (!hers || !karims) throw new Error('Nobody came.')
    const behind = new Y.Doc()
    Y.applyUpdate(behind, Y.encodeStateAsUpdate(hers.doc))
    const unseen = new Promise<Uint8Array>(resolve => behind.once('update', resolve))
    const [block] = behind.getXmlFragment('background').toArray()
    if (block instanceof Y.XmlElement) block.insert(1, [new Y.XmlText('Skrivet utan att se. ')])
    await karims.write(doc => {
      const text = new Y.XmlText('Karims stycke.')
      const paragraph = new Y.XmlElement('paragraph')
      paragraph.insert(0, [text])
      doc.getXmlFragment('background').delete(0, 1)
      doc.getXmlFragment('background').insert(0, [paragraph])
    })
    hers.sendUpdate(await unseen)
    await hers.saved()
    await Promise.all([hers.close(), karims.close()])

    await page.reload()
    await page.getByRole('region', { name: 'Räddad text' }).waitFor()
    await tabTo(page.getByRole('button', { name: 'Lägg tillbaka sist i avsnittet' }))
    await page.keyboard.press('Enter')
    await page.getByRole('region', { name: 'Räddad text' }).waitFor({ state: 'detached' })
    await eventually(() => page.locator('#background').innerText()).toContain('Skrivet utan att se.')
    await anna.saved()
    expect((await world.read(anna, id, '2024')).sections.background).toMatchObject({
      blocks: [
        paragraph('Karims stycke.'),
        { content: [{ text: expect.stringContaining('Skrivet utan att se.') }] },
      ],
    })
    expect(await world.rescued(anna, id)).toEqual([])
  })

  it('the first stop of every page is a way past its head', async () => {
    await startAgain()
    await page.goto('/ansokningar')
    await page.getByRole('heading', { name: 'Ansökningar' }).waitFor()
    await page.keyboard.press('Tab')
    const skip = page.getByRole('link', { name: 'Hoppa till innehållet' })
    await eventually(() => isFocused(skip)).toBe(true)
    expect(await skip.isVisible()).toBe(true)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await eventually(() => isFocused(page.getByRole('link', { name: 'Börja från en Wordfil' }))).toBe(true)
  })

  it.each([
    ['the list', '/ansokningar'],
    ['a new ansökan', '/ansokningar/ny'],
    ['one’s own account', '/konto'],
    ['an empty form', '/blanketter/2024'],
    ['a filled ansökan', 'Plattform för individstöd i samverkan'],
    ['an ansökan of 2019', 'Rutin'],
  ])('focus is seen at every stop of %s, and comes out at both ends', async (_what, where) => {
    if (where.startsWith('/')) await page.goto(where)
    else {
      await page.goto('/ansokningar')
      await page.getByRole('link', { name: where }).click()
      await page.locator('#name').waitFor()
      await page.reload()
      await page.locator('#name').waitFor()
    }
    // Sections are drawn from the top in later frames, and Tab can be quicker than they.
    await page.locator('#content:not([aria-busy="true"]):not(:has([aria-busy="true"]))').waitFor()
    // What comes a moment later, such as a list, moves what is under it.
    await eventually(async () => {
      const forwards = await tabStops(page, 'Tab')
      const backwards = await tabStops(page, 'Shift+Tab')
      const faults = [...forwards, ...backwards].filter(stop => stop.fault !== null)
      const [there, back] = [forwards.map(whichStop), backwards.map(whichStop).toReversed()]
      return {
        faults,
        turned: there.filter((stop, place) => stop !== back[place]),
        left: back.slice(there.length),
      }
    }).toEqual({ faults: [], turned: [], left: [] })
  })
})

/** A new ansökan, with her signed in. Gives its id. */
async function startAgain(): Promise<string> {
  await anna.context.request.post('/api/demo/session', {
    data: { personId: 'anna' },
    headers: { origin: world.server.origin },
  })
  const id = await world.newApplication(anna, '2024')
  await anna.open(id)
  return id
}

/** The sections of the stops that an arrow key leads to, until it leads no further. */
async function walk(key: string): Promise<(string | undefined)[]> {
  const sections: (string | undefined)[] = []
  let last: number | null = null
  // In a line the key may first go to its end.
  for (let idle = 0; idle < 3; idle += 1) {
    const [stop, section] = await page.evaluate(() => {
      const kinds = ':is(textarea, [role="textbox"], [role="grid"])'
      const stop = document.activeElement?.closest(`#content ${kinds}`) ?? document.body
      return [
        [...document.querySelectorAll(`#content ${kinds}`)].indexOf(stop),
        stop.closest('section[data-section]')?.id,
      ]
    })
    if (stop !== last) {
      sections.push(section)
      last = stop
      idle = 0
    }
    await page.keyboard.press(key)
    await caretKnown(page)
  }
  return sections
}

/** The contents are one stop, on the line of the section where the page is by then. */
function whichStop({ what }: TabStop): string {
  return what.replace(/^undefined A #(?!content$).+/, 'the contents')
}
