import { expect, it } from 'vitest'
import { fileName } from '../../../server/export/fileName.ts'

it.each([
  ['Individstöd i samverkan, LOKUS, Heby', null, 'Budget Individstöd i samverkan, LOKUS, Heby.xlsx'],
  ['', null, 'Budget.xlsx'],
  ['Stöd', '3.0', 'Budget Stöd version 3.0.xlsx'],
  ['Stöd till arbete/studier: del 2?', null, 'Budget Stöd till arbete studier del 2.xlsx'],
  ['..\\..\\etc', null, 'Budget .. .. etc.xlsx'],
  ['slut.', null, 'Budget slut.xlsx'],
  ['rad\nbyte', null, 'Budget rad byte.xlsx'],
])('the workbook of %j, version %j, is saved as %j', (name, version, saved) => {
  expect(fileName('Budget', name, version, 'xlsx')).toBe(saved)
})

it('a very long name is cut, never in the middle of a letter', () => {
  const name = fileName('Budget', '𝒳'.repeat(200), null, 'xlsx')
  expect(name.length).toBeLessThan(140)
  expect(name.isWellFormed()).toBe(true)
})
