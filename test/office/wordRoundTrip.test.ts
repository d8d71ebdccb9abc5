import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FilledForm } from '../../shared/document/filledForm.ts'
import { forms } from '../../shared/form/forms.ts'
import { everyKindOfText } from '../fixtures/everyKindOfText.ts'
import { filledForms } from '../fixtures/filledForms.ts'
import { generatedForm } from '../fixtures/generatedForm.ts'
import {
  amountIn,
  asOnPaper,
  asWord,
  readBack,
  templateOf,
  withPictures,
} from '../server/import/docx/roundTrip.ts'
import { seeded } from '../shared/form/seeded.ts'
import { Office } from './office.ts'

const firstSeed = Number(process.env.ROUND_TRIP_SEED ?? 20_261_300)
const ofEach = Number(process.env.ROUND_TRIPS ?? 6)

const originals: ReadonlyMap<string, FilledForm> = new Map([
  ...(await filledForms()).map(({ name, form }) => [name, withPictures(form)] as const),
  ['every kind of text, on the form of 2022', withPictures(everyKindOfText)] as const,
  ...forms.flatMap(template =>
    Array.from({ length: ofEach }, (_, nth) => {
      const seed = firstSeed + nth
      return [
        `made up on the form of ${template.id}, seed ${seed}`,
        generatedForm(seeded(seed), template),
      ] as const
    }),
  ),
])

let office: Office
const compared: FilledForm[] = []

beforeAll(async () => {
  office = await Office.find()
})
afterAll(async () => {
  console.info(`${compared.length} forms compared equal:`, amountIn(compared))
  await office?.dispose()
})

/**
 * Without what LibreOffice 7.4 forgets: what stands after `#` in a link, which Word keeps apart from the rest, and over how
 * many columns a cell goes when no other row parts them.
 */
function withoutForgotten(form: FilledForm): unknown {
  return JSON.parse(
    JSON.stringify(form)
      .replaceAll(/("link":"[^"#]*)#[^"]*"/g, '$1"')
      .replaceAll(/,"colspan":\d+|"colspan":\d+,/g, ''),
  )
}

describe('an ansökan that goes out to Word, is opened and saved by LibreOffice, and comes back in, says the same', () => {
  it.each([...originals])('%s', async (name, form) => {
    const read = readBack(await office.savedAsWord(name, await asWord(form)), templateOf(form))
    expect(withoutForgotten(asOnPaper(read.form))).toEqual(withoutForgotten(asOnPaper(form)))
    expect(read.leftOvers).toEqual([])
    compared.push(form)
  })
})
