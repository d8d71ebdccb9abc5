/**
 * The cells of `text/plain` from a spreadsheet: tabs part cells, line ends part rows. A cell with a tab or a line end in
 * it stands in quotation marks, doubled where they are its own; quotation marks that end in the middle of a cell are
 * its own too. The line end that spreadsheets put last begins no row.
 */
export function tabbedCells(text: string): string[][] {
  const plain = text.replace(/\r\n?/g, '\n').replace(/\n$/, '')
  const rows: string[][] = [[]]
  for (const [, quoted, bare = '', end] of plain.matchAll(
    /(?:"((?:[^"]|"")*)"(?=[\t\n]|$)|([^\t\n]*))([\t\n]|$)/g,
  )) {
    rows.at(-1)?.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'))
    if (end === '\n') rows.push([])
    if (end === '') break
  }
  return rows
}
