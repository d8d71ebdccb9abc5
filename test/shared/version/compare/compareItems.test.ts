import { describe, expect, it } from 'vitest'
import { plattform } from '../../../../server/demo/plattform/plattform.ts'
import type {
  FilledForm,
  GoalContent,
  PartyContent,
  SectionContent,
} from '../../../../shared/document/filledForm.ts'
import { form2024 } from '../../../../shared/form/forms/2024/form.ts'
import { applyComparison } from '../../../../shared/version/compare/applyComparison.ts'
import { comparableForm } from '../../../../shared/version/compare/comparableForm.ts'
import { compareForms } from '../../../../shared/version/compare/compareForms.ts'
import type { SectionDifference } from '../../../../shared/version/compare/comparison.ts'
import { inPlainText } from './inPlainText.ts'

function filled(sections: Record<string, SectionContent>): FilledForm {
  return { formId: '2024', sections }
}

/** The lines of the sections that have changed. */
function lines(before: FilledForm, after: FilledForm): string[] {
  const comparison = compareForms(form2024, before, after)
  expect(applyComparison(form2024, before, comparison)).toEqual(comparableForm(form2024, after))
  const changed = comparison.sections.filter(({ changeCount }) => changeCount > 0)
  return inPlainText({ ...comparison, sections: changed })
    .trim()
    .split('\n')
    .slice(2)
}

function difference(before: FilledForm, after: FilledForm, key: string): SectionDifference | undefined {
  return compareForms(form2024, before, after).sections.find(section => section.key === key)?.difference
}

const party = (organisation: string, resourcesContributed = ''): PartyContent => ({
  organisation,
  contacts: null,
  email: null,
  resourcesSought: '',
  resourcesContributed,
})
const partners = (...items: readonly PartyContent[]): SectionContent => ({
  kind: 'parties',
  role: 'partner',
  items,
})
const region = party('Region Uppsala', 'Rehabkoordinatorer vid vårdcentralerna')
const fk = party('Försäkringskassan', 'En representant i samverkansteamet')
const af = party('Arbetsförmedlingen', 'En representant i samverkansteamet')

describe('partners', () => {
  it('are told from each other by their names, also when they say the same', () => {
    const changed = { ...af, resourcesContributed: 'Två representanter i samverkansteamet' }
    expect(
      lines(filled({ partners: partners(region, fk, af) }), filled({ partners: partners(region, changed) })),
    ).toEqual([
      '== partners: 2 changes',
      '1 [-Försäkringskassan | En representant i samverkansteamet-]',
      'resourcesContributed: [-En representant-]{+Två representanter+} i samverkansteamet',
    ])
  })

  it('take their signatures with them when they change places', () => {
    const signed = (place: number, name: string) => ({
      party: place,
      date: '2024-08-08',
      name,
      clarification: null,
      email: null,
    })
    const before = filled({
      partners: partners(region, fk, af),
      signatures: { kind: 'signatures', parties: [signed(1, 'Mats'), signed(2, 'Leila')] },
    })
    const after = filled({
      partners: partners(party('Uppsala kommun'), region, fk, af),
      signatures: { kind: 'signatures', parties: [signed(2, 'Mats'), signed(3, 'Leila Farzan')] },
    })
    expect(lines(before, after)).toEqual([
      '== partners: 1 changes',
      '1 {+Uppsala kommun+}',
      '',
      '== signatures: 1 changes',
      '2 name: [-Leila-]{+Leila Farzan+}',
    ])
  })
})

describe('goals', () => {
  const goal = (level: GoalContent['level'], text: string): GoalContent => ({ level, text })
  const goals = (...items: readonly GoalContent[]) => filled({ goals: { kind: 'goals', items } })
  const closer = goal('effect', 'Deltagarna har kommit närmare arbete.')
  const wiser = goal('effect', 'Parterna vet mer om samordning.')
  const thirty = goal('result', '30 personer per år har fått stöd.')

  it('of different levels may be mixed in any way', () => {
    expect(lines(goals(closer, thirty, wiser), goals(closer, wiser, thirty))).toEqual([])
  })

  it('change places within their level', () => {
    expect(lines(goals(closer, thirty, wiser), goals(wiser, closer, thirty))).toEqual([
      '== goals: 1 changes',
      '1 from here 0 → 1: effect | Deltagarna har kommit närmare a',
      '1 to here 0 → 1: effect | Deltagarna har kommit närmare a',
    ])
  })

  it('that got another level have not moved', () => {
    expect(lines(goals(closer, wiser, thirty), goals(closer, thirty, { ...wiser, level: 'result' }))).toEqual(
      ['== goals: 1 changes', '1 level: [-effect-]{+result+}'],
    )
  })
})

describe('fields', () => {
  const amount = (total: number | null, perYear: Record<number, number>) =>
    filled({ budgetAmount: { kind: 'amount', total, note: '', perYear } })

  it('have an old and a new value, and years of their own', () => {
    expect(
      lines(
        amount(1_000_000, { 2025: 400_000, 2026: 600_000 }),
        amount(1_500_000, { 2026: 600_000, 2027: 0 }),
      ),
    ).toEqual([
      '== budgetAmount: 3 changes',
      '1 total: [-1000000-]{+1500000+}',
      '2 2025: [-400000-]{++}',
      '3 2027: [--]{+0+}',
    ])
  })

  it('that nobody has changed are there too, so that the whole section can be shown', () => {
    const fields = difference(amount(5, {}), amount(5, {}), 'budgetAmount')
    expect(fields).toEqual({
      is: 'fields',
      fields: [
        { is: 'value', name: 'total', before: 5, after: 5, change: null },
        { is: 'prose', name: 'note', segments: [] },
      ],
    })
  })
})

it('a log line keeps its day when its words are changed, and its words when it gets another day', () => {
  const log = plattform.sections.discussions
  if (log?.kind !== 'log') throw new Error('The demo has no log.')
  const edited = log.items.map((item, place) =>
    place === 1
      ? { ...item, on: '2024-02-20' }
      : place === 4
        ? { ...item, text: 'Ansökan ut på remiss, första gången.' }
        : item,
  )
  const after = filled({ ...plattform.sections, discussions: { kind: 'log', items: edited } })
  expect(lines(plattform, after)).toEqual([
    '== discussions: 3 changes',
    '1 on: [-2024-02-19-]{+2024-02-20+}',
    'text: Ansökan {+ut +}på remiss[- till parterna-], första gången.',
  ])
})
