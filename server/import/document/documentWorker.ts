import { parentPort } from 'node:worker_threads'
import type { FilledForm } from '../../../shared/document/filledForm.ts'
import { formById } from '../../../shared/form/forms.ts'
import { fittingDocument } from './fittingDocument.ts'

// What is thrown ends the thread, and whoever asked hears of it.
parentPort?.once('message', (form: FilledForm) => {
  const template = formById(form.formId)
  if (!template) throw new Error(`There is no form ${form.formId}.`)
  parentPort?.postMessage(fittingDocument(template, form))
})
