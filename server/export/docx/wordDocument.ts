import { Document, type FileChild, type ISectionOptions, Paragraph, TextRun } from 'docx'
import type { FilledForm } from '../../../shared/document/filledForm.ts'
import type { FormTemplate, Section } from '../../../shared/form/FormTemplate.ts'
import type { Thread } from '../../../shared/http/comments.ts'
import { budgetFigures } from '../budgetFigures.ts'
import { nameIn } from '../nameIn.ts'
import type { Picture } from '../pictures.ts'
import { Footnotes } from './Footnotes.ts'
import { Lists, numbering } from './Lists.ts'
import { packed } from './packed.ts'
import { footer, pageSize } from './pages.ts'
import { plainText } from './plainText.ts'
import { sectionBody } from './sectionWriters.ts'
import { documentStyles, styles } from './styles.ts'
import { threadsIn, WordComments } from './WordComments.ts'
import type { Writing } from './Writing.ts'

/** What a Word document is made of. */
export interface WordSource {
  readonly template: FormTemplate
  readonly form: FilledForm
  /** Id of the ansökan and which version it is, as it stands at the foot of every page; empty for an empty form. */
  readonly documentId: string
  /** Those that are to be comments in Word; none for a clean document. */
  readonly threads: readonly Thread[]
  readonly pictureOf: (hash: string) => Picture | null
}

/** An ansökan as a Word document, laid out as its form version. */
export async function wordDocument(source: WordSource): Promise<Uint8Array> {
  const { template, form, threads, pictureOf } = source
  const name = nameIn(form)
  const writing: Writing = {
    ...{ template, form, name, pictureOf },
    figure: budgetFigures(template, form),
    notes: new Footnotes(),
    lists: new Lists(),
    comments: new WordComments(threads),
  }
  const upright = template.sections.filter(section => section.kind !== 'budget')
  const across = template.sections.filter(section => section.kind === 'budget')
  const body = [...head(template), ...upright.flatMap(section => sectionOf(section, writing))]
  const annex = across.flatMap(section => sectionOf(section, writing))
  const footers = { default: footer(foot(source)) }
  const sections: ISectionOptions[] = [
    { properties: { page: { size: pageSize(false) } }, footers, children: body },
    { properties: { page: { size: pageSize(true) } }, footers, children: annex },
  ]
  const document = new Document({
    title: plainText(name === '' ? template.title : `${template.title}: ${name}`),
    subject: template.name,
    creator: 'Samskriv',
    lastModifiedBy: 'Samskriv',
    styles: documentStyles,
    numbering,
    footnotes: writing.notes.all(),
    comments: { children: writing.comments.all() },
    sections,
  })
  return await packed(document, pictureOf)
}

function head({ title, preamble }: FormTemplate): FileChild[] {
  return [
    new Paragraph({ style: styles.title, text: title }),
    ...(preamble === null ? [] : [new Paragraph({ style: styles.preamble, text: preamble })]),
  ]
}

/** A section of a form: its heading, and what stands under it. */
export function sectionOf(section: Section, writing: Writing): FileChild[] {
  const { comments, form } = writing
  const content = form.sections[section.key]
  const placed = content?.kind === 'rich' ? threadsIn(content.blocks) : new Set<string>()
  const heading = new TextRun(plainText(`${section.heading}${section.starred ? ' (*)' : ''}`))
  const begins = (section.kind === 'rich' && section.annex) || section.kind === 'signatures'
  const said = sectionBody(section, writing)
  return [
    new Paragraph({
      style: styles.section,
      pageBreakBefore: begins,
      children: comments.aroundHeading(section.key, heading, placed),
    }),
    ...(said.length > 0 ? said : [new Paragraph('')]),
  ]
}

function foot({ template, documentId }: WordSource): string {
  return [template.footerTag, documentId].filter(part => part !== null && part !== '').join(' · ')
}
