import type { Block, Inline, ParagraphContent, TableContent } from '../../shared/document/blockContent.ts'

/**
 * Running text as a word processor puts it on the clipboard: headings, nested lists, tables, emphasis, links, and
 * footnotes as a number in the text and a list at the end.
 */
export function clipboardHtml(blocks: readonly Block[]): string {
  const writer = new Writer()
  const body = writer.blocks(blocks)
  return `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{margin:0cm}</style></head><body lang=SV><!--StartFragment-->${body}${writer.notes()}<!--EndFragment--></body></html>`
}

class Writer {
  readonly #notes: string[] = []

  blocks(blocks: readonly Block[]): string {
    let html = ''
    const open: ('ul' | 'ol')[] = []
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
          html += open.length < depth - 1 ? `<${tag}><li>` : `<${tag}>`
          open.push(tag)
        }
        html += `<li class=MsoNormal>${this.#inlines(block.content)}`
        continue
      }
      closeTo(0)
      if (block.type === 'table') html += this.#table(block)
      else if (block.type === 'paragraph') html += this.#paragraph(block)
    }
    closeTo(0)
    return html
  }

  notes(): string {
    if (this.#notes.length === 0) return ''
    const notes = this.#notes.map((note, index) => {
      const number = index + 1
      return `<div style='mso-element:footnote' id=ftn${number}><p class=MsoFootnoteText><a style='mso-footnote-id:ftn${number}' href="#_ftnref${number}" name="_ftn${number}" title=""><span class=MsoFootnoteReference><span style='mso-special-character:footnote'><![if !supportFootnotes]>[${number}]<![endif]></span></span></a> ${note}<o:p></o:p></p></div>`
    })
    return `<div style='mso-element:footnote-list'><br clear=all><hr align=left size=1 width="33%">${notes.join('')}</div>`
  }

  #paragraph({ level, content }: ParagraphContent): string {
    const tag = level === 1 ? 'h2' : level === 2 ? 'h3' : 'p'
    return `<${tag} class="MsoNormal" style="margin:0cm">${this.#inlines(content)}<o:p></o:p></${tag}>`
  }

  #table({ rows }: TableContent): string {
    const cells = rows.map(row =>
      row
        .map(cell => {
          const tag = cell.header ? 'th' : 'td'
          return `<${tag}>${this.blocks(cell.content)}</${tag}>`
        })
        .join(''),
    )
    return `<table class=MsoTableGrid border="1">${cells.map(row => `<tr>${row}</tr>`).join('')}</table>`
  }

  #inlines(content: readonly Inline[]): string {
    return content
      .map(inline => {
        if (inline.type === 'footnote') return this.#footnote(this.#inlines(inline.content))
        if (inline.type === 'budgetFigure') throw new Error('No word processor has sums of the budget.')
        let html = escaped(inline.text)
        if (inline.italic) html = `<i>${html}</i>`
        if (inline.bold) html = `<b>${html}</b>`
        if (inline.link) html = `<a href="${escaped(inline.link)}">${html}</a>`
        return html
      })
      .join('')
  }

  #footnote(note: string): string {
    const number = this.#notes.push(note)
    return `<a style='mso-footnote-id:ftn${number}' href="#_ftn${number}" name="_ftnref${number}" title=""><span class=MsoFootnoteReference><span style='mso-special-character:footnote'><![if !supportFootnotes]>[${number}]<![endif]></span></span></a>`
  }
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\u00a0', '&nbsp;')
}
