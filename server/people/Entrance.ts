import type { Context } from 'hono'
import type { AuditAct } from '../../shared/http/auditLog.ts'
import type { ProblemKind } from '../../shared/http/problem.ts'
import type { Me, SessionAnswer } from '../../shared/http/session.ts'
import type { WayInName } from '../../shared/http/signIn.ts'
import type { AuditLog } from '../audit/AuditLog.ts'
import { Refused } from '../http/refuse.ts'
import { deviceOf } from './deviceOf.ts'
import type { People } from './People.ts'
import type { SessionCookie } from './sessionCookie.ts'
import type { Sessions } from './sessions.ts'

interface EntranceParts {
  readonly people: People
  readonly sessions: Sessions
  readonly cookie: SessionCookie
  readonly sessionHours: number
  readonly audit: Pick<AuditLog, 'note'>
  /** The demo persons to choose among; none outside the demo. */
  readonly demoPersons: () => Me[]
  /** Whether organisations' own sign-ins are set up. */
  readonly hasOpenId: boolean
}

/** What is noted instead of `signedIn`, for a way in that is about an ansökan. */
interface Noted {
  readonly act: AuditAct
  readonly applicationId: string
  readonly details: Readonly<Record<string, string>>
}

/** Where every session begins and is left, whichever the way in. */
export class Entrance {
  readonly #parts: EntranceParts

  constructor(parts: EntranceParts) {
    this.#parts = parts
  }

  /** Who somebody is, by her cookie; null for nobody. */
  me(c: Context): Me | null {
    return this.#parts.sessions.find(this.#parts.cookie.secret(c))
  }

  /** The session of this browser, or what is to be said right after it has got a new one. */
  answer(c: Context, me = this.me(c)): SessionAnswer {
    const { people, demoPersons, hasOpenId } = this.#parts
    const ways = people.parties().map(({ id }) => people.signInOf(id))
    return {
      me,
      isAdministrator: me !== null && people.isAdministrator(me.person.id),
      isGuest: me !== null && people.isGuest(me.person.id),
      mailLink: ways.includes('mailLink'),
      openId: hasOpenId && ways.includes('openId'),
      demoPersons: demoPersons(),
    }
  }

  /**
   * Signs a person in, in this browser: always by a new session, in the place of the one that the browser had. Notes
   * it, and gives who she now is. The person must be one that `People.find` finds.
   */
  async enter(
    c: Context,
    who: { readonly personId: string; readonly partyId: string },
    way: WayInName,
    noted?: Noted,
  ): Promise<Me> {
    const { people, sessions, cookie, sessionHours, audit } = this.#parts
    const { personId, partyId } = who
    const me = people.find(personId, partyId)
    if (!me) throw new Error(`${personId}@${partyId} is not to be let in.`)
    const before = cookie.secret(c)
    const secret = await sessions.begin(personId, partyId, way, deviceOf(c.req.header('user-agent')))
    try {
      const { act, applicationId, details } = noted ?? { act: 'signedIn', details: {} }
      await audit.note({ act, me, details: { way, ...details }, ...(applicationId ? { applicationId } : {}) })
    } catch (fault) {
      // What cannot be noted must not be.
      await sessions.end(secret)
      throw fault
    }
    // Its cookie is replaced, and nobody could end it any more.
    if (before) await sessions.end(before)
    cookie.set(c, secret, sessionHours * 3600)
    return me
  }

  /** Refuses somebody who tries to get in, and notes it. `details`: what is known of whom. Always throws. */
  async refuse(
    kind: ProblemKind,
    way: WayInName,
    details: Readonly<Record<string, string>> = {},
  ): Promise<never> {
    await this.#parts.audit.note({
      act: 'signInRefused',
      me: null,
      details: { way, reason: kind, ...details },
    })
    throw new Refused(kind)
  }

  /** Ends the session of this browser, if it has one. */
  async leave(c: Context): Promise<void> {
    const { sessions, cookie, audit } = this.#parts
    const me = this.me(c)
    if (me) await audit.note({ act: 'signedOut', me })
    const secret = cookie.secret(c)
    if (secret) await sessions.end(secret)
    cookie.clear(c)
  }
}
