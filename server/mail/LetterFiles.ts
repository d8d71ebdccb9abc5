import { dirname, join } from 'node:path'
import { isMissing, onDisk } from '../storage/diskFault.ts'
import type { FileSystem } from '../storage/FileSystem.ts'
import { jsonBytes, readJson } from '../storage/jsonFile.ts'
import { replaceFile } from '../storage/wholeFile.ts'
import { type LetterRecord, letterRecordSchema } from './letterRecord.ts'

const fileName = /^([0-9a-f]{24})\.json$/

/** A file that cannot be read as a letter. It stays as it is. */
export interface UnreadableLetter {
  readonly id: string
  readonly fault: unknown
}

/** The letters on disk, one JSON file each, for their owner only. What it does is on disk when it resolves. */
export class LetterFiles {
  readonly #fileSystem: FileSystem
  readonly #folder: string

  private constructor(fileSystem: FileSystem, folder: string) {
    this.#fileSystem = fileSystem
    this.#folder = folder
  }

  /** Makes the folder if it is not there. Throws `DiskFault`. */
  static async open(fileSystem: FileSystem, folder: string): Promise<LetterFiles> {
    await onDisk(async () => {
      await fileSystem.makeFolder(folder)
      await fileSystem.syncFolder(dirname(folder))
    })
    return new LetterFiles(fileSystem, folder)
  }

  /** Reads all there are, and removes what was never written to its end. Throws `DiskFault`. */
  async load(): Promise<{ readonly records: LetterRecord[]; readonly unreadable: UnreadableLetter[] }> {
    const records: LetterRecord[] = []
    const unreadable: UnreadableLetter[] = []
    const names = await onDisk(() => this.#fileSystem.listFolder(this.#folder))
    for (const name of names) {
      if (name.endsWith('.json.new')) await onDisk(() => this.#fileSystem.unlink(join(this.#folder, name)))
      const id = fileName.exec(name)?.[1]
      if (id === undefined) continue
      try {
        const record = await onDisk(() => readJson(this.#path(id), letterRecordSchema, this.#fileSystem))
        if (record?.id === id) records.push(record)
        else unreadable.push({ id, fault: new Error('The file is named as another letter.') })
      } catch (fault) {
        // One letter that cannot be read keeps no other from being sent.
        unreadable.push({ id, fault })
      }
    }
    return { records, unreadable }
  }

  /** Throws `DiskFault`; the file is then as before or as it was to be. */
  async write(record: LetterRecord): Promise<void> {
    await onDisk(() => replaceFile(this.#fileSystem, this.#path(record.id), jsonBytes(record)))
  }

  /** Throws `DiskFault`. Nothing happens when there is none. */
  async remove(id: string): Promise<void> {
    await onDisk(async () => {
      try {
        await this.#fileSystem.unlink(this.#path(id))
      } catch (error) {
        if (!isMissing(error)) throw error
      }
      await this.#fileSystem.syncFolder(this.#folder)
    })
  }

  #path(id: string): string {
    return join(this.#folder, `${id}.json`)
  }
}
