import type { ProblemKind } from '../../shared/http/problem.ts'
import type { Me } from '../../shared/http/session.ts'
import { Attempts } from '../http/Attempts.ts'
import type { AuditLog } from './AuditLog.ts'

/** Refusals that say that somebody has tried what she may not. */
const notable: ReadonlySet<ProblemKind> = new Set(['mayNot', 'unknownApplication', 'foreignOrigin'])

/** So many are noted of one person in a minute: whoever goes on is known by then, and must not fill the disk. */
const notedPerMinute = 30

/** Notes that somebody who is signed in was refused something over HTTP. */
export class RefusedTries {
  readonly #audit: Pick<AuditLog, 'note'>
  readonly #failed: (fault: unknown) => void
  readonly #noted = new Attempts(notedPerMinute, 60_000)

  /** `failed` is told when it could not be noted; the answer does not wait for it. */
  constructor(audit: Pick<AuditLog, 'note'>, failed: (fault: unknown) => void) {
    this.#audit = audit
    this.#failed = failed
  }

  /** `what` is the route and never the address: that is anything somebody has written. */
  refused(me: Me | undefined, what: string, reason: ProblemKind, now: number): void {
    if (!me || !notable.has(reason) || this.#noted.take(me.person.id, now) !== null) return
    this.#audit.note({ act: 'refused', me, details: { what, reason } }).catch(this.#failed)
  }
}
