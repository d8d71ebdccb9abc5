import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { demoApplications } from '../../../server/demo/demoApplications.ts'
import { demoTalk } from '../../../server/demo/demoTalk.ts'
import { budgetOfForm } from '../../../shared/budget/budgetOfForm.ts'
import { findingsOf } from '../../../shared/budget/findings.ts'
import { sumsOf } from '../../../shared/budget/sums.ts'
import type { Block, FigureContent } from '../../../shared/document/blockContent.ts'
import { fillDocument } from '../../../shared/document/fillDocument.ts'
import type { FilledForm, SectionContent } from '../../../shared/document/filledForm.ts'
import { readDocument } from '../../../shared/document/readDocument.ts'
import { formById } from '../../../shared/form/forms.ts'
import { filledForms } from '../../fixtures/filledForms.ts'
import { formFaults } from '../../fixtures/formFaults.ts'

const pictures = join(import.meta.dirname, '../../../server/demo')
const plattform = demoApplications.find(({ formId }) => formId === '2024')

/** All text of a value, a string each: the pieces of one paragraph or caption are one text. */
function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (isText(value)) return [value.map(part => part.text).join('')]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : []
}

function isText(value: unknown): value is readonly { readonly text: string }[] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every(part => typeof part === 'object' && part !== null && 'text' in part && part.type === 'text')
  )
}

function blocksOf(form: FilledForm | undefined): Block[] {
  return Object.values(form?.sections ?? {}).flatMap(content =>
    content.kind === 'rich' ? content.blocks : [],
  )
}

function figuresOf(form: FilledForm | undefined): FigureContent[] {
  return blocksOf(form).filter(block => block.type === 'figure')
}

/** The form as whoever puts it into a document does it: a picture by its hash. */
function withHashes(form: FilledForm): FilledForm {
  const hashed = (block: Block): Block =>
    block.type === 'figure'
      ? { ...block, image: createHash('sha256').update(block.image).digest('hex') }
      : block
  const sections = Object.entries(form.sections).map(([key, content]): [string, SectionContent] => [
    key,
    content.kind === 'rich' ? { ...content, blocks: content.blocks.map(hashed) } : content,
  ])
  return { ...form, sections: Object.fromEntries(sections) }
}

describe.each(await filledForms())('$name', ({ form: filled }) => {
  const form = formById(filled.formId)

  it('fits its form', () => {
    expect(form && formFaults(form, filled)).toEqual([])
  })

  it('is read back whole from a document', () => {
    const doc = new Y.Doc()
    const expected = withHashes(filled)
    let items = 0
    if (form) fillDocument(doc, form, expected.sections, () => `item${items++}`)
    expect(form && readDocument(doc, form)).toEqual(expected)
  })
})

describe('The fullest ansökan of the demo', () => {
  it('is filled in every field', () => {
    const form = formById('2024')
    for (const section of form?.sections ?? []) {
      const content = plattform?.sections[section.key]
      if (!content) continue
      const asked = section.kind === 'parties' ? section.fields.map(field => field.name) : null
      const rows: object[] =
        'items' in content
          ? [...content.items]
          : content.kind === 'signatures'
            ? [...content.parties]
            : [content]
      expect(rows.length, section.key).toBeGreaterThan(0)
      for (const [name, value] of rows.flatMap(row => Object.entries(row))) {
        if (asked && !asked.includes(name as (typeof asked)[number])) continue
        if (section.kind === 'yesNo' && section.commentLabel === null && name === 'comment') continue
        // The amount is worked out of the budget.
        if (section.kind === 'amount' && name === 'total') continue
        expect(value, `${section.key}.${name}`).not.toBeOneOf([null, ''])
      }
    }
  })

  it('has a table with a header row, five footnotes and a figure', () => {
    const tables = blocksOf(plattform).filter(block => block.type === 'table')
    expect(tables).toHaveLength(1)
    expect(tables[0]?.rows[0]?.every(cell => cell.header)).toBe(true)
    expect(new Set(tables[0]?.rows.map(row => row.length)).size).toBe(1)
    const inline = blocksOf(plattform).flatMap(block => (block.type === 'paragraph' ? block.content : []))
    expect(inline.filter(part => part.type === 'footnote')).toHaveLength(5)
    expect(figuresOf(plattform)).toHaveLength(1)
  })

  it('shows its figure in the size the picture has, and says in words what it shows', async () => {
    for (const figure of figuresOf(plattform)) {
      const { width, height } = await sharp(await readFile(join(pictures, figure.image))).metadata()
      expect({ width, height }).toEqual({ width: figure.width, height: figure.height })
      expect(figure.alt.length).toBeGreaterThan(100)
    }
  })
})

