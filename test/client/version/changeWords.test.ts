import { describe, expect, it } from 'vitest'
import { texts } from '../../../client/text/text.ts'
import { changeWords } from '../../../client/version/compare/changeWords.ts'
import { partyNames } from '../../../client/version/compare/partyNames.ts'
import type { Block } from '../../../shared/document/blockContent.ts'
import type { FilledForm, SectionContent } from '../../../shared/document/filledForm.ts'
import { formById } from '../../../shared/form/forms.ts'
import { changesOf } from '../../../shared/version/compare/changes.ts'
import { compareForms } from '../../../shared/version/compare/compareForms.ts'

const form = formById('2024')
if (!form) throw new Error('There is no form 2024.')
const { sv } = texts

/** What is said of the changes of one section, without the number and the heading. */
function said(key: string, before: SectionContent, after: SectionContent): string[] {
  if (!form) return []
  const filled = (content: SectionContent): FilledForm => ({ formId: form.id, sections: { [key]: content } })
  const comparison = compareForms(form, filled(before), filled(after))
  const heading = form.sections.find(section => section.key === key)?.heading
  return changesOf(comparison).map((change, at) => {
    const words = changeWords(sv, form, change, comparison.changeCount, partyNames(form, comparison))
    const start = `Ändring ${at + 1} av ${comparison.changeCount}, ${heading}`
    expect(words.startsWith(start)).toBe(true)
    return words
      .slice(start.length)
      .replace(/^[,:] /, '')
      .replace(/[\u00a0\u202f]/g, ' ')
  })
}

const text = (words: string) => ({ type: 'text', text: words }) as const
const p = (words: string, look: object = {}): Block => ({
  type: 'paragraph',
  content: words === '' ? [] : [text(words)],
  ...look,
})
const rich = (...blocks: Block[]): SectionContent => ({ kind: 'rich', blocks })

describe('A change of the text is said in words:', () => {
  const one = 'Insatsen riktar sig till unga vuxna.'

  it('words that are replaced, infogade and gone', () => {
    expect(said('background', rich(p(one)), rich(p(one.replace('unga', 'äldre'))))).toEqual([
      '”unga” ersatt med ”äldre”',
    ])
    expect(said('background', rich(p(one)), rich(p(one.replace('.', ' i Heby.'))))).toEqual([
      'infogat ”i Heby” efter ”riktar sig till unga vuxna”',
    ])
    expect(said('background', rich(p(one)), rich(p(one.replace(' unga', ''))))).toEqual(['borttaget ”unga”'])
  })

  it('how words and paragraphs look', () => {
    const bold = (words: string): Block => ({
      type: 'paragraph',
      content: [text('Insatsen '), { ...text(words), bold: true }, text(' till unga vuxna.')],
    })
    expect(said('background', rich(p(one)), rich(bold('riktar sig')))).toEqual([
      '”riktar sig” är nu i fetstil',
    ])
    expect(said('background', rich(bold('riktar sig')), rich(p(one)))).toEqual([
      '”riktar sig” är inte längre i fetstil',
    ])
    expect(said('background', rich(p(one)), rich(p(one, { list: 'bullet', indent: 1 })))).toEqual([
      'Nu punktlista med ett indrag, förut löptext',
    ])
    expect(said('background', rich(p(one, { level: 2 })), rich(p(one, { level: 1 })))).toEqual([
      'Nu underrubrik, förut underrubrik på lägre nivå',
    ])
  })

  it('paragraphs that are new, gone, moved and divided', () => {
    const blocks = [
      'Första stycket om insatsen.',
      'Andra stycket om parterna.',
      'Tredje stycket om målen.',
    ].map(words => p(words))
    const [first, second, third] = blocks as [Block, Block, Block]
    expect(said('background', rich(first, third), rich(first, second, third))).toEqual([
      'Nytt stycke ”Andra stycket om parterna.”',
    ])
    expect(said('background', rich(first, second, third), rich(first, third))).toEqual([
      'Borttaget stycke ”Andra stycket om parterna.”',
    ])
    const [moved] = said('background', rich(first, second, third), rich(third, first, second))
    expect(moved).toBe('”Tredje stycket om målen.” har flyttats, stod sist, står nu först')
    const [split] = said(
      'background',
      rich(p(`${one} Den pågår i tre år.`)),
      rich(p(one), p('Den pågår i tre år.')),
    )
    expect(split).toBe('Delat i 2 stycken')
  })

  it('cells of a table by row and cell', () => {
    const cellOf = (words: string) => ({ content: [{ type: 'paragraph', content: [text(words)] } as const] })
    const table = (cell: string): Block => ({
      type: 'table',
      rows: [
        [cellOf('Läkarbesök'), cellOf('Övriga besök')],
        [cellOf('Heby jämfört med länet'), cellOf(cell)],
      ],
    })
    expect(said('appendix', rich(table('42')), rich(table('43')))).toEqual([
      'i en tabell, rad 2, cell 2: ”42” ersatt med ”43”',
    ])
  })
})

describe('A change of a field is said in words:', () => {
  it('amounts with both figures as they are written here', () => {
    const amount = (total: number | null): SectionContent => ({
      kind: 'amount',
      total,
      note: '',
      perYear: {},
    })
    expect(said('budgetAmount', amount(10_256_000), amount(10_506_000))).toEqual([
      'Belopp: från 10 256 000 kr till 10 506 000 kr',
    ])
    expect(said('budgetAmount', amount(null), amount(500))).toEqual(['Belopp: ifyllt med 500 kr'])
    expect(said('budgetAmount', amount(500), amount(null))).toEqual(['Belopp: tömt, förut 500 kr'])
  })

  it('dates, answers and lines of the log', () => {
    const period = (intakeEnd: string): SectionContent => ({
      kind: 'period',
      start: '2025-01-01',
      end: '2027-12-31',
      intakeEnd,
    })
    const [changed] = said('period', period('2027-spring'), period('2027-autumn'))
    expect(changed).toMatch(/från våren 2027 till hösten 2027$/)
    const log = (...items: { on: string | null; text: string }[]): SectionContent => ({ kind: 'log', items })
    const meeting = { on: '2024-05-15', text: 'Styrgruppen träffades.' }
    const [added] = said('discussions', log(), log(meeting))
    expect(added).toBe('Tillagt ”2024-05-15, Styrgruppen träffades.”')
  })

  it('goals by their level', () => {
    const goals = (...items: { level: 'effect' | 'result'; text: string }[]): SectionContent => ({
      kind: 'goals',
      items,
    })
    expect(
      said(
        'goals',
        goals({ level: 'effect', text: 'Fler arbetar.' }),
        goals({ level: 'effect', text: 'Fler arbetar eller studerar.' }),
      ),
    ).toEqual(['Effektmål: infogat ”eller studerar” efter ”Fler arbetar”'])
  })
})

it('Long words are shortened', () => {
  const long = Array.from({ length: 80 }, (_, at) => `ord${at}`).join(' ')
  const [words] = said('background', rich(p('Kort.')), rich(p('Kort.'), p(long)))
  expect(words?.length).toBeLessThan(200)
  expect(words).toMatch(/…”$/)
})
