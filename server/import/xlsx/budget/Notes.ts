import {
  type WorkbookNote,
  type WorkbookNoteKind,
  workbookNotesMost,
} from '../../../../shared/http/budget.ts'
import type { Sheet } from '../workbook/Sheet.ts'

/** Said once, however often it is so. */
const onceKinds: readonly WorkbookNoteKind[] = [
  'figuresAsText',
  'percentGuessed',
  'dayGuessed',
  'yearRowGuessed',
]

/** What there is to say about a file, with where. */
export class Notes {
  readonly #notes: WorkbookNote[] = []
  readonly #known = new Set<string>()
  #more = 0

  /** Says it; the same of the same words only once, where the words are a placeholder. */
  add(
    kind: WorkbookNoteKind,
    sheet: Sheet | null = null,
    cell: string | null = null,
    said: string | null = null,
  ): void {
    const same = onceKinds.includes(kind) ? kind : kind === 'placeholderLeft' ? `${kind} ${said}` : null
    if (same !== null) {
      if (this.#known.has(same)) return
      this.#known.add(same)
    }
    if (this.#notes.length >= workbookNotesMost) this.#more += 1
    else this.#notes.push({ kind, sheet: sheet?.name ?? null, cell, said: said?.slice(0, 200) ?? null })
  }

  get said(): readonly WorkbookNote[] {
    return this.#notes
  }

  get more(): number {
    return this.#more
  }
}
