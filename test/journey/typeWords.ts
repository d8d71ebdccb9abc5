import type { Page } from 'playwright-core'

/** So many letters of every text are pressed as keys of their own. */
const pressed = 8

/**
 * Types where the caret is: the first letters key by key, the rest as dictation puts it in, all at once, which
 * takes a tenth of the time. Without line breaks.
 */
export async function typeWords(page: Page, words: string): Promise<void> {
  const letters = [...words]
  await page.keyboard.type(letters.slice(0, pressed).join(''))
  const rest = letters.slice(pressed).join('')
  if (rest !== '') await page.keyboard.insertText(rest)
}
