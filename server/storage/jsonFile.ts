import { type Adapter, Low } from 'lowdb'
import type { z } from 'zod'
import { DamagedFile } from './damage.ts'
import { onDisk } from './diskFault.ts'
import type { FileSystem } from './FileSystem.ts'
import { nodeFileSystem } from './nodeFileSystem.ts'
import { readWhole, replaceFile } from './wholeFile.ts'

/**
 * Opens a JSON file whose contents are as `schema` says. One that is not there is made with `initial`; where
 * `initial` is null it must be there. `made` is told when it has been made. Throws `DamagedFile` when it is not, cannot be parsed, is not as the schema
 * says or has a key `__proto__` or `constructor`; it is then left as it is. Throws `DiskFault`.
 *
 * A file has one `JsonFile` at a time. `schema` must accept what it gives: no transforms.
 */
export async function openJsonFile<T>(
  path: string,
  schema: z.ZodType<T>,
  initial: T | null,
  fileSystem: FileSystem = nodeFileSystem,
  made: () => void = () => {},
  handling: Handling<T> = asWhole(schema),
): Promise<JsonFile<T>> {
  return await onDisk(async () => {
    const adapter = new DurableJson(path, schema, fileSystem, handling)
    const kept = await adapter.read()
    if (kept !== null) return new JsonFile(new Low(adapter, kept), handling)
    if (initial === null) throw new DamagedFile(path, 'Den finns inte.')
    await adapter.write(schema.parse(initial))
    made()
    return new JsonFile(new Low(adapter, initial), handling)
  })
}

/**
 * How records are copied before they are changed, checked after that, and written. A file that grows large is handled so
 * that a change costs what it changes, not what there is.
 */
export interface Handling<T> {
  /** What a change may be made on, without changing `data`. */
  readonly copy: (data: T) => T
  /** Throws when it must not be written. */
  readonly check: (data: T) => void
  readonly bytes: (data: T) => Uint8Array
}

function asWhole<T>(schema: z.ZodType<T>): Handling<T> {
  return {
    copy: data => structuredClone(data),
    check: data => {
      schema.parse(data)
      JSON.stringify(data, refuseKey)
    },
    bytes: jsonBytes,
  }
}

interface Change<T> {
  readonly mutate: (data: T) => void
  readonly resolve: () => void
  readonly reject: (fault: unknown) => void
}

/**
 * Records in one JSON file, in memory and on disk.
 *
 * What is said to anybody is read from `data`, which is what the disk has: a change is in it when its `update`
 * has resolved, not before, and a change that failed never was. What is decided while changes are under way (is
 * this name taken?) is read from `latest`, or in the change itself.
 */
export class JsonFile<T> {
  readonly #low: Low<T>
  readonly #handling: Handling<T>
  #durable: T
  #latest: T
  /** What `latest` was before the gathered changes. */
  #base: T
  #gathered: Change<T>[] = []
  #isWriting = false

  constructor(low: Low<T>, handling: Handling<T>) {
    this.#low = low
    this.#handling = handling
    this.#durable = low.data
    this.#latest = low.data
    this.#base = low.data
  }

  /** As it is on disk. A new object after each write; never change it. */
  get data(): T {
    return this.#durable
  }

  /** As it will be when the changes under way are on disk. Never change it, nor hold on to it. */
  get latest(): T {
    return this.#latest
  }

