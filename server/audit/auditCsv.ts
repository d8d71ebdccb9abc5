import type { AuditEntry } from '../../shared/http/auditLog.ts'
import { byteOrderMark, csvRow as rowOf } from '../export/csv/csvRow.ts'
import { swedishTime } from '../time/swedishTime.ts'
import { actWords, detailWords, stateWords, valueKeys, valueWords } from './csvWords.ts'

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
