import { describe, expect, it } from 'vitest'
import { csvHead, csvRow } from '../../../server/audit/auditCsv.ts'
import type { AuditEntry } from '../../../shared/http/auditLog.ts'

const entry: AuditEntry = {
  number: 7,
  at: '2026-11-22T13:05:33.000Z',
  act: 'roleChanged',
  person: { id: 'anna', name: 'Anna "Ann" Ek', partyShortName: 'Heby' },
  applicationId: 'aaaaaaaaaaaa',
  state: 'reviewRound',
  details: { person: 'Bo; Al', from: 'reader', to: 'reviewer' },
}

/** Reads a file as RFC 4180 has it, with semicolons. */
function cellsOf(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  const cells = /"((?:[^"]|"")*)"(;|\r\n)/gy
  for (let cell = cells.exec(text); cell; cell = cells.exec(text)) {
    row.push((cell[1] ?? '').replaceAll('""', '"'))
    if (cell[2] === ';') continue
    rows.push(row)
    row = []
  }
  const read = rows.flat().reduce((sum, cell) => sum + cell.replaceAll('"', '""').length + 3, rows.length)
  expect(read).toBe(text.length)
  return rows
}

describe('a line of the file', () => {
  it('has what the entry has, in Swedish, at Swedish time', () => {
    expect(csvHead.startsWith('\uFEFF"Nr";"Tid";"Person";')).toBe(true)
    expect(Buffer.from(csvHead).subarray(0, 3).toString('hex')).toBe('efbbbf')
    expect(cellsOf(csvRow(entry))).toEqual([
      [
        '7',
        '2026-11-22 14:05:33',
        'Anna "Ann" Ek',
        'Heby',
        'Ändrade roll',
        'aaaaaaaaaaaa',
        'Remiss',
        'person: Bo; Al, från: Läsa, till: Granska',
        'roleChanged',
      ],
    ])
  })

  it('has nothing that a spreadsheet takes for a formula', () => {
    const formulas = [
      '=1+1',
      '+1',
      '-1',
      '@SUM(A1)',
      '\t=1',
      '\r=1',
      '\n=1',
      '  =1',
      '\u00a0=1',
      '＝1',
      '＋1',
      '－1',
      '＠A',
    ]
    for (const name of formulas) {
      const [cells = []] = cellsOf(csvRow({ ...entry, person: { id: 'x', name, partyShortName: name } }))
      for (const cell of [cells[2], cells[3]]) expect(cell?.startsWith("'"), JSON.stringify(name)).toBe(true)
    }
    const [cells = []] = cellsOf(csvRow({ ...entry, state: '=cmd', applicationId: '@x' }))
    expect([cells[5], cells[6]]).toEqual(["'@x", "'=cmd"])
  })

  it('is one line, whatever was written', () => {
    const label = 'a\r\n"b";\u001b[31m\u009b\u202e\u2028'
    const text = csvRow({ ...entry, details: { label } })
    expect(text.trimEnd()).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u)
    expect(cellsOf(text)).toHaveLength(1)
    expect(cellsOf(text)[0]?.[7]).toBe('namn: a\\u000d\\u000a"b";\\u001b[31m\\u009b\\u202e\\u2028')
  })
})
