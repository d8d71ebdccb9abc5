import { expect, it } from 'vitest'
import { footnote, paragraph, subheading, table } from '../../../../server/demo/blocks.ts'
import type { BudgetSum } from '../../../../shared/budget/budgetFigure.ts'
import type { Block, Inline } from '../../../../shared/document/blockContent.ts'
import type { FilledForm, SectionContent } from '../../../../shared/document/filledForm.ts'
import { form2024 } from '../../../../shared/form/forms/2024/form.ts'
import { type Change, changesOf } from '../../../../shared/version/compare/changes.ts'
import { compareForms } from '../../../../shared/version/compare/compareForms.ts'

const background = (...blocks: readonly Block[]): Record<string, SectionContent> => ({
  background: { kind: 'rich', blocks },
})

function changes(before: Record<string, SectionContent>, after: Record<string, SectionContent>): Change[] {
  const filled = (sections: FilledForm['sections']): FilledForm => ({ formId: '2024', sections })
  return changesOf(compareForms(form2024, filled(before), filled(after)))
}

const needs = paragraph('Behovet av stöd är stort i hela länet.')
const team = paragraph('Teamet träffas varje vecka och arbetar nära individen.')
const last = paragraph('Målen följs upp på varje möte med styrgruppen.')

it('words are told with what they replaced and what stands beside them', () => {
  expect(changes(background(needs), background(paragraph('Behovet av stöd är litet i hela länet.')))).toEqual(
    [
      {
        number: 1,
        sectionKey: 'background',
        inside: [{ is: 'paragraph', text: 'Behovet av stöd är litet i hela länet.' }],
        what: {
          is: 'words',
          removed: 'stort',
          added: 'litet',
          removedNotes: [],
          addedNotes: [],
          removedFigures: [],
          addedFigures: [],
          before: 'Behovet av stöd är ',
          after: ' i hela länet.',
        },
      },
    ],
  )
})

it('sums of the budget are told beside the words, by which they are', () => {
  const figure = (sum: BudgetSum): Inline => ({ type: 'budgetFigure', sum })
  const [change] = changes(
    background(paragraph('Vi söker ', figure('2026'), ' i år.')),
    background(paragraph('Vi söker ', figure('sought'), ' i år.')),
  )
  expect(change?.what).toMatchObject({
    ...{ is: 'words', removed: '', added: '' },
    ...{ removedFigures: ['2026'], addedFigures: ['sought'] },
  })
})

it('a move is told once, with what it stood before and what it stands after', () => {
  const moved = changes(
    background(needs, team, subheading('Uppföljning'), last),
    background(needs, subheading('Uppföljning'), last, team),
  )
  expect(moved.map(({ what }) => what)).toEqual([
    {
      is: 'moved',
      thing: 'paragraph',
      text: 'Teamet träffas varje vecka och arbetar nära individen.',
      item: null,
      count: 1,
      wasBefore: 'Uppföljning',
      isAfter: 'Målen följs upp på varje möte med styrgruppen.',
    },
  ])
})

it('neighbours that moved together are told as so many, with what the last of them stood before', () => {
  const [moved] = changes(
    background(needs, team, subheading('A'), last, subheading('B')),
    background(subheading('A'), last, subheading('B'), needs, team),
  )
  expect(moved?.what).toMatchObject({ is: 'moved', count: 2, wasBefore: 'A', isAfter: 'B' })
})

it('formats, looks, splits and footnotes are told as what they are', () => {
  const bold = { type: 'text', text: 'vecka', bold: true } as const
  const told = changes(
    background(
      subheading('Mål'),
      needs,
      paragraph(
        'Teamet träffas varje vecka och arbetar nära individen. Det leds av processledaren hos kommunen.',
      ),
    ),
    background(
      { ...subheading('Mål'), level: 2 },
      paragraph('Behovet av stöd är stort i hela länet.', footnote('Se bilagan.')),
      paragraph('Teamet träffas varje ', bold, ' och arbetar nära individen.'),
      paragraph('Det leds av processledaren hos kommunen.'),
    ),
  )
  expect(told.map(({ what }) => what)).toMatchObject([
    { is: 'look', before: { level: 1 }, after: { level: 2 } },
    { is: 'words', removed: '', added: '', addedNotes: ['Se bilagan.'] },
    { is: 'split', count: 2 },
    { is: 'format', text: 'vecka', before: {}, after: { bold: true } },
  ])
})

it('a change in a table says in which row and cell it is, a column is told once by its heading', () => {
  const told = changes(
    background(table(['Kostnad', '2025'], ['Löner', '100 000'])),
    background(table(['Kostnad', '2025', '2026'], ['Löner', '150 000', '150 000'])),
  )
  expect(told).toMatchObject([
    { what: { is: 'added', thing: 'column', text: '2026' }, inside: [{ is: 'table' }] },
    {
      what: { is: 'words', removed: '100 000', added: '150 000' },
      inside: [
        { is: 'table' },
        { is: 'row', place: 1, text: 'Löner, 150 000, 150 000' },
        { is: 'cell', place: 1 },
        { is: 'paragraph', text: '150 000' },
      ],
    },
  ])
})

it('fields and items are told by name, with old and new value', () => {
  const goals = (...texts: readonly string[]): SectionContent => ({
    kind: 'goals',
    items: texts.map(text => ({ level: 'effect', text })),
  })
  const amount = (total: number): SectionContent => ({ kind: 'amount', total, note: '', perYear: {} })
  const told = changes(
    { goals: goals('Fler i arbete.', 'Parterna vet mer.'), budgetAmount: amount(100) },
    { goals: goals('Många fler i arbete.'), budgetAmount: amount(150) },
  )
  expect(told).toMatchObject([
    {
      sectionKey: 'goals',
      inside: [
        { is: 'item', item: { text: 'Många fler i arbete.' } },
        { is: 'field', name: 'text' },
      ],
      what: { is: 'words', removed: 'Fler', added: 'Många fler' },
    },
    { what: { is: 'removed', thing: 'item', item: { level: 'effect', text: 'Parterna vet mer.' } } },
    {
      sectionKey: 'budgetAmount',
      inside: [{ is: 'field', name: 'total' }],
      what: { is: 'value', before: 100, after: 150 },
    },
  ])
})
