import type { Block } from '../../../../shared/document/blockContent.ts'
import type { FormTemplate } from '../../../../shared/form/FormTemplate.ts'
import { forms } from '../../../../shared/form/forms.ts'
import type { ReadNote } from '../../../../shared/import/ReadForm.ts'
import type { WordPart } from '../word/WordContent.ts'
import { textOf } from './inlines.ts'
import { foldedWords } from './letters.ts'
import { note } from './note.ts'
import { type Loose, loose } from './sections/SectionRead.ts'
import { blocksOf, hasWords } from './text/blocksOf.ts'
import type { TextLook } from './text/paragraphContent.ts'

/** What stands before the first heading. */
export interface FrontMatter {
  readonly notes: readonly ReadNote[]
  readonly loose: readonly Loose[]
}

const titles = forms.map(({ title }) => foldedWords(title))
const instructions = new Set(forms.flatMap(({ preamble }) => sentencesIn(preamble ?? '')))

/** Of a sentence of the instructions in another wording, the share of its words that they have too. */
const likeness = 0.8
const instructionWords = new Set([...instructions].flatMap(sentence => sentence.split(' ')))

/** The title and the instructions of a form are its own; all else is left over, a text for each subheading. */
export function frontMatter(
  parts: readonly WordPart[],
  { title }: FormTemplate,
  look: TextLook,
): FrontMatter {
  const notes: ReadNote[] = []
  const others = parts.filter(part => {
    if (part.is === 'table' || part.content.some(({ is }) => is === 'picture')) return true
    const text = textOf(part.content)
    const words = foldedWords(text)
    if (words === '') return true
    const isTitle = titles.some(one => words.startsWith(one)) || part.heading === 'title'
    // A long title says something of its own.
    if (isTitle && text.length <= 160) {
      if (words !== foldedWords(title)) notes.push(note('titleDiffers', text))
      return false
    }
    return !isInstruction(text)
  })
  return { notes, loose: bySubheading(blocksOf(others, look).blocks.filter(hasWords)) }
}

function isInstruction(text: string): boolean {
  const sentences = sentencesIn(text)
  return (
    sentences.length > 0 &&
    sentences.every(sentence => {
      if (instructions.has(sentence)) return true
      const words = sentence.split(' ')
      const known = words.filter(word => instructionWords.has(word)).length
      return (
        words.length >= 6 && known >= likeness * words.length && known < words.length + 1 && isNear(sentence)
      )
    })
  )
}

/** Only other spellings of the same sentence; words of one's own make it a text of one's own. */
function isNear(sentence: string): boolean {
  const letters = lettersOf(sentence)
  return [...instructions].some(one => Math.abs(lettersOf(one).length - letters.length) <= 3)
}

function lettersOf(text: string): string {
  return text.replace(/[^\p{L}]/gu, '')
}

function sentencesIn(text: string): readonly string[] {
  return foldedWords(text)
    .replace(/[()]/g, '')
    .split(/(?<=[.!?])\s+/)
    .map(sentence => sentence.trim())
    .filter(sentence => sentence !== '')
}

function bySubheading(blocks: readonly Block[]): readonly Loose[] {
  const groups: Block[][] = []
  for (const block of blocks) {
    const begins = block.type === 'paragraph' && (block.level ?? 0) > 0
    const group = groups.at(-1)
    if (begins || !group) groups.push([block])
    else group.push(block)
  }
  return groups.flatMap(group => loose('noHeading', group))
}
