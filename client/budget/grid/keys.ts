/** What a key does in a grid, as in a spreadsheet. */
export type GridAct =
  | { readonly is: 'move'; readonly rows: number; readonly columns: number; readonly extends: boolean }
  /** To the edge of the row, or of the sheet. */
  | {
      readonly is: 'edge'
      readonly to: 'rowStart' | 'rowEnd' | 'start' | 'end'
      readonly extends: boolean
    }
  | { readonly is: 'page'; readonly by: -1 | 1; readonly extends: boolean }
  /** On to the next cell that is written in. */
  | { readonly is: 'next'; readonly to: 'right' | 'left' | 'down' | 'up' }
  /** `over` types over what stands there; `into` goes on with it. */
  | { readonly is: 'edit'; readonly how: 'over' | 'into' }
  /** Finishes what is being typed, and goes on. */
  | { readonly is: 'finish'; readonly go: 'right' | 'left' | 'down' | 'up' | 'stay' }
  | { readonly is: 'giveBack' }
  | { readonly is: 'empty' }
  | { readonly is: 'selectAll' }
  | { readonly is: 'menu' }
  | { readonly is: 'moveRow'; readonly by: -1 | 1 }

export interface Key {
  readonly key: string
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
}

/** How somebody is typing: `over` what stood there (arrows finish it), or `into` it (arrows move the caret). */
export type Typing = 'over' | 'into' | null

const arrows: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

/**
 * What a key does; null where it is the browser's or the page's. `fillsIn`: the last key went on from cell to cell, so
 * Tab goes on too; otherwise it leaves the grid, which is one stop of Tab.
 */
export function actOf(key: Key, typing: Typing, fillsIn: boolean): GridAct | null {
  return typing === null ? actInGrid(key, fillsIn) : actInCell(key, typing)
}

function actInCell(key: Key, typing: 'over' | 'into'): GridAct | null {
  const withCommand = key.ctrlKey || key.metaKey
  switch (key.key) {
    case 'Enter':
      return key.altKey ? null : { is: 'finish', go: withCommand ? 'stay' : key.shiftKey ? 'up' : 'down' }
    case 'Tab':
      return withCommand || key.altKey ? null : { is: 'finish', go: key.shiftKey ? 'left' : 'right' }
    case 'Escape':
      return { is: 'giveBack' }
  }
  // The page answers the key; what is typed here is saved with the rest.
  if (withCommand && key.key.toLowerCase() === 's') return { is: 'finish', go: 'stay' }
  if (typing === 'into' || withCommand || key.altKey || key.shiftKey) return null
  switch (key.key) {
    case 'ArrowUp':
      return { is: 'finish', go: 'up' }
    case 'ArrowDown':
      return { is: 'finish', go: 'down' }
    case 'ArrowLeft':
      return { is: 'finish', go: 'left' }
    case 'ArrowRight':
      return { is: 'finish', go: 'right' }
    default:
      return null
  }
}

function actInGrid(key: Key, fillsIn: boolean): GridAct | null {
  const withCommand = key.ctrlKey || key.metaKey
  const arrow = arrows[key.key]
  if (arrow) {
    const [rows, columns] = arrow
    if (key.altKey) return key.shiftKey && rows !== 0 ? { is: 'moveRow', by: rows < 0 ? -1 : 1 } : null
    if (!withCommand) return { is: 'move', rows, columns, extends: key.shiftKey }
    if (columns !== 0) return { is: 'edge', to: columns < 0 ? 'rowStart' : 'rowEnd', extends: key.shiftKey }
    return { is: 'move', rows: rows * Number.POSITIVE_INFINITY, columns: 0, extends: key.shiftKey }
  }
  if (key.key === 'F10' && key.shiftKey) return { is: 'menu' }
  if (key.altKey) return null
  switch (key.key) {
    case 'Home':
      return { is: 'edge', to: withCommand ? 'start' : 'rowStart', extends: key.shiftKey }
    case 'End':
      return { is: 'edge', to: withCommand ? 'end' : 'rowEnd', extends: key.shiftKey }
    case 'PageUp':
      return { is: 'page', by: -1, extends: key.shiftKey }
    case 'PageDown':
      return { is: 'page', by: 1, extends: key.shiftKey }
    case 'Tab':
      return fillsIn && !withCommand ? { is: 'next', to: key.shiftKey ? 'left' : 'right' } : null
    case 'Enter':
      if (withCommand) return null
      return key.shiftKey ? { is: 'next', to: 'up' } : { is: 'edit', how: 'into' }
    case 'F2':
      return { is: 'edit', how: 'into' }
    case 'Escape':
      return { is: 'giveBack' }
    case 'Delete':
    case 'Backspace':
      return withCommand ? null : { is: 'empty' }
    case 'ContextMenu':
      return { is: 'menu' }
    case 'Dead':
      return { is: 'edit', how: 'over' }
  }
  if (withCommand) return key.key.toLowerCase() === 'a' ? { is: 'selectAll' } : null
  return [...key.key].length === 1 ? { is: 'edit', how: 'over' } : null
}
