import { expect, it } from 'vitest'
import { emptyForm } from '../../../../../server/export/emptyForm.ts'
import type { FilledForm } from '../../../../../shared/document/filledForm.ts'
import { form2016 } from '../../../../../shared/form/forms/2016/form.ts'
import { asWord, readBack } from '../roundTrip.ts'

it('a party that is called what a label is does not sign with its name as an answer', async () => {
  const empty = emptyForm(form2016)
  const party = { contacts: null, email: null, resourcesSought: '', resourcesContributed: '' }
  const owner = { kind: 'parties', role: 'owner', ...party, organisation: 'E-post: a@b.example' } as const
  const form: FilledForm = { ...empty, sections: { ...empty.sections, owner } }
  const { form: read, leftOvers } = readBack(await asWord(form), form2016)
  expect(read.sections.owner).toEqual(owner)
  expect(read.sections.signatures).toEqual({ kind: 'signatures', parties: [] })
  expect(leftOvers).toEqual([])
})
