import type { Locator, Page } from 'playwright-core'
import type {
  Block,
  FigureContent,
  Inline,
  ParagraphContent,
  TableContent,
  TextContent,
} from '../../shared/document/blockContent.ts'
import { caretKnown } from './caretKnown.ts'
import { copyToClipboard } from './clipboard.ts'
import { clipboardHtml } from './clipboardHtml.ts'
import { typeWords } from './typeWords.ts'

/** How running text gets in: everything with the editor's own keys and toolbar, or from a word processor. */
export type Way = 'typed' | 'pasted'

/** What the block with the caret looks like, as the harness reckons it from the keys pressed so far. */
type Look = Pick<ParagraphContent, 'level' | 'list' | 'indent'>

const plain: Look = {}

/** Enters the running text of a section in its empty editor. Figures are always chosen as files. */
export async function fillInRichText(
  page: Page,
  place: Locator,
  blocks: readonly Block[],
  picture: Buffer,
  way: Way,
): Promise<void> {
  if (blocks.every(block => block.type === 'paragraph' && block.content.length === 0)) return
  await place.getByRole('textbox').focus()
  if (way === 'typed') return await typeBlocks(page, blocks, picture)
  let copied: Block[] = []
  const paste = async () => {
    if (copied.length === 0) return
    await copyToClipboard(page, clipboardHtml(copied))
    await page.keyboard.press('ControlOrMeta+v')
    copied = []
  }
  for (const [index, block] of blocks.entries()) {
    const before = blocks[index - 1]
    if (block.type === 'paragraph' && block.content.some(inline => inline.type === 'budgetFigure')) {
      // No word processor has sums of the budget.
      await paste()
      const now = before?.type === 'paragraph' ? await pressEnter(page, before) : plain
      await typeParagraph(page, now, block)
      if (index + 1 < blocks.length && blocks[index + 1]?.type !== 'figure')
        await page.keyboard.press('Enter')
    } else if (block.type !== 'figure') copied.push(block)
    else {
      await paste()
      if (before?.type === 'paragraph') await page.keyboard.press('Enter')
      await addFigure(page, block, picture)
    }
  }
  await paste()
}

async function typeBlocks(page: Page, blocks: readonly Block[], picture: Buffer): Promise<void> {
  let now = plain
  for (const [index, block] of blocks.entries()) {
    if (blocks[index - 1]?.type === 'paragraph') now = await pressEnter(page, now)
    if (block.type === 'paragraph') {
      now = await typeParagraph(page, now, block)
      continue
    }
    await setLook(page, now, plain)
    if (block.type === 'figure') await addFigure(page, block, picture)
    else await typeTable(page, block)
    now = plain
  }
}

/** Enter at the end of a subheading gives running text; in a list it gives the next item. */
async function pressEnter(page: Page, now: Look): Promise<Look> {
  await page.keyboard.press('Enter')
  return now.level ? plain : now
}

async function typeParagraph(page: Page, now: Look, paragraph: ParagraphContent): Promise<Look> {
  await setLook(page, now, paragraph)
  await typeInlines(page, paragraph.content)
  return paragraph
}

/** Brings the block with the caret from one look to another by the editor's keys. */
async function setLook(page: Page, from: Look, to: Look): Promise<void> {
  let now = from
  if (to.level && to.level !== now.level) {
    return await page.keyboard.press(`ControlOrMeta+Alt+Digit${to.level}`)
  }
  if (now.level) {
    await page.keyboard.press('ControlOrMeta+Alt+Digit0')
    now = plain
  }
  if (to.list !== now.list) {
    await page.keyboard.press(`ControlOrMeta+Shift+${listKey(to.list ?? now.list)}`)
    // A list that is taken away takes its indent along.
    now = to.list ? { list: to.list, indent: now.indent ?? 0 } : plain
  }
  const steps = (to.indent ?? 0) - (now.indent ?? 0)
  const [deeper, shallower] = to.list ? ['Tab', 'Shift+Tab'] : ['ControlOrMeta+m', 'ControlOrMeta+Shift+m']
  for (let step = 0; step < Math.abs(steps); step += 1)
    await page.keyboard.press(steps > 0 ? deeper : shallower)
}

function listKey(list: ParagraphContent['list']): string {
  return list === 'number' ? 'Digit7' : 'Digit8'
}

/** As they stand in the menu. */
const sumNames: Readonly<Record<string, string>> = {
  sought: 'Söks av Samordningsförbundet',
  own: 'Egenfinansiering',
  grand: 'Total kostnad',
}

