import { type FileProblems, type ReadingLimits, ReadingThread } from '../ReadingThread.ts'
import type { WordReading } from './WordReading.ts'

/** An ansökan of sixty pages takes half a second and some tens of megabytes. */
const ordinaryLimits: ReadingLimits = { timeMs: 15_000, heapMebibytes: 512, mostWaiting: 8 }

const problems: FileProblems = {
  otherKind: 'notAWordFile',
  locked: 'lockedWordFile',
  macros: 'macroWordFile',
  large: 'largeWordFile',
  damaged: 'damagedWordFile',
  nothing: 'noFormInWordFile',
  busy: 'wordBusy',
}

/** What is asked of a Word file: which form it is to be read as; null for the one that it fits best. */
export interface WordQuestion {
  readonly formId: string | null
}

/** Reads Word files that people send. */
export function wordReader(limits: ReadingLimits = ordinaryLimits): ReadingThread<WordReading, WordQuestion> {
  return new ReadingThread({ program: new URL('./wordWorker.ts', import.meta.url), limits, problems })
}
