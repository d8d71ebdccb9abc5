import { BorderStyle, type IParagraphStyleOptions } from 'docx'

/** Ids of the styles that a paper has beside those of an ansökan. */
export const paperStyles = {
  lead: 'Ingress',
  quiet: 'Anmarkning',
  quote: 'Citat',
  cell: 'Tabelltext',
  cellQuote: 'TabellCitat',
  tableCaption: 'Tabellrubrik',
} as const

const quoted = { left: { style: BorderStyle.SINGLE, size: 18, space: 6, color: '767676' } }

/** Sizes in half points; distances in twentieths of a point. */
export const paperParagraphStyles: readonly IParagraphStyleOptions[] = [
  { id: paperStyles.lead, name: 'Ingress', basedOn: 'Normal', next: 'Normal', run: { size: 26 } },
  {
    id: paperStyles.quiet,
    name: 'Anmärkning',
    basedOn: 'Normal',
    next: 'Normal',
    run: { size: 20, color: '404040' },
    paragraph: { spacing: { before: 240 } },
  },
  {
    id: paperStyles.quote,
    name: 'Citat',
    basedOn: 'Normal',
    next: 'Normal',
    paragraph: { indent: { left: 240 }, border: quoted },
  },
  {
    id: paperStyles.cell,
    name: 'Tabelltext',
    basedOn: 'Normal',
    next: paperStyles.cell,
    run: { size: 20 },
    paragraph: { spacing: { before: 20, after: 40, line: 250, lineRule: 'auto' } },
  },
  {
    id: paperStyles.cellQuote,
    name: 'Tabellcitat',
    basedOn: paperStyles.cell,
    next: paperStyles.cell,
    paragraph: { indent: { left: 160 }, border: quoted },
  },
  {
    id: paperStyles.tableCaption,
    name: 'Tabellrubrik',
    basedOn: 'Normal',
    next: 'Normal',
    run: { bold: true },
    paragraph: { spacing: { before: 120, after: 60 }, keepNext: true },
  },
]
