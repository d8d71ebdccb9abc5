import type { TextContent } from '../../../../shared/document/blockContent.ts'
import { isHref } from '../../../../shared/document/nodes/href.ts'
import { joined, said, type Typst, typst, unseen } from '../typst.ts'

/** Running text with bold, italic and links. */
export function runs(content: readonly TextContent[]): Typst {
  return joined(content.map(run))
}

function run({ text, bold, italic, link }: TextContent): Typst {
  const plain = said(text)
  if (plain.isEmpty) return plain
  const slanted = italic ? typst`emph(${plain})` : plain
  const heavy = bold ? typst`strong(${slanted})` : slanted
  return isHref(link) ? typst`link-to(${unseen(addressOf(link))}, ${heavy})` : heavy
}

/** Nothing but ASCII, as a PDF wants its addresses. */
function addressOf(link: string): string {
  return link.toWellFormed().replaceAll(/[^\u0021-\u007e]+/g, encodeURIComponent)
}
