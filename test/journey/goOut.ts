import type { Page } from 'playwright-core'

/** Presses *Gå ut* in the menu under one's own name. */
export async function goOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: /Konto och utgång/ }).click()
  await page.getByRole('button', { name: 'Gå ut', exact: true }).click()
}
