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

  /**
   * Spends the link and does what it is for; false when it is not this one, or is over. What `check` throws spends
   * nothing. Throws `DamagedFile`, what the disk says, and what `check` does.
   */
  spend(secret: string, check: () => void): Promise<boolean> {
    const spent = this.#last.then(() => this.#spend(secret, check))
    // Whether that one failed is told to whoever asked.
    this.#last = spent.catch(() => {})
    return spent
  }

  async #spend(secret: string, check: () => void): Promise<boolean> {
    const link = await readJson(this.#path, administratorLinkSchema, this.#fileSystem)
    if (link === null || link.hash !== hashOfSecret(secret)) return false
    if (Date.parse(link.expiresAt) < this.#now()) return false
    check()
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
