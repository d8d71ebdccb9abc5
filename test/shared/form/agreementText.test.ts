import { describe, expect, it } from 'vitest'
import { agreementText } from '../../../shared/form/agreementText.ts'
import type { LockedPart, LockedTextSection } from '../../../shared/form/FormTemplate.ts'
import { forms } from '../../../shared/form/forms.ts'

function agreement(headingNote: string | null, ...parts: LockedPart[]): LockedTextSection {
  return {
    kind: 'lockedText',
    key: 'agreement',
    heading: 'Överenskommelse',
    starred: false,
    help: ['Läs den.'],
    headingNote,
    parts,
  }
}

describe('The text of an agreement', () => {
  it('is its headings and paragraphs, a line each, with an empty line before each part', () => {
    const section = agreement(
      '(orörd)',
      { heading: 'Kostnader', paragraphs: ['Ett tak.', 'Faktiska kostnader.'] },
      { heading: 'Underskrifter', paragraphs: ['Alla.'] },
    )
    expect(agreementText(section)).toBe(
      'Överenskommelse\n(orörd)\n\nKostnader\nEtt tak.\nFaktiska kostnader.\n\nUnderskrifter\nAlla.',
    )
  })

  it('has no line for a note that is not there', () => {
    expect(agreementText(agreement(null, { heading: 'A', paragraphs: ['b'] }))).toBe(
      'Överenskommelse\n\nA\nb',
    )
  })

  it('tells two paragraphs from a new part', () => {
    const twoParagraphs = agreement(null, { heading: 'A', paragraphs: ['b', 'C', 'd'] })
    const twoParts = agreement(null, { heading: 'A', paragraphs: ['b'] }, { heading: 'C', paragraphs: ['d'] })
    expect(agreementText(twoParagraphs)).not.toBe(agreementText(twoParts))
  })

  it('does not change with the way its letters are composed', () => {
    const composed = agreement(null, { heading: 'Överenskommelse', paragraphs: ['å ä ö'] })
    const decomposed = agreement(null, {
      heading: 'Överenskommelse'.normalize('NFD'),
      paragraphs: ['å ä ö'.normalize('NFD')],
    })
    expect(agreementText(decomposed)).toBe(agreementText(composed))
  })

  it('is worded differently in every form version', () => {
    const texts = forms.flatMap(form =>
      form.sections.filter(section => section.kind === 'lockedText').map(agreementText),
    )
    expect(new Set(texts).size).toBe(forms.length)
  })
})
