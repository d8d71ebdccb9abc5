import { describe, expect, it } from 'vitest'
import { demoApplications } from '../../../server/demo/demoApplications.ts'
import type { Block } from '../../../shared/document/blockContent.ts'
import type { FilledForm, SectionContent } from '../../../shared/document/filledForm.ts'
import type { FormTemplate } from '../../../shared/form/FormTemplate.ts'
import { forms } from '../../../shared/form/forms.ts'
import { formatFuzzyDate } from '../../../shared/form/fuzzyDate.ts'
import { moveToForm } from '../../../shared/import/moveToForm.ts'
import { placed, undecided } from '../../../shared/import/placing.ts'
import type { Placements, ReadForm } from '../../../shared/import/ReadForm.ts'
import { generatedForm } from '../../fixtures/generatedForm.ts'
import { type Random, seeded } from '../form/seeded.ts'

type Pair = readonly [from: FormTemplate, to: FormTemplate]

const pairs = forms.flatMap((from, index) => forms.slice(index + 1).map((to): Pair => [from, to]))
const named = pairs.map(([from, to]) => [`${from.id} to ${to.id}`, from, to] as const)

function form(id: string): FormTemplate {
  const found = forms.find(form => form.id === id)
  if (!found) throw new Error(`There is no form ${id}.`)
  return found
}

/** What the form says of the sections that are given, and nothing of the others. */
function filled(id: string, sections: FilledForm['sections']): FilledForm {
  return { formId: id, sections }
}

function moved(from: string, to: string, sections: FilledForm['sections']): ReadForm {
  return moveToForm(filled(from, sections), form(from), form(to))
}

function rich(...texts: string[]): SectionContent {
  return { kind: 'rich', blocks: texts.map(paragraph) }
}

function paragraph(text: string): Block {
  return { type: 'paragraph', content: [{ type: 'text', text }] }
}

function reading(read: ReadForm, key: string) {
  return read.sections.find(({ section }) => section === key)
}

const party = {
  organisation: 'Heby kommun',
  contacts: 'Anna Exempel, Bo Exempel',
  email: 'anna@heby.example',
  resourcesSought: '',
  resourcesContributed: '',
}
const owner: SectionContent = { kind: 'parties', role: 'owner', ...party }

describe.each(named)('an ansökan moved from the form of %s', (_name, from, to) => {
  it('has a place in the new form for every question that both ask', () => {
    const { form: is, sections } = moveToForm(filled(from.id, {}), from, to)
    const storing = to.sections.filter(({ kind }) => kind !== 'lockedText' && kind !== 'computedLine')
    expect(Object.keys(is.sections)).toEqual(storing.map(({ key }) => key))
    expect(sections.map(({ section }) => section)).toEqual(storing.map(({ key }) => key))
    expect(sections.every(({ is }) => is === 'missing')).toBe(true)
  })

  it('loses no letter: it is in the form, in a text that is left over, or in a note', () => {
    for (let seed = 1; seed <= 25; seed += 1) {
      const source = richer(seeded(seed), from)
      const read = moveToForm(source, from, to)
      expect([seed, lacking(source, read)]).toEqual([seed, []])
    }
  })

  it('keeps every letter when all that is left over has been placed', () => {
    for (let seed = 1; seed <= 10; seed += 1) {
      const source = richer(seeded(seed), from)
      const read = moveToForm(source, from, to)
      const last = to.sections.findLast(({ kind }) => kind === 'rich')?.key ?? ''
      const placements: Placements = Object.fromEntries(
        read.leftOvers.map(({ id }) => [id, { section: last }]),
      )
      expect(undecided(read, placements)).toEqual([])
      const whole = placed(to, read, placements)
      expect([seed, lacking(source, { ...read, form: whole, leftOvers: [] })]).toEqual([seed, []])
    }
  })

  it('is the same each time', () => {
    const source = richer(seeded(7), from)
    expect(moveToForm(source, from, to)).toEqual(moveToForm(source, from, to))
  })

  it('gives each text that is left over an id of its own, and words', () => {
    const { leftOvers } = moveToForm(richer(seeded(3), from), from, to)
    expect(new Set(leftOvers.map(({ id }) => id)).size).toBe(leftOvers.length)
    for (const { blocks, id } of leftOvers) {
      expect(blocks.length).toBeGreaterThan(0)
      expect(id).toMatch(/^[a-zA-Z]+-\d+$/)
      expect(id.length).toBeLessThanOrEqual(40)
    }
  })

  it('is what the new form can hold: no value of a question that it does not ask', () => {
    const { form: is } = moveToForm(richer(seeded(11), from), from, to)
    for (const section of to.sections) {
      const content = is.sections[section.key]
      if (section.kind === 'parties' && content?.kind === 'parties') {
        const parties = content.role === 'owner' ? [content] : content.items
        const asks = section.fields.map(({ name }) => name)
        for (const { organisation: _organisation, contacts, email, ...resources } of parties) {
          if (!asks.includes('contacts')) expect(contacts).toBeNull()
          if (!asks.includes('email')) expect(email).toBeNull()
          if (!asks.includes('resourcesSought')) expect(resources.resourcesSought).toBe('')
        }
      }
      if (section.kind === 'goals' && content?.kind === 'goals') {
        const levels = section.levels.map(({ level }) => level)
        expect(content.items.filter(({ level }) => !levels.includes(level))).toEqual([])
      }
      if (section.kind === 'amount' && content?.kind === 'amount' && !section.perYear) {
        expect(content.perYear).toEqual({})
      }
    }
  })
})

