import type { Block, ParagraphContent } from '../../shared/document/blockContent.ts'
import type { FilledForm } from '../../shared/document/filledForm.ts'
import { form2024 as form } from '../../shared/form/forms/2024/form.ts'
import { randomFrom } from '../randomFrom.ts'
import { madeUpText, pageLength } from '../text.ts'

/** Two versions of an ansökan on the 2024 form. */
export interface TwoVersions {
  readonly before: FilledForm
  readonly after: FilledForm
}

const richKeys = form.sections.filter(section => section.kind === 'rich').map(({ key }) => key)

/** So many pages of rich text in the form's eight sections. */
function pages(count: number, seed: number): FilledForm {
  const length = (count * pageLength) / richKeys.length
  return filled(richKeys.map((key, place) => [key, madeUpText(length, seed + place)]))
}

function filled(sections: readonly (readonly [string, readonly Block[]])[]): FilledForm {
  const contents = sections.map(([key, blocks]) => [key, { kind: 'rich', blocks }] as const)
  return { formId: form.id, sections: Object.fromEntries(contents) }
}

/** The pages, and the same with `edits` made here and there: words, paragraphs added, removed and moved. */
export function editedPages(count: number, edits: number): TwoVersions {
  const before = pages(count, 1)
  const random = randomFrom(count)
  const below = (limit: number) => Math.floor(random() * limit)
  const sections = richKeys.map(key => {
    const content = before.sections[key]
    return [key, content?.kind === 'rich' ? [...content.blocks] : []] as const
  })
  for (let edit = 0; edit < edits; edit += 1) {
    const blocks = sections[below(sections.length)]?.[1] ?? []
    const place = below(blocks.length)
    const block = blocks[place]
    const kind = below(6)
    if (kind < 3 && block?.type === 'paragraph') blocks[place] = rewritten(block, kind, below)
    else if (kind === 3) blocks.splice(place, 1)
    else if (kind === 4) blocks.splice(below(blocks.length), 0, ...blocks.splice(place, 1))
    else blocks.splice(place, 0, ...madeUpText(600, 1000 + edit).slice(0, 1))
  }
  return { before, after: filled(sections) }
}

/** Up to two words give place to two others. */
function rewritten(
  block: ParagraphContent,
  gone: number,
  below: (limit: number) => number,
): ParagraphContent {
  const [first, ...rest] = block.content
  if (first?.type !== 'text') return block
  const words = first.text.split(' ')
  words.splice(below(words.length), gone, 'ändrat', 'ord')
  return { ...block, content: [{ ...first, text: words.join(' ') }, ...rest] }
}

/** So many paragraphs of 500 letters, and each with a few words changed: nothing to align, only words to compare. */
export function editedParagraphs(count: number): TwoVersions {
  const random = randomFrom(count)
  const below = (limit: number) => Math.floor(random() * limit)
  const before = Array.from({ length: count }, (_, nth): ParagraphContent => {
    const [first] = madeUpText(500, 2000 + nth)
    if (first?.type !== 'paragraph') throw new Error('Made-up text begins with a paragraph.')
    return first
  })
  const after = before.map(block => rewritten(rewritten(block, 1, below), 2, below))
  return { before: filled([['background', before]]), after: filled([['background', after]]) }
}

const sentence =
  'Parterna ska tillsammans verka för att insatsen når fler i länet och att stödet ges i rätt tid.'

function paragraphs(count: number, text: (nth: number) => string): FilledForm {
  const blocks = Array.from(
    { length: count },
    (_, nth): Block => ({ type: 'paragraph', content: [{ type: 'text', text: text(nth) }] }),
  )
  return filled([['background', blocks]])
}

/** 50 000 words or so as one paragraph. */
function manyWords(seed: number): FilledForm {
  const texts = madeUpText(350_000, seed).flatMap(block =>
    block.type === 'paragraph'
      ? block.content.map(inline => (inline.type === 'text' ? inline.text : ''))
      : [],
  )
  return paragraphs(1, () => texts.join(' '))
}

/** What is hard to compare, by name. */
export const worstCases: Readonly<Record<string, () => TwoVersions>> = {
  '60 pages, all different': () => ({ before: pages(60, 1), after: pages(60, 100) }),
  '3 000 equal paragraphs, 100 gone': () => ({
    before: paragraphs(3000, () => sentence),
    after: paragraphs(2900, () => sentence),
  }),
  '3 000 nearly equal paragraphs, all changed': () => ({
    before: paragraphs(3000, () => `${sentence} Ja.`),
    after: paragraphs(3000, () => `${sentence} Nej.`),
  }),
  '3 000 nearly equal paragraphs, in the reverse order': () => ({
    before: paragraphs(3000, nth => `${sentence} Punkt ${nth}.`),
    after: paragraphs(3000, nth => `${sentence} Punkt ${2999 - nth}.`),
  }),
  'one paragraph of 50 000 words, rewritten': () => ({ before: manyWords(1), after: manyWords(2) }),
}
