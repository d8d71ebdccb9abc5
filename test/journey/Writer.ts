import type { CDPSession } from 'playwright-core'
import type { Seat } from '../harness/world.ts'
import type { Random } from '../shared/form/seeded.ts'

/** Hangul syllables: no two that anybody types are the same, so that each can be looked for by itself. */
const firstLetter = 0xac00
const lettersEach = 2500

/**
 * Somebody at her seat who types letters of her own, each of them once, with real key presses. She looks before
 * she presses: what would delete a letter on purpose is not pressed.
 */
export class Writer {
  readonly seat: Seat
  /** All that she has typed. */
  readonly typed: string[] = []
  readonly #keyboard: CDPSession
  readonly #first: number

  private constructor(seat: Seat, keyboard: CDPSession, first: number) {
    this.seat = seat
    this.#keyboard = keyboard
    this.#first = first
  }

  /** Before the page is opened. `number` from 0 keeps her letters apart from the others'. */
  static async at(seat: Seat, number: number): Promise<Writer> {
    const keyboard = await seat.context.newCDPSession(seat.page)
    await seat.page.addInitScript(lookBeforePressing)
    return new Writer(seat, keyboard, firstLetter + number * lettersEach)
  }

  /** Types so many letters where the caret is. */
  async type(count: number): Promise<void> {
    for (let left = count; left > 0; left -= 1) {
      const key = String.fromCharCode(this.#first + this.typed.length)
      this.typed.push(key)
      await this.#keyboard.send('Input.dispatchKeyEvent', { type: 'keyDown', key, text: key })
      await this.#keyboard.send('Input.dispatchKeyEvent', { type: 'keyUp', key })
    }
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.seat.page.keyboard.press(key)
  }

  /** Puts the caret somewhere in a section's text, at a block's edge as often as inside it. */
  async goSomewhere(section: string, random: Random): Promise<void> {
    const part = random.between(0, 999) / 1000
    const at = random.pick(['start', 'end', 'inside', 'inside'] as const)
    await this.go(section, random.between(0, 999) / 1000, at === 'inside' ? part : at)
  }

  /** Puts the caret in a block, told as a part of all blocks, and a part of its letters. */
  async go(section: string, block: number, at: number | 'start' | 'end'): Promise<void> {
    const part = at === 'start' ? 0 : at === 'end' ? 1 : at
    await this.seat.page.evaluate(select, { section, from: { block, part }, to: { block, part } })
  }

  /** Selects from one block into another, or to the end of the same. */
  async selectBlocks(section: string, block: number, toBlock = block): Promise<void> {
    const ends = { from: { block, part: 0 }, to: { block: toBlock, part: 1 } }
    await this.seat.page.evaluate(select, { section, ...ends })
  }
}

interface Place {
  /** 0 for the first block, just under 1 for the last. */
  readonly block: number
  /** 0 for the block's start, 1 for its end. */
  readonly part: number
}

/** Resolves when the page knows of it, as it does before a hand can reach the next key. */
async function select({ section, from, to }: { section: string; from: Place; to: Place }): Promise<void> {
  const frames = async (count: number) => {
    for (let left = count; left > 0; left -= 1) await new Promise(resolve => requestAnimationFrame(resolve))
  }
  const find = () => document.querySelector<HTMLElement>(`#${section} .richText`)
  if (find() !== document.activeElement) {
    // The first focus brings the editor, which puts its own caret once more a moment later.
    find()?.focus()
    find()?.focus()
    await frames(4)
  }
  const text = find()
  if (text === null) throw new Error(`There is no text in ${section}.`)
  const end = ({ block, part }: Place): [Node, number] => {
    const blocks = text.querySelectorAll(':scope > :is(p, h3, h4)')
    const chosen = blocks[Math.floor(block * blocks.length)]
    if (!chosen) throw new Error(`There is no block in ${section}.`)
    const letters: Text[] = []
    const walker = document.createTreeWalker(chosen, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const node = walker.currentNode
      if (node instanceof Text && !node.parentElement?.closest('.otherCaret')) letters.push(node)
    }
    let left = Math.round(part * letters.reduce((length, node) => length + node.length, 0))
    for (const node of letters) {
      if (left <= node.length) return [node, left]
      left -= node.length
    }
    return [chosen, 0]
  }
  const [anchor, anchorAt] = end(from)
  const [focus, focusAt] = end(to)
  getSelection()?.setBaseAndExtent(anchor, anchorAt, focus, focusAt)
  await frames(2)
}

/** A key that would take a letter away, since others have moved the text meanwhile, is not pressed. */
function lookBeforePressing(): void {
  const edgeOf = (selection: Selection) => {
    const { anchorNode } = selection
    const element = anchorNode instanceof Element ? anchorNode : anchorNode?.parentElement
    const block = element?.closest('p, h3, h4') ?? null
    const around = (start: boolean) => {
      const range = document.createRange()
      if (block === null || selection.anchorNode === null) return ''
      range.selectNodeContents(block)
      if (start) range.setEnd(selection.anchorNode, selection.anchorOffset)
      else range.setStart(selection.anchorNode, selection.anchorOffset)
      const copy = range.cloneContents()
      for (const caret of copy.querySelectorAll('.otherCaret')) caret.remove()
      return copy.textContent ?? ''
    }
    return { atStart: around(true) === '', atEnd: around(false) === '' }
  }
  window.addEventListener(
    'keydown',
    event => {
      const selection = getSelection()
      if (selection === null) return
      const { key, ctrlKey } = event
      const harmless =
        key === 'Backspace'
          ? selection.isCollapsed && edgeOf(selection).atStart
          : key === 'Delete'
            ? selection.isCollapsed && edgeOf(selection).atEnd
            : ctrlKey || selection.isCollapsed || !(key === 'Enter' || key.length === 1)
      if (harmless) return
      event.preventDefault()
      event.stopImmediatePropagation()
    },
    true,
  )
}
