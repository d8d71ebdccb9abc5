import { basename, dirname } from 'node:path'
import { parentPort } from 'node:worker_threads'
import * as Y from 'yjs'
import { DamagedDocument } from '../storage/damage.ts'
import { readSingleEntry } from '../storage/documentFolder.ts'
import { nodeFileSystem } from '../storage/nodeFileSystem.ts'
import { holdsTheSame } from './holdsTheSame.ts'

/** What the thread is asked (`VerifySnapshot`), as often as anybody likes; it answers true or false. */
export interface SnapshotToVerify {
  readonly file: string
  readonly covered: readonly Uint8Array[]
  readonly later: readonly Uint8Array[]
}

parentPort?.on('message', (snapshot: SnapshotToVerify) => {
  // What is thrown here ends the thread, and whoever asked hears of it.
  void isSound(snapshot).then(isSame => parentPort?.postMessage(isSame))
})

async function isSound({ file, covered, later }: SnapshotToVerify): Promise<boolean> {
  const snapshot = await readSnapshot(file)
  if (snapshot === null) return false
  let alone: Y.Doc
  try {
    alone = load([snapshot])
  } catch {
    // Whatever cannot be applied is no snapshot of anything.
    return false
  }
  const hasAllThatItCovers = holdsTheSame(alone, load([snapshot, ...covered]))
  const all = [...covered, ...later]
  return hasAllThatItCovers && holdsTheSame(load([snapshot, ...all]), load(all))
}

async function readSnapshot(file: string): Promise<Uint8Array | null> {
  const folder = { id: basename(dirname(file)), path: dirname(file) }
  try {
    const read = await readSingleEntry(nodeFileSystem, folder, 'snapshot', basename(file), () => {})
    return read?.payload ?? null
  } catch (fault) {
    if (fault instanceof DamagedDocument) return null
    throw fault
  }
}

function load(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc()
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update)
  })
  return doc
}
