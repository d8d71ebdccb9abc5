/**
 * Everything the storage asks of the operating system, as plain asynchronous functions, so that a test can put
 * a fault into any of them. They fail with an `Error` that carries a `code` (`ENOSPC`, `EIO`, `ENOENT` …).
 */
export interface FileSystem {
  /**
   * Opens a file and gives its number. `r` reads, `r+` reads and writes what exists, `w` makes it or empties
   * it, `wx` makes it and fails with `EEXIST` when it is there. New files are for their owner only.
   */
  open(path: string, how: 'r' | 'r+' | 'w' | 'wx'): Promise<number>
  close(file: number): Promise<void>
  /** Reads into `into` from byte `position` of the file. May read less than fits; 0 is the end of the file. */
  read(file: number, into: Uint8Array, position: number): Promise<number>
  /** Writes at byte `position`. May write less than it was given. */
  write(file: number, bytes: Uint8Array, position: number): Promise<number>
  truncate(file: number, sizeBytes: number): Promise<void>
  sizeBytes(file: number): Promise<number>
  /** Resolves when the file's bytes, and the size that is needed to read them, are on disk. */
  syncData(file: number): Promise<void>
  /** Resolves when the names in a folder are on disk: after a file was made, renamed or removed there. */
  syncFolder(path: string): Promise<void>
  /** Takes the place of what is called `to`, in one step. */
  rename(from: string, to: string): Promise<void>
  unlink(path: string): Promise<void>
  /** Makes a folder for its owner only, with those above it. Nothing happens when it exists. */
  makeFolder(path: string): Promise<void>
  removeFolder(path: string): Promise<void>
  listFolder(path: string): Promise<string[]>
}
