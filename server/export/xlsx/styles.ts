import type { CellObject } from 'write-excel-file/node'

type Style = Pick<
  CellObject,
  | 'align'
  | 'alignVertical'
  | 'backgroundColor'
  | 'borderColor'
  | 'borderStyle'
  | 'fontSize'
  | 'fontStyle'
  | 'fontWeight'
  | 'format'
  | 'textColor'
  | 'topBorderStyle'
  | 'wrap'
>

export type StyleName =
  | 'title'
  | 'plain'
  | 'hint'
  | 'note'
  | 'head'
  | 'section'
  | 'block'
  | 'input'
  | 'key'
  | 'computed'
  | 'sum'
  | 'total'
  | 'hidden'

const lines: Style = { borderStyle: 'thin', borderColor: '#BFBFBF' }
const sumColor = '#E7E6E6'

/** Excel writes the mark between thousands as the reader's own language has it: a space in Swedish. */
export const kronorFormat = '#,##0'
export const percentFormat = '0" %"'
export const dayFormat = 'yyyy-mm-dd'

/** How the cells look. What is filled in is tinted, as in the original («Fyll i färgmarkerade fält»). */
export const styles: Record<StyleName, Style> = {
  title: { fontSize: 14, fontWeight: 'bold' },
  plain: {},
  note: { fontStyle: 'italic', textColor: '#595959', wrap: true, alignVertical: 'top' },
  hint: { fontStyle: 'italic', textColor: '#595959' },
  head: {
    ...lines,
    ...{ fontWeight: 'bold', backgroundColor: '#D9E2F3', wrap: true },
    ...{ align: 'center', alignVertical: 'center' },
  },
  /** Says what tinted cells are for; not one of them. */
  key: { backgroundColor: '#FFF2CC' },
  section: { fontWeight: 'bold', fontSize: 12, backgroundColor: '#D9E2F3' },
  block: { fontWeight: 'bold' },
  input: { ...lines, wrap: true, backgroundColor: '#FFF2CC' },
  computed: { ...lines, wrap: true },
  sum: { ...lines, fontWeight: 'bold', backgroundColor: sumColor },
  total: { ...lines, fontWeight: 'bold', backgroundColor: sumColor, topBorderStyle: 'double' },
  hidden: { textColor: '#7F7F7F' },
}
