import type { RecordFile } from '../../../shared/http/replies.ts'
import { byteOrderMark, csvRow } from '../../export/csv/csvRow.ts'

const heads = ['Datum', 'Från', 'Till', 'Ärende', 'Beteckning', 'Fil', 'Sökväg']

/** The lines of the register, a row for each file. */
export function registerCsv(files: readonly RecordFile[]): string {
  const rows = files.map(({ on, from, to, subject, designation, name, path }) => [
    ...[on, from, to, subject, designation, name, path],
  ])
  return `${byteOrderMark}${[heads, ...rows].map(row => csvRow(row)).join('')}`
}
