import type { EditorState } from '@tiptap/pm/state'
import { isInTable } from '@tiptap/pm/tables'
import type { editor } from '../text/sv/editor.ts'
import { isFootnote } from './commands/footnotes.ts'
import { hasLook } from './commands/marks.ts'
import { attributesOf, selectedParagraphs } from './commands/paragraphs.ts'

/** What the toolbar shows of the selection. Plain values: equal looks draw the same toolbar. */
export interface Look {
  /** 0 is running text; null where the selection has several or none. */
  readonly level: 0 | 1 | 2 | null
  readonly list: 'bullet' | 'number' | null
  /** Step of indent. */
  readonly indent: number
  readonly bold: boolean
  readonly italic: boolean
  readonly inLink: boolean
  readonly inTable: boolean
  readonly inFootnote: boolean
  readonly inFigure: boolean
}

/** Costs what is selected, not what the section holds. */
export function lookOf(state: EditorState): Look {
  const { $head } = state.selection
  const paragraphs = selectedParagraphs(state).map(({ node }) => attributesOf(node))
  const first = paragraphs[0]
  const same = first !== undefined && paragraphs.every(other => other.level === first.level)
  const listed = first !== undefined && paragraphs.every(other => other.list === first.list)
  return {
    level: same ? (first.level ?? 0) : null,
    list: listed && first.level === null ? first.list : null,
    indent: first?.indent ?? 0,
    bold: hasLook(state, 'bold'),
    italic: hasLook(state, 'italic'),
    inLink: $head.marks().some(mark => mark.type.name === 'link'),
    inTable: isInTable(state),
    inFootnote: isFootnote($head),
    inFigure: $head.parent.type.name === 'figure',
  }
}

export function sameLook(one: Look, other: Look): boolean {
  return (Object.keys(one) as (keyof Look)[]).every(name => one[name] === other[name])
}

/** What a paragraph is called, e.g. `Punktlista, nivå 2`. */
export function blockWords({ level, list, indent }: Look, words: typeof editor): string {
  if (level === 1 || level === 2) return words.level[level]
  if (list === null) return words.level[0]
  return words.listAtStep(words.list[list], indent + 1)
}