async function typeInlines(page: Page, inlines: readonly Inline[]): Promise<void> {
  for (const inline of inlines) {
    if (inline.type === 'text') await typeRun(page, inline)
    else if (inline.type === 'budgetFigure') {
      await chooseInMenu(page, 'Infoga belopp ur budgeten', sumNames[inline.sum] ?? inline.sum)
    } else {
      await page.keyboard.press('ControlOrMeta+Alt+f')
      await typeInlines(page, inline.content)
      await page.keyboard.press('ArrowRight')
    }
  }
}

async function typeRun(page: Page, { text, bold, italic, link }: TextContent): Promise<void> {
  if (bold) await page.keyboard.press('ControlOrMeta+b')
  if (italic) await page.keyboard.press('ControlOrMeta+i')
  await typeWords(page, text)
  if (link) {
    await page.keyboard.down('Shift')
    for (let letter = 0; letter < text.length; letter += 1) await page.keyboard.press('ArrowLeft')
    await page.keyboard.up('Shift')
    await caretKnown(page)
    await page.keyboard.press('ControlOrMeta+k')
    await page.getByLabel('Adress').fill(link)
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.keyboard.press('ArrowRight')
  }
  if (bold) await page.keyboard.press('ControlOrMeta+b')
  if (italic) await page.keyboard.press('ControlOrMeta+i')
}

/** Makes the editor's table of three by three as large as it should be, and writes cell by cell with Tab. */
async function typeTable(page: Page, { rows }: TableContent): Promise<void> {
  await pressTool(page, 'Infoga tabell')
  const columns = rows[0]?.length ?? 0
  for (let column = 3; column < columns; column += 1)
    await chooseInMenu(page, 'Tabell', 'Infoga kolumn till höger')
  for (let column = 3; column > columns; column -= 1) await chooseInMenu(page, 'Tabell', 'Ta bort kolumn')
  // The caret is in the header row: that one goes first.
  for (let row = 3; row > rows.length; row -= 1) await chooseInMenu(page, 'Tabell', 'Ta bort rad')
  const hasHeader = rows.length >= 3
  const wantsHeader = rows[0]?.every(cell => cell.header) ?? false
  if (hasHeader !== wantsHeader) await chooseInMenu(page, 'Tabell', 'Rubrikrad')
  for (const [index, cell] of rows.flat().entries()) {
    if (index > 0) await page.keyboard.press('Tab')
    let now = plain
    for (const [line, paragraph] of cell.content.entries()) {
      if (line > 0) now = await pressEnter(page, now)
      now = await typeParagraph(page, now, paragraph)
    }
  }
  await leaveDownwards(page)
}

async function addFigure(page: Page, figure: FigureContent, picture: Buffer): Promise<void> {
  const choosing = page.waitForEvent('filechooser')
  await pressTool(page, 'Bild')
  const chooser = await choosing
  await chooser.setFiles({ name: 'figur.png', mimeType: 'image/png', buffer: picture })
  await page.getByLabel('Vad bilden visar').fill(figure.alt)
  await page.keyboard.press('Tab')
  await page.getByRole('button', { name: 'Spara beskrivningen' }).press('Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await typeInlines(page, figure.caption)
  await leaveDownwards(page)
}

/** Out of a table or caption to the block under it. */
async function leaveDownwards(page: Page): Promise<void> {
  await page.keyboard.press('ArrowDown')
  await caretKnown(page)
}

/** To the toolbar and back with the keys alone. */
export async function pressTool(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Alt+F10')
  await page.keyboard.press('Home')
  await walkTo(page, page.getByRole('toolbar').getByRole('button', { name, exact: true }), 'ArrowRight')
  await page.keyboard.press('Enter')
}

/** Opens a menu of the toolbar with the keys and chooses in it. */
async function chooseInMenu(page: Page, menu: string, choice: string): Promise<void> {
  await pressTool(page, menu)
  await walkTo(page, page.getByRole('menu').locator('[role^="menuitem"]', { hasText: choice }), 'ArrowDown')
  await page.keyboard.press('Enter')
}

/** Presses a key until something has focus. */
export async function walkTo(page: Page, wanted: Locator, key: string, most = 20): Promise<void> {
  for (let step = 0; step <= most; step += 1) {
    if (await wanted.evaluate(element => element === document.activeElement)) return
    await page.keyboard.press(key)
  }
  const focused = await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 300))
  throw new Error(`${key} leads ${most} times to elsewhere, at last to ${focused}`)
}
