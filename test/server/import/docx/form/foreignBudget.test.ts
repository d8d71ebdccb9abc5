import { describe, expect, it } from 'vitest'
import { readBudgetTables } from '../../../../../server/import/docx/form/budget/readBudgetTables.ts'
import type { WordTable } from '../../../../../server/import/docx/word/WordContent.ts'
import { isWritten } from '../../../../../shared/budget/seedBudget.ts'
import type { FilledForm, PartyContent } from '../../../../../shared/document/filledForm.ts'
import { formById } from '../../../../../shared/form/forms.ts'
import { table } from './content.ts'

const party = (organisation: string): PartyContent => ({
  ...{ organisation, contacts: null, email: null },
  ...{ resourcesSought: '', resourcesContributed: '' },
})

/** What of a form the budget is about: Heby owns it, with two partners. */
const form: FilledForm = {
  formId: '2022',
  sections: {
    owner: { kind: 'parties', role: 'owner', ...party('Heby kommun') },
    partners: {
      kind: 'parties',
      role: 'partner',
      items: [party('Försäkringskassan'), party('Region Uppsala')],
    },
  },
}

/** The rows in which something is written, with what stands in them alone; and what is said of them. */
function read(...tables: readonly WordTable[]) {
  const template = formById(form.formId)
  const section = template?.sections.find(one => one.kind === 'budget')
  if (!template || section?.kind !== 'budget') throw new Error('There is no budget in the form of 2022.')
  const found = readBudgetTables(tables, template, form)
  if (!found) return null
  const lines = found.content.lines.filter(line =>
    isWritten(section.budget, {
      ...line,
      amounts: new Map(line.amounts.map(({ party, kronor }) => [String(party), kronor])),
      years: new Map(Object.entries(line.years).map(([year, kronor]) => [Number(year), kronor])),
    }),
  )
  return {
    rows: lines.map(({ block, label, amounts }) => [
      block,
      label,
      Object.fromEntries(amounts.map(({ party, kronor }) => [party, kronor])),
    ]),
    lines,
    notes: found.notes.map(({ kind }) => kind),
  }
}

const head = ['Kostnadsslag', 'Tjänst i %', 'Från', 'Till']
const sum = 'ATT REKVIRERA - ALLA INSATSÄGARE'

