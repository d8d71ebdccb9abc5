import { describe, expect, it } from 'vitest'
import { leftWords } from '../../../client/pages/leftWords.ts'
import type { LeftLine } from '../../../client/sync/rebuild/Lines.ts'
import { texts } from '../../../client/text/text.ts'
import { formById } from '../../../shared/form/forms.ts'

const form = formById('2024')
if (!form) throw new Error('There is no 2024 form.')

/** What is said of lines left over in the first section of a kind. */
function said(kind: string, ...lines: LeftLine[]): string[] {
  const section = form?.sections.find(known => known.kind === kind)?.key ?? null
  if (!form || section === null) throw new Error(`There is no section of the kind ${kind}.`)
  return leftWords(texts.sv, form, { section, why: 'mayNotWrite', lines }).split('\n')
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

  it('is as it was where its section is not known any more', () => {
    const lines = [{ path: null, value: 'Ord' }]
    if (form) expect(leftWords(texts.sv, form, { section: null, why: 'noPlace', lines })).toBe('Ord')
  })
})