describe('The budgets of the demo', () => {
  const facts = (formId: string) => {
    const filled = demoApplications.find(form => form.formId === formId)
    const form = formById(formId)
    if (!filled || !form) throw new Error(`There is no demo on ${formId}.`)
    const budget = budgetOfForm(form, filled)
    const typed = { total: null, years: new Map<number, number>() }
    const findings = findingsOf({ budget, typed, distribution: 'required' })
    return { budget, sums: sumsOf(budget), errors: findings.filter(({ level }) => level === 'error') }
  }

  it.each([
    ['2024', 10_256_000, { salary: 9_732_000, premises: 0, other: 524_000 }],
    ['2016', 4_200_000, { salary: 3_600_000, premises: 0, other: 600_000 }],
    ['2019', 1_050_000, { salary: 0, premises: 0, other: 1_050_000 }],
  ])('of %s asks for %i kr, and has no other amount', (formId, total, { salary, premises, other }) => {
    const { sums } = facts(formId)
    expect([sums.blocks.salary.total, sums.blocks.premises.total, sums.blocks.other.total]).toEqual([
      salary,
      premises,
      other,
    ])
    expect([sums.sought.total, sums.own.total, sums.grand.total]).toEqual([total, 0, total])
    const amount = demoApplications.find(form => form.formId === formId)?.sections.budgetAmount
    expect(amount).toMatchObject({ total: null, perYear: {} })
  })

  it('add up over the years, each party having its own, but for one year of one row of the fullest', () => {
    expect(
      Object.fromEntries([...facts('2016').sums.years].map(([year, { total }]) => [year, total])),
    ).toEqual({
      2018: 1_400_000,
      2019: 1_400_000,
      2020: 1_400_000,
    })
    expect([...facts('2019').sums.sought.byParty.values()]).toEqual([850_000, 0, 0, 200_000])
    expect([facts('2016').errors, facts('2019').errors]).toEqual([[], []])
    const { budget, errors } = facts('2024')
    expect(errors.map(({ rule }) => rule)).toEqual(['BV7', 'BV6'])
    expect(errors[1]).toMatchObject({ total: 3_084_000, years: 3_039_000 })
    const row = budget.lines.find(({ key }) => key === errors[1]?.place?.line)
    expect(row?.label).toBe('Rehabcoach 2')
  })
})

describe('The demo', () => {
  it('writes to nobody: every address ends in .example', () => {
    const addresses = texts(demoApplications).flatMap(text => text.match(/\S+@\S+/g) ?? [])
    expect(addresses.length).toBeGreaterThan(0)
    expect(addresses.filter(address => !/@[a-z]+\.example,?$/.test(address))).toEqual([])
  })
})

const seedsFolder = process.env.SEEDS_DIR
if (seedsFolder) {
  it('has no eight words in a row from a scanned ansökan, but for the name of an insats', async () => {
    const runs = (text: string) => {
      const words = text.toLowerCase().match(/[\p{L}\d]+/gu) ?? []
      return words.slice(7).map((_, index) => words.slice(index, index + 8).join(' '))
    }
    const files = await readdir(seedsFolder)
    const scans = await Promise.all(files.map(file => readFile(join(seedsFolder, file), 'utf8')))
    const taken = new Set(scans.flatMap(scan => runs(scan.replace(/<[^>]*>/g, ' '))))
    // The rows of a budget are in the words of its form.
    const written = demoApplications.flatMap(({ sections: { name, budget, ...sections } }) => texts(sections))
    written.push(...demoTalk.flatMap(({ posts }) => posts.map(({ text }) => text)))
    expect(written.flatMap(runs).filter(run => taken.has(run))).toEqual([])
  })
}
