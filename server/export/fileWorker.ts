import { parentPort } from 'node:worker_threads'
import { formById } from '../../../shared/form/forms.ts'
import { picturesOf, type WordTask } from './WordTask.ts'
import { wordDocument } from './wordDocument.ts'

parentPort?.on('message', (task: WordTask) => {
  // What is thrown here ends the thread, and whoever asked hears of it.
  void make(task).then(bytes => parentPort?.postMessage(bytes, [bytes.buffer as ArrayBuffer]))
})

async function make({ formId, pictures, ...source }: WordTask): Promise<Uint8Array> {
  const template = formById(formId)
  if (template === null) throw new Error(`There is no form ${formId}.`)
  const bytes = await wordDocument({ ...source, template, pictureOf: picturesOf(pictures) })
  // On memory of its own, which can be handed over.
  return new Uint8Array(bytes)
}
