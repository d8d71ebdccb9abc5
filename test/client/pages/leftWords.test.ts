import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { leftWords } from '../../../client/pages/leftWords.ts'
import type { LeftLine } from '../../../client/sync/rebuild/Lines.ts'
import { texts } from '../../../client/text/text.ts'
import { fillDocument } from '../../../shared/document/fillDocument.ts'
import { formById } from '../../../shared/form/forms.ts'

const form = formById('2024')
if (!form) throw new Error('There is no 2024 form.')

/** A document in which Försäkringskassan is a partner, and the first row of salaries is called Coach. */
const state = Y.encodeStateAsUpdate(documentWith())

function documentWith(): Y.Doc {
  const doc = new Y.Doc()
  if (form) fillDocument(doc, form, {}, () => 'x1')
  doc.getMap('partners').set(
    'k1',
    new Y.Map([
      ['order', 'a0'],
      ['organisation', 'Försäkringskassan'],
    ]),
  )
  const row = doc.getMap('budget').get('salary-1')
  if (row instanceof Y.Map) row.set('label', 'Coach')
  return doc
}

/** What is said of lines left over in the first section of a kind. */
function said(kind: string, ...lines: LeftLine[]): string[] {
  const section = form?.sections.find(known => known.kind === kind)?.key ?? null
  if (!form || section === null) throw new Error(`There is no section of the kind ${kind}.`)
  return leftWords(texts.sv, form, { section, why: 'mayNotWrite', lines }, state).split('\n')
}

describe('What could not be got in', () => {
  it('is a line a paragraph of running text', () => {
    expect(said('rich', { path: null, value: 'Ett' }, { path: null, value: 'Två' })).toEqual(['Ett', 'Två'])
  })

  it('is a value after the label of its field, as it was written', () => {
    expect(said('period', { path: 'end', value: '2025-12-31' })[0]).toMatch(
      /^Planerat slutdatum: 2025-12-31$/,
    )
    expect(said('participants', { path: 'atATime', value: 12 })).toEqual(['Samtidigt: 12'])
    expect(said('amount', { path: 'total', value: 1500000 })[0]?.replaceAll('\u202f', ' ')).toMatch(
      /^Belopp: 1 500 000/,
    )
    expect(said('yesNo', { path: 'answer', value: 'yes' })).toEqual(['Ja'])
    expect(said('log', { path: 'k1/on', value: '2025-10-01' }, { path: 'k1/text', value: 'Möte' })).toEqual([
      'När: 2025-10-01',
      'Vad: Möte',
    ])
    expect(said('parties', { path: 'organisation', value: 'Heby kommun' })[0]).toMatch(/^[^:]+: Heby kommun$/)
    expect(said('signatures', { path: 'owner.email', value: 'a@heby.example' })[0]).toMatch(/^E-post.*: a@/)
  })

  it('is an amount of the budget after its row and its column, and a field after its name and its row', () => {
    const lines = [
      { path: 'k1.salary-1', value: 45000 },
      { path: 'owner.premises-1', value: 0 },
      { path: '2025:salary-1', value: 1000 },
      { path: '2026:other', value: 2000 },
      { path: 'salary-1/label', value: 'Rehabcoach' },
      { path: 'salary-1/percent', value: 50 },
      { path: 'k9.gone', value: 7 },
      { path: 'gone/specification', value: 'Tolk' },
    ]
    expect(said('budget', ...lines).map(line => line.replaceAll(/[\u202f\u00a0]/g, ' '))).toEqual([
      'Försäkringskassan, Coach, lönekostnader: 45 000 kr',
      'Huvudinsatsägare, Lokalhyra, lokalkostnader: 0 kr',
      '2025, Coach, lönekostnader: 1 000 kr',
      '2026, ÖVRIGA KOSTNADER: 2 000 kr',
      'Kostnadsslag: Rehabcoach',
      'Tjänst i %, Coach, lönekostnader: 50 %',
      'Rad utan namn: 7 kr',
      'Specifikation, Rad utan namn: Tolk',
    ])
  })

  it('is as it was where its section is not known any more', () => {
    const lines = [{ path: null, value: 'Ord' }]
    if (form) expect(leftWords(texts.sv, form, { section: null, why: 'noPlace', lines }, state)).toBe('Ord')
  })
})
