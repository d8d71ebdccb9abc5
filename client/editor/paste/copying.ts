import { DOMSerializer, type Fragment, type Node, type Schema, Slice } from '@tiptap/pm/model'
import { paragraphAttributes } from '../../../shared/document/nodes/attributes.ts'
import { commentMark } from '../../../shared/document/nodes/commentKey.ts'
import { type ListTree, listTree } from '../../../shared/document/nodes/listTree.ts'
import { headingTags } from '../../../shared/document/nodes/paragraph.ts'

/** Writes what is copied as HTML with real nested lists, as Word and mail expect them. */
export function clipboardSerializer(schema: Schema): DOMSerializer {
  // A comment stays where it is: what is copied has none, and a page elsewhere is not told of it.
  const { [commentMark]: _comment, ...marks } = DOMSerializer.marksFromSchema(schema)
  return new NestedLists(DOMSerializer.nodesFromSchema(schema), marks)
}

/** Some words of one block are words, and not a list item or a subheading. */
export function onlyWords(slice: Slice): Slice {
  const { content, openStart, openEnd } = slice
  const block = content.firstChild
  const within = content.childCount === 1 && openStart > 0 && openEnd > 0 && block?.isTextblock
  return within ? new Slice(block.content, 0, 0) : slice
}

class NestedLists extends DOMSerializer {
  override serializeFragment(
    fragment: Fragment,
    options?: { document?: globalThis.Document },
    target?: HTMLElement | DocumentFragment,
  ): HTMLElement | DocumentFragment {
    const written = super.serializeFragment(fragment, options, target)
    // Elsewhere a subheading is what its tag says; here h3 may come from any page, so ours say their level too.
    for (const [level, tag] of Object.entries(headingTags)) {
      for (const heading of written.querySelectorAll(tag)) heading.setAttribute('data-level', level)
    }
    const blocks = [...written.children]
    if (blocks.some(block => block.hasAttribute('data-list'))) {
      written.replaceChildren(...drawn(listTree(blocks, lookOf)))
    }
    return written
  }
}

function lookOf(block: Element) {
  if (block.tagName !== 'P') return null
  return paragraphAttributes(name => block.getAttribute(`data-${name}`))
}

function drawn(tree: ListTree<Element>): Element[] {
  return tree.map(node => {
    if (node.is === 'block') return node.block
    const list = document.createElement(node.list === 'number' ? 'ol' : 'ul')
    for (const { block, under } of node.items) {
      const item = document.createElement('li')
      item.append(...block.childNodes, ...drawn(under))
      list.append(item)
    }
    return list
  })
}

/** What is copied as plain text: a line a block, with a sign before list items and footnotes in brackets. */
export function plainText(content: Fragment): string {
  const lines: string[] = []
  content.descendants(node => {
    if (!node.isTextblock) return true
    const sign = node.attrs.list === null || node.attrs.list === undefined ? '' : '• '
    lines.push(sign + wordsOf(node))
    return false
  })
  return lines.length > 0 ? lines.join('\n') : content.textBetween(0, content.size)
}

function wordsOf(block: Node): string {
  return block.children
    .map(child => (child.type.name === 'footnote' ? ` [${child.textContent}]` : child.textContent))
    .join('')
}
