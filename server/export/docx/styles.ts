import { BorderStyle, type IStylesOptions } from 'docx'

/** Ids of the styles that are used; Word shows their names in its own language. */
export const styles = {
  title: 'Title',
  section: 'Heading1',
  subheading: 'Heading2',
  smallHeading: 'Heading3',
  preamble: 'Inledning',
  label: 'Ledtext',
  caption: 'Caption',
  footnote: 'FootnoteText',
  empty: 'EjIfyllt',
  /** The empty paragraph after a table. */
  spacer: 'Mellanrum',
  /** Cells of tables in running text, heads and others: they look as they are, and are known by it when read back. */
  headCell: 'Tabellhuvud',
  cell: 'Tabelltext',
  /** What explains a row of the budget, under its name. */
  specification: 'Specifikation',
} as const

const font = 'Calibri'

/** Sizes in half points; distances in twentieths of a point. */
export const documentStyles: IStylesOptions = {
  default: {
    document: {
      run: { font, size: 22, language: { value: 'sv-SE' } },
      paragraph: { spacing: { after: 120, line: 276, lineRule: 'auto' } },
    },
    title: {
      run: { font, size: 36, bold: true },
      paragraph: { spacing: { after: 120, line: 276, lineRule: 'auto' } },
    },
    heading1: {
      run: { font, size: 24, bold: true },
      paragraph: {
        outlineLevel: 0,
        spacing: { before: 360, after: 120 },
        keepNext: true,
        border: {
          top: { style: BorderStyle.SINGLE, size: 6, space: 4, color: '404040' },
          bottom: { style: BorderStyle.SINGLE, size: 6, space: 4, color: '404040' },
          left: { style: BorderStyle.SINGLE, size: 6, space: 4, color: '404040' },
          right: { style: BorderStyle.SINGLE, size: 6, space: 4, color: '404040' },
        },
      },
    },
    heading2: {
      run: { font, size: 24, bold: true },
      paragraph: { outlineLevel: 1, spacing: { before: 240, after: 80 }, keepNext: true },
    },
    heading3: {
      run: { font, size: 22, bold: true, italics: true },
      paragraph: { outlineLevel: 2, spacing: { before: 160, after: 60 }, keepNext: true },
    },
    footnoteText: {
      run: { font, size: 18 },
      paragraph: { spacing: { after: 40, line: 240, lineRule: 'auto' } },
    },
    hyperlink: { run: { color: '0B57A4', underline: {} } },
  },
  paragraphStyles: [
    {
      id: styles.preamble,
      name: 'Inledning',
      basedOn: 'Normal',
      next: 'Normal',
      run: { italics: true, size: 20 },
    },
    {
      id: styles.label,
      name: 'Ledtext',
      basedOn: 'Normal',
      next: 'Normal',
      run: { bold: true },
      paragraph: { spacing: { before: 120, after: 20 }, keepNext: true },
    },
    {
      id: styles.caption,
      name: 'caption',
      basedOn: 'Normal',
      next: 'Normal',
      run: { italics: true, size: 20 },
    },
    { id: styles.empty, name: 'Ej ifyllt', basedOn: 'Normal', next: 'Normal', run: { color: '595959' } },
    {
      id: styles.spacer,
      name: 'Mellanrum',
      basedOn: 'Normal',
      next: 'Normal',
      run: { size: 12 },
      paragraph: { spacing: { after: 0, line: 240, lineRule: 'auto' } },
    },
    {
      id: styles.headCell,
      name: 'Tabellhuvud',
      basedOn: 'Normal',
      run: { bold: true, size: 20 },
      paragraph: { spacing: { before: 40, after: 40, line: 252, lineRule: 'auto' } },
    },
    {
      id: styles.cell,
      name: 'Tabelltext',
      basedOn: 'Normal',
      run: { size: 20 },
      paragraph: { spacing: { before: 40, after: 40, line: 252, lineRule: 'auto' } },
    },
    {
      id: styles.specification,
      name: 'Specifikation',
      basedOn: 'Normal',
      run: { size: 16, italics: true },
      paragraph: { spacing: { before: 0, after: 20, line: 240, lineRule: 'auto' } },
    },
  ],
}
