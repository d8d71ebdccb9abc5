import type { FileFault } from '../../../../../server/import/office/FileRefused.ts'

/** A file that nobody ought to send, and how it may be answered. */
export interface HostileFile {
  /** What is wrong with it. */
  readonly name: string
  readonly bytes: Uint8Array<ArrayBuffer>
  /** The ways in which it may be refused; `read` when it may be read as what is left of it. */
  readonly answers: readonly (FileFault | 'read')[]
}
