import { basename, dirname } from 'node:path'
import type { FileSystem } from '../../../server/storage/FileSystem.ts'

interface MemoryFile {
  readonly kind: 'file'
  bytes: Buffer
  /** What a power cut leaves. */
  synced: Buffer
  /** Pages written since the last sync was tried. As on Linux, a sync that fails forgets them all the same. */
  dirty: Set<number>
}

const pageBytes = 16

interface MemoryFolder {
  readonly kind: 'folder'
  entries: Map<string, MemoryNode>
  /** What a power cut leaves. */
  synced: Map<string, MemoryNode>
}

type MemoryNode = MemoryFile | MemoryFolder

/** A call of the file system, before it is done. */
export interface Call {
  readonly name: keyof FileSystem
  readonly path: string
}

/**
 * A disk in memory that knows what has been synced, so that a test can stop the machine at any call, and can
 * make any call fail.
 */
export class MemoryFileSystem implements FileSystem {
  /** Asked before each call; throws to make it fail. */
  before: (call: Call) => void = () => {}
  #root: MemoryFolder = { kind: 'folder', entries: new Map(), synced: new Map() }
  #open = new Map<number, { file: MemoryFile; path: string }>()
  #lastNumber = 0

  get openFiles(): number {
    return this.#open.size
  }

  async open(path: string, how: 'r' | 'r+' | 'w' | 'wx'): Promise<number> {
    this.before({ name: 'open', path })
    const folder = this.#folder(dirname(path))
    let file = folder.entries.get(basename(path))
    if (file?.kind === 'folder') throw fault('EISDIR', path)
    if (file && how === 'wx') throw fault('EEXIST', path)
    if (!file) {
      if (how === 'r' || how === 'r+') throw fault('ENOENT', path)
      file = newFile(Buffer.alloc(0), Buffer.alloc(0))
      folder.entries.set(basename(path), file)
    }
    if (how === 'w') file.bytes = Buffer.alloc(0)
    this.#lastNumber += 1
    this.#open.set(this.#lastNumber, { file, path })
    return this.#lastNumber
  }

  async close(file: number): Promise<void> {
    try {
      this.#opened('close', file)
    } finally {
      // As Linux does: a file is closed also when closing it fails.
      this.#open.delete(file)
    }
  }

  async read(file: number, into: Uint8Array, position: number): Promise<number> {
    const { bytes } = this.#opened('read', file)
    const part = bytes.subarray(position, position + into.length)
    into.set(part)
    return part.length
  }

  async write(file: number, bytes: Uint8Array, position: number): Promise<number> {
    const opened = this.#opened('write', file)
    const grown = Buffer.alloc(Math.max(opened.bytes.length, position + bytes.length))
    opened.bytes.copy(grown)
    grown.set(bytes, position)
    opened.bytes = grown
    for (let at = position; at < position + bytes.length; at += 1)
      opened.dirty.add(Math.floor(at / pageBytes))
    return bytes.length
  }

  async truncate(file: number, sizeBytes: number): Promise<void> {
    const opened = this.#opened('truncate', file)
    opened.bytes = Buffer.from(opened.bytes.subarray(0, sizeBytes))
  }

  async sizeBytes(file: number): Promise<number> {
    return this.#opened('sizeBytes', file).bytes.length
  }

  async syncData(number: number): Promise<void> {
    const file = this.#open.get(number)?.file
    const dirty = file?.dirty ?? new Set()
    if (file) file.dirty = new Set()
    const { bytes, synced } = this.#opened('syncData', number)
    const now = Buffer.alloc(bytes.length)
    synced.copy(now)
    for (const page of dirty) bytes.copy(now, page * pageBytes, page * pageBytes, (page + 1) * pageBytes)
    if (file) file.synced = now
  }

  async syncFolder(path: string): Promise<void> {
    this.before({ name: 'syncFolder', path })
    const folder = this.#folder(path)
    folder.synced = new Map(folder.entries)
  }

  async rename(from: string, to: string): Promise<void> {
    this.before({ name: 'rename', path: from })
    const folder = this.#folder(dirname(from))
    const node = folder.entries.get(basename(from))
    if (!node) throw fault('ENOENT', from)
    folder.entries.delete(basename(from))
    this.#folder(dirname(to)).entries.set(basename(to), node)
  }

