import type { Extensions } from '@tiptap/core'
import { Bold } from './bold.ts'
import { BudgetFigure } from './budgetFigure.ts'
import { Comment } from './comment.ts'
import { Figure } from './figure.ts'
import { Footnote } from './footnote.ts'
import { Italic } from './italic.ts'
import { Link } from './link.ts'
import { Paragraph } from './paragraph.ts'
import { SectionDocument } from './sectionDocument.ts'
import { Table } from './table.ts'
import { TableCell } from './tableCell.ts'
import { TableHeader } from './tableHeader.ts'
import { TableRow } from './tableRow.ts'
import { Text } from './text.ts'

/**
 * All that a rich-text section may hold, without views. `imageUrl` gives the address of a stored picture.
 * What is added here raises `schemaVersion` and is added to the guard's text schema too.
 */
export function sectionNodes(imageUrl: (hash: string) => string): Extensions {
  return [
    SectionDocument,
    Paragraph,
    Text,
    Table,
    TableRow,
    TableCell,
    TableHeader,
    Figure.configure({ imageUrl }),
    Footnote,
    BudgetFigure,
    Link,
    Bold,
    Italic,
    Comment,
  ]
}
