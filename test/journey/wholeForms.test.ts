import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { budgetOfForm } from '../../shared/budget/budgetOfForm.ts'
import { sumsOf } from '../../shared/budget/sums.ts'
import { formById, forms } from '../../shared/form/forms.ts'
import { everyKindOfText } from '../fixtures/everyKindOfText.ts'
import { filledForms } from '../fixtures/filledForms.ts'
import { type Seat, World } from '../harness/world.ts'
import { asEntered } from './asEntered.ts'
import { comparable } from './comparable.ts'
import { fillIn } from './fillIn.ts'

const everything = [
  ...(await filledForms()),
  { name: 'every kind of text on the 2022 form', form: everyKindOfText },
]
const picture = readFileSync(new URL('../../server/demo/samverkansteamet.png', import.meta.url))

let world: World
let anna: Seat
beforeAll(async () => {
  world = await World.begin()
  anna = await world.seat('anna')
})
afterAll(async () => await world.end())

describe('A whole ansökan, entered field by field by keyboard and paste,', () => {
  it.each(everything)('is all on the server: $name', async ({ form: filled }) => {
    const form = formById(filled.formId)
    if (!form) throw new Error(`There is no form ${filled.formId}.`)
    const id = await start(form.name)
    const entered = asEntered(form, filled)
    await fillIn(anna.page, form, entered, picture, 'typed')
    await anna.saved()
    const said = await world.read(anna, id, form.id)
    expect(comparable(said)).toEqual(comparable(entered))
    const { sought } = sumsOf(budgetOfForm(form, entered))
    // A scan has no budget in it.
    if (sought.total > 0) {
      const amount = await anna.page.locator('#budgetAmount [data-field="total"] p').innerText()
      expect(amount.replace(/\D/g, '')).toBe(String(sought.total))
    }
    expect(world.faults).toEqual([])
  })
})

/** Starts a new ansökan on a form with the keyboard, without a name, and gives its id. */
async function start(formName: string): Promise<string> {
  const { page } = anna
  await page.goto('/ansokningar/ny')
  await page.getByLabel('Insatsens namn').press('Tab')
  const wanted = page.getByRole('radio', { name: formName })
  for (const _ of forms) if (!(await wanted.isChecked())) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/ansokningar\/(?!ny)[^/]+$/)
  await page.locator('#name').waitFor()
  return page.url().split('/').at(-1) ?? ''
}
