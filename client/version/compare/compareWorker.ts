import * as Y from 'yjs'
import type { FilledForm } from '../../../shared/document/filledForm.ts'
import { readDocument } from '../../../shared/document/readDocument.ts'
import type { FormTemplate } from '../../../shared/form/FormTemplate.ts'
import { formById } from '../../../shared/form/forms.ts'
import { changesOf } from '../../../shared/version/compare/changes.ts'
import { compareForms } from '../../../shared/version/compare/compareForms.ts'
import type { CompareAnswer, CompareQuestion, Moment } from './comparing.ts'

/** Compares aside from the page, which stays as quick as it was. */
self.onmessage = ({ data }: MessageEvent<CompareQuestion>) => {
  self.postMessage(answer(data))
}

function answer({ formId, before, after }: CompareQuestion): CompareAnswer {
  try {
    const form = formById(formId)
    if (!form) throw new Error(`There is no form ${formId}.`)
    const comparison = compareForms(form, saidAt(before, form), saidAt(after, form))
    return { compared: { comparison, changes: changesOf(comparison) } }
  } catch (fault) {
    return { fault: fault instanceof Error ? fault.message : String(fault) }
  }
}

function saidAt(moment: Moment, form: FormTemplate): FilledForm {
  if ('form' in moment) return moment.form
  const doc = new Y.Doc()
  Y.applyUpdate(doc, moment.state)
  return readDocument(doc, form)
}
