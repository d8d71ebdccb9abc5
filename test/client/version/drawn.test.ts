import { createElement, createRef } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { Comparison } from '../../../client/version/compare/Comparison.tsx'
import { formById } from '../../../shared/form/forms.ts'
import { changesOf } from '../../../shared/version/compare/changes.ts'
import { compareForms } from '../../../shared/version/compare/compareForms.ts'
import type { FormComparison } from '../../../shared/version/compare/comparison.ts'
import { seeded } from '../../shared/form/seeded.ts'
import { firstRound, secondRound } from '../../shared/version/compare/betweenRounds.ts'
import { editedForm, madeUpForm } from '../../shared/version/compare/generated.ts'

const form = formById('2024')
if (!form) throw new Error('There is no form 2024.')

/** What is drawn of a comparison, as HTML. */
function drawn(comparison: FormComparison, columns: 'one' | 'two'): string {
  if (!form) return ''
  return renderToStaticMarkup(
    createElement(Comparison, {
      ref: createRef<HTMLElement>(),
      form,
      compared: { comparison, changes: changesOf(comparison) },
      columns,
      imageUrl: hash => `/images/${hash}`,
      changedBy: () => '',
    }),
  )
}

/** Numbers of the places that can be gone to, in the order in which they stand. */
function placesIn(html: string): number[] {
  return [...html.matchAll(/data-change="(\d+)" data-main=""/g)].map(([, number]) => Number(number))
}

const inOrder = (numbers: readonly number[]) => numbers.toSorted((one, other) => one - other)

describe.each(['one', 'two'] as const)('In %s column(s)', columns => {
  it('what parties change between two rounds can be gone to, each change at one place', () => {
    const comparison = compareForms(form, firstRound, secondRound)
    const html = drawn(comparison, columns)
    expect(comparison.changeCount).toBeGreaterThan(10)
    const places = placesIn(html)
    expect(columns === 'one' ? places : inOrder(places)).toEqual(
      Array.from({ length: comparison.changeCount }, (_, at) => at + 1),
    )
  })

  it('every change of generated forms can be gone to, at one place, which says it', () => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const random = seeded(seed)
      const before = madeUpForm(random)
      const comparison = compareForms(form, before, editedForm(random, before))
      const html = drawn(comparison, columns)
      const places = placesIn(html)
      const all = Array.from({ length: comparison.changeCount }, (_, at) => at + 1)
      expect(inOrder(places), `seed ${seed}`).toEqual(all)
      expect(html.match(/aria-label="Ändring \d/g)?.length ?? 0, `seed ${seed}`).toBe(places.length)
    }
  })
})

it('What is new and what is gone is said to those who listen, and not only coloured', () => {
  const html = drawn(compareForms(form, firstRound, secondRound), 'one')
  expect(html.match(/<ins [^>]*><span class="sr-only">infogat: <\/span>/g)?.length).toBe(
    html.match(/<ins /g)?.length,
  )
  expect(html.match(/<del [^>]*><span class="sr-only">borttaget: <\/span>/g)?.length).toBe(
    html.match(/<del /g)?.length,
  )
})

it('That a field was empty, or is now, is no word that has gone or come', () => {
  let empty = 0
  for (let seed = 1; seed <= 60; seed += 1) {
    const random = seeded(seed)
    const before = madeUpForm(random)
    const comparison = compareForms(form, before, editedForm(random, before))
    for (const columns of ['one', 'two'] as const) {
      const html = drawn(comparison, columns)
      expect(html, `seed ${seed}`).not.toMatch(/<\/span>tomt<\/(ins|del)>/)
      empty += html.match(/>tomt</g)?.length ?? 0
    }
  }
  expect(empty).toBeGreaterThan(0)
})
