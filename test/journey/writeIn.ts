import type { Page } from 'playwright-core'

/** Types last on the line that a click into a section of running text comes to. */
export async function writeIn(page: Page, section: string, words: string): Promise<void> {
  await page.locator(`#${section} .richText`).click()
  await page.keyboard.press('End')
  await page.keyboard.type(words)
}
