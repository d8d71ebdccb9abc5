import { isDay } from '../form/day.ts'
import { isFuzzyDate } from '../form/fuzzyDate.ts'
import type { ValueShape } from './roots.ts'

/** What an atomic value may hold. `null` is "no answer". */
export type FieldValue = string | number | boolean | null

/** Longest order key; keys grow by a character for every few dozen moves to the same place. */
const orderKeyPattern = /^[0-9A-Za-z]{1,200}$/

/** True if `value` fits `shape`. Never throws: it is given whatever a client sent. */
export function fitsShape(shape: ValueShape, value: unknown): value is FieldValue {
  if (value === null) return true
  switch (shape.is) {
    case 'line':
      return typeof value === 'string' && value.length <= shape.maxLength && !/[\n\r]/.test(value)
    case 'wholeNumber':
      return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= shape.max
    case 'day':
      return typeof value === 'string' && isDay(value)
    case 'fuzzyDate':
      return typeof value === 'string' && isFuzzyDate(value)
    case 'flag':
      return typeof value === 'boolean'
    case 'oneOf':
      return typeof value === 'string' && shape.values.includes(value)
    case 'orderKey':
      return typeof value === 'string' && orderKeyPattern.test(value)
  }
}
