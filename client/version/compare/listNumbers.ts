import { createContext } from 'react'
import type { Block } from '../../../shared/document/blockContent.ts'
import { paragraphAttributes } from '../../../shared/document/nodes/attributes.ts'
import { type ListTree, listTree } from '../../../shared/document/nodes/listTree.ts'
import type { BlockEntry, ParagraphLook } from '../../../shared/version/compare/comparison.ts'

/** What an item is numbered in each of the two, such as `3` or `b`. */
export interface ListNumber {
  readonly before?: string
  readonly after?: string
}

/** By the block, or the difference, that the item is. */
export type ListNumbers = ReadonlyMap<object, ListNumber>

export const NumbersContext = createContext<ListNumbers>(new Map())

interface Line {
  readonly of: object
  readonly look: ParagraphLook | null
}

/** The numbers of the numbered items of a section: where words of both are drawn, a browser would count them all. */
export function listNumbers(entries: readonly BlockEntry[]): ListNumbers {
  const numbers = new Map<object, ListNumber>()
  for (const side of ['before', 'after'] as const) {
    const lines = entries.flatMap(entry => linesOf(entry, side))
    const tree = listTree(lines, ({ look }) => look && paragraphAttributes(name => look[name]))
    numberItems(tree, (of, number) => numbers.set(of, { ...numbers.get(of), [side]: number }))
  }
  return numbers
}

function linesOf(entry: BlockEntry, side: 'before' | 'after'): Line[] {
  const isHere = side === 'before' ? entry.is !== 'added' : entry.is !== 'removed'
  if (!isHere) return []
  switch (entry.is) {
    case 'moved':
      if (side === 'before') return []
      return [entry.difference ? lineOfDifference(entry.difference, side) : lineOf(entry.item)]
    case 'movedAway':
      return side === 'before' ? [lineOf(entry.item)] : []
    case 'changed':
      return [lineOfDifference(entry.difference, side)]
    case 'split':
    case 'joined': {
      const parts = entry.parts.map(part => lineOfDifference(part, side))
      return (entry.is === 'split') === (side === 'before') ? parts.slice(0, 1) : parts
    }
    default:
      return [lineOf(entry.item)]
  }
}

function lineOf(block: Block): Line {
  if (block.type !== 'paragraph') return { of: block, look: null }
  const { level = 0, list = null, indent = 0 } = block
  return { of: block, look: { level, list, indent } }
}

function lineOfDifference(
  difference: Extract<BlockEntry, { is: 'changed' }>['difference'],
  side: 'before' | 'after',
): Line {
  return { of: difference, look: difference.type === 'paragraph' ? difference.look[side] : null }
}

function numberItems(tree: ListTree<Line>, tell: (of: object, number: string) => void): void {
  for (const node of tree) {
    if (node.is === 'block') continue
    for (const [at, { block, under }] of node.items.entries()) {
      if (node.list === 'number') tell(block.of, numberWord(at + 1, block.look?.indent ?? 0))
      numberItems(under, tell)
    }
  }
}

/** `3`, `c` or `iii`, by how far it is indented. */
function numberWord(number: number, indent: number): string {
  switch (indent % 3) {
    case 1:
      return letters(number)
    case 2:
      return roman(number)
    default:
      return String(number)
  }
}

function letters(number: number): string {
  const rest = Math.floor((number - 1) / 26)
  return (rest > 0 ? letters(rest) : '') + String.fromCharCode(97 + ((number - 1) % 26))
}

const romans = [
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
] as const

function roman(number: number): string {
  const [worth, sign] = romans.find(([one]) => one <= number) ?? [0, '']
  return worth === 0 ? '' : sign + roman(number - worth)
}
