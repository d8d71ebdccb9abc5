import type { FieldValue } from '../../../shared/document/value.ts'
import type { DateLanguage } from '../../../shared/form/dateWords.ts'
import { parseDay } from '../../../shared/form/day.ts'
import { formatFuzzyDate, parseFuzzyDate } from '../../../shared/form/fuzzyDate.ts'
import { type AmountRefusal, groupDigits, readAmount } from '../amount.ts'

/** How one kind of atomic value is typed and shown. */
export interface FieldFormat {
  /** Reads what has been typed. Empty text is `null`, no answer. */
  read(text: string): Reading
  /** As it stands in the field. */
  show(value: FieldValue): string
  /** Which keyboard a phone brings up. */
  readonly keys: 'text' | 'numeric' | 'email'
  /** About how many letters the field should have room for; null fills the line and wraps. */
  readonly width: number | null
}

type Reading =
  | {
      readonly value: FieldValue
      /** True where it was reckoned out of what was typed, so that the result must be said. */
      readonly converted?: boolean
    }
  | { readonly refused: Refusal }

/** Why something typed is not taken. The words are `text.form.refusal`. */
export type Refusal =
  | AmountRefusal
  | { readonly kind: 'tooLong'; readonly max: number; readonly length: number }
  | { readonly kind: 'notADay' }
  | { readonly kind: 'notADate' }
  | { readonly kind: 'notAHeadcount' }
  | { readonly kind: 'notAPercent' }
  | { readonly kind: 'range' }

/** One line of text, at most `maxLength` UTF-16 units. */
export function lineFormat(maxLength: number, keys: 'text' | 'email' = 'text'): FieldFormat {
  return {
    read(text) {
      const line = text.replace(/\s*[\n\r]+\s*/g, ' ').trim()
      if (line === '') return { value: null }
      if (line.length <= maxLength) return { value: line }
      return { refused: { kind: 'tooLong', max: maxLength, length: line.length } }
    },
    show: value => (typeof value === 'string' ? value : ''),
    keys,
    width: null,
  }
}

/** A calendar day, shown as it is stored: `2025-01-01`. */
export const dayFormat: FieldFormat = {
  read(text) {
    if (text.trim() === '') return { value: null }
    const day = parseDay(text)
    return day === null ? { refused: { kind: 'notADay' } } : { value: day }
  },
  show: value => (typeof value === 'string' ? value : ''),
  keys: 'text',
  width: 12,
}

/** A date as exact as the writer is: `2024-05-15`, `vecka 19–20 2024`, `hösten 2028`. */
export function fuzzyDateFormat(language: DateLanguage): FieldFormat {
  return {
    read(text) {
      if (text.trim() === '') return { value: null }
      const date = parseFuzzyDate(text)
      return date === null ? { refused: { kind: 'notADate' } } : { value: date }
    },
    show: value => (typeof value === 'string' ? formatFuzzyDate(value, language) : ''),
    keys: 'text',
    width: 16,
  }
}

/** Whole kronor. The unit stands beside the field. */
export const amountFormat: FieldFormat = {
  read(text) {
    const reading = readAmount(text)
    return 'refused' in reading ? reading : { value: reading.kronor, converted: reading.converted }
  },
  show: value => (typeof value === 'number' ? groupDigits(value) : ''),
  keys: 'text',
  width: 16,
}

/** A number of persons, at most `max`. */
export function headcountFormat(max: number): FieldFormat {
  return {
    read(text) {
      const plain = text.normalize('NFKC').replace(/\s+/g, '')
      if (plain === '') return { value: null }
      if (/^\d+[-\u2010-\u2015]\d+$/.test(plain)) return { refused: { kind: 'range' } }
      const number = /^\d{1,15}$/.test(plain) ? Number(plain) : null
      if (number === null) return { refused: { kind: 'notAHeadcount' } }
      return number <= max ? { value: number } : { refused: { kind: 'tooLarge', max } }
    },
    show: value => (typeof value === 'number' ? groupDigits(value) : ''),
    keys: 'numeric',
    width: 8,
  }
}
