import type { AuditAct } from '../../shared/http/auditLog.ts'
import type { Me } from '../../shared/http/session.ts'
import { type Act, may } from '../../shared/people/may.ts'
import type { AuditLog } from '../audit/AuditLog.ts'
import type { Applications, OpenApplication } from '../document/Applications.ts'
import type { Attempts } from '../http/Attempts.ts'
import { Refused } from '../http/refuse.ts'
import type { Log } from '../operations/LogEvent.ts'
import type { Access } from '../people/access/Access.ts'
import { DamagedVersion } from './VersionContents.ts'
import { VersionsFull } from './Versions.ts'

export interface DoorParts {
  readonly applications: Applications
  readonly access: Access
  readonly audit: Pick<AuditLog, 'note'>
  readonly log: Log
}

/** An ansökan whose versions somebody reads, makes or brings back. */
export interface VersionedHere {
  readonly id: string
  readonly me: Me
  readonly open: OpenApplication
}

/** What every request about versions goes through: may she, is it noted, and how is it said that it cannot be. */
export class VersionDoor {
  readonly #parts: DoorParts

  constructor(parts: DoorParts) {
    this.#parts = parts
  }

  enter(id: string, me: Me, act: Act): VersionedHere {
    const { access, applications } = this.#parts
    const standing = access.standingOf(id, me)
    if (!may(standing, 'read')) throw new Refused('unknownApplication')
    if (!may(standing, act)) throw new Refused('mayNot')
    const open = applications.find(id)
    if (!open) throw new Refused('damagedDocument')
    return { id, me, open }
  }

  /** Counts a try of hers, and refuses it when there have been too many. */
  take(attempts: Attempts, { me }: VersionedHere): void {
    const waitSeconds = attempts.take(me.person.id, Date.now())
    if (waitSeconds !== null) throw new Refused('tooManyAttempts', [], waitSeconds)
  }

  async note({ id, me }: VersionedHere, act: AuditAct, details: Record<string, string>): Promise<void> {
    const state = this.#parts.access.standingOf(id, me)?.state ?? ''
    await this.#parts.audit.note({ act, me, applicationId: id, state, details })
  }

  /** Says in the words of `problem.ts` why something with versions could not be done; a damaged one in the log too. */
  async told<T>(id: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (fault) {
      if (fault instanceof VersionsFull) throw new Refused('versionsFull')
      if (!(fault instanceof DamagedVersion)) throw fault
      this.#parts.log({ kind: 'damagedVersion', document: id, version: fault.number, fault })
      throw new Refused('damagedVersion')
    }
  }
}
