import type { CompareAnswer, Compared, CompareQuestion } from './comparing.ts'

/** Compares two moments of an ansökan in a worker of its own. Rejects when they cannot be compared, or `stop` comes. */
export async function askComparison(question: CompareQuestion, stop: AbortSignal): Promise<Compared> {
  const worker = new Worker(new URL('./compareWorker.ts', import.meta.url), { type: 'module' })
  try {
    return await new Promise<Compared>((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<CompareAnswer>) => {
        if ('compared' in data) resolve(data.compared)
        else reject(new Error(data.fault))
      }
      worker.onerror = event => reject(new Error(event.message || 'The worker did not start.'))
      stop.addEventListener('abort', () => reject(new Error('Nobody waits for it any more.')))
      worker.postMessage(question)
    })
  } finally {
    worker.terminate()
  }
}
