import { escaped } from '../../operations/logLine.ts'

/** Begins a file, so that Excel reads it as UTF-8. */
export const byteOrderMark = '\uFEFF'

/** One row with its end. Semicolons, as Excel in Sweden expects; the rest is RFC 4180. `lines` keeps line breaks in cells. */
export function csvRow(cells: readonly string[], lines: 'lines' | 'oneLine' = 'oneLine'): string {
  const written = cells.map(text => {
    const parts = lines === 'lines' ? text.replaceAll('\r\n', '\n').split('\n') : [text]
    return cell(text, parts.map(escaped).join('\n'))
  })
  return `${written.join(';')}\r\n`
}

/**
 * Quoted always. What a spreadsheet would take for a formula begins with an apostrophe instead, also after spaces; what
 * ends a line or moves a cursor is written out.
 */
function cell(text: string, plain: string): string {
  const safe = /^\s*[=+\-@\t\r\n＝＋－＠]/u.test(text) ? `'${plain}` : plain
  return `"${safe.replaceAll('"', '""')}"`
}
