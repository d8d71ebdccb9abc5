import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { rootsOf } from '../../../shared/document/roots.ts'
import type { FormTemplate, Section } from '../../../shared/form/FormTemplate.ts'
import { formById, forms } from '../../../shared/form/forms.ts'
import { emptyFormText } from './emptyFormText.ts'

const golden = (id: string) => readFileSync(new URL(`../../golden/forms/${id}.txt`, import.meta.url), 'utf8')

describe('The list of forms', () => {
  it('has the four known versions, oldest first', () => {
    expect(forms.map(form => form.id)).toEqual(['2016', '2019', '2022', '2024'])
  })

  it('finds a form by its id', () => {
    for (const form of forms) expect(formById(form.id)).toBe(form)
  })

  it.each(['', '2023', '2024 ', 'toString'])('has no form %j', id => {
    expect(formById(id)).toBeNull()
  })
})

describe.each(forms.map(form => [form.id, form] as const))('The form %s', (id, form) => {
  it('is the original, word by word', () => {
    expect(emptyFormText(form)).toBe(golden(id))
  })

  it('has no key twice', () => {
    const keys = form.sections.map(section => section.key)
    expect(keys).toEqual([...new Set(keys)])
  })

  it('has keys that can be roots of a document, and the whole life of an ansökan needs', () => {
    for (const section of form.sections) expect(section.key).toMatch(/^[a-z][a-zA-Z]{2,39}$/)
    const everyForm = ['name', 'owner', 'partners', 'background', 'purpose', 'goals', 'period']
    const andMore = ['targetGroup', 'followUp', 'legacy', 'budgetAmount', 'agreement', 'signatures']
    expect(form.sections.map(section => section.key)).toEqual(
      expect.arrayContaining([...everyForm, ...andMore]),
    )
  })

  it('stores an answer for every section but fixed and computed text', () => {
    const stored = form.sections.filter(({ kind }) => kind !== 'lockedText' && kind !== 'computedLine')
    expect([...rootsOf(form).keys()]).toEqual(stored.map(section => section.key))
  })

  it('has help under every heading but computed lines and the free appendix', () => {
    const withoutHelp = form.sections.filter(section => section.help.length === 0)
    const known = ['signatureLine', 'appendix']
    expect(withoutHelp.map(section => section.key).filter(key => !known.includes(key))).toEqual([])
  })

  it('helps with whole sentences, in which emphasis is single and closed', () => {
    for (const paragraph of form.sections.flatMap(section => section.help)) {
      expect(paragraph).toMatch(/^[A-ZÅÄÖ].*[.?]$/)
      expect(paragraph).not.toContain('**')
      expect(paragraph.split('*').length % 2).toBe(1)
    }
  })

  it('keeps the star out of the heading', () => {
    for (const section of form.sections) expect(section.heading).not.toContain('*')
  })

  it('prints composed characters on single lines without stray space', () => {
    for (const text of printedTexts(form)) {
      expect(text).toBe(text.normalize('NFC').trim())
      expect(text).not.toMatch(/\s{2}|[\n\r\t\u00a0\u00ad\u200b]/)
      expect(text).not.toBe('')
    }
  })

  it('asks each level of goals and each party field once', () => {
    for (const names of form.sections.map(repeatableNames)) expect(names).toEqual([...new Set(names)])
  })

  it('asks for one owner and a list of partners', () => {
    const roles = form.sections.flatMap(section => (section.kind === 'parties' ? [section.role] : []))
    expect(roles).toEqual(['owner', 'partner'])
  })

  it('asks for expected participants only right after the target group, whose box they share', () => {
    const keys = form.sections.map(section => section.key)
    const at = keys.indexOf('expectedParticipants')
    expect(at === -1 || keys[at - 1] === 'targetGroup').toBe(true)
  })

  it('has room for a name of 124 characters, the longest in use', () => {
    const name = form.sections.find(section => section.kind === 'text')
    expect(name?.maxLength).toBeGreaterThanOrEqual(124)
  })
})

describe('Forms side by side', () => {
  it('ask the same thing under the same key in the same way', () => {
    const kinds = new Map<string, Set<string>>()
    for (const section of forms.flatMap(form => form.sections)) {
      kinds.set(section.key, (kinds.get(section.key) ?? new Set()).add(section.kind))
    }
    for (const [key, found] of kinds) expect([key, ...found]).toHaveLength(2)
  })

  it('promise an automatic list of rounds only where there is a log', () => {
    for (const section of forms.flatMap(form => form.sections)) {
      const promises = section.help.some(paragraph => paragraph.includes('läggs in automatiskt'))
      expect([section.key, promises]).toEqual([section.key, section.kind === 'log'])
    }
  })
})

function printedTexts(form: FormTemplate): string[] {
  const agreement = form.sections.flatMap(section => (section.kind === 'lockedText' ? section.parts : []))
  return [
    form.name,
    form.title,
    ...(form.preamble === null ? [] : [form.preamble]),
    ...form.sections.map(section => section.heading),
    ...form.sections.flatMap(section => section.help),
    ...agreement.flatMap(part => [part.heading, ...part.paragraphs]),
  ]
}

function repeatableNames(section: Section): string[] {
  if (section.kind === 'goals') return section.levels.map(goal => goal.level)
  return section.kind === 'parties' ? section.fields.map(field => field.name) : []
}
