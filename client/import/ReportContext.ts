import { createContext, useContext } from 'react'
import type { Decisions } from './useDecisions.ts'

/** What the parts of the sheet know of the reading that they belong to. */
export interface Report {
  readonly decisions: Decisions
  /** Made of an ansökan on an older form, and not of a file. */
  readonly isMove: boolean
  readonly imageUrl: (hash: string) => string
}

export const ReportContext = createContext<Report | null>(null)

export function useReport(): Report {
  const report = useContext(ReportContext)
  if (report === null) throw new Error('Drawn outside a report')
  return report
}
