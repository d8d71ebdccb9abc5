import { parentPort } from 'node:worker_threads'
import type { ReadWorkbook } from '../../../shared/http/budget.ts'
import { FileRefused } from '../office/FileRefused.ts'
import type { ThreadAnswer, ThreadTask } from '../ReadingThread.ts'
import { recogniseBudget } from './budget/recogniseBudget.ts'
import { readWorkbook } from './workbook/readWorkbook.ts'

parentPort?.once('message', ({ bytes }: ThreadTask) => {
  parentPort?.postMessage(answerTo(bytes))
})

/** What is thrown besides ends the thread, and whoever asked hears of it. */
function answerTo(bytes: Uint8Array): ThreadAnswer<ReadWorkbook> {
  try {
    return { read: recogniseBudget(readWorkbook(bytes)) }
  } catch (fault) {
    if (fault instanceof FileRefused) return { refused: fault.kind }
    throw fault
  }
}
