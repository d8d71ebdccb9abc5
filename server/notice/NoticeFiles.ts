import { dirname, join } from 'node:path'
import { onDisk } from '../storage/diskFault.ts'
import type { FileSystem } from '../storage/FileSystem.ts'
import { type JsonFile, openJsonFile } from '../storage/jsonFile.ts'
import { type NoticesFile, noNotices, noticesFileSchema } from './noticesFile.ts'

/** The folder among the data. */
export const noticesName = 'notices'

const fileName = /^([a-z0-9]{1,32})\.json$/
/** Files that are read at the same time. */
const readTogether = 16

/** What everybody is told, a file for each person who has been told anything or has said what she wants. */
export class NoticeFiles {
  readonly #fileSystem: FileSystem
  readonly #folder: string
  readonly #open = new Map<string, JsonFile<NoticesFile>>()
  readonly #opening = new Map<string, Promise<JsonFile<NoticesFile>>>()

  private constructor(fileSystem: FileSystem, folder: string) {
    this.#fileSystem = fileSystem
    this.#folder = folder
  }

  /** Reads all there are. One that is damaged is said to `failed` and stays as it is. Throws `DiskFault`. */
  static async open(
    fileSystem: FileSystem,
    folder: string,
    failed: (fault: unknown) => void,
  ): Promise<NoticeFiles> {
    const files = new NoticeFiles(fileSystem, folder)
    const names = await onDisk(async () => {
      await fileSystem.makeFolder(folder)
      await fileSystem.syncFolder(dirname(folder))
      return await fileSystem.listFolder(folder)
    })
    const waiting = names.values()
    const openSome = async () => {
      for (const name of waiting) {
        const personId = fileName.exec(name)?.[1]
        // Whoever's file it is does without until it has been mended; all others are told.
        if (personId !== undefined) await files.toChange(personId).catch(failed)
      }
    }
    await Promise.all(Array.from({ length: readTogether }, openSome))
    return files
  }

  /** What the disk has for a person. */
  of(personId: string): NoticesFile {
    return this.#open.get(personId)?.data ?? noNotices
  }

  /** All that are there, with whose they are. */
  all(): Iterable<readonly [string, JsonFile<NoticesFile>]> {
    return this.#open
  }

  /** A person's file, made if it is not there. Rejects with `DamagedFile`, `DiskFault`. */
  async toChange(personId: string): Promise<JsonFile<NoticesFile>> {
    const known = this.#open.get(personId)
    if (known) return known
    const path = join(this.#folder, `${personId}.json`)
    const opening =
      this.#opening.get(personId) ?? openJsonFile(path, noticesFileSchema, noNotices, this.#fileSystem)
    this.#opening.set(personId, opening)
    try {
      const file = await opening
      this.#open.set(personId, file)
      return file
    } finally {
      this.#opening.delete(personId)
    }
  }
}
