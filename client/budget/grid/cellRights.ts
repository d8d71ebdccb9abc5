import { createContext, useContext, useMemo } from 'react'
import { useMayWrite } from '../../form/FieldsContext.ts'
import { useForm } from '../../form/FormContext.ts'
import type { FieldPath } from '../../form/fieldPath.ts'

/** Whether a cell is to be written in, read only like all of the sheet, or somebody else's in a sheet that I write in. */
export type CellRight = 'write' | 'read' | 'others'

/** The same function until my rights change: each cell is drawn anew for another. */
export const CellRightsContext = createContext<(path: FieldPath) => CellRight>(() => 'write')

/** What I may do in the cells of the budget, for `CellRightsContext`. */
export function useCellRights(): (path: FieldPath) => CellRight {
  const { rights } = useForm()
  const mayWrite = useMayWrite()
  const whyNotCell = rights?.whyNotCell
  return useMemo(() => {
    if (!mayWrite) return () => 'read'
    return (path: FieldPath) =>
      whyNotCell === undefined || whyNotCell(firstKeyOf(path)) === null ? 'write' : 'others'
  }, [mayWrite, whyNotCell])
}

/** What I may do in a cell; null for one that nobody writes in. */
export function useCellRight(path: FieldPath | null): CellRight | null {
  const rightIn = useContext(CellRightsContext)
  return path === null ? null : rightIn(path)
}

/** Whether I may add rows, and change those that there are. */
export function useMayChangeRows(): boolean {
  return useCellRights()(anyRow) === 'write'
}

/** Rows are all alike in this. */
const anyRow = 'row'

function firstKeyOf(path: FieldPath): string {
  return path.split('/')[0] ?? path
}
