import type { Block, Inline, ParagraphContent, TableContent } from '../../shared/document/blockContent.ts'

/** Running text as a word processor puts it on the clipboard: headings, nested lists, tables, emphasis, links. */
export function clipboardHtml(blocks: readonly Block[]): string {
  let html = ''
  let open: ('ul' | 'ol')[] = []
  const closeTo = (depth: number) => {
    while (open.length > depth) html += `</li></${open.pop()}>`
  }
  for (const block of blocks) {
    if (block.type === 'paragraph' && block.list) {
      const tag = block.list === 'bullet' ? 'ul' : 'ol'
      const depth = (block.indent ?? 0) + 1
      closeTo(depth)
      if (open.length === depth && open.at(-1) !== tag) closeTo(depth - 1)
      if (open.length === depth) html += '</li>'
      while (open.length < depth) {
        html += `<${tag}>`
        open = [...open, tag]
        if (open.length < depth) html += '<li>'
      }
      html += `<li>${inlines(block.content)}`
      continue
    }
    closeTo(0)
    if (block.type === 'table') html += table(block)
    else if (block.type === 'paragraph') html += paragraph(block)
  }
  closeTo(0)
  return `<html><body><!--StartFragment-->${html}<!--EndFragment--></body></html>`
}

function paragraph({ level, content }: ParagraphContent): string {
  const tag = level === 1 ? 'h2' : level === 2 ? 'h3' : 'p'
  return `<${tag} class="MsoNormal" style="margin:0cm">${inlines(content)}</${tag}>`
}

function table({ rows }: TableContent): string {
  const cells = rows.map(row =>
    row
      .map(cell => {
        const tag = cell.header ? 'th' : 'td'
        return `<${tag}>${cell.content.map(paragraph).join('')}</${tag}>`
      })
      .join(''),
  )
  return `<table border="1">${cells.map(row => `<tr>${row}</tr>`).join('')}</table>`
}

function inlines(content: readonly Inline[]): string {
  return content
    .map(inline => {
      if (inline.type === 'footnote') return ''
      let html = escape(inline.text)
      if (inline.italic) html = `<i>${html}</i>`
      if (inline.bold) html = `<b>${html}</b>`
      if (inline.link) html = `<a href="${escape(inline.link)}">${html}</a>`
      return html
    })
    .join('')
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