  async unlink(path: string): Promise<void> {
    this.before({ name: 'unlink', path })
    if (!this.#folder(dirname(path)).entries.delete(basename(path))) throw fault('ENOENT', path)
  }

  async makeFolder(path: string): Promise<void> {
    this.before({ name: 'makeFolder', path })
    let folder = this.#root
    for (const name of namesOf(path)) {
      let next = folder.entries.get(name)
      if (!next) {
        next = { kind: 'folder', entries: new Map(), synced: new Map() }
        folder.entries.set(name, next)
      }
      if (next.kind === 'file') throw fault('ENOTDIR', path)
      folder = next
    }
  }

  async removeFolder(path: string): Promise<void> {
    this.before({ name: 'removeFolder', path })
    this.#folder(dirname(path)).entries.delete(basename(path))
  }

  async listFolder(path: string): Promise<string[]> {
    this.before({ name: 'listFolder', path })
    return [...this.#folder(path).entries.keys()]
  }

  /** The bytes of a file as they are now, to look at or to change. */
  peek(path: string): Buffer {
    const file = this.#folder(dirname(path)).entries.get(basename(path))
    if (file?.kind !== 'file') throw fault('ENOENT', path)
    return file.bytes
  }

  /** Puts other bytes in a file, behind the back of whoever uses it. */
  poke(path: string, bytes: Uint8Array): void {
    const folder = this.#folder(dirname(path))
    folder.entries.set(basename(path), newFile(Buffer.from(bytes), Buffer.from(bytes)))
    folder.synced = new Map(folder.entries)
  }

  /** Full paths of all files, sorted. */
  files(): string[] {
    const walk = (folder: MemoryFolder, path: string): string[] =>
      [...folder.entries].flatMap(([name, node]) =>
        node.kind === 'file' ? [`${path}/${name}`] : walk(node, `${path}/${name}`),
      )
    return walk(this.#root, '').sort()
  }

  /** The disk as the next process finds it when this one is killed: all that was written, synced or not. */
  afterKill(): MemoryFileSystem {
    const copies = new Map<MemoryNode, MemoryNode>()
    const copyAll = (nodes: Map<string, MemoryNode>) =>
      new Map([...nodes].map(([name, node]) => [name, copies.get(node) ?? copyOf(node)]))
    const copyOf = (node: MemoryNode): MemoryNode => {
      const copy: MemoryNode =
        node.kind === 'file'
          ? { ...node, dirty: new Set(node.dirty) }
          : { kind: 'folder', entries: new Map(), synced: new Map() }
      copies.set(node, copy)
      if (node.kind === 'folder' && copy.kind === 'folder') {
        copy.entries = copyAll(node.entries)
        copy.synced = copyAll(node.synced)
      }
      return copy
    }
    return MemoryFileSystem.#with(copyOf(this.#root))
  }

  /**
   * The disk as it is after a power cut: what was synced is there. Of what was written since, `keeps` decides
   * for each file how much, as a disk may have got to it or not.
   */
  afterPowerCut(
    keeps: (written: Buffer, synced: Buffer) => Buffer = (_written, synced) => synced,
  ): MemoryFileSystem {
    const copyOf = (node: MemoryNode): MemoryNode => {
      if (node.kind === 'file') {
        const bytes = Buffer.from(keeps(node.bytes, node.synced))
        return newFile(bytes, bytes)
      }
      const entries = new Map([...node.synced].map(([name, child]) => [name, copyOf(child)]))
      return { kind: 'folder', entries, synced: new Map(entries) }
    }
    return MemoryFileSystem.#with(copyOf(this.#root))
  }

  static #with(root: MemoryNode): MemoryFileSystem {
    const disk = new MemoryFileSystem()
    if (root.kind === 'folder') disk.#root = root
    return disk
  }

  #opened(name: keyof FileSystem, number: number): MemoryFile {
    const opened = this.#open.get(number)
    if (!opened) throw fault('EBADF', String(number))
    this.before({ name, path: opened.path })
    return opened.file
  }

  #folder(path: string): MemoryFolder {
    let folder = this.#root
    for (const name of namesOf(path)) {
      const next = folder.entries.get(name)
      if (next?.kind !== 'folder') throw fault(next ? 'ENOTDIR' : 'ENOENT', path)
      folder = next
    }
    return folder
  }
}

function newFile(bytes: Buffer, synced: Buffer): MemoryFile {
  return { kind: 'file', bytes, synced, dirty: new Set() }
}

/** An error as the operating system gives it. */
export function fault(code: string, path: string): Error & { code: string } {
  return Object.assign(new Error(`${code}: ${path}`), { code })
}

function namesOf(path: string): string[] {
  return path.split('/').filter(name => name !== '')
}
