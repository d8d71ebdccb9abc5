import type { Locator, Page } from 'playwright-core'
import type { Block, FigureContent, Inline, ParagraphContent } from '../../shared/document/blockContent.ts'
import { clipboardHtml } from './clipboardHtml.ts'

/**
 * Enters running text in a section: what Word's clipboard can carry is pasted every other time, the rest is typed
 * with the editor's own keys.
 */
export async function fillInRichText(
  page: Page,
  place: Locator,
  blocks: readonly Block[],
  picture: Buffer,
): Promise<void> {
  if (isEmpty(blocks)) return
  const text = place.getByRole('textbox').first()
  await text.scrollIntoViewIfNeeded()
  await text.click()
  if (canBePasted(blocks)) await paste(page, clipboardHtml(blocks))
  else await typeBlocks(page, blocks, picture)
}

function isEmpty(blocks: readonly Block[]): boolean {
  return blocks.every(block => block.type === 'paragraph' && block.content.length === 0)
}

/** Footnotes and pictures are entered in the editor. */
function canBePasted(blocks: readonly Block[]): boolean {
  return blocks.every(
    block =>
      block.type === 'table' ||
      (block.type === 'paragraph' && block.content.every(inline => inline.type === 'text')),
  )
}

async function paste(page: Page, html: string): Promise<void> {
  await page.evaluate(async markup => {
    const plain = new DOMParser().parseFromString(markup, 'text/html').body.textContent
    const item = new ClipboardItem({
      'text/html': new Blob([markup], { type: 'text/html' }),
      'text/plain': new Blob([plain], { type: 'text/plain' }),
    })
    await navigator.clipboard.write([item])
  }, html)
  await page.keyboard.press('ControlOrMeta+v')
}

async function typeBlocks(page: Page, blocks: readonly Block[], picture: Buffer): Promise<void> {
  let before: ParagraphContent | null = null
  let first = true
  for (const block of blocks) {
    if (block.type === 'figure') {
      await addFigure(page, block, picture)
      before = null
      first = true
      continue
    }
    if (block.type === 'table') {
      if (!first) await page.keyboard.press('Enter')
      await setStyle(page, before, { type: 'paragraph', content: [] })
      await paste(page, clipboardHtml([block]))
      throw new Error('A table in a text with footnotes is not typed by this harness yet.')
    }
    if (!first) await page.keyboard.press('Enter')
    // Enter at the end of a heading gives running text; in a list it gives the next item.
    const now: ParagraphContent | null = first ? null : before?.level ? null : before
    await setStyle(page, now, block)
    await typeInlines(page, block.content)
    before = block
    first = false
  }
}

/** Brings the block with the caret from one style to another by the editor's keys. */
async function setStyle(page: Page, from: ParagraphContent | null, to: ParagraphContent): Promise<void> {
  if ((from?.level ?? 0) !== (to.level ?? 0)) await page.keyboard.press(`Control+Alt+${to.level ?? 0}`)
  if (from?.list !== to.list) {
    const list = to.list ?? from?.list
    await page.keyboard.press(list === 'number' ? 'Control+Shift+Digit7' : 'Control+Shift+Digit8')
  }
  const steps = (to.indent ?? 0) - (from?.indent ?? 0)
  for (let step = 0; step < Math.abs(steps); step += 1) await page.keyboard.press(steps > 0 ? 'Tab' : 'Shift+Tab')
}

async function typeInlines(page: Page, inlines: readonly Inline[]): Promise<void> {
  for (const inline of inlines) {
    if (inline.type === 'footnote') {
      await page.keyboard.press('Control+Alt+f')
      await typeInlines(page, inline.content)
      await page.keyboard.press('ArrowRight')
      continue
    }
    const keys = [inline.bold && 'Control+b', inline.italic && 'Control+i'].filter(key => typeof key === 'string')
    for (const key of keys) await page.keyboard.press(key)
    await page.keyboard.insertText(inline.text)
    for (const key of keys) await page.keyboard.press(key)
  }
}

async function addFigure(page: Page, figure: FigureContent, picture: Buffer): Promise<void> {
  const choosing = page.waitForEvent('filechooser')
  await page.getByRole('toolbar').getByRole('button', { name: /^Figur/ }).click()
  const chooser = await choosing
  await chooser.setFiles({ name: 'figur.png', mimeType: 'image/png', buffer: picture })
  const alt = page.getByLabel('Textbeskrivning')
  await alt.waitFor()
  await alt.fill(figure.alt)
  await page.keyboard.press('Enter')
  await page.keyboard.insertText(figure.caption.map(run => run.text).join(''))
  await page.keyboard.press('Enter')
}
