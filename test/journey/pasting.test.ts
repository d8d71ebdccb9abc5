import { readFileSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  bullets,
  footnote,
  italic,
  numbered,
  paragraph,
  subheading,
  table,
} from '../../server/demo/blocks.ts'
import type { Block, TextContent } from '../../shared/document/blockContent.ts'
import { type Seat, World } from '../harness/world.ts'
import { caretKnown } from './caretKnown.ts'
import { copyToClipboard } from './clipboard.ts'

const fixture = (name: string) =>
  readFileSync(new URL(`../fixtures/clipboard/${name}`, import.meta.url), 'utf8')
const bold = (text: string): TextContent => ({ type: 'text', text, bold: true })
const link = (text: string, target: string): TextContent => ({ type: 'text', text, link: target })

let world: World
let anna: Seat
let id: string
beforeAll(async () => {
  world = await World.begin()
  anna = await world.seat('anna')
})
afterAll(async () => await world.end())

beforeEach(async () => {
  id = await world.newApplication(anna, '2024')
  await anna.open(id)
})

afterEach(() => expect(world.faults.splice(0)).toEqual([]))

describe('What is pasted into the text', () => {
  it('keeps from Word its headings, lists, tables, links and footnotes, and drops the rest', async () => {
    const [blocks] = await Promise.all([
      pasted(fixture('word.html')),
      anna.page.getByText('En bild kom inte med.').waitFor(),
    ])
    expect(blocks).toEqual([
      subheading('Arbetssätt'),
      paragraph(
        'Parterna möts ',
        bold('varje vecka'),
        ' och ',
        italic('följer upp'),
        ' planen tillsammans.',
        footnote('Enligt ', italic('rutinen'), ' för flerpartsmöten.'),
        ' Läs mer på ',
        link('förbundets sidor', 'https://www.example.org/samverkan'),
        ' eller ',
        link('fråga kansliet', 'mailto:kansliet@forbund.example'),
        '.',
      ),
      subheading('Vem gör vad'),
      ...bullets('Kommunen håller ihop arbetet'),
      { ...bullets('genom en processledare')[0], indent: 1 },
      { ...paragraph('Regionen deltar', footnote('En gång i månaden.'), ' i teamet'), list: 'bullet' },
      paragraph('I den här ordningen:'),
      ...numbered('kartläggning'),
      { ...numbered('av behov')[0], indent: 1 },
      ...numbered('planering'),
      paragraph('Stödet pågår i nio månader.'),
      {
        type: 'table',
        rows: [
          [
            { header: true, content: [paragraph('Part')] },
            { header: true, content: [paragraph('Tid')] },
          ],
          [
            { content: [paragraph('Heby'), paragraph('kommun')] },
            { content: [paragraph('100\u00a0% från 2026')] },
          ],
          [{ colspan: 2, content: [paragraph('Övriga parter ', italic('efter behov'))] }],
        ],
      },
      paragraph('Sista stycket.'),
    ])
  })

  it('keeps from a web page what is text, and runs, fetches and links to nothing of the rest', async () => {
    const [blocks] = await Promise.all([
      pasted(fixture('web.html')),
      anna.page.getByText('2 bilder kom inte med.').waitFor(),
    ])
    expect(blocks).toEqual([
      ...bullets('Start'),
      { ...paragraph('Om ', italic('samverkan')), level: 1 },
      paragraph(
        'Ett ',
        bold('fett'),
        ' och ',
        italic('lutande'),
        ' ord, klicka här, läs här, ',
        link('mer', 'https://www.example.org/mer'),
        ' och data.',
      ),
      paragraph('Djupt inne'),
      ...numbered('ett'),
      { ...bullets('under')[0], indent: 1 },
      ...numbered('två'),
      paragraph('Tabellens namn'),
      {
        type: 'table',
        rows: [
          [
            { header: true, content: [paragraph('Part')] },
            { header: true, content: [paragraph('År')] },
          ],
          [{ content: [paragraph('AF')] }, { rowspan: 2, content: [paragraph('2026')] }],
          [{ content: [paragraph('FK')] }],
        ],
      },
      { ...paragraph('Till sist'), level: 2 },
      paragraph('Citat'),
      paragraph('rad ett rad två'),
    ])
    expect(await anna.page.evaluate(() => 'pasteWasRun' in window)).toBe(false)
  })

  it.each(['individualMethods', 'appendix'])('keeps all of what is copied from %s', async section => {
    const { page } = anna
    await page.goto('/ansokningar')
    await page.getByRole('link', { name: 'Plattform för individstöd i samverkan' }).click()
    await page.locator('#name').waitFor()
    id = page.url().split('/').at(-1) ?? ''
    await page.locator(`#${section}`).getByRole('textbox').focus()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.press('ControlOrMeta+c')
    await page.locator('#legacy').getByRole('textbox').focus()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.press('ControlOrMeta+v')
    expect(await stored('legacy')).toEqual(await stored(section))
  })

  it('stands in the middle of a sentence without taking its end along', async () => {
    const { page } = anna
    await page.locator('#background').getByRole('textbox').focus()
    await page.keyboard.type('Före efter')
    for (const _ of 'efter') await page.keyboard.press('ArrowLeft')
    await caretKnown(page)
    await copyToClipboard(
      page,
      '<p>ett</p><table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table><p>två </p>',
    )
    await page.keyboard.press('ControlOrMeta+v')
    await page.keyboard.type('!')
    expect(await stored('background')).toEqual([
      paragraph('Före ett'),
      table(['A', 'B'], ['1', '2']),
      paragraph('två!efter'),
    ])
  })

  it('goes into the fields as plain text, in one line where there is but one', async () => {
    const { page } = anna
    await copyToClipboard(page, '<p><b>Två</b></p><p>rader</p>', 'Två\nrader')
    await page.locator('#owner').getByRole('textbox', { name: 'Organisation:' }).focus()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.press('ControlOrMeta+v')
    await page.keyboard.press('Tab')
    await page.keyboard.press('ControlOrMeta+v')
    await page.keyboard.press('Tab')
    await anna.saved()
    const { sections } = await world.read(anna, id, '2024')
    expect(sections.owner).toMatchObject({ organisation: 'Två rader', resourcesSought: 'Två\nrader' })
  })
})

/** What the server has of *background* after the HTML was pasted there. */
async function pasted(html: string): Promise<readonly Block[]> {
  await anna.page.locator('#background').getByRole('textbox').focus()
  await copyToClipboard(anna.page, html)
  await anna.page.keyboard.press('ControlOrMeta+v')
  return await stored('background')
}

async function stored(section: string): Promise<readonly Block[]> {
  await anna.saved()
  const content = (await world.read(anna, id, '2024')).sections[section]
  return content?.kind === 'rich' ? content.blocks : []
}
