import type { Download, Locator, Page } from 'playwright-core'

/** A file that a browser has saved. */
export interface Saved {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Chooses a file in a menu, and gives what the browser saves of it. */
export async function chosen(page: Page, menu: string, file: string): Promise<Saved> {
  await page.getByRole('button', { name: menu, exact: true }).click()
  return await pressed(page, menuItem(page, file))
}

/** A choice of an open menu, whatever is said of it under its name. */
export function menuItem(page: Page, name: string): Locator {
  return page.getByRole('menuitem').filter({ has: page.getByText(name, { exact: true }) })
}

/** Presses what gives a file, and gives what the browser saves of it. */
export async function pressed(page: Page, link: Locator): Promise<Saved> {
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
  return { name: download.suggestedFilename(), bytes: await bytesOf(download) }
}

async function bytesOf(download: Download): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Uint8Array)
  return new Uint8Array(Buffer.concat(chunks))
}
