import { ExternalHyperlink, type ParagraphChild, TextRun } from 'docx'
import type { TextContent } from '../../../../shared/document/blockContent.ts'
import { isHref } from '../../../../shared/document/nodes/href.ts'
import { plainText } from '../plainText.ts'
import type { Writing } from '../Writing.ts'

/** Running text with bold, italic, links and comments. */
export function runs(content: readonly TextContent[], writing: Writing): ParagraphChild[] {
  return content.flatMap(text => writing.comments.around(text, run(text)))
}

function run({ text, bold, italic, link }: TextContent): ParagraphChild {
  const isLink = isHref(link)
  const words = new TextRun({
    text: plainText(text),
    ...(bold ? { bold } : {}),
    ...(italic ? { italics: true } : {}),
    ...(isLink ? { style: 'Hyperlink' } : {}),
  })
  return isLink ? new ExternalHyperlink({ link, children: [words] }) : words
}
