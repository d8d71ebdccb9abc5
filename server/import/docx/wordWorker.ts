import { parentPort } from 'node:worker_threads'
import type { Block } from '../../../shared/document/blockContent.ts'
import type { ReadForm } from '../../../shared/import/ReadForm.ts'
import { FileRefused } from '../office/FileRefused.ts'
import type { ThreadAnswer, ThreadTask } from '../ReadingThread.ts'
import type { WordReading } from './WordReading.ts'
import { readWord } from './word/readWord.ts'
import type { WordQuestion } from './wordReader.ts'

parentPort?.once('message', async (task: ThreadTask<WordQuestion>) => {
  const answer = await answerTo(task)
  const pictures = 'read' in answer ? [...answer.read.pictures.values()] : []
  parentPort?.postMessage(
    answer,
    pictures.map(({ buffer }) => buffer),
  )
})

/** What is thrown besides ends the thread, and whoever asked hears of it. */
async function answerTo({ bytes, question }: ThreadTask<WordQuestion>): Promise<ThreadAnswer<WordReading>> {
  try {
    const content = readWord(bytes)
    // What knows the forms is loaded for a file that is read, and not for all that are refused.
    const { readApplication } = await import('./readApplication.ts')
    const answer = readApplication(content, question.formId)
    return { read: { answer, pictures: picturesOf(answer.read, content.pictures) } }
  } catch (fault) {
    if (fault instanceof FileRefused) return { refused: fault.kind }
    throw fault
  }
}

/** Those of the pictures that stand somewhere. */
function picturesOf(
  { form, leftOvers }: ReadForm,
  all: ReadonlyMap<string, Uint8Array<ArrayBuffer>>,
): ReadonlyMap<string, Uint8Array<ArrayBuffer>> {
  const rich = Object.values(form.sections).flatMap(content =>
    content.kind === 'rich' ? content.blocks : [],
  )
  const blocks: readonly Block[] = [...rich, ...leftOvers.flatMap(leftOver => leftOver.blocks)]
  const used = new Set(blocks.flatMap(block => (block.type === 'figure' ? [block.image] : [])))
  return new Map([...all].filter(([hash]) => used.has(hash)))
}
