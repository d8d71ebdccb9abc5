import { formById } from '../../../shared/form/forms.ts'
import { nameIn } from '../nameIn.ts'
import { compile } from './compile.ts'
import { formBody } from './formBody.ts'
import { Headings } from './Headings.ts'
import type { PdfTask } from './PdfTask.ts'
import { pageOf } from './page.ts'
import { paperBody } from './paper/paperBody.ts'
import { inPlainLetters } from './plainLetters.ts'
import { readablePictures } from './readablePictures.ts'
import { joined, said, type Typst, typst } from './typst.ts'

/**
 * An ansökan laid out as its form version, or a paper, as a tagged PDF; the same task gives the same bytes. Throws when
 * there is no such form. A picture that cannot be read is said to be missing.
 */
export function pdfDocument(task: PdfTask): Uint8Array {
  const { pictures, standard } = task
  const document = written(task, false)
  try {
    return compile(document, pictures, standard)
  } catch {
    // Typst says that something in the document cannot stand in such a file, but not what we can do about it.
    const readable = readablePictures(pictures, standard)
    if (readable.size < pictures.size) return pdfDocument({ ...task, pictures: readable })
    return inOtherWays(task, document)
  }
}

/** With fewer letters, or else without tables as well. */
function inOtherWays(task: PdfTask, document: Typst): Uint8Array {
  const { pictures, standard } = task
  try {
    return compile(inPlainLetters(document), pictures, standard)
  } catch {
    // It is not the letters.
    return compile(inPlainLetters(written(task, true)), pictures, standard)
  }
}

function written({ of, madeAt, pictures }: PdfTask, opensTables: boolean): Typst {
  const around = {
    headings: new Headings(),
    opensTables,
    pictureOf: (hash: string) => pictures.get(hash) ?? null,
  }
  if (of.is === 'paper') {
    const { title, isWide, foot } = of.paper
    return pageOf({ title, subject: '', madeAt, isWide, foot, body: paperBody(of.paper, around) })
  }
  const { formId, form, documentId } = of
  const template = formById(formId)
  if (template === null) throw new Error(`There is no form ${formId}.`)
  const { title, preamble, footerTag } = template
  const name = nameIn(form)
  return pageOf({
    title: name === '' ? title : `${title}: ${name}`,
    subject: template.name,
    madeAt,
    isWide: false,
    foot: [footerTag, documentId].filter(part => part !== null && part !== '').join(' · '),
    body: joined([
      typst`title-of(${said(title)})`,
      ...(preamble === null ? [] : [typst`preamble(${preamble})`]),
      formBody(template, form, { ...around, level: 1 }),
    ]),
  })
}
