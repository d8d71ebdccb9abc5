import type { Page } from 'playwright-core'

/**
 * After arrow keys that the browser itself moves the caret with: it tells the editor a moment later, sooner than
 * any person presses the next key, but not than a program does.
 */
export async function caretKnown(page: Page): Promise<void> {
  await page.evaluate(() => new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve))))
}
