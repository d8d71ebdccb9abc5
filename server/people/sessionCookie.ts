import type { Context, MiddlewareHandler } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { parse } from 'hono/utils/cookie'
import type { Me } from '../../shared/http/session.ts'
import { Refused } from '../http/refuse.ts'
import type { Sessions } from './sessions.ts'

/** What every route behind `requireSession` knows. */
export interface SignedIn {
  readonly Variables: { readonly me: Me }
}

/** The cookie that refers to a session. Over https it is bound to the host by its prefix. */
export class SessionCookie {
  readonly #https: boolean

  constructor(https: boolean) {
    this.#https = https
  }

  get #name(): string {
    return this.#https ? '__Host-samskriv' : 'samskriv'
  }

  secret(c: Context): string | undefined {
    return getCookie(c, this.#name)
  }

  /** The same, from a `Cookie` header. */
  secretIn(header: string | undefined): string | undefined {
    return header === undefined ? undefined : parse(header, this.#name)[this.#name]
  }

  set(c: Context, secret: string, maxAgeSeconds: number): void {
    setCookie(c, this.#name, secret, {
      path: '/',
      httpOnly: true,
      sameSite: 'Lax',
      secure: this.#https,
      maxAge: maxAgeSeconds,
    })
  }

  clear(c: Context): void {
    deleteCookie(c, this.#name, { path: '/', secure: this.#https })
  }
}

/** Lets only signed-in people on, and tells the routes behind it who they are. */
export function requireSession(sessions: Sessions, cookie: SessionCookie): MiddlewareHandler<SignedIn> {
  return async (c, next) => {
    const secret = cookie.secret(c)
    const me = sessions.find(secret)
    if (!me || !secret) throw new Refused('signedOut')
    sessions.seenBy(secret)()
    c.set('me', me)
    await next()
  }
}
