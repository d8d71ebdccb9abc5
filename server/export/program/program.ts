import { Worker } from 'node:worker_threads'
import { faultPieces, Incoming, madePieces, readTask } from './frames.ts'
import { makeFile } from './makeFile.ts'

/**
 * The program that makes files, one after the other, as they come through its standard input (`frames.ts`). What it is
 * given says how much memory it may take: in the middle of a file it hears of nothing, so a thread looks after that.
 */
const watch = new Worker(new URL('./watch.ts', import.meta.url), {
  workerData: Number(process.argv[2]),
})
watch.unref()
// Nobody is left to make files for.
process.on('disconnect', () => process.exit())

const incoming = new Incoming(process.stdin)
for (let task = await readTask(incoming); task !== null; task = await readTask(incoming)) {
  for (const piece of await answer(task)) process.stdout.write(piece)
}
process.exit()

async function answer(task: Parameters<typeof makeFile>[0]): Promise<readonly Uint8Array[]> {
  try {
    return madePieces(await makeFile(task))
  } catch (fault) {
    // Whoever asked is told, and says it in the log.
    return faultPieces(fault)
  }
}