  /**
   * Changes the records with `mutate`, at once in `latest`, and resolves when the change is on disk and in
   * `data`. Changes made in one turn, or while the last ones are being written, share a write.
   *
   * Rejects, leaving things as they were: with what `mutate` throws, with `ZodError` when the result is not as
   * the schema says, or with `DiskFault`; the last takes the changes that came after with it, since they were
   * made on top. `mutate` may be called again with other data: it must do nothing but change its argument.
   */
  update(mutate: (data: T) => void): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.#gathered.length === 0) {
        this.#base = this.#latest
        this.#latest = this.#handling.copy(this.#base)
      }
      try {
        mutate(this.#latest)
      } catch (fault) {
        // It may have come half-way.
        this.#latest = this.#handling.copy(this.#base)
        for (const earlier of this.#gathered) earlier.mutate(this.#latest)
        reject(fault)
        return
      }
      this.#gathered.push({ mutate, resolve, reject })
      if (this.#isWriting) return
      this.#isWriting = true
      setImmediate(() => void this.#writeGathered())
    })
  }

  async #writeGathered(): Promise<void> {
    while (this.#gathered.length > 0) {
      const changes = this.#takeValid()
      if (changes.length === 0) continue
      const draft = this.#latest
      this.#low.data = draft
      try {
        await onDisk(() => this.#low.write())
        this.#durable = draft
        for (const { resolve } of changes) resolve()
      } catch (fault) {
        await this.#goBack([...changes, ...this.#gathered], fault)
      }
    }
    this.#isWriting = false
  }

  /** The gathered changes, less those whose result must not be written; `latest` is then without these. */
  #takeValid(): Change<T>[] {
    const gathered = this.#gathered
    this.#gathered = []
    if (this.#refusal(this.#latest) === null) return gathered
    this.#latest = this.#base
    return gathered.filter(({ mutate, reject }) => {
      const draft = this.#handling.copy(this.#latest)
      const refusal = thrownBy(() => mutate(draft)) ?? this.#refusal(draft)
      if (refusal === null) this.#latest = draft
      else reject(refusal.fault)
      return refusal === null
    })
  }

  #refusal(data: T): { fault: unknown } | null {
    return thrownBy(() => this.#handling.check(data))
  }

  async #goBack(changes: readonly Change<T>[], fault: unknown): Promise<void> {
    this.#gathered = []
    this.#latest = this.#durable
    this.#low.data = this.#durable
    for (const { reject } of changes) reject(fault)
    // The disk may have got the new file and failed after that: it gets the old one back, if it takes anything
    // at all. If not, the next change to be written puts it right.
    await this.#low.write().catch(() => {})
  }
}

function thrownBy(work: () => void): { fault: unknown } | null {
  try {
    work()
    return null
  } catch (fault) {
    return { fault }
  }
}

/**
 * What is in a JSON file; null when there is none. Throws `DamagedFile`, and what the disk says. Changes nothing.
 */
export async function readJson<T>(
  path: string,
  schema: z.ZodType<T>,
  fileSystem: FileSystem,
): Promise<T | null> {
  const bytes = await readWhole(fileSystem, path)
  if (bytes === null) return null
  let parsed: unknown
  try {
    parsed = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes), refuseKey)
  } catch (cause) {
    throw new DamagedFile(path, 'Den är inte hel JSON.', { cause })
  }
  const checked = schema.safeParse(parsed)
  if (checked.success) return checked.data
  const where = checked.error.issues[0]?.path.join('.') ?? ''
  throw new DamagedFile(path, `Innehållet är inte det väntade${where && ` (vid ${where})`}.`, {
    cause: checked.error,
  })
}

/** Records as they stand in their file. Throws when there is a key by which nobody may call anything. */
export function jsonBytes(data: unknown): Buffer {
  return Buffer.from(`${JSON.stringify(data, refuseKey, 2)}\n`)
}

/** Reads and writes the file for lowdb: whole, checked, and on disk before it says so. */
class DurableJson<T> implements Adapter<T> {
  readonly #path: string
  readonly #schema: z.ZodType<T>
  readonly #fileSystem: FileSystem
  readonly #handling: Handling<T>

  constructor(path: string, schema: z.ZodType<T>, fileSystem: FileSystem, handling: Handling<T>) {
    this.#path = path
    this.#schema = schema
    this.#fileSystem = fileSystem
    this.#handling = handling
  }

  async read(): Promise<T | null> {
    return await readJson(this.#path, this.#schema, this.#fileSystem)
  }

  async write(data: T): Promise<void> {
    await replaceFile(this.#fileSystem, this.#path, this.#handling.bytes(data))
  }
}

/** Keys by which a hostile file or request could reach the prototype that all objects share. */
export function refuseKey(key: string, value: unknown): unknown {
  if (key === '__proto__' || key === 'constructor') throw new Error(`The key ${key} is not allowed.`)
  return value
}
