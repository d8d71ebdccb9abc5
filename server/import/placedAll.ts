import type { FilledForm } from '../../shared/document/filledForm.ts'
import type { FormTemplate } from '../../shared/form/FormTemplate.ts'
import { placed, undecided } from '../../shared/import/placing.ts'
import type { Placements, ReadForm } from '../../shared/import/ReadForm.ts'
import { Refused } from '../http/refuse.ts'

/**
 * The form with all left-over text where somebody has put it. Refuses `notAllPlaced` while some is undecided, or is to go
 * where it cannot, and `malformedRequest` for what is decided of text that is not there: it was said of something else.
 */
export function placedAll(template: FormTemplate, read: ReadForm, placements: Placements): FilledForm {
  const there = new Set(read.leftOvers.map(({ id }) => id))
  const unknown = Object.keys(placements).filter(id => !there.has(id))
  if (unknown.length > 0) throw new Refused('malformedRequest', ['placements'])
  if (undecided(read, placements).length > 0) throw new Refused('notAllPlaced')
  return placed(template, read, placements)
}
