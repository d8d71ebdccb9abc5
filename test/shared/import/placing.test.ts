import { describe, expect, it } from 'vitest'
import type { Block } from '../../../shared/document/blockContent.ts'
import type { FilledForm } from '../../../shared/document/filledForm.ts'
import { form2016 } from '../../../shared/form/forms/2016/form.ts'
import { form2019 } from '../../../shared/form/forms/2019/form.ts'
import { form2024 } from '../../../shared/form/forms/2024/form.ts'
import { isTarget, placed, targetsOf, undecided } from '../../../shared/import/placing.ts'
import type { LeftOver, ReadForm } from '../../../shared/import/ReadForm.ts'
import { everyKindOfText } from '../../fixtures/everyKindOfText.ts'

const line = (text: string): Block => ({ type: 'paragraph', content: [{ type: 'text', text }] })
const empty: Block = { type: 'paragraph', content: [] }
const table: Block = { type: 'table', rows: [[{ content: [{ type: 'paragraph', content: [] }] }]] }

function leftOver(id: string, ...blocks: readonly Block[]): LeftOver {
  return { id, why: 'noHeading', under: null, blocks, proposed: null }
}

function read(leftOvers: readonly LeftOver[], sections: FilledForm['sections'] = {}): ReadForm {
  return {
    form: { formId: '2024', sections: { ...everyKindOfText.sections, ...sections } },
    sections: [],
    leftOvers,
    notes: [],
  }
}

describe('Text that is placed by hand', () => {
  it('can go where the form takes text, in the order of the form', () => {
    expect(
      targetsOf(form2016).map(({ section, level }) => (level ? `${section}.${level}` : section)),
    ).toEqual([
      'purpose',
      'goals.effect',
      'goals.result',
      'background',
      'targetGroup',
      'methods',
      'followUp',
      'legacy',
      'budgetAmount',
      'anchoring',
    ])
    expect(targetsOf(form2019)).toContainEqual({ section: 'discussed' })
    expect(targetsOf(form2024)).not.toContainEqual({ section: 'discussed' })
  })

  it('goes nowhere that the form does not have', () => {
    expect(isTarget(form2024, { section: 'methods' })).toBe(false)
    expect(isTarget(form2024, { section: 'goals' })).toBe(false)
    expect(isTarget(form2024, { section: 'goals', level: 'insats' })).toBe(false)
    expect(isTarget(form2024, { section: 'goals', level: 'effect' })).toBe(true)
    expect(isTarget(form2024, { section: 'constructor' })).toBe(false)
  })

  it('keeps its tables: it goes only into running text when it has any', () => {
    const withTable = leftOver('1', line('a'), table)
    expect(isTarget(form2024, { section: 'discussions' }, withTable)).toBe(false)
    expect(isTarget(form2024, { section: 'purpose' }, withTable)).toBe(true)
    expect(undecided(read([withTable]), { 1: { section: 'discussions' } })).toEqual([withTable])
  })

  it('is undecided until it is placed or left out', () => {
    const all = ['1', '2', '3', '4'].map(id => leftOver(id, line(id)))
    const placements = { 1: 'leaveOut', 2: { section: 'purpose' }, 3: { section: 'noSuch' } } as const
    expect(undecided(read(all), placements).map(({ id }) => id)).toEqual(['3', '4'])
    expect(undecided(read([leftOver('toString', line('x'))]), {})).toHaveLength(1)
  })

  it('stands last in its place, and instead of nothing', () => {
    const form = placed(
      form2024,
      read([leftOver('1', line('först')), leftOver('2', line('sedan')), leftOver('3', line('ut'))], {
        purpose: { kind: 'rich', blocks: [empty] },
        background: { kind: 'rich', blocks: [line('här'), empty] },
      }),
      { 2: { section: 'purpose' }, 1: { section: 'purpose' }, 3: { section: 'background' } },
    )
    expect(form.sections.purpose).toEqual({ kind: 'rich', blocks: [line('först'), line('sedan')] })
    expect(form.sections.background).toEqual({ kind: 'rich', blocks: [line('här'), empty, line('ut')] })
  })

  it('becomes a goal a paragraph, events with their dates, and lines elsewhere', () => {
    const form = placed(
      form2024,
      read([
        leftOver('1', line('Ett mål'), line('Ett till')),
        leftOver('2', line('2024-05-15: Möte'), line('20/6 Nytt möte'), line('Utan dag')),
        leftOver('3', {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'Se ' },
            { type: 'text', text: 'sidan', bold: true, link: 'https://www.example.org/' },
            { type: 'footnote', content: [{ type: 'text', text: 'en not' }] },
          ],
        }),
      ]),
      {
        1: { section: 'goals', level: 'result' },
        2: { section: 'discussions' },
        3: { section: 'budgetAmount' },
      },
    )
    const { goals, discussions, budgetAmount } = form.sections
    expect(goals?.kind === 'goals' ? goals.items.slice(-2) : null).toEqual([
      { level: 'result', text: 'Ett mål' },
      { level: 'result', text: 'Ett till' },
    ])
    expect(discussions?.kind === 'log' ? discussions.items.slice(-3) : null).toEqual([
      { on: '2024-05-15', text: 'Möte' },
      { on: '2024-06-20', text: 'Nytt möte' },
      { on: null, text: 'Utan dag' },
    ])
    expect(budgetAmount).toMatchObject({
      note: 'Två rader\ni kommentaren.\nSe sidan (https://www.example.org/) (en not)',
    })
  })
})
