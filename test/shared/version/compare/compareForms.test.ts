import { describe, expect, it } from 'vitest'
import type { FilledForm } from '../../../../shared/document/filledForm.ts'
import { form2019 } from '../../../../shared/form/forms/2019/form.ts'
import { form2024 } from '../../../../shared/form/forms/2024/form.ts'
import { applyComparison } from '../../../../shared/version/compare/applyComparison.ts'
import { changesOf } from '../../../../shared/version/compare/changes.ts'
import { comparableForm } from '../../../../shared/version/compare/comparableForm.ts'
import { compareForms } from '../../../../shared/version/compare/compareForms.ts'
import { seeded } from '../../form/seeded.ts'
import { firstRound, secondRound } from './betweenRounds.ts'
import { changeNumbers } from './changeNumbers.ts'
import { editedForm, madeUpForm } from './generated.ts'
import { inPlainText } from './inPlainText.ts'

const seeds = Array.from({ length: 25 }, (_, nth) => nth + 1)
const editsOfSeed = 60

describe('what has changed', () => {
  it.each(seeds)(`applied to the older form is the newer, and back (seed %i, ${editsOfSeed} edits)`, seed => {
    const random = seeded(seed)
    for (let nth = 0; nth < editsOfSeed; nth += 1) {
      const before = madeUpForm(random)
      const after = nth % 10 === 0 ? madeUpForm(random) : editedForm(random, before)
      expectExact(before, after, `seed ${seed}, edit ${nth}`)
      expectExact(after, before, `seed ${seed}, edit ${nth}, back`)
    }
  })

  it('is nothing between equal forms', () => {
    for (const seed of seeds) {
      const form = madeUpForm(seeded(seed))
      const { changeCount, sections } = compareForms(form2024, form, structuredClone(form))
      expect(changeCount, `seed ${seed}`).toBe(0)
      expect(sections.every(section => section.changeCount === 0)).toBe(true)
    }
  })

  it('is told section by section in the order of the form, also of those that say nothing', () => {
    const { sections } = compareForms(form2024, firstRound, { formId: '2024', sections: {} })
    const storing = form2024.sections.filter(({ kind }) => kind !== 'lockedText' && kind !== 'computedLine')
    expect(sections.map(({ key }) => key)).toEqual(storing.map(({ key }) => key))
  })

  it('does not depend on where comments stand', () => {
    const text = (comments: readonly string[], ...words: readonly string[]): FilledForm => ({
      formId: '2024',
      sections: {
        background: {
          kind: 'rich',
          blocks: [
            {
              type: 'paragraph',
              content: words.map(word => ({
                type: 'text',
                text: word,
                ...(word === 'behov' ? { comments } : {}),
              })),
            },
          ],
        },
      },
    })
    const marked = text(['tråd-1'], 'Det finns ', 'behov', ' av stöd.')
    const plain = text([], 'Det finns behov av stöd.')
    expect(compareForms(form2024, marked, plain).changeCount).toBe(0)
    expect(compareForms(form2024, plain, marked).changeCount).toBe(0)
    expect(JSON.stringify(compareForms(form2024, plain, marked))).not.toContain('tråd-1')
  })

  it('between versions on different forms is not asked for', () => {
    expect(() => compareForms(form2019, firstRound, secondRound)).toThrow('2024')
  })

  it('cannot be applied to another text', () => {
    const comparison = compareForms(form2024, firstRound, secondRound)
    expect(() => applyComparison(form2024, secondRound, comparison)).toThrow('another text')
  })
})

describe('between two rounds of the demo', () => {
  it('reads as if a person had marked it', async () => {
    const marked = inPlainText(compareForms(form2024, firstRound, secondRound))
    await expect(marked).toMatchFileSnapshot('../../../golden/betweenRounds.txt')
  })

  it('is exact both ways', () => {
    expectExact(firstRound, secondRound, 'there')
    expectExact(secondRound, firstRound, 'back')
  })
})

function expectExact(before: FilledForm, after: FilledForm, name: string): void {
  const comparison = compareForms(form2024, before, after)
  expect(applyComparison(form2024, before, comparison), name).toEqual(comparableForm(form2024, after))

  const numbers = changeNumbers(comparison)
  const all = [...new Set(numbers.flat())].sort((one, other) => one - other)
  expect(all, name).toEqual(Array.from({ length: comparison.changeCount }, (_, nth) => nth + 1))
  for (const [index, section] of comparison.sections.entries()) {
    const ofSection = new Set(numbers[index])
    expect(ofSection.size, name).toBe(section.changeCount)
    if (ofSection.size > 0) expect(Math.min(...ofSection), name).toBe(section.firstChange)
  }
  expect(
    changesOf(comparison).map(({ number }) => number),
    name,
  ).toEqual(all)
}
