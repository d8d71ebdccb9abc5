import type { Block, ParagraphContent } from '../shared/document/blockContent.ts'
import { randomFrom } from './randomFrom.ts'

/** Letters on a printed page of the form. */
export const pageLength = 2_500

const words =
  'arbete stöd insats person samverkan mål behov väg studier hälsa team möte plan vecka år steg tid resurs part region kommun coach individ process rehabilitering sysselsättning egenförsörjning handläggare deltagare kartläggning uppföljning arbetsmarknad erfarenhet möjlighet gemensam långsiktig tidig tydlig nära flera egen ny och att som med för av till i på från mellan under genom utan efter också inte kan ska får ger gör når bygger prövar följer'.split(
    ' ',
  )

/** Made-up rich text of about `length` letters: subheadings, paragraphs with marks, lists and a table. */
export function madeUpText(length: number, seed: number): Block[] {
  const random = randomFrom(seed)
  const blocks: Block[] = [paragraph(sentence(random, 500))]
  let written = 500
  const add = (block: Block, size: number) => {
    blocks.push(block)
    written += size
  }
  add(madeUpTable(random), 600)
  while (written < length) {
    add({ ...paragraph(sentence(random, 40)), level: 1 }, 40)
    for (let index = 0; index < 3; index += 1) add(marked(random, 550), 550)
    for (let index = 0; index < 5; index += 1) add({ ...paragraph(sentence(random, 90)), list: 'bullet' }, 90)
    add({ ...paragraph(sentence(random, 30)), level: 2 }, 30)
    for (let index = 0; index < 2; index += 1) add(marked(random, 400), 400)
  }
  return blocks
}

function sentence(random: () => number, length: number): string {
  let text = ''
  while (text.length < length) {
    const word = words[Math.floor(random() * words.length)] ?? ''
    const begins = text === '' || text.endsWith('. ')
    text += begins ? word.charAt(0).toUpperCase() + word.slice(1) : word
    text += random() < 0.08 ? '. ' : ' '
  }
  return `${text.trim()}.`
}

function paragraph(text: string): ParagraphContent {
  return { type: 'paragraph', content: [{ type: 'text', text }] }
}

function marked(random: () => number, length: number): ParagraphContent {
  return {
    type: 'paragraph',
    content: [
      { type: 'text', text: sentence(random, length / 2) },
      { type: 'text', text: ' ' },
      { type: 'text', text: sentence(random, 20), bold: true },
      { type: 'text', text: ` ${sentence(random, length / 2 - 20)}` },
    ],
  }
}

function madeUpTable(random: () => number): Block {
  const rows = Array.from({ length: 6 }, (_, row) =>
    Array.from({ length: 3 }, () => ({
      ...(row === 0 ? { header: true } : {}),
      content: [paragraph(sentence(random, 30))],
    })),
  )
  return { type: 'table', rows }
}
