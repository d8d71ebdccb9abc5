import type { Me } from '../../../shared/http/session.ts'
import type { AuditLog } from '../../audit/AuditLog.ts'
import { hashOfSecret } from '../linkSecret.ts'
import type { Access } from './Access.ts'

/** Openings that are remembered, so that they are not noted again. */
const remembered = 10_000

/** Notes who opens which ansökan: once for each session, since a line that comes and goes is no new opening. */
export class Openings {
  readonly #access: Access
  readonly #audit: AuditLog
  readonly #failed: (fault: unknown) => void
  readonly #noted = new Set<string>()

  /** `failed` is told when it could not be noted; the line is not held back for it. */
  constructor(access: Access, audit: AuditLog, failed: (fault: unknown) => void) {
    this.#access = access
    this.#audit = audit
    this.#failed = failed
  }

  /** `secret` is that of her session. */
  opened(id: string, me: Me, secret: string): void {
    const opening = `${id} ${hashOfSecret(secret)}`
    if (this.#noted.has(opening)) return
    if (this.#noted.size >= remembered) this.#noted.clear()
    this.#noted.add(opening)
    const state = this.#access.standingOf(id, me)?.state ?? ''
    this.#audit.note({ act: 'opened', me, applicationId: id, state, details: {} }).catch(this.#failed)
  }
}
