import type { AuditEntry } from '../../shared/http/auditLog.ts'
import { escaped } from '../operations/logLine.ts'
import { swedishTime } from '../time/swedishTime.ts'
import { actWords, detailWords, stateWords, valueKeys, valueWords } from './csvWords.ts'

/** So that Excel reads it as UTF-8. */
const byteOrderMark = '\uFEFF'

const heads = ['Nr', 'Tid', 'Person', 'Part', 'Händelse', 'Ansökan', 'Läge', 'Uppgifter', 'Händelsens kod']

/** The first line of the file. Semicolons and Swedish times, as Excel in Sweden expects; the rest is RFC 4180. */
export const csvHead = `${byteOrderMark}${rowOf(heads)}`

/** One entry, with the end of its line. */
export function csvRow(entry: AuditEntry): string {
  const { number, at, act, person, applicationId, state, details } = entry
  return rowOf([
    String(number),
    swedishTime(Date.parse(at)),
    person?.name ?? '',
    person?.partyShortName ?? '',
    actWords[act],
    applicationId ?? '',
    state === null ? '' : (stateWords.get(state) ?? state),
    Object.entries(details)
      .map(([key, value]) => `${detailWords.get(key) ?? key}: ${inWords(key, value)}`)
      .join(', '),
    act,
  ])
}

function inWords(key: string, value: string): string {
  return (valueKeys.has(key) ? valueWords.get(value) : undefined) ?? value
}

function rowOf(cells: readonly string[]): string {
  return `${cells.map(cell).join(';')}\r\n`
}

/**
 * Quoted always. What a spreadsheet would take for a formula begins with an apostrophe instead, also after spaces; what
 * ends a line or moves a cursor is written out.
 */
function cell(text: string): string {
  const plain = escaped(text)
  const safe = /^\s*[=+\-@\t\r\n＝＋－＠]/u.test(text) ? `'${plain}` : plain
  return `"${safe.replaceAll('"', '""')}"`
}
