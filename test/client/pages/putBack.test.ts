import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { putBack } from '../../../client/pages/putBack.ts'
import { fillDocument } from '../../../shared/document/fillDocument.ts'
import type { FilledForm } from '../../../shared/document/filledForm.ts'
import { readDocument } from '../../../shared/document/readDocument.ts'
import { rootsOf } from '../../../shared/document/roots.ts'
import { formById } from '../../../shared/form/forms.ts'

const form = formById('2024')
if (!form) throw new Error('There is no 2024 form.')

/** What a section says after a text was put back in it. */
function readAfter(sections: Partial<FilledForm['sections']>, key: string, text: string) {
  if (!form) return undefined
  const doc = new Y.Doc()
  fillDocument(doc, form, sections, () => 'item')
  putBack({ doc, roots: rootsOf(form) }, key, text)
  return readDocument(doc, form).sections[key]
}

const paragraph = (text: string) => ({
  type: 'paragraph' as const,
  content: [{ type: 'text' as const, text }],
})

describe('A rescued text that is put back', () => {
  it('stands last in the running text, and all that was there stands before it', () => {
    const table = { type: 'table' as const, rows: [[{ content: [paragraph('ruta')] }]] }
    const blocks = [paragraph('det som stod där'), table]
    expect(readAfter({ background: { kind: 'rich', blocks } }, 'background', 'räddat\n\nmer')).toEqual({
      kind: 'rich',
      blocks: [...blocks, paragraph('räddat'), paragraph('mer')],
    })
  })

  it('takes the place of the empty paragraph that a text begins with', () => {
    expect(readAfter({}, 'background', 'räddat')).toEqual({ kind: 'rich', blocks: [paragraph('räddat')] })
  })

  it('stands on a line of its own in the prose of a field', () => {
    const discussed = { kind: 'yesNo' as const, answer: null, comment: 'sedan förut' }
    expect(readAfter({ discussed }, 'discussed', 'räddat')).toEqual({
      ...discussed,
      comment: 'sedan förut\nräddat',
    })
  })
})
