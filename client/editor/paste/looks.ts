import {
  deepestIndent,
  type ParagraphAttributes,
  paragraphAttributes,
  plainParagraph,
} from '../../../shared/document/nodes/attributes.ts'
import { toHref } from '../commands/links.ts'
import { elementsIn, type HtmlElement, hasClass, styleOf, textOf } from './htmlTree.ts'
import type { RunLook } from './pastedBlocks.ts'

/* What a single element of a pasted page means for the text in it. */

const blockTags = new Set(
  'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav p pre section summary tbody td tfoot th thead tr'.split(
    ' ',
  ),
)

const unreadTags = new Set(
  'base canvas button del embed frame head iframe input link map math meta noscript object option param script select source style svg template textarea title track video audio wbr'.split(
    ' ',
  ),
)

export function isBlock({ tag }: HtmlElement): boolean {
  return blockTags.has(tag)
}

/** What nobody sees on the page that it came from, and what is no text: list signs, comments, deletions. */
export function isHidden(element: HtmlElement): boolean {
  if (unreadTags.has(element.tag)) return true
  const style = styleOf(element)
  return (
    'hidden' in element.attributes ||
    style.get('display') === 'none' ||
    style.get('visibility') === 'hidden' ||
    style.get('mso-hide') === 'all' ||
    style.get('mso-list') === 'ignore' ||
    style.has('mso-comment-reference') ||
    /^(?:comment|comment-list|header|footer|field-begin)$/.test(style.get('mso-element') ?? '') ||
    hasClass(element, /^(?:msocomanchor|msocomtxt|msocomoff|MsoCommentReference|msoDel)$/)
  )
}

export function runLook(element: HtmlElement, outer: RunLook): RunLook {
  const style = styleOf(element)
  const weight = style.get('font-weight')
  const slant = style.get('font-style')
  const href = element.tag === 'a' ? element.attributes.href : undefined
  return {
    bold: weight
      ? /^(?:bold|bolder|[6-9]00)$/.test(weight)
      : outer.bold || element.tag === 'b' || element.tag === 'strong',
    italic: slant
      ? /^(?:italic|oblique)/.test(slant)
      : outer.italic || element.tag === 'i' || element.tag === 'em',
    // An address within the page that it came from leads nowhere here.
    link: href === undefined ? outer.link : /^[a-z]+:/i.test(href) ? toHref(href) : null,
  }
}

export function blockLook(element: HtmlElement, depth: number): ParagraphAttributes {
  const own = paragraphAttributes(name => element.attributes[`data-${name}`])
  if (own.level !== null || own.list !== null || own.indent !== null) return own
  const heading = /^h([1-6])$/.exec(element.tag)?.[1]
  if (heading) return { ...plainParagraph, level: Number(heading) <= 2 ? 1 : 2 }
  if (hasClass(element, /^MsoTitle$/)) return { ...plainParagraph, level: 1 }
  return wordLook(element) ?? { ...plainParagraph, indent: Math.min(depth, deepestIndent) || null }
}

/** Word has no lists in its HTML, only paragraphs that say `mso-list:l0 level2 lfo1` and carry their own sign. */
export function wordLook(element: HtmlElement): ParagraphAttributes | null {
  const level = /\blevel(\d)\b/.exec(styleOf(element).get('mso-list') ?? '')?.[1]
  if (level === undefined || /^h[1-6]$/.test(element.tag)) return null
  const sign = [...elementsIn(element)].find(inner => styleOf(inner).get('mso-list') === 'ignore')
  const isNumber = /^[\s\u00a0]*\(?(?:\d+(?:\.\d+)*|[a-zåäö]|[ivxlc]+)[.)]/i.test(sign ? textOf(sign) : '')
  return {
    level: null,
    list: isNumber ? 'number' : 'bullet',
    indent: Math.min(Number(level) - 1, deepestIndent) || null,
  }
}

/** Text that goes on under a list item. */
export function under({ indent }: ParagraphAttributes): ParagraphAttributes {
  return { ...plainParagraph, indent: Math.min((indent ?? 0) + 1, deepestIndent) }
}
