import { keepPlace } from '../../../shared/comment/findPlace.ts'
import type { FoundBy } from './TextComments.ts'

export interface Words extends FoundBy {
  /** The words without the space around them. */
  readonly from: number
  readonly to: number
}

/** What stands between two places of a text, and around it, as a comment keeps it; null where there are no words. */
export function wordsBetween(text: string, from: number, to: number): Words | null {
  const whole = text.slice(from, to)
  const words = whole.trim()
  if (words === '') return null
  const start = from + whole.indexOf(words)
  const range = { from: start, to: start + words.length }
  return { ...range, ...keepPlace(text, range) }
}

/** An encoded position as it is sent. */
export function inBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
}
