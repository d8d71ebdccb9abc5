import { z } from 'zod'
import type { JsonFile } from '../../../storage/jsonFile.ts'
import { hashOfSecret, linkSecret } from '../../linkSecret.ts'

const hash = z.string().regex(/^[a-f0-9]{64}$/)

export const linksFileSchema = z.strictObject({
  /** By SHA-256 of the secret in the link: the secret itself is in the mail only. */
  links: z.record(
    hash,
    z.strictObject({
      personId: z.string(),
      partyId: z.string(),
      /** SHA-256 of the mark of the browser that asked. */
      browser: hash,
      expiresAt: z.iso.datetime(),
    }),
  ),
})

export type LinksFile = z.infer<typeof linksFileSchema>

/** How long a link lets in (limits.md 39). */
export const linkLastsMs = 10 * 60_000

/** Whom a link lets in, and for which party. */
interface Who {
  readonly personId: string
  readonly partyId: string
}

/** The links by mail that somebody may still come by. */
export class Links {
  readonly #file: JsonFile<LinksFile>
  readonly #now: () => number

  constructor(file: JsonFile<LinksFile>, now: () => number) {
    this.#file = file
    this.#now = now
  }

  /**
   * Makes a link for a person and a party of hers, and gives its secret. For null, who is nobody the program knows, there is the same work,
   * and a secret that is of no use: how long it takes must not tell which.
   */
  async make(
    who: Who | null,
    browser: string,
  ): Promise<{ readonly secret: string; readonly expiresAt: string }> {
    const { secret, hash } = linkSecret()
    const expiresAt = new Date(this.#now() + linkLastsMs).toISOString()
    await this.#file.update(({ links }) => {
      this.#forgetOld(links)
      if (who !== null) links[hash] = { ...who, browser, expiresAt }
    })
    return { secret, expiresAt }
  }

  /** Spends a link and gives whose it is: once, and in the browser that asked only. Elsewhere nothing is spent. */
  async redeem(secret: string, browser: string | null): Promise<Who | 'over' | 'otherBrowser'> {
    const hash = hashOfSecret(secret)
    const link = this.#file.data.links[hash]
    if (!link || this.#isOver(link.expiresAt)) return 'over'
    if (link.browser !== browser) return 'otherBrowser'
    let isFirst = false
    await this.#file.update(({ links }) => {
      isFirst = links[hash] !== undefined
      delete links[hash]
      this.#forgetOld(links)
    })
    const { personId, partyId } = link
    return isFirst ? { personId, partyId } : 'over'
  }

  #forgetOld(links: LinksFile['links']): void {
    for (const [hash, { expiresAt }] of Object.entries(links)) {
      if (this.#isOver(expiresAt)) delete links[hash]
    }
  }

  #isOver(expiresAt: string): boolean {
    return Date.parse(expiresAt) < this.#now()
  }
}
