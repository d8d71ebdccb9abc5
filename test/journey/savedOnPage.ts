import type { Page } from 'playwright-core'

const status = '[data-state] [role="status"]'

/** Waits until the page says this of where my words are. */
export async function said(page: Page, words: string): Promise<void> {
  await page.locator(status).getByText(words, { exact: true }).waitFor()
}

/** All that the page has said of it since this was first called, in order. */
export async function recordSaid(page: Page): Promise<readonly string[]> {
  return await page.evaluate(place => {
    const record = window as { said?: string[] }
    const look = () => {
      const words = document.querySelector(place)?.textContent ?? ''
      if (words !== record.said?.at(-1)) record.said?.push(words)
    }
    if (!record.said) {
      record.said = []
      look()
      new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true })
    }
    return record.said
  }, status)
}
