import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { emphasisIn } from '../../../client/form/emphasis.ts'
import { FilledSections, isFilled } from '../../../client/form/filledSections.ts'
import type { Row } from '../../../client/form/items/ItemRows.ts'
import { addItem, setRemoved } from '../../../client/form/items/items.ts'
import { stepGoal } from '../../../client/form/sections/goalRows.ts'
import { periodLength } from '../../../client/form/sections/periodLength.ts'
import { signingParties } from '../../../client/form/sections/signingParties.ts'
import { peopleAt, samePeople } from '../../../client/form/whoIsWhere.ts'
import { fillDocument } from '../../../shared/document/fillDocument.ts'
import { itemsIn } from '../../../shared/document/items.ts'
import type { FormTemplate, SectionKind } from '../../../shared/form/FormTemplate.ts'
import { form2024 } from '../../../shared/form/forms/2024/form.ts'
import type { Presence } from '../../../shared/sync/presence.ts'

function emptyForm(form: FormTemplate): Y.Doc {
  const doc = new Y.Doc()
  fillDocument(doc, form, {}, () => 'unused')
  return doc
}

function sectionOf(form: FormTemplate, kind: SectionKind) {
  const section = form.sections.find(candidate => candidate.kind === kind)
  if (!section) throw new Error(`no ${kind} in ${form.id}`)
  return section
}

describe('the sign of a section', () => {
  it('is empty for all that can be answered in a new form, and none for fixed text', () => {
    const doc = emptyForm(form2024)
    const signs = form2024.sections.map(section => isFilled(doc, section))
    expect(new Set(signs)).toEqual(new Set([false, null]))
    expect(isFilled(doc, sectionOf(form2024, 'lockedText'))).toBeNull()
  })

  it('turns with a letter of rich text, a value, or prose of an item that stands', () => {
    const doc = emptyForm(form2024)
    const [rich, goals, text] = (['rich', 'goals', 'text'] as const).map(kind => sectionOf(form2024, kind))
    if (!rich || !goals || !text) throw new Error('all three are there')
    doc.getMap(text.key).set('value', 'Plattform')
    const key = addItem(doc, goals.key, { text: { is: 'prose' } }, { level: 'effect' })
    expect([isFilled(doc, text), isFilled(doc, goals), isFilled(doc, rich)]).toEqual([true, false, false])
    const goal = doc.getMap<Y.Map<Y.Text>>(goals.key).get(key)
    goal?.get('text')?.insert(0, 'Fler i arbete')
    const block = doc.getXmlFragment(rich.key).get(0)
    if (block instanceof Y.XmlElement) block.insert(0, [new Y.XmlText('Behovet är stort')])
    expect([isFilled(doc, goals), isFilled(doc, rich)]).toEqual([true, true])
    setRemoved(doc, goals.key, key, true)
    expect(isFilled(doc, goals)).toBe(false)
  })

  it('turns with an amount, a share or a name of a row of the budget that stands, and not with the rows', () => {
    const filledBy = (write: (root: Y.Map<unknown>, row: Y.Map<unknown>) => void) => {
      const doc = emptyForm(form2024)
      const root = doc.getMap<unknown>('budget')
      write(root, root.get('salary-1') as Y.Map<unknown>)
      return isFilled(doc, sectionOf(form2024, 'budget'))
    }
    expect(filledBy(() => {})).toBe(false)
    expect(filledBy(root => root.set('owner.salary-1', 0))).toBe(true)
    expect(filledBy(root => root.set('2025:other', 131_000))).toBe(true)
    expect(filledBy((_, row) => row.set('percent', 100))).toBe(true)
    expect(filledBy((_, row) => row.set('label', 'Processledare'))).toBe(true)
    expect(filledBy(root => root.set('owner.salary-1', null))).toBe(false)
    const removed = filledBy((root, row) => {
      root.set('owner.salary-1', 5)
      row.set('percent', 100)
      row.set('removed', true)
    })
    expect(removed).toBe(false)
  })

  it('turns for the amount sought when the budget has one', () => {
    const doc = emptyForm(form2024)
    const later: (() => void)[] = []
    const signs = new FilledSections(doc, form2024, task => later.push(task))
    signs.subscribe(() => {})
    for (const task of later.splice(0)) task()
    expect(signs.filled().has('budgetAmount')).toBe(false)
    doc.getMap('budget').set('owner.salary-1', 40_000)
    for (const task of later.splice(0)) task()
    expect(signs.filled().has('budgetAmount')).toBe(true)
  })

  it('is looked at once for many letters, and listeners hear only when it turns', () => {
    const doc = emptyForm(form2024)
    const later: (() => void)[] = []
    const runLater = () => {
      for (const task of later.splice(0)) task()
    }
    const signs = new FilledSections(doc, form2024, task => later.push(task))
    let heard = 0
    signs.subscribe(() => heard++)
    runLater()
    const prose = doc.getMap<Y.Text>('expectedParticipants').get('text')
    for (const letter of 'Minst 15 per år') prose?.insert(prose.length, letter)
    expect(later).toHaveLength(1)
    runLater()
    expect(signs.filled().has('expectedParticipants')).toBe(true)
    prose?.insert(0, 'Cirka ')
    runLater()
    expect(heard).toBe(1)
  })
})

