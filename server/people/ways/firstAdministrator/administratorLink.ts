import { dirname } from 'node:path'
import { z } from 'zod'
import { isMissing } from '../../../storage/diskFault.ts'
import type { FileSystem } from '../../../storage/FileSystem.ts'
import { jsonBytes, readJson } from '../../../storage/jsonFile.ts'
import { replaceFile } from '../../../storage/wholeFile.ts'
import { hashOfSecret, linkSecret } from '../../linkSecret.ts'

/** The file in the data folder by which the command tells the program of a link. */
export const administratorLinkName = 'administrator.json'

const lastsMs = 60 * 60_000

export const administratorLinkSchema = z.strictObject({
  /** SHA-256 of the secret in the link, in hex. */
  hash: z.string().regex(/^[a-f0-9]{64}$/),
  expiresAt: z.iso.datetime(),
})

/**
 * Makes a link for somebody to become administrator by, kept in the file at `path`, whether or not the program is using
 * the folder; an earlier one is over. Gives its secret. Throws what the disk says.
 */
export async function makeAdministratorLink(
  fileSystem: FileSystem,
  path: string,
  now: number,
): Promise<{ readonly secret: string; readonly expiresAt: string }> {
  const { secret, hash } = linkSecret()
  const expiresAt = new Date(now + lastsMs).toISOString()
  await fileSystem.makeFolder(dirname(path))
  const link: z.infer<typeof administratorLinkSchema> = { hash, expiresAt }
  await replaceFile(fileSystem, path, jsonBytes(link))
  return { secret, expiresAt }
}

/** The link that the command has made, if it has. */
export class AdministratorLink {
  readonly #fileSystem: FileSystem
  readonly #path: string
  readonly #now: () => number
  /** Each link is spent after those that were tried before. */
  #last: Promise<unknown> = Promise.resolve()

  constructor(fileSystem: FileSystem, path: string, now: () => number) {
    this.#fileSystem = fileSystem
    this.#path = path
    this.#now = now
  }

  /** Whether this is the link, and it is not over. Spends nothing. Throws `DamagedFile`, and what the disk says. */
  async isGood(secret: string): Promise<boolean> {
    const link = await readJson(this.#path, administratorLinkSchema, this.#fileSystem)
    return link !== null && link.hash === hashOfSecret(secret) && Date.parse(link.expiresAt) >= this.#now()
  }

  /** Spends the link; false when it is not this one, or is over. Throws `DamagedFile`, and what the disk says. */
  spend(secret: string): Promise<boolean> {
    const spent = this.#last.then(() => this.#spend(secret))
    // Whether that one failed is told to whoever asked.
    this.#last = spent.catch(() => {})
    return spent
  }

  async #spend(secret: string): Promise<boolean> {
    if (!(await this.isGood(secret))) return false
    try {
      await this.#fileSystem.unlink(this.#path)
    } catch (fault) {
      if (isMissing(fault)) return false
      throw fault
    }
    await this.#fileSystem.syncFolder(dirname(this.#path))
    return true
  }
}
