import { parentPort } from 'node:worker_threads'
import type { ReadWorkbook } from '../../../shared/http/budget.ts'
import { recogniseBudget } from './budget/recogniseBudget.ts'
import { type WorkbookProblem, WorkbookRefused } from './refuseWorkbook.ts'
import { readWorkbook } from './workbook/readWorkbook.ts'

/** What the thread answers. */
export type WorkbookAnswer = { readonly read: ReadWorkbook } | { readonly refused: WorkbookProblem }

parentPort?.once('message', (bytes: Uint8Array) => {
  parentPort?.postMessage(answerTo(bytes))
})

/** What is thrown besides ends the thread, and whoever asked hears of it. */
function answerTo(bytes: Uint8Array): WorkbookAnswer {
  try {
    return { read: recogniseBudget(readWorkbook(bytes)) }
  } catch (fault) {
    if (fault instanceof WorkbookRefused) return { refused: fault.kind }
    throw fault
  }
}
