import type { TextContent } from '../../../../shared/document/blockContent.ts'
import { isHref } from '../../../../shared/document/nodes/href.ts'
import { type Html, html, joined } from '../html.ts'

/** Running text with bold, italic and links. */
export function runs(content: readonly TextContent[]): Html {
  return joined(content.map(run))
}

function run({ text, bold, italic, link }: TextContent): Html {
  const plain = html`${text}`
  const slanted = italic ? html`<em>${plain}</em>` : plain
  const heavy = bold ? html`<strong>${slanted}</strong>` : slanted
  return isHref(link) ? html`<a href="${link}">${heavy}</a>` : heavy
}
