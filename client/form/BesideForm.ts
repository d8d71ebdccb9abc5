import type { ReactNode } from 'react'
import type { Section } from '../../shared/form/FormTemplate.ts'
import type { FieldPath } from './fieldPath.ts'

/** A row of a sheet of cells. */
export interface RowOfCells {
  readonly key: string
  /** The one of the section's sheets that it stands in. */
  readonly sheet: string
  readonly name: string
  /** The cell that one is in, if that is in this row, else the one that stands for the row. */
  readonly cell: () => FieldPath
  /** Whether the one cell that Tab stops at is in this row. */
  readonly isActive: () => boolean
  /** Told when that may be another. */
  readonly subscribe: (listener: () => void) => () => void
}

/** What the page draws beside the parts of a form, such as what is said about them. Always the same object. */
export interface BesideForm {
  /** In the line of a heading. */
  heading(section: Section): ReactNode
  /** After its heading in the contents. */
  contents(section: Section): ReactNode
  /** After a field. */
  field(section: Section, path: FieldPath, label: string): ReactNode
  /** After the name of a row of cells. */
  row(section: Section, row: RowOfCells): ReactNode
  /** A line of a fixed text, which begins at `from` in the whole (`shared/form/agreementText.ts`). */
  fixedLine(section: Section, words: string, from: number): ReactNode
}
