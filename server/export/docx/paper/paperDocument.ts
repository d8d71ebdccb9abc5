import { Document, type FileChild, type ISectionOptions } from 'docx'
import type { FilledForm } from '../../../../shared/document/filledForm.ts'
import { formById } from '../../../../shared/form/forms.ts'
import { budgetFigures } from '../../budgetFigures.ts'
import { nameIn } from '../../nameIn.ts'
import type { Paper } from '../../paper/Paper.ts'
import type { Picture } from '../../pictures.ts'
import { Footnotes } from '../Footnotes.ts'
import { Lists, numbering } from '../Lists.ts'
import { packed } from '../packed.ts'
import { footer, page, pageSize } from '../pages.ts'
import { plainText } from '../plainText.ts'
import { documentStyles } from '../styles.ts'
import { WordComments } from '../WordComments.ts'
import { picturesOf } from '../WordTask.ts'
import type { Writing } from '../Writing.ts'
import { sectionOf } from '../wordDocument.ts'
import { paperPart } from './paperParts.ts'
import { paperParagraphStyles } from './paperStyles.ts'

/** In twentieths of a point. */
const margin = { upright: 1_134, across: 850 }

interface Pages {
  readonly isWide: boolean
  readonly children: FileChild[]
}

/** What the forms in a paper are written with: their footnotes and lists are numbered through all of it. */
type Through = Pick<Writing, 'notes' | 'lists' | 'pictureOf'>

/** A paper as a Word document. A form in it has pages of its own, and its budget lies across. */
export async function paperDocument(
  paper: Paper,
  pictures: ReadonlyMap<string, Picture>,
): Promise<Uint8Array> {
  const { title, isWide, parts } = paper
  const through = { notes: new Footnotes(), lists: new Lists(), pictureOf: picturesOf(pictures) }
  const begun: Pages[] = [{ isWide, children: [] }]
  for (const part of parts) {
    if (part.is === 'form') begun.push(...formPages(part.form, through))
    else {
      const last = begun.at(-1)
      last?.children.push(...paperPart(part, { lists: through.lists, width: widthOf(last) }))
    }
  }
  const footers = { default: footer(paper.foot) }
  const document = new Document({
    title: plainText(title),
    creator: 'Samskriv',
    lastModifiedBy: 'Samskriv',
    styles: {
      ...documentStyles,
      paragraphStyles: [...(documentStyles.paragraphStyles ?? []), ...paperParagraphStyles],
    },
    numbering,
    footnotes: through.notes.all(),
    sections: begun.map(
      (pages): ISectionOptions => ({ ...layout(pages), footers, children: pages.children }),
    ),
  })
  return await packed(document, through.pictureOf)
}

function formPages(form: FilledForm, through: Through): Pages[] {
  const template = formById(form.formId)
  if (template === null) throw new Error(`There is no form ${form.formId}.`)
  const writing: Writing = {
    ...{ ...through, template, form, name: nameIn(form) },
    figure: budgetFigures(template, form),
    comments: new WordComments([]),
  }
  const pages = (isWide: boolean): Pages => ({
    isWide,
    children: template.sections
      .filter(({ kind }) => (kind === 'budget') === isWide)
      .flatMap(section => sectionOf(section, writing)),
  })
  return [pages(false), pages(true)].filter(({ children }) => children.length > 0)
}

function widthOf({ isWide }: Pages): number {
  return isWide ? page.height - 2 * margin.across : page.width - 2 * margin.upright
}

function layout({ isWide }: Pages): Pick<ISectionOptions, 'properties'> {
  const side = isWide ? margin.across : margin.upright
  return {
    properties: {
      page: {
        size: pageSize(isWide),
        margin: { top: side, bottom: side, left: side, right: side },
      },
    },
  }
}
