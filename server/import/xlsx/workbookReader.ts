import type { ReadWorkbook } from '../../../shared/http/budget.ts'
import { type FileProblems, type ReadingLimits, ReadingThread } from '../ReadingThread.ts'

/** A large budget takes a fifth of a second and some megabytes. */
const ordinaryLimits: ReadingLimits = { timeMs: 15_000, heapMebibytes: 256, mostWaiting: 8 }

const problems: FileProblems = {
  otherKind: 'notAWorkbook',
  locked: 'lockedWorkbook',
  macros: 'macroWorkbook',
  large: 'largeWorkbook',
  damaged: 'damagedWorkbook',
  nothing: 'noBudgetInWorkbook',
  busy: 'workbookBusy',
}

/** Reads workbooks that people send. */
export function workbookReader(limits: ReadingLimits = ordinaryLimits): ReadingThread<ReadWorkbook> {
  return new ReadingThread({ program: new URL('./workbookWorker.ts', import.meta.url), limits, problems })
}
