import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { Refused } from '../../../../server/http/refuse.ts'
import { DocumentMaker } from '../../../../server/import/document/DocumentMaker.ts'
import { fittingDocument } from '../../../../server/import/document/fittingDocument.ts'
import { unwrittenBudget } from '../../../../shared/budget/seedBudget.ts'
import type { Block } from '../../../../shared/document/blockContent.ts'
import type { FilledForm, SectionContent } from '../../../../shared/document/filledForm.ts'
import { readDocument } from '../../../../shared/document/readDocument.ts'
import type { FormTemplate } from '../../../../shared/form/FormTemplate.ts'
import { form2024 } from '../../../../shared/form/forms/2024/form.ts'
import { forms } from '../../../../shared/form/forms.ts'
import { canonicalForm } from '../../../../shared/version/canonicalForm.ts'
import { generatedForm } from '../../../fixtures/generatedForm.ts'
import { seeded } from '../../../shared/form/seeded.ts'

const mebibyte = 2 ** 20

function said(form: FormTemplate, update: Uint8Array): FilledForm {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, update)
  return readDocument(doc, form)
}

function withText(...blocks: Block[]): FilledForm {
  return { formId: '2024', sections: { background: { kind: 'rich', blocks } } }
}

function pages(count: number): FilledForm {
  const paragraph: Block = { type: 'paragraph', content: [{ type: 'text', text: 'ord '.repeat(100) }] }
  return withText(...Array<Block>(count * 8).fill(paragraph))
}

async function refusalOf(making: Promise<unknown>): Promise<unknown> {
  return await making.then(
    () => null,
    (fault: unknown) => (fault instanceof Refused ? fault.kind : fault),
  )
}

describe('a document that is made of a form', () => {
  it.each(forms.map(form => [form.id, form] as const))('of %s says the same', async (_id, form) => {
    const maker = new DocumentMaker(8 * mebibyte)
    for (let seed = 1; seed <= 3; seed += 1) {
      const filled = generatedForm(seeded(seed), form)
      const made = await maker.make(filled)
      expect(canonicalForm(said(form, made.update))).toBe(canonicalForm(filled))
    }
  })

  it('tells what it is called, and under which id it was made', async () => {
    const name: SectionContent = { kind: 'text', value: 'Stöd på väg' }
    const made = await new DocumentMaker(mebibyte).make({ formId: '2024', sections: { name } })
    expect(made.names.name).toBe('Stöd på väg')
    const { clientID } = new Y.Doc()
    expect(made.clientId).not.toBe(clientID)
    expect([...Y.decodeUpdate(made.update).structs.map(({ id }) => id.client)]).toContain(made.clientId)
  })

  it('has the rows of its form, under their names, when nobody has written in its budget', () => {
    const section = form2024.sections.find(({ kind }) => kind === 'budget')
    if (section?.kind !== 'budget') throw new Error('The form has no budget.')
    const budget = unwrittenBudget(section.budget)
    const { update } = fittingDocument(form2024, { formId: '2024', sections: { budget } })
    const doc = new Y.Doc()
    Y.applyUpdate(doc, update)
    expect(doc.getMap('budget').has('salary-1')).toBe(true)
    expect(said(form2024, update).sections.budget).toEqual(budget)
  })
})

describe('a form is refused', () => {
  it('that would be larger than a document in which one can write', async () => {
    expect(await refusalOf(new DocumentMaker(65_536).make(pages(30)))).toBe('tooLarge')
  })

  it('that takes more time or memory than it may', async () => {
    const slow = new DocumentMaker(8 * mebibyte, { timeMs: 1, heapMebibytes: 1024 })
    expect(await refusalOf(slow.make(pages(10)))).toBe('tooLarge')
    const small = new DocumentMaker(8 * mebibyte, { timeMs: 60_000, heapMebibytes: 32 })
    expect(await refusalOf(small.make(pages(2000)))).toBe('tooLarge')
  })

  it.each<[string, FilledForm['sections']]>([
    ['a line that is too long', { name: { kind: 'text', value: 'x'.repeat(201) } }],
    ['a line of two lines', { name: { kind: 'text', value: 'a\nb' } }],
    [
      'a day that the calendar has not',
      { period: { kind: 'period', start: '2026-02-30', end: null, intakeEnd: null } },
    ],
    ['a figure of half a krona', { budgetAmount: { kind: 'amount', total: 0.5, note: '', perYear: {} } }],
    [
      'an amount of a year that is none',
      { budgetAmount: { kind: 'amount', total: 1, note: '', perYear: { 3: 1 } } },
    ],
    ['a goal of another level', { goals: { kind: 'goals', items: [{ level: 'overall', text: 'x' }] } }],
    ['an answer of another kind', { background: { kind: 'text', value: 'x' } }],
  ])('that has %s, as a fault of ours', (_what, sections) => {
    expect(() => fittingDocument(form2024, { formId: '2024', sections })).toThrow(Error)
  })
})