describe('goals in levels', () => {
  const levels = [
    { level: 'effect', label: 'Effektmål', numbered: true },
    { level: 'result', label: 'Resultatmål', numbered: true },
  ] as const
  const doc = new Y.Doc()
  for (const level of ['effect', 'effect', 'result']) addItem(doc, 'goals', {}, { level })
  const rows: Row[] = itemsIn(doc.getMap('goals')).map(item => ({ ...item, removedBy: null }))
  const [first, second, third] = rows

  it('step within their level', () => {
    if (!first || !second) throw new Error('seeded')
    expect(stepGoal(rows, levels, first, 1)).toEqual({ level: levels[0], before: null, place: 2, count: 2 })
    expect(stepGoal(rows, levels, second, -1)).toEqual({
      level: levels[0],
      before: first,
      place: 1,
      count: 2,
    })
  })

  it('step over into the next level, and stop at the ends', () => {
    if (!first || !second || !third) throw new Error('seeded')
    expect(stepGoal(rows, levels, second, 1)).toMatchObject({ level: levels[1], before: third, place: 1 })
    expect(stepGoal(rows, levels, third, -1)).toMatchObject({ level: levels[0], before: null, place: 3 })
    expect(stepGoal(rows, levels, first, -1)).toBeNull()
    expect(stepGoal(rows, levels, third, 1)).toBeNull()
  })
})

describe('the length of the planned time', () => {
  it.each([
    ['2025-01-01', '2028-12-31', { years: 4, months: 0, days: 0 }],
    ['2020-01-01', '2020-12-31', { years: 1, months: 0, days: 0 }],
    ['2025-03-15', '2025-04-14', { years: 0, months: 1, days: 0 }],
    ['2025-03-15', '2025-04-10', { years: 0, months: 0, days: 27 }],
    ['2024-02-01', '2024-02-29', { years: 0, months: 1, days: 0 }],
    ['2025-01-01', '2026-02-10', { years: 1, months: 1, days: 10 }],
    ['2025-01-01', '2025-01-01', { years: 0, months: 0, days: 1 }],
    ['2025-01-31', '2025-02-28', { years: 0, months: 0, days: 29 }],
  ])('%s to %s counts both days', (start, end, length) => {
    expect(periodLength(start, end)).toEqual(length)
  })

  it('runs backwards, or is none', () => {
    expect(periodLength('2025-01-02', '2025-01-01')).toBe('backwards')
    expect(periodLength('2025', '2025-01-01')).toBeNull()
  })
})

describe('who signs', () => {
  it('is the owner and then the partners that stand, in order', () => {
    const doc = emptyForm(form2024)
    doc.getMap('owner').set('organisation', 'Heby kommun')
    const af = addItem(doc, 'partners', {}, { organisation: 'Arbetsförmedlingen' })
    const fk = addItem(doc, 'partners', {}, { organisation: 'Försäkringskassan' })
    const region = addItem(doc, 'partners', {})
    setRemoved(doc, 'partners', fk, true)
    expect(signingParties(doc, form2024)).toEqual([
      { key: 'owner', role: 'owner', organisation: 'Heby kommun' },
      { key: af, role: 'partner', organisation: 'Arbetsförmedlingen' },
      { key: region, role: 'partner', organisation: null },
    ])
  })
})

describe('who is where', () => {
  const at = (id: string, section: string, field?: string): Presence => ({
    person: { id, name: id, partyId: 'af', partyName: 'AF', partyShortName: 'AF', colour: 2 },
    place: field === undefined ? { section } : { section, field },
  })
  const others = new Map([
    [1, at('Olle', 'period', 'start')],
    [2, at('Åsa', 'period')],
    [3, at('Anna', 'period', 'end')],
    [4, at('Anna', 'period', 'start')],
    [5, at('Bo', 'name', 'value')],
  ])

  it('is told once a person, by name', () => {
    expect(peopleAt(others, 'period', null).map(person => person.id)).toEqual(['Anna', 'Olle', 'Åsa'])
    expect(peopleAt(others, 'period', 'start').map(person => person.id)).toEqual(['Anna', 'Olle'])
    expect(peopleAt(others, 'goals', null)).toEqual([])
  })

  it('is the same list while nobody comes or goes', () => {
    const [before, after] = [peopleAt(others, 'period', null), peopleAt(others, 'period', null)]
    expect(samePeople(before, after)).toBe(true)
    expect(samePeople(before, peopleAt(others, 'name', null))).toBe(false)
  })
})

describe('help text', () => {
  it('is emphasised between stars, and a lone star is a star', () => {
    expect(emphasisIn('Gör mål *SMART* nu')).toEqual([
      { text: 'Gör mål ', emphasised: false },
      { text: 'SMART', emphasised: true },
      { text: ' nu', emphasised: false },
    ])
    expect(emphasisIn('Rubriker med * har text')).toEqual([
      { text: 'Rubriker med ', emphasised: false },
      { text: '* har text', emphasised: false },
    ])
  })
})