it.each(demoApplications.filter(({ formId }) => formId !== '2024'))(
  'the demo of $formId loses nothing on its way to the form of 2024',
  source => {
    const read = moveToForm(source, form(source.formId), form('2024'))
    expect(lacking(source, read)).toEqual([])
    expect(read.leftOvers.some(({ why }) => why === 'mustBeSplit')).toBe(true)
  },
)

describe('the methods', () => {
  it('are to be split block by block on the way to 2024, and lie in neither question until then', () => {
    const read = moved('2022', '2024', { methods: rich('Samverkan', ' ', 'Stöd') })
    expect(read.leftOvers.map(({ id, why, under, proposed }) => ({ id, why, under, proposed }))).toEqual(
      [1, 2].map(number => ({
        id: `methods-${number}`,
        why: 'mustBeSplit',
        under: 'Beskriv metod/metoder ni kommer använda',
        proposed: null,
      })),
    )
    for (const key of ['collaborationMethods', 'individualMethods']) {
      expect(reading(read, key)).toMatchObject({
        is: 'missing',
        heading: 'Beskriv metod/metoder ni kommer använda',
        notes: [{ kind: 'mustBeSplit' }],
      })
    }
  })

  it('stay together where both forms ask for them as one', () => {
    const methods = rich('Samverkan', 'Stöd')
    const read = moved('2016', '2022', { methods })
    expect(read.form.sections.methods).toEqual(methods)
    expect(read.leftOvers).toEqual([])
  })
})

describe('who can be asked about it', () => {
  it('is left over where the form asks for the organisation alone, each party by itself', () => {
    const partners: SectionContent = {
      kind: 'parties',
      role: 'partner',
      items: [{ ...party, organisation: 'Region' }],
    }
    const read = moved('2016', '2022', { owner, partners })
    expect(read.form.sections.owner).toMatchObject({
      organisation: 'Heby kommun',
      contacts: null,
      email: null,
    })
    expect(read.leftOvers.map(({ under, why }) => [under, why])).toEqual([
      ['Insatsägare', 'notAsked'],
      ['Samverkansparter Region', 'notAsked'],
    ])
    expect(read.leftOvers[0]?.blocks).toEqual([
      paragraph('Kontaktpersoner: Anna Exempel, Bo Exempel'),
      paragraph('E-post: anna@heby.example'),
    ])
    expect(reading(read, 'owner')?.notes).toEqual([
      { kind: 'fieldNotAsked', said: 'Kontaktpersoner:' },
      { kind: 'fieldNotAsked', said: 'E-post:' },
    ])
  })

  it('stays where the newer form asks as well', () => {
    const read = moved('2016', '2019', { owner })
    expect(read.form.sections.owner).toEqual(owner)
    expect(read.leftOvers).toEqual([])
  })

  it('is told of the resources that 2024 asks for', () => {
    const read = moved('2022', '2024', { owner: { ...owner, contacts: null, email: null } })
    expect(reading(read, 'owner')).toMatchObject({
      is: 'read',
      notes: [
        { kind: 'askedAnew', said: 'Resurser vi söker medel till:' },
        { kind: 'askedAnew', said: 'Resurser som vi bidrar med:' },
      ],
    })
  })
})

