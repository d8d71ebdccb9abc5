import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Seat, World } from '../harness/world.ts'
import { eventually } from './eventually.ts'

/** Gives somebody who has access another role; `seat` is the owner's. */
export async function give(
  world: World,
  seat: Seat,
  id: string,
  personId: string,
  role: string,
): Promise<void> {
  const answer = await seat.context.request.put(`/api/applications/${id}/members/${personId}`, {
    data: { role },
    headers: { origin: world.server.origin },
  })
  expect(answer.ok()).toBe(true)
}

/** Shows the versions in the margin of an open ansökan. */
export async function openHistory({ page }: Seat): Promise<void> {
  await page.getByRole('button', { name: 'Historik med versioner' }).click()
  await page.getByRole('tabpanel', { name: 'Historik' }).waitFor()
}

/** Opens a page of an ansökan, and waits until it has come. */
export async function show(seat: Seat, id: string, path: string): Promise<void> {
  await seat.page.goto(`/ansokningar/${id}${path}`)
  await seat.page.locator('#content:not([aria-busy="true"]) h1').waitFor()
}

/** Nothing for axe to remark in a part of the page, and nothing wider than the window. */
export async function isSound(page: Page, part = 'main'): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).include(part).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(node => node.html.slice(0, 160))])).toEqual([])
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 900 })
    const left = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    await eventually(async () => ({ width, left: await left() })).toEqual({ width, left: 0 })
  }
  await page.setViewportSize({ width: 1280, height: 900 })
}
