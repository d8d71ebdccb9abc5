import type { AuditAct } from '../../shared/http/auditLog.ts'
import type { Me } from '../../shared/http/session.ts'
import { type Act, may, type Standing } from '../../shared/people/may.ts'
import type { AuditLog } from '../audit/AuditLog.ts'
import type { Applications, OpenApplication } from '../document/Applications.ts'
import type { Attempts } from '../http/Attempts.ts'
import { Refused } from '../http/refuse.ts'
import type { Access } from '../people/access/Access.ts'
import type { KeptRound } from './roundsFile.ts'

interface DoorParts {
  readonly applications: Pick<Applications, 'find'>
  readonly access: Access
  readonly audit: Pick<AuditLog, 'note'>
  readonly now: () => number
}

/** An ansökan whose rounds somebody sees, holds or answers, and what she is in it. */
export interface RoundsHere {
  readonly id: string
  readonly me: Me
  readonly standing: Standing
  readonly open: OpenApplication
}

/** What every request about rounds goes through. */
export class RoundDoor {
  readonly #parts: DoorParts

  constructor(parts: DoorParts) {
    this.#parts = parts
  }

  /** Refuses what somebody may not do with the rounds of an ansökan, or whether there is such a one. */
  enter(id: string, me: Me, act: Act): RoundsHere {
    const { access, applications } = this.#parts
    const standing = access.standingOf(id, me)
    if (!standing || !may(standing, 'read')) throw new Refused('unknownApplication')
    if (!may(standing, act)) throw new Refused('mayNot')
    const open = applications.find(id)
    if (!open) throw new Refused('damagedDocument')
    return { id, me, standing, open }
  }

  /** The round of a number, as it stands in an address; refused as one that there is none of when it is none. */
  round({ open }: RoundsHere, number: string | number): KeptRound {
    const isNumber = /^[1-9]\d{0,3}$/.test(String(number))
    const round = isNumber ? open.rounds.find(Number(number)) : null
    if (!round) throw new Refused('unknownRound')
    return round
  }

  /** Counts a try of hers, and refuses it when there have been too many. */
  take(attempts: Attempts, { me }: RoundsHere): void {
    const waitSeconds = attempts.take(me.person.id, this.#parts.now())
    if (waitSeconds !== null) throw new Refused('tooManyAttempts', [], waitSeconds)
  }

  async note(
    { id, me, standing }: RoundsHere,
    act: AuditAct,
    details: Record<string, string>,
  ): Promise<void> {
    await this.#parts.audit.note({ act, me, applicationId: id, state: standing.state, details })
  }
}