describe('a goal', () => {
  const goals = (...levels: ('overall' | 'effect' | 'result' | 'insats')[]): SectionContent => ({
    kind: 'goals',
    items: levels.map(level => ({ level, text: `Mål: ${level}` })),
  })

  it('of a level that the newer form has stays in it', () => {
    const read = moved('2022', '2024', { goals: goals('effect', 'result') })
    expect(read.form.sections.goals).toEqual(goals('effect', 'result'))
    expect(reading(read, 'goals')?.is).toBe('read')
  })

  it('of a level that it has not is left over under its name, one by one', () => {
    const read = moved('2022', '2024', { goals: goals('overall', 'overall', 'effect') })
    expect(read.form.sections.goals).toEqual(goals('effect'))
    expect(read.leftOvers.map(({ under, why }) => [under, why])).toEqual([
      ['Övergripande mål:', 'notAsked'],
      ['Övergripande mål:', 'notAsked'],
    ])
    expect(reading(read, 'goals')?.notes).toEqual([{ kind: 'fieldNotAsked', said: 'Övergripande mål:' }])
  })

  it('of 2019, which has both names of one level, is told to have been guessed', () => {
    const read = moved('2019', '2022', { goals: goals('result', 'insats') })
    expect(read.form.sections.goals).toEqual({
      kind: 'goals',
      items: [
        { level: 'result', text: 'Mål: result' },
        { level: 'result', text: 'Mål: insats' },
      ],
    })
    expect(reading(read, 'goals')).toMatchObject({
      is: 'guessed',
      notes: [{ kind: 'goalLevelGuessed', said: 'Insatsmål' }],
    })
  })

  it('under the double name of 2016 is one of two levels in 2019, which is a guess', () => {
    const read = moved('2016', '2019', { goals: goals('effect', 'result') })
    expect(read.form.sections.goals).toEqual(goals('result'))
    expect(reading(read, 'goals')).toMatchObject({
      is: 'guessed',
      notes: [
        { kind: 'goalLevelGuessed', said: 'Insatsmål/resultatmål' },
        { kind: 'fieldNotAsked', said: 'Effektmål' },
      ],
    })
  })
})

describe('the amount per year of 2019', () => {
  it('becomes their sum, with the years beside it', () => {
    const budgetAmount: SectionContent = {
      kind: 'amount',
      total: null,
      note: 'Se bilaga.',
      perYear: { 2020: 1_050_000, 2021: 950_000 },
    }
    const read = moved('2019', '2024', { budgetAmount })
    expect(read.form.sections.budgetAmount).toEqual({
      kind: 'amount',
      total: 2_000_000,
      note: 'Se bilaga.\n2020: 1\u00a0050\u00a0000\u00a0kr\n2021: 950\u00a0000\u00a0kr',
      perYear: {},
    })
    expect(reading(read, 'budgetAmount')?.is).toBe('guessed')
  })

  it('is no sum when that is beyond all measure', () => {
    const most = 999_999_999_999
    const budgetAmount: SectionContent = {
      kind: 'amount',
      total: null,
      note: '',
      perYear: { 2020: most, 2021: most },
    }
    const read = moved('2019', '2022', { budgetAmount })
    expect(read.form.sections.budgetAmount).toMatchObject({ total: null, perYear: {} })
    expect(lacking(filled('2019', { budgetAmount }), read)).toEqual([])
  })
})

describe('how it is anchored', () => {
  it('is left over, and proposed where 2024 asks how and when it was discussed', () => {
    const read = moved('2019', '2024', {
      anchoring: rich('Styrgruppen har sagt ja.'),
      discussed: { kind: 'yesNo', answer: 'yes', comment: 'LOKUS i maj.' },
    })
    expect(read.leftOvers.map(({ under, proposed }) => [under, proposed])).toEqual([
      ['Beskriv på vilket sätt ansökan är förankrad', { section: 'discussions' }],
      [
        'Har ansökan diskuterats i aktuell LOKUS-grupp eller i den strategiska utvecklingsgruppen?',
        { section: 'discussions' },
      ],
    ])
    expect(read.form.sections.discussed).toEqual({ kind: 'yesNo', answer: 'yes', comment: '' })
    expect(reading(read, 'discussed')).toMatchObject({
      is: 'guessed',
      notes: [
        { kind: 'headingChanged', said: expect.stringContaining('LOKUS') },
        { kind: 'fieldNotAsked', said: 'Kommentar:' },
      ],
    })
    expect(read.notes).toEqual([
      { kind: 'fieldNotAsked', said: 'Beskriv på vilket sätt ansökan är förankrad' },
    ])
  })

  it('is proposed nowhere when a table of it would be lost there', () => {
    const table: Block = { type: 'table', rows: [[{ content: [{ type: 'paragraph', content: [] }] }]] }
    const read = moved('2016', '2024', { anchoring: { kind: 'rich', blocks: [table] } })
    expect(read.leftOvers[0]?.proposed).toBeNull()
  })
})

