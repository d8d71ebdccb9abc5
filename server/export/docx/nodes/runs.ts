import { ExternalHyperlink, type ParagraphChild } from 'docx'
import type { TextContent } from '../../../../shared/document/blockContent.ts'
import { isHref } from '../../../../shared/document/nodes/href.ts'
import { textRun } from '../textRun.ts'
import type { Writing } from '../Writing.ts'

/** Running text with bold, italic, links and comments. */
export function runs(content: readonly TextContent[], writing: Writing): ParagraphChild[] {
  return content.flatMap(text => writing.comments.around(text, run(text)))
}

function run({ text, bold, italic, link }: TextContent): ParagraphChild {
  const isLink = isHref(link)
  const words = textRun(text, {
    ...(bold ? { bold } : {}),
    ...(italic ? { italics: true } : {}),
    ...(isLink ? { style: 'Hyperlink' } : {}),
  })
  return isLink ? new ExternalHyperlink({ link: addressOf(link), children: [words] }) : words
}

/** Without what no address has: a file with such a target is damaged to those who hold it against the standard. */
function addressOf(link: string): string {
  return link.toWellFormed().replaceAll(/["<>\\^`{|}]/g, encodeURIComponent)
}