describe('a budget in tables that people have made themselves', () => {
  it('is read from a table with the rows of the workbook', () => {
    const said = read(
      table(
        [...head, 'Huvudinsatsägare Heby kommun', 'Delinsatsägare 1 Försäkringskassan', sum],
        ['Kostnader att rekvirera från Samordningsförbundet', '', '', '', '', '', ''],
        ['Lönekostnader inkl PO-pålägg', '', '', '', '', '', ''],
        ['Processledare', '100', '2023-01-01', '2024-12-31', '1 200 000', '', '1 200 000'],
        ['Coach', '50 %', '', '', '', '300 000 kr', '300 000'],
        ['Summa lönekostnader', '', '', '', '1 200 000', '300 000', '1 500 000'],
        ['Övriga kostnader', '', '', '', '', '', ''],
        ['Resor', '', '', '', '25 000', '', '25 000'],
        ['Summa övriga kostnader', '', '', '', '25 000', '', '25 000'],
        ['Totalt från Samordningsförbundet', '', '', '', '1 225 000', '300 000', '1 525 000'],
      ),
    )
    expect(said?.rows).toEqual([
      ['salary', 'Processledare', { owner: 1_200_000 }],
      ['salary', 'Coach', { 0: 300_000 }],
      ['other', 'Resor', { owner: 25_000 }],
    ])
    expect(said?.lines[0]).toMatchObject({ percent: 100, from: '2023-01-01', to: '2024-12-31' })
    expect(said?.lines[1]).toMatchObject({ percent: 50, from: null, to: null })
  })

  it('is read in thousands where they are said, which is told', () => {
    const said = read(
      table(
        ['Alla belopp i tkr', '', '', '', '', ''],
        [...head, 'Huvudinsatsägare Heby kommun', sum],
        ['Lönekostnader', '', '', '', '', ''],
        ['Processledare', '', '', '', '1 200,5', '1 200,5'],
        ['Summa lönekostnader', '', '', '', '1 200,5', '1 200,5'],
      ),
    )
    expect(said?.rows).toEqual([['salary', 'Processledare', { owner: 1_200_500 }]])
    expect(said?.notes).toContain('amountGuessed')
  })

  it('is read from the summary alone, a row for each half, which is told', () => {
    const said = read(
      table(
        [
          '',
          'Att rekvirera från Samordningsförbundet',
          'Projektägarnas egenfinansiering',
          'Totalt projektet',
        ],
        ['Huvudinsatsägare: Heby kommun', '1 000 000', '200 000', '1 200 000'],
        ['Delinsatsägare 1: Försäkringskassan', '0', '50 000', '50 000'],
        ['Summa', '1 000 000', '250 000', '1 250 000'],
      ),
    )
    const bySide = said?.rows.map(([block, , amounts]) => [String(block).startsWith('own'), amounts])
    expect(bySide).toContainEqual([false, expect.objectContaining({ owner: 1_000_000 })])
    expect(bySide).toContainEqual([true, expect.objectContaining({ owner: 200_000 })])
    expect(bySide).toContainEqual([true, expect.objectContaining({ 0: 50_000 })])
    expect(said?.notes).toContain('amountGuessed')
  })

  it('gives columns that name nobody to the parties in their order', () => {
    const said = read(
      table(
        [...head, 'Huvudinsatsägare', 'Delinsatsägare 1', 'Delinsatsägare 2', sum],
        ['Lönekostnader', '', '', '', '', '', '', ''],
        ['Processledare', '', '', '', '100 000', '200 000', '300 000', '600 000'],
        ['Summa lönekostnader', '', '', '', '100 000', '200 000', '300 000', '600 000'],
      ),
    )
    expect(said?.rows).toEqual([['salary', 'Processledare', { owner: 100_000, 0: 200_000, 1: 300_000 }]])
  })

  it('says which columns are of a party that the form has not, and takes nothing from them', () => {
    const said = read(
      table(
        [
          ...head,
          'Huvudinsatsägare Heby kommun',
          'Delinsatsägare 1',
          'Delinsatsägare 2',
          'Delinsatsägare 3 Stiftelsen Eken',
          sum,
        ],
        ['Lönekostnader', '', '', '', '', '', '', '', ''],
        ['Processledare', '', '', '', '100 000', '50 000', '40 000', '900 000', '1 090 000'],
        ['Summa lönekostnader', '', '', '', '100 000', '50 000', '40 000', '900 000', '1 090 000'],
      ),
    )
    expect(said?.rows).toEqual([['salary', 'Processledare', { owner: 100_000, 0: 50_000, 1: 40_000 }]])
    expect(said?.notes).toContain('budgetNotTaken')
  })

  it('is read past headings in cells over several columns', () => {
    const plain = table(
      [...head, 'Huvudinsatsägare Heby kommun', sum],
      ['Lönekostnader'],
      ['Processledare', '100', '2023-01-01', '2024-12-31', '750 000', '750 000'],
      ['Summa lönekostnader', '', '', '', '750 000', '750 000'],
      ['Lokalkostnader'],
      ['Lokalhyra', '', '', '', '60 000', '60 000'],
      ['Summa lokalkostnader', '', '', '', '60 000', '60 000'],
    )
    const merged: WordTable = {
      ...plain,
      rows: plain.rows.map(row =>
        row.cells.length === 1 ? { ...row, cells: row.cells.map(cell => ({ ...cell, colspan: 6 })) } : row,
      ),
    }
    expect(read(merged)?.rows).toEqual([
      ['salary', 'Processledare', { owner: 750_000 }],
      ['premises', 'Lokalhyra', { owner: 60_000 }],
    ])
  })

  it('is none in tables about other things', () => {
    expect(read(table(['Aktivitet', 'Ansvarig'], ['Möte', 'Heby kommun']))).toBeNull()
    expect(read()).toBeNull()
  })
})
