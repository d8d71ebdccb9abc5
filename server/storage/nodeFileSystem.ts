import * as fs from 'node:fs'
import { mkdir, readdir, rename, rm, unlink } from 'node:fs/promises'
import { promisify } from 'node:util'
import type { FileSystem } from './FileSystem.ts'

const open = promisify(fs.open)
const close = promisify(fs.close)
const read = promisify(fs.read)
const write = promisify(fs.write)
const fsync = promisify(fs.fsync)
const fstat = promisify(fs.fstat)

const ownerOnlyFile = 0o600
const ownerOnlyFolder = 0o700

/**
 * A write up to this size is done at once. It only goes to the memory of the operating system, in 10 µs; on its way
 * through a thread it would wait for that several times as long. What takes the disk's time is the sync.
 */
const atOnceMaxBytes = 64 * 1024

/** The real disk. */
export const nodeFileSystem: FileSystem = {
  open: async (path, how) => await open(path, how, ownerOnlyFile),
  close,
  read: async (file, into, position) => (await read(file, into, 0, into.byteLength, position)).bytesRead,
  write: async (file, bytes, position) =>
    bytes.byteLength <= atOnceMaxBytes
      ? fs.writeSync(file, bytes, 0, bytes.byteLength, position)
      : (await write(file, bytes, 0, bytes.byteLength, position)).bytesWritten,
  truncate: promisify(fs.ftruncate),
  sizeBytes: async file => (await fstat(file)).size,
  syncData: promisify(fs.fdatasync),
  syncFolder,
  rename,
  unlink,
  makeFolder: async path => {
    await mkdir(path, { recursive: true, mode: ownerOnlyFolder })
  },
  removeFolder: async path => await rm(path, { recursive: true, force: true }),
  listFolder: async path => await readdir(path),
}

async function syncFolder(path: string): Promise<void> {
  // Windows cannot open a folder as a file; its file systems keep names in a journal of their own.
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  try {
    await fsync(folder)
  } finally {
    await close(folder)
  }
}
