import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { budgetStore } from '../../../client/budget/BudgetStore.ts'
import type { Entry } from '../../../client/comment/acts.ts'
import { fieldOf } from '../../../client/comment/placeOnPage.ts'
import { placeWords } from '../../../client/comment/placeWords.ts'
import { rowThreads } from '../../../client/comment/rowThreads.ts'
import { itemPath } from '../../../client/form/fieldPath.ts'
import { texts } from '../../../client/text/text.ts'
import { amountKey, otherRows, shareKey } from '../../../shared/budget/budgetKeys.ts'
import { form2024 as form } from '../../../shared/form/forms/2024/form.ts'
import { thread } from './threads.ts'

const { sv } = texts
const section = 'budget'
const heading = form.sections.find(({ key }) => key === section)?.heading ?? ''
const { labels } = budgetStore(new Y.Doc(), form).template

function about(id: string, path: string): Entry {
  const place = { is: 'field', section, field: fieldOf(path), quote: '5 kr, Rehabcoach' } as const
  return { thread: thread(id, { place }), waiting: [] }
}

describe('the threads of a row', () => {
  const entries = [
    about('amount', amountKey('owner', 'salary-1')),
    about('label', itemPath('salary-1', 'label')),
    about('partner', amountKey('fk1', 'salary-1')),
    about('year', shareKey(2025, 'salary-1')),
    about('together', shareKey(2025, otherRows)),
    about('another', amountKey('owner', 'salary-10')),
    { thread: thread('words'), waiting: [] },
  ]
  const inRow = (sheet: string, row: string) =>
    rowThreads(entries, section, sheet, row)
      .split(',')
      .map(id => id.replace(/0+$/, ''))

  it('are those about any of its cells, in the sheet where the cell stands', () => {
    expect(inRow('detailed', 'salary-1')).toEqual(['amount', 'label', 'partner'])
    expect(inRow('years', 'salary-1')).toEqual(['year'])
    expect(inRow('years', otherRows)).toEqual(['together'])
    expect(inRow('detailed', 'salary-10')).toEqual(['another'])
  })

  it('are none for a row that nobody has said anything of, nor for what is no cell', () => {
    expect(rowThreads(entries, section, 'detailed', 'salary-2')).toBe('')
    expect(rowThreads(entries, 'owner', 'detailed', 'salary-1')).toBe('')
    expect(rowThreads([about('odd', 'start')], section, 'detailed', 'start')).toBe('')
  })
})

describe('what a comment on a cell is about', () => {
  const doc = new Y.Doc()
  const store = budgetStore(doc, form)
  const line = (label: string) => new Y.Map(Object.entries({ order: 'a0', block: 'salary', label }))
  doc.getMap('owner').set('organisation', 'Heby kommun')
  doc.getMap('partners').set('fk1', new Y.Map(Object.entries({ order: 'a0' })))
  doc.getMap(section).set('salary-1', line('Rehabcoach'))
  const said = (path: string) => {
    const { place } = about('a', path).thread
    return placeWords(sv, form, place, store.budget())
  }

  it('is its row and its column, as they are called now', () => {
    expect(said(amountKey('owner', 'salary-1'))).toBe('Rehabcoach, Heby kommun')
    expect(said(amountKey('fk1', 'salary-1'))).toBe(`Rehabcoach, ${labels.partner.replace('{number}', '1')}`)
    expect(said(shareKey(2025, 'salary-1'))).toBe('Rehabcoach, 2025')
    expect(said(shareKey(2025, otherRows))).toBe(`${labels.otherPerYear}, 2025`)
    expect(said(itemPath('salary-1', 'label'))).toBe('Rehabcoach')
    expect(said(itemPath('salary-1', 'percent'))).toBe(`Rehabcoach, ${labels.percent}`)
    doc.getMap(section).set('salary-1', line('Rehabcoach 1'))
    expect(said(amountKey('owner', 'salary-1'))).toBe('Rehabcoach 1, Heby kommun')
  })

  it('is what stood there when its row or its column has gone', () => {
    const kept = `${heading}: ”5 kr, Rehabcoach”`
    expect(said(amountKey('owner', 'salary-9'))).toBe(kept)
    expect(said(amountKey('fk9', 'salary-1'))).toBe(kept)
  })
})
