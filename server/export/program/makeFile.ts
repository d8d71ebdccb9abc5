import { formById } from '../../../shared/form/forms.ts'
import { paperDocument } from '../docx/paper/paperDocument.ts'
import { picturesOf, type WordTask } from '../docx/WordTask.ts'
import { wordDocument } from '../docx/wordDocument.ts'
import type { FileTask } from '../FileTask.ts'
import { pdfDocument } from '../pdf/pdfDocument.ts'
import { budgetWorkbook } from '../xlsx/budgetWorkbook.ts'

export async function makeFile(task: FileTask): Promise<Uint8Array> {
  switch (task.is) {
    case 'word':
      return await word(task.of)
    case 'wordPaper':
      return await paperDocument(task.of.paper, task.of.pictures)
    case 'pdf':
      return pdfDocument(task.of)
    case 'workbook':
      return await budgetWorkbook(task.of)
  }
}

async function word({ formId, pictures, ...source }: WordTask): Promise<Uint8Array> {
  const template = formById(formId)
  if (template === null) throw new Error(`There is no form ${formId}.`)
  return await wordDocument({ ...source, template, pictureOf: picturesOf(pictures) })
}
