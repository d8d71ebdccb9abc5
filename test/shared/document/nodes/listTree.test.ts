import { describe, expect, it } from 'vitest'
import { plainParagraph } from '../../../../shared/document/nodes/attributes.ts'
import { type ListTree, listTree } from '../../../../shared/document/nodes/listTree.ts'

/** `-` bullets and `1.` numbers after two spaces per step; `#` a subheading; `=` no paragraph at all. */
function tree(lines: readonly string[]): string {
  return drawn(
    listTree(lines, line => {
      const indent = (line.length - line.trimStart().length) / 2 || null
      const words = line.trimStart()
      if (words.startsWith('=')) return null
      if (words.startsWith('#')) return { level: 1, list: null, indent: null }
      const list = words.startsWith('- ') ? 'bullet' : words.startsWith('1. ') ? 'number' : null
      return { ...plainParagraph, list, indent }
    }),
  )
}

function drawn(nodes: ListTree<string>): string {
  return nodes
    .map(node => {
      if (node.is === 'block') return node.block.trim()
      const items = node.items.map(
        ({ block, under }) => block.trim().replace(/^(?:-|1\.) /, '') + drawn(under),
      )
      return `${node.list === 'bullet' ? 'ul' : 'ol'}(${items.join(', ')})`
    })
    .join(' ')
}

describe('A row of blocks', () => {
  it.each([
    ['text alone', ['a', 'b'], 'a b'],
    ['a list', ['- a', '- b'], 'ul(a, b)'],
    ['[LIST1] deeper items under the one above', ['- a', '  - b', '    - c', '- d'], 'ul(aul(bul(c)), d)'],
    ['[LIST1] an item that skips a step', ['- a', '      - b', '  - c'], 'ul(aul(b) ul(c))'],
    ['[LIST1] a deeper item with nothing above', ['  - a', '- b'], 'ul(a) ul(b)'],
    ['[LIST2] another kind of list', ['- a', '1. b', '1. c', '- d'], 'ul(a) ol(b, c) ul(d)'],
    ['[LIST2] another kind under an item', ['1. a', '  - b', '1. c'], 'ol(aul(b), c)'],
    ['[LIST3] text that goes on under an item', ['1. a', '  b', '1. c'], 'ol(ab, c)'],
    ['[LIST3] text that goes on under a deeper item', ['- a', '  - b', '    c', '  - d'], 'ul(aul(bc, d))'],
    ['[LIST4] text ends all lists', ['1. a', 'b', '1. c'], 'ol(a) b ol(c)'],
    ['[LIST4] a subheading ends all lists', ['1. a', '# b', '1. c'], 'ol(a) # b ol(c)'],
    ['[LIST4] a table ends all lists', ['1. a', '= b', '1. c'], 'ol(a) = b ol(c)'],
  ])('%s', (_what, lines, expected) => {
    expect(tree(lines)).toBe(expected)
  })
})
