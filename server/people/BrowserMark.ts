import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { linkSecretSchema } from '../../shared/http/signIn.ts'
import { hashOfSecret, linkSecret } from './linkSecret.ts'

/** A cookie by which one browser is told from others, for as long as something is bound to it. It lets nobody in. */
export class BrowserMark {
  readonly #name: string
  readonly #https: boolean
  readonly #sameSite: 'Strict' | 'Lax'

  /** `Lax`: it comes along also when another site sends the browser here. */
  constructor(name: string, https: boolean, sameSite: 'Strict' | 'Lax' = 'Strict') {
    this.#name = https ? `__Host-${name}` : name
    this.#https = https
    this.#sameSite = sameSite
  }

  /** SHA-256 of the mark of this browser; null when it has none. */
  read(c: Context): string | null {
    const mark = this.#mark(c)
    return mark === null ? null : hashOfSecret(mark)
  }

  /** The same, and the browser has one for so long from now. */
  keep(c: Context, maxAgeSeconds: number): string {
    const mark = this.#mark(c) ?? linkSecret().secret
    setCookie(c, this.#name, mark, {
      path: '/',
      httpOnly: true,
      sameSite: this.#sameSite,
      secure: this.#https,
      maxAge: maxAgeSeconds,
    })
    return hashOfSecret(mark)
  }

  clear(c: Context): void {
    deleteCookie(c, this.#name, { path: '/', secure: this.#https })
  }

  #mark(c: Context): string | null {
    const said = linkSecretSchema.safeParse(getCookie(c, this.#name))
    return said.success ? said.data : null
  }
}
