import type { PrintedSum, ReadWorkbook, WorkbookLine, WorkbookParty } from '../../../../shared/http/budget.ts'
import { placeOf, type Sheet } from '../workbook/Sheet.ts'
import type { Notes } from './Notes.ts'
import { placeholderAt } from './partyHeadings.ts'
import type { SummaryTable } from './summaryTable.ts'
import { bare } from './words.ts'

/** Says which columns have only a word that holds the place of a name. */
export function sayPlaceholders(sheet: Sheet, parties: readonly WorkbookParty[], notes: Notes): void {
  for (const party of parties) {
    const address = party.name === null ? placeOf(party.cell) : null
    const word = address && placeholderAt(sheet, address)
    if (word) notes.add('placeholderLeft', sheet, party.cell, word)
  }
}

/** One row *Övrigt* for each party that the summary has an amount of: of what it is, nobody knows more. */
export function linesOfSummary({ rows }: SummaryTable): readonly WorkbookLine[] {
  return rows.flatMap(({ party: { cell }, sought, own }, party): WorkbookLine[] =>
    (
      [
        ['other', sought],
        ['ownOther', own],
      ] as const
    ).flatMap(([block, amount]) =>
      amount === null || amount.value === 0
        ? []
        : [
            {
              ...{ key: null, cell, block, label: 'Övrigt', percent: null, from: null, to: null },
              ...{ specification: null, amounts: [{ ...amount, party }], years: [] },
            },
          ],
    ),
  )
}

/** The sums of the *Budgetsammanställning*, by the names of its rows; `times` brings them into the unit of the rows. */
export function printedOfSummary(
  { rows, sums }: SummaryTable,
  parties: readonly WorkbookParty[],
  sheet: string,
  times: number,
): readonly PrintedSum[] {
  const columns = ['sought', 'own', 'grand'] as const
  const printed = (row: Omit<SummaryTable['rows'][number], 'party'>, party: number | null): PrintedSum[] =>
    columns.flatMap(column => {
      const amount = row[column]
      return amount === null
        ? []
        : [{ ...amount, value: amount.value * times, sheet, party, of: { is: 'summary', column } }]
    })
  const named = rows.flatMap(row => {
    const party = parties.findIndex(({ name }) => bare(name ?? '') === bare(row.party.name ?? ''))
    return party === -1 || row.party.name === null ? [] : printed(row, party)
  })
  return [...named, ...(sums ? printed(sums, null) : [])]
}

/** Leaves out the columns that have neither a name nor an amount, which the template has room for. */
export function usedParties(
  parties: readonly WorkbookParty[],
  lines: readonly WorkbookLine[],
  printed: readonly PrintedSum[],
): Pick<ReadWorkbook, 'parties' | 'lines' | 'printed'> {
  const hasAmount = (party: number) => lines.some(line => line.amounts.some(amount => amount.party === party))
  const used = parties.flatMap(({ name }, party) => (name !== null || hasAmount(party) ? [party] : []))
  const places = new Map(used.map((party, place) => [party, place]))
  return {
    parties: used.flatMap(party => parties[party] ?? []),
    lines: lines.map(line => ({
      ...line,
      amounts: line.amounts.flatMap(amount => {
        const party = places.get(amount.party)
        return party === undefined ? [] : [{ ...amount, party }]
      }),
      years: [...line.years],
    })),
    printed: printed.flatMap(sum => {
      if (sum.party === null) return [sum]
      const party = places.get(sum.party)
      return party === undefined ? [] : [{ ...sum, party }]
    }),
  }
}
