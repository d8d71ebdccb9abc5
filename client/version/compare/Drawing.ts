import { createContext, useContext } from 'react'
import type { Change } from '../../../shared/version/compare/changes.ts'
import type { PartyNames } from './partyNames.ts'

/** Which of the two is drawn: one of them in a column of its own, or both in one. */
export type Side = 'before' | 'after' | 'both'

/** What is known wherever a comparison is drawn. */
export interface Drawing {
  readonly changeOf: (change: number) => Change | undefined
  /** A change as a sentence. */
  readonly sentenceOf: (change: number) => string
  readonly parties: PartyNames
  /** Where a picture is, by its hash. */
  readonly imageUrl: (hash: string) => string
}

export const DrawingContext = createContext<Drawing | null>(null)

export function useDrawing(): Drawing {
  const drawing = useContext(DrawingContext)
  if (drawing === null) throw new Error('Drawn outside a comparison')
  return drawing
}

/** How what is drawn has changed as a whole. */
export type Whole = 'added' | 'removed' | null
