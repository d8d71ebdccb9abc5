import type * as Y from 'yjs'
import type { Inline } from '../../../shared/document/blockContent.ts'
import { type InlinePart, inlineParts, partElement, readPart } from '../../../shared/document/blocks.ts'
import { plainRuns } from '../../../shared/version/canonicalForm.ts'
import type { Comparer } from '../../../shared/version/compare/Comparer.ts'
import { textOfInline } from './textOf.ts'
import { type Node, type Old, type Sort, writeNodes } from './writeNodes.ts'
import { writeText } from './writeText.ts'

/** Makes what stands in a paragraph, a caption or a footnote say `content`, word by word. */
export function writeInline(parent: Y.XmlElement, content: readonly Inline[], comparer: Comparer): void {
  const olds = parent.toArray().flatMap<Old<InlinePart>>(node => {
    const part = readPart(node)
    return part ? [{ node: node as Node, content: plainPart(part) }] : []
  })
  const parts = inlineParts(content)
  const sort: Sort<InlinePart> = {
    kindOf,
    textOf: part => textOfInline('type' in part ? [part] : part),
    make: partElement,
    change: (node, part) => {
      if (!('type' in part)) writeText(node as Y.XmlText, part, comparer)
      else if (part.type === 'footnote') writeInline(node as Y.XmlElement, part.content, comparer)
    },
  }
  const isSameShape =
    olds.length === parts.length &&
    parts.every((part, at) => kindOf(part) === kindOf(olds[at]?.content ?? []))
  // One text stays one, though it says something else: somebody may be writing in it.
  if (isSameShape) for (const [at, part] of parts.entries()) sort.change(olds[at]?.node as Node, part)
  else writeNodes(parent, olds, parts, sort, comparer)
}

function kindOf(part: InlinePart): string {
  if (!('type' in part)) return 'text'
  // One sum of the budget never becomes another: it says nothing that could be changed word by word.
  return part.type === 'footnote' ? 'footnote' : `budgetFigure ${part.sum}`
}

function plainPart(part: InlinePart): InlinePart {
  if (!('type' in part)) return plainRuns(part)
  return part.type === 'footnote' ? { ...part, content: plainRuns(part.content) } : part
}
