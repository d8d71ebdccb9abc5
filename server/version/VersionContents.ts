import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { z } from 'zod'
import type { FilledForm } from '../../shared/document/filledForm.ts'
import { canonicalForm, canonicalJson } from '../../shared/version/canonicalForm.ts'
import { commentsFileSchema, type KeptThread } from '../comment/commentsFile.ts'
import { hashOf } from '../storage/attachments.ts'
import { DamagedDocument } from '../storage/damage.ts'
import type { Storage } from '../storage/Storage.ts'
import type { KeptVersion } from './versionsFile.ts'

const zip = promisify(gzip)
const unzip = promisify(gunzip)

/** No version is larger than this when it is unpacked. */
const mostBytes = 256 * 1024 * 1024

const threadsSchema = commentsFileSchema.shape.threads

const formSchema = z.strictObject({ formId: z.string(), sections: z.record(z.string(), z.unknown()) })

/** What a version says, and the threads beside it, as they were. */
export interface VersionContent {
  readonly form: FilledForm
  readonly threads: readonly KeptThread[]
}

/** A version is not as it was made: a byte has changed, or it is not there. It has been left as it is. */
export class DamagedVersion extends Error {
  override readonly name = 'DamagedVersion'
  /** Null when it is the list of them all. */
  readonly number: number | null

  constructor(number: number | null, cause: unknown) {
    super(number === null ? 'The list of versions is damaged.' : `Version ${number} is damaged.`, { cause })
    this.number = number
  }
}

/** SHA-256 (hex) of what a form says. */
export function hashOfForm(form: FilledForm): string {
  return hashOf(Buffer.from(canonicalForm(form)))
}

/** The contents of versions, each kept as attachments by hash: once written they are never changed. */
export class VersionContents {
  readonly #storage: Pick<Storage, 'putAttachment' | 'getAttachment'>

  constructor(storage: Pick<Storage, 'putAttachment' | 'getAttachment'>) {
    this.#storage = storage
  }

  /** On disk when resolved. Gives the hashes they are kept under. */
  async keep(
    id: string,
    { form, threads }: VersionContent,
  ): Promise<Pick<KeptVersion, 'content' | 'threads'>> {
    const [content, beside] = await Promise.all([
      this.#put(id, canonicalJson(form)),
      this.#put(id, JSON.stringify(threads)),
    ])
    return { content, threads: beside }
  }

  /** Rejects with `DamagedVersion` when any of it is not what was kept. */
  async read(id: string, version: KeptVersion): Promise<VersionContent> {
    const [content, beside] = await Promise.all([
      this.#get(id, version, version.content),
      this.#get(id, version, version.threads),
    ])
    // Its shape is that of what was hashed.
    const form = formSchema.safeParse(content).data as FilledForm | undefined
    const threads = threadsSchema.safeParse(beside).data
    if (!form || !threads || hashOfForm(form) !== version.hash) {
      throw new DamagedVersion(version.number, new Error('It is not what its hash was made of.'))
    }
    return { form, threads }
  }

  async #put(id: string, json: string): Promise<string> {
    const bytes = await zip(json)
    const hash = hashOf(bytes)
    await this.#storage.putAttachment(id, hash, bytes)
    return hash
  }

  async #get(id: string, { number }: KeptVersion, hash: string): Promise<unknown> {
    const bytes = await this.#storage.getAttachment(id, hash).catch(fault => {
      throw fault instanceof DamagedDocument ? new DamagedVersion(number, fault) : fault
    })
    if (bytes === null) throw new DamagedVersion(number, new Error('Its content is not there.'))
    try {
      return JSON.parse((await unzip(bytes, { maxOutputLength: mostBytes })).toString())
    } catch (fault) {
      // The list says that it is in something else than what was written for it.
      throw new DamagedVersion(number, fault)
    }
  }
}
