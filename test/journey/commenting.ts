import type { Locator, Page } from 'playwright-core'
import type { Seat, World } from '../harness/world.ts'

/** Selects words that stand in one paragraph of a section, as a mouse does. */
export async function selectWords(page: Page, section: string, words: string): Promise<void> {
  const text = page.locator(`#${section} .richText`)
  await text.evaluate((element, wanted) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    const letters: { readonly node: Text; readonly from: number }[] = []
    let whole = ''
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (!(node instanceof Text) || node.parentElement?.closest('.otherCaret')) continue
      letters.push({ node, from: whole.length })
      whole += node.data
    }
    const from = whole.indexOf(wanted)
    if (from === -1) throw new Error(`«${wanted}» does not stand in «${whole}».`)
    const end = (offset: number, isStart: boolean): [Text, number] => {
      const found = letters.findLast(({ from: start }) => (isStart ? start <= offset : start < offset))
      if (!found) throw new Error('There is no text.')
      return [found.node, offset - found.from]
    }
    if (element instanceof HTMLElement && element.isContentEditable) element.focus()
    getSelection()?.setBaseAndExtent(...end(from, true), ...end(from + wanted.length, false))
  }, words)
  await page.evaluate(async () => {
    for (let left = 2; left > 0; left -= 1) await new Promise(resolve => requestAnimationFrame(resolve))
  })
}

/** Begins a comment on words, and writes it without sending. */
export async function beginComment(page: Page, section: string, words: string, said: string): Promise<void> {
  await selectWords(page, section, words)
  await page.keyboard.press('Control+Alt+m')
  await newComment(page).waitFor()
  await page.keyboard.type(said)
}

/** Comments on words with the keys. */
export async function commentOn(page: Page, section: string, words: string, said: string): Promise<void> {
  await beginComment(page, section, words, said)
  await page.keyboard.press('Control+Enter')
}

/** Where a new comment is written. */
export function newComment(page: Page): Locator {
  return page.getByRole('textbox', { name: /^Ny kommentar till/ })
}

/** The card of the thread in which something is said. */
export function cardOf(page: Page, said: string): Locator {
  return page.locator('[data-thread-card]', { hasText: said })
}

/** What is marked in a section's text, thread by thread: the words of each, without others' carets. */
export async function markedIn(page: Page, section: string): Promise<string[]> {
  return await page.locator(`#${section} .richText`).evaluate(element => {
    const words = new Map<string, string>()
    for (const part of element.querySelectorAll<HTMLElement>('[data-comment]')) {
      const copy = part.cloneNode(true) as HTMLElement
      for (const caret of copy.querySelectorAll('.otherCaret')) caret.remove()
      const id = part.dataset.comment ?? ''
      words.set(id, `${words.get(id) ?? ''}${copy.textContent}`)
    }
    return [...words.values()].sort()
  })
}

export async function openMargin(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Kommentarer/ }).click()
  await page.locator('[data-comments]').waitFor()
}

/** An ansökan with some paragraphs in it, in which somebody has another role than to write. */
export async function withText(
  world: World,
  anna: Seat,
  section: string,
  paragraphs: readonly string[],
  roles: Readonly<Record<string, string>> = {},
): Promise<string> {
  const id = await world.newApplication(anna, '2024')
  for (const [personId, role] of Object.entries(roles)) {
    const changed = await anna.context.request.put(`/api/applications/${id}/members/${personId}`, {
      data: { role },
      headers: { origin: world.server.origin },
    })
    if (!changed.ok()) throw new Error(`${personId} could not become ${role}: ${changed.status()}`)
  }
  await anna.open(id)
  await anna.page.locator(`#${section} .richText`).click()
  for (const [at, words] of paragraphs.entries()) {
    if (at > 0) await anna.page.keyboard.press('Enter')
    await anna.page.keyboard.type(words)
  }
  await anna.saved()
  return id
}
