import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Seat } from '../harness/world.ts'
import { cellOf } from './budgetPage.ts'

/** Somebody who types amounts that nobody else types, and sees to it that they stay under her hands. */
export class Typist {
  readonly seat: Seat
  /** Path to all that she has typed there, the last one last. */
  readonly typed = new Map<string, number[]>()
  readonly #number: number
  #count = 0

  constructor(seat: Seat, number: number) {
    this.seat = seat
    this.#number = number
  }

  get page(): Page {
    return this.seat.page
  }

  /** Types an amount over what stands in a cell, key by key, and goes on with Enter. */
  async type(path: string): Promise<number> {
    this.#count += 1
    const kronor = (this.#number + 1) * 10_000 + this.#count
    await this.begin(path, String(kronor))
    await this.page.keyboard.press('Enter')
    this.typed.set(path, [...(this.typed.get(path) ?? []), kronor])
    return kronor
  }

  /** Types without leaving the cell. */
  async begin(path: string, digits: string): Promise<void> {
    await cellOf(this.page, path).focus()
    for (const digit of digits) await this.page.keyboard.press(digit)
    expect(await this.underHands(), `${this.seat.personId} in ${path}`).toBe(digits)
  }

  /** What stands in the cell where she is typing; null when she types nowhere. */
  async underHands(): Promise<string | null> {
    return await this.page.evaluate(() =>
      document.activeElement instanceof HTMLInputElement ? document.activeElement.value : null,
    )
  }

  last(path: string): number | undefined {
    return this.typed.get(path)?.at(-1)
  }

  /** Whether it is said to her that what she wrote in a cell is not what stands there. */
  async isTold(path: string): Promise<boolean> {
    return await cellOf(this.page, path).evaluate(cell => cell.hasAttribute('data-lost'))
  }
}
