import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { writableForm } from '../../../../server/version/restore/writeForm.ts'
import type { FilledForm } from '../../../../shared/document/filledForm.ts'
import { readDocument } from '../../../../shared/document/readDocument.ts'
import { form2024 } from '../../../../shared/form/forms/2024/form.ts'
import { withoutComments } from '../../../../shared/version/canonicalForm.ts'
import { seeded } from '../../../shared/form/seeded.ts'
import { editedForm, madeUpForm } from '../../../shared/version/compare/generated.ts'
import { asRead, House, loaded, mark, textsIn } from './House.ts'

const seeds = Array.from({ length: 20 }, (_, nth) => nth + 1)
const stepsOfSeed = 60

/** As a document says it, with pictures that there can be. */
function sayable(form: FilledForm): FilledForm {
  const json = JSON.stringify(form).replaceAll(/"bild(\d)"/g, (_, digit: string) => `"${digit.repeat(64)}"`)
  return writableForm(asRead(JSON.parse(json) as FilledForm))
}

/** Marks a few words for a thread. */
function markSomewhere(doc: Y.Doc, at: number): void {
  const texts = textsIn(doc.getXmlFragment('background'))
  const text = texts[at % Math.max(1, texts.length)]
  if (text && text.length > 2) mark(text, 1, text.length - 2, `thread${at}0000000`)
}

describe('a version that is brought back', () => {
  it.each(seeds)(`is said exactly, whatever was there before (seed %i, ${stepsOfSeed} steps)`, seed => {
    const random = seeded(seed)
    let form = madeUpForm(random)
    const house = new House(sayable(form).sections)
    const earlier: FilledForm[] = []
    for (let step = 0; step < stepsOfSeed; step += 1) {
      form = step % 10 === 9 ? madeUpForm(random) : editedForm(random, form)
      // Now and then far back, as a version is.
      const back = step % 4 === 3 ? earlier[random.between(0, earlier.length - 1)] : undefined
      const target = back ?? sayable(form)
      earlier.push(target)
      const at = random.between(0, 9)
      house.type(doc => markSomewhere(doc, at))
      house.bringBack(target)
      for (const doc of [house.doc, house.reader, loaded(Y.encodeStateAsUpdate(house.doc))]) {
        expect(withoutComments(readDocument(doc, form2024)), `step ${step}`).toEqual(target)
      }
    }
  })

  it('is written without a change when nothing is different', () => {
    for (const seed of seeds) {
      const target = sayable(madeUpForm(seeded(seed)))
      expect(new House(target.sections).bringBack(target), `seed ${seed}`).toBeNull()
    }
  })
})
