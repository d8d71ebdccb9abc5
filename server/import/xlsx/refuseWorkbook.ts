import type { ProblemKind } from '../../../shared/http/problem.ts'

/** Why a file is not read: one of the problems that a request is answered with. */
export type WorkbookProblem = Extract<
  ProblemKind,
  | 'notAWorkbook'
  | 'lockedWorkbook'
  | 'macroWorkbook'
  | 'largeWorkbook'
  | 'damagedWorkbook'
  | 'noBudgetInWorkbook'
>

/** Thrown wherever a file turns out to be one that is not read. */
export class WorkbookRefused extends Error {
  readonly kind: WorkbookProblem

  constructor(kind: WorkbookProblem) {
    super(kind)
    this.kind = kind
  }
}
