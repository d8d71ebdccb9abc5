import { afterAll, describe, expect, it } from 'vitest'
import { emptyForm } from '../../../../server/export/emptyForm.ts'
import type { FilledForm } from '../../../../shared/document/filledForm.ts'
import { forms } from '../../../../shared/form/forms.ts'
import { everyKindOfText } from '../../../fixtures/everyKindOfText.ts'
import { filledForms } from '../../../fixtures/filledForms.ts'
import { generatedForm } from '../../../fixtures/generatedForm.ts'
import { seeded } from '../../../shared/form/seeded.ts'
import { amountIn, asOnPaper, asWord, readBack, templateOf, withPictures } from './roundTrip.ts'

const firstSeed = Number(process.env.ROUND_TRIP_SEED ?? 20_261_122)
const seeds = Array.from({ length: Number(process.env.ROUND_TRIPS ?? 40) }, (_, nth) => firstSeed + nth)
const named = [
  ...(await filledForms()),
  { name: 'every kind of text, on the form of 2022', form: everyKindOfText },
].map(({ name, form }) => ({ name, form: withPictures(form) }))

const compared: FilledForm[] = []
afterAll(() => {
  if (process.env.ROUND_TRIPS !== undefined) console.info('compared', compared.length, amountIn(compared))
})

async function comesBack(form: FilledForm): Promise<void> {
  const read = readBack(await asWord(form), templateOf(form))
  expect(asOnPaper(read.form)).toEqual(asOnPaper(form))
  expect(read.leftOvers).toEqual([])
  compared.push(form)
}

describe('an ansökan that goes out to Word and comes back in says the same', () => {
  it.each(named)('$name', async ({ form }) => await comesBack(form))

  it.each(forms)('as an empty form of $id', async template => {
    const read = readBack(await asWord(emptyForm(template)), template)
    expect(read.leftOvers).toEqual([])
    expect(read.sections.filter(({ is }) => is !== 'missing')).toEqual([])
  })

  describe.each(forms)('made up on the form of $id', template => {
    it.each(seeds)('with seed %i', async seed => await comesBack(generatedForm(seeded(seed), template)))
  })
})
