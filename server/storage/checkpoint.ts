import type { DiskDocument } from './DiskDocument.ts'
import { appendToFolder, type FolderState, promiseFolder } from './documentFolder.ts'
import type { FileSystem } from './FileSystem.ts'
import type { LogFile } from './LogFile.ts'

/** Moves what a resting log has of one document to its folder. Runs in the document's turn. */
export async function moveToFolder(
  fileSystem: FileSystem,
  log: LogFile,
  bytes: Buffer,
  document: DiskDocument,
  state: FolderState,
): Promise<void> {
  document.folder = state
  const run = await log.runOf(document.id, bytes, state.sequence)
  if (run !== null || state.sequence > state.promisedSequence) {
    const entries = run?.bytes ?? Buffer.alloc(0)
    const reached = run?.sequence ?? state.sequence
    document.folder = await appendToFolder(fileSystem, document, state, entries, reached)
    document.folder = await promiseFolder(fileSystem, document, document.folder)
  }
  log.forget(document.id)
}