describe('a heading', () => {
  it('that asks something else in the newer form makes its answer a guess', () => {
    const read = moved('2016', '2024', { legacy: rich('Implementering'), purpose: rich('Syfte') })
    expect(reading(read, 'legacy')).toMatchObject({ is: 'guessed', notes: [{ kind: 'headingChanged' }] })
    expect(reading(read, 'purpose')).toMatchObject({ is: 'read', notes: [] })
  })

  it('that is spelt otherwise, or has a bracket after it, asks the same', () => {
    const read = moved('2019', '2024', {
      name: { kind: 'text', value: 'Individstöd' },
      period: { kind: 'period', start: '2026-01-01', end: '2027-12-31', intakeEnd: null },
      budgetAmount: { kind: 'amount', total: 1_000_000, note: '', perYear: {} },
    })
    for (const key of ['name', 'period', 'budgetAmount']) expect(reading(read, key)?.is).toBe('read')
  })
})

it('the last day of intake is left over where 2019 does not ask for it', () => {
  const read = moved('2016', '2019', {
    period: { kind: 'period', start: '2026-01-01', end: null, intakeEnd: '2028-autumn' },
  })
  expect(read.form.sections.period).toMatchObject({ start: '2026-01-01', intakeEnd: null })
  expect(read.leftOvers[0]?.blocks).toEqual([
    paragraph('Eventuellt slutdatum för intag av personer i insatsen: hösten 2028'),
  ])
})

it('who is to sign stays, and that somebody has signed another agreement does not', () => {
  const signatures: SectionContent = {
    kind: 'signatures',
    parties: [{ party: 'owner', date: '2026-01-10', name: 'A', clarification: 'A, chef', email: null }],
  }
  const read = moved('2022', '2024', { signatures })
  expect(read.form.sections.signatures).toMatchObject({ parties: [{ date: null, name: 'A' }] })
  expect(reading(read, 'signatures')?.notes).toEqual([{ kind: 'signaturesNotTaken', said: '2026-01-10' }])
})

it('a budget that nobody has written in begins with the rows of the newer form', () => {
  const { form: is } = moved('2016', '2024', {})
  const { form: same } = moveToForm(filled('2022', {}), form('2022'), form('2024'))
  expect(is.sections.budget).toEqual(same.sections.budget)
})

it('marks of comments stay with the old one', () => {
  const commented: Block = {
    type: 'paragraph',
    content: [{ type: 'text', text: 'Syfte', comments: ['abcdef0123456789'] }],
  }
  const read = moved('2016', '2022', { purpose: { kind: 'rich', blocks: [commented] } })
  expect(read.form.sections.purpose).toEqual(rich('Syfte'))
})

/** A generated ansökan with amounts of all kinds and a comment, which the generator for Word files leaves out. */
function richer(random: Random, template: FormTemplate): FilledForm {
  const generated = generatedForm(random, template)
  const amounts: Record<string, SectionContent> = Object.fromEntries(
    template.sections.flatMap(section =>
      section.kind === 'amount'
        ? [
            [
              section.key,
              {
                kind: 'amount',
                total: random.pick([null, 10_256_000]),
                note: random.pick(['', 'Se bilaga 1.']),
                perYear: section.perYear ? { 2026: random.between(0, 1_000_000), 2027: 7 } : {},
              },
            ],
          ]
        : [],
    ),
  )
  return { ...generated, sections: { ...generated.sections, ...amounts } }
}

/** The words of `source` of which there are fewer after the move. Rows of a budget without amounts are none. */
function lacking(source: FilledForm, read: ReadForm): string[] {
  const there = new Map<string, number>()
  const notes = [...read.notes, ...read.sections.flatMap(({ notes }) => notes)].map(({ said }) => said)
  const all = [
    ...wordsIn(read.form.sections),
    ...wordsIn(read.leftOvers.map(({ blocks }) => blocks)),
    ...wordsIn(notes),
  ]
  for (const word of all) there.set(word, (there.get(word) ?? 0) + 1)
  return wordsIn(source.sections).filter(word => {
    const count = there.get(word) ?? 0
    there.set(word, count - 1)
    return count < 1
  })
}

/** What says of which kind something is, and not what it says; and the rows of a budget by their places. */
const structure = new Set(['type', 'kind', 'role', 'level', 'party', 'list', 'block', 'indent'])

function wordsIn(value: unknown): string[] {
  if (typeof value === 'number') return [String(value)]
  if (typeof value === 'string') {
    const said = formatFuzzyDate(value, 'sv')
    // In amounts written out, spaces between figures hold them together.
    return said
      .replaceAll(/(?<=\d)\u00a0(?=\d)/g, '')
      .split(/[\s,]+/)
      .filter(word => word !== '')
  }
  if (Array.isArray(value)) return value.flatMap(wordsIn)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, held]) => (structure.has(key) ? [] : wordsIn(held)))
}
