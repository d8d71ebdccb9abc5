import { parentPort } from 'node:worker_threads'
import { formById } from '../../shared/form/forms.ts'
import { picturesOf, type WordTask } from './docx/WordTask.ts'
import { wordDocument } from './docx/wordDocument.ts'
import type { FileTask } from './FileTask.ts'
import { budgetWorkbook } from './xlsx/budgetWorkbook.ts'

parentPort?.on('message', (task: FileTask) => {
  // What is thrown here ends the thread, and whoever asked hears of it.
  void make(task).then(made => {
    // On memory of its own, which can be handed over.
    const bytes = new Uint8Array(made)
    parentPort?.postMessage(bytes, [bytes.buffer])
  })
})

async function make(task: FileTask): Promise<Uint8Array> {
  return task.is === 'word' ? await word(task.of) : await budgetWorkbook(task.of)
}

async function word({ formId, pictures, ...source }: WordTask): Promise<Uint8Array> {
  const template = formById(formId)
  if (template === null) throw new Error(`There is no form ${formId}.`)
  return await wordDocument({ ...source, template, pictureOf: picturesOf(pictures) })
}
