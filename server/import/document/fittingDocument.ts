import * as Y from 'yjs'
import { isBudgetWritten } from '../../../shared/budget/isBudgetWritten.ts'
import type { FilledForm } from '../../../shared/document/filledForm.ts'
import { rootsOf } from '../../../shared/document/roots.ts'
import type { FormTemplate } from '../../../shared/form/FormTemplate.ts'
import { type MadeDocument, madeDocument } from '../../document/newDocument.ts'
import { GuardedDocument } from '../../sync/guard/GuardedDocument.ts'

const unbounded = {
  maxStructs: Number.POSITIVE_INFINITY,
  maxDepth: 20,
  maxClients: 1,
  maxMoves: Number.POSITIVE_INFINITY,
}

const anything = { mayWriteAs: () => true, mayTouch: () => true, mayMark: () => false }

/**
 * A document that says what a form says. A budget that nobody has written in is left to the form, whose rows have names of
 * their own. Throws for what the guard would not let in from a browser: what has been read is put into shapes before.
 */
export function fittingDocument(template: FormTemplate, form: FilledForm): MadeDocument {
  const isWritten = isBudgetWritten(template, form)
  const contents = Object.entries(form.sections).filter(([, { kind }]) => kind !== 'budget' || isWritten)
  const made = madeDocument(template, Object.fromEntries(contents))
  const guard = new GuardedDocument(new Y.Doc(), rootsOf(template), undefined, unbounded)
  const verdict = guard.check(made.update, anything)
  if (!verdict.ok) throw new Error(`What was read does not fit the form: ${verdict.refusal}`)
  return made
}
