import { address, formula, sameWords, sumOf, words, wordsOver } from './cells.ts'
import { type DetailedPlaces, firstPartyColumn, inDetailed, partyWords } from './detailedSheet.ts'
import { periodCells } from './periodCells.ts'
import { SheetRows, type WrittenSheet } from './SheetRows.ts'
import { markOf, tabs, type WorkbookContent, withName } from './WorkbookContent.ts'

const soughtColumn = 3
const ownColumn = 4
const bothColumn = 5

/** The row of the detailed sheet in which the organisations stand. */
const organisationsRow = 5

/** *Budgetsammanställning*: what each party asks for and pays itself. Nothing is filled in here. */
export function summarySheet(content: WorkbookContent, places: DetailedPlaces): WrittenSheet {
  const { formId, template, name, budget, sums, hasKeys } = content
  const { labels, sheets } = template
  const rows = new SheetRows()
  const head = (text: string | null) => words(text, 'head')

  rows.add(markOf(formId, 'summary'), [words(withName(sheets.summary, name), 'title')])
  rows.add('', periodCells(content))
  rows.add('', [
    words(`Fylls inte i: beloppen hämtas från bladet ”${tabs.detailed}”. Hela kronor (kr).`, 'hint'),
  ])
  const heads = [null, null, labels.summarySought, labels.summaryOwn, labels.summaryTotal]
  rows.add('', heads.map(head))
  rows.add('', [null, null, 'kr', 'kr', 'kr'].map(head))
  rows.add('')

  const first = rows.next
  for (const [index, party] of budget.parties.entries()) {
    const column = firstPartyColumn + index
    const row = rows.next
    const of = (which: 'sought' | 'own' | 'grand') => sums[which].byParty.get(party.key) ?? 0
    rows.add(hasKeys ? party.key : '', [
      words(partyWords(content)(party), 'computed'),
      sameWords(inDetailed(column, organisationsRow), party.organisation, 'computed'),
      formula(inDetailed(column, places.soughtRow), of('sought'), 'computed'),
      formula(inDetailed(column, places.ownRow), of('own'), 'computed'),
      formula(`${address(soughtColumn, row)}+${address(ownColumn, row)}`, of('grand'), 'computed'),
    ])
  }
  const last = rows.next - 1
  const down = (column: number) => (last < first ? '0' : sumOf(address(column, first), address(column, last)))
  rows.add('sum:grand', [
    words(labels.summarySum, 'total'),
    words(null, 'total'),
    formula(down(soughtColumn), sums.sought.total, 'total'),
    formula(down(ownColumn), sums.own.total, 'total'),
    formula(down(bothColumn), sums.grand.total, 'total'),
  ])
  rows.add('')
  rows.add('', wordsOver(5, labels.summaryNote, 'note'))
  return rows.sheet(tabs.summary, [14, 24, 36, 20, 20, 20])
}
