import { wordDocument } from '../../../../server/export/docx/wordDocument.ts'
import type { Picture } from '../../../../server/export/pictures.ts'
import { recogniseForm } from '../../../../server/import/docx/form/recogniseForm.ts'
import { readWord } from '../../../../server/import/docx/word/readWord.ts'
import { isWritten } from '../../../../shared/budget/seedBudget.ts'
import type { Block } from '../../../../shared/document/blockContent.ts'
import type {
  BudgetLineContent,
  FilledForm,
  SectionContent,
  SignatureContent,
} from '../../../../shared/document/filledForm.ts'
import type { FormTemplate, Section } from '../../../../shared/form/FormTemplate.ts'
import { formById } from '../../../../shared/form/forms.ts'
import type { ReadForm } from '../../../../shared/import/ReadForm.ts'
import { withoutComments } from '../../../../shared/version/canonicalForm.ts'
import { generatedPictures } from '../../../fixtures/generatedText.ts'
import { hashOf, madePicture } from '../../../fixtures/madePicture.ts'

/** Stands for the pictures of forms that name a file instead. */
const standIn = madePicture(320, 180, 0xccddee)
const standInHash = hashOf(standIn)

function pictureOf(hash: string): Picture | null {
  const bytes = hash === standInHash ? standIn : generatedPictures.get(hash)
  return bytes ? { bytes, type: 'png' } : null
}

export function templateOf({ formId }: FilledForm): FormTemplate {
  const template = formById(formId)
  if (!template) throw new Error(`There is no form ${formId}.`)
  return template
}

/** The form with a real picture for each that is none. */
export function withPictures(form: FilledForm): FilledForm {
  return mapBlocks(form, block =>
    block.type === 'figure' && !generatedPictures.has(block.image)
      ? { ...block, image: standInHash, width: 320, height: 180 }
      : block,
  )
}

export async function asWord(form: FilledForm): Promise<Uint8Array> {
  const template = templateOf(form)
  return await wordDocument({ template, form, documentId: 'abc · version 1.0', threads: [], pictureOf })
}

export function readBack(bytes: Uint8Array, template: FormTemplate): ReadForm {
  return recogniseForm(readWord(bytes), template)
}

/**
 * What of a form a Word document says, read back: no marks of comments, no days of signing, no empty paragraphs first and
 * last in a text, a space for a tab, no rows of the budget that nobody has written in, and goals level by level.
 */
export function asOnPaper(form: FilledForm): FilledForm {
  const template = templateOf(form)
  const plain = withoutComments(JSON.parse(JSON.stringify(form).replaceAll('\\t', ' ')) as FilledForm)
  const sections = template.sections.flatMap(section => {
    const content = plain.sections[section.key]
    return content ? [[section.key, contentOnPaper(section, content)] as const] : []
  })
  return { formId: form.formId, sections: Object.fromEntries(sections) }
}

function contentOnPaper(section: Section, content: SectionContent): SectionContent {
  switch (content.kind) {
    case 'rich':
      return { kind: 'rich', blocks: trimmed(content.blocks) }
    case 'budget': {
      if (section.kind !== 'budget') return content
      const lines = content.lines.filter(line =>
        isWritten(section.budget, {
          ...line,
          amounts: new Map(line.amounts.map(({ party, kronor }) => [String(party), kronor])),
          years: new Map(Object.entries(line.years).map(([year, kronor]) => [Number(year), kronor])),
        }),
      )
      return { ...content, lines: lines.map(inOrder), otherYears: ordered(content.otherYears) }
    }
    case 'amount':
      // What the years come to is not printed beside them, and not asked for.
      return Object.keys(content.perYear).length > 0 ? { ...content, total: null } : content
    case 'signatures': {
      // A day of signing is that of the paper that was signed.
      const parties = content.parties.map(one => ({ ...one, date: null }))
      const says = ({ name, clarification, email }: SignatureContent) =>
        (name ?? clarification ?? email) !== null
      return { kind: 'signatures', parties: parties.filter(says) }
    }
    case 'goals': {
      if (section.kind !== 'goals') return content
      const items = section.levels.flatMap(({ level }) => content.items.filter(item => item.level === level))
      return { kind: 'goals', items }
    }
    default:
      return content
  }
}

function trimmed(blocks: readonly Block[]): readonly Block[] {
  const from = blocks.findIndex(says)
  if (from === -1) return [{ type: 'paragraph', content: [] }]
  return blocks.slice(from, blocks.findLastIndex(says) + 1)
}

function says(block: Block): boolean {
  if (block.type === 'table') return block.rows.some(row => row.some(cell => cell.content.some(says)))
  return block.type === 'figure' || block.content.length > 0
}

function inOrder(line: BudgetLineContent): BudgetLineContent {
  return { ...line, years: ordered(line.years) }
}

function ordered(years: Readonly<Record<number, number>>): Record<number, number> {
  return Object.fromEntries(Object.entries(years))
}

function mapBlocks(form: FilledForm, change: (block: Block) => Block): FilledForm {
  const sections = Object.entries(form.sections).map(([key, content]) => [
    key,
    content.kind === 'rich' ? { kind: 'rich' as const, blocks: content.blocks.map(change) } : content,
  ])
  return { ...form, sections: Object.fromEntries(sections) }
}

/** How much there is in a form, to say how much has been compared. */
export interface Amount {
  /** Values of sections that are not running text. */
  readonly fields: number
  readonly blocks: number
  readonly footnotes: number
  /** Of all texts and values. */
  readonly letters: number
}

export function amountIn(forms: readonly FilledForm[]): Amount {
  const found = { fields: 0, blocks: 0, footnotes: 0, letters: 0 }
  const count = (value: unknown, isRich: boolean): void => {
    if (Array.isArray(value)) for (const one of value) count(one, isRich)
    else if (typeof value === 'object' && value !== null) {
      const type = 'type' in value ? value.type : null
      if (type === 'footnote') found.footnotes += 1
      if (type === 'paragraph' || type === 'table' || type === 'figure') found.blocks += 1
      for (const [key, one] of Object.entries(value))
        if (!['kind', 'type', 'role', 'image', 'block', 'level', 'list'].includes(key)) count(one, isRich)
    } else if (value !== null && value !== '') {
      if (!isRich) found.fields += 1
      if (typeof value === 'string') found.letters += value.length
    }
  }
  for (const { sections } of forms)
    for (const content of Object.values(sections)) count(content, content.kind === 'rich')
  return found
}
