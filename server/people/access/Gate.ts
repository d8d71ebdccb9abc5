import type { Context } from 'hono'
import type { AuditAct } from '../../../shared/http/auditLog.ts'
import { type Act, may, rolesToGive, type Standing } from '../../../shared/people/may.ts'
import type { Role } from '../../../shared/people/role.ts'
import type { AuditLog } from '../../audit/AuditLog.ts'
import { Refused } from '../../http/refuse.ts'
import type { People } from '../People.ts'
import type { SignedIn } from '../sessionCookie.ts'
import type { Access } from './Access.ts'
import { AccessFull, LastOwner } from './AccessChanges.ts'
import type { KeptInvitation } from './accessFile.ts'
import { answerAccess } from './answerAccess.ts'
import type { DocumentAccess } from './DocumentAccess.ts'
import type { Inviting } from './Inviting.ts'
import type { NamesOf } from './namesOf.ts'

interface GateParts {
  readonly access: Access
  readonly people: People
  readonly audit: AuditLog
  readonly inviting: Inviting
  readonly namesOf: NamesOf
}

/** What a route works on: an ansökan in which somebody has a standing. */
interface Here {
  readonly id: string
  readonly standing: Standing
  readonly access: DocumentAccess
  /** Each refuses what she may not, when it is asked again. */
  readonly checks: (() => void)[]
}

/** What every request that changes who has access goes through. */
export class Gate {
  readonly #parts: GateParts

  constructor(parts: GateParts) {
    this.#parts = parts
  }

  /** Whether somebody who has access has not left her organisation. */
  readonly isHere = (personId: string, partyId: string): boolean =>
    this.#parts.people.find(personId, partyId) !== null

  /** The ansökan in the address, to somebody who may do one of `acts`, or at least read it when none is named. */
  enter(c: Context<SignedIn>, ...acts: readonly Act[]): Here {
    const id = c.req.param('id') ?? ''
    const standing = this.#parts.access.standingOf(id, c.get('me'))
    const access = this.#parts.access.documentAccess(id)
    if (!standing || !access || !may(standing, 'read')) throw new Refused('unknownApplication')
    if (acts.length > 0 && !acts.some(act => may(standing, act))) throw new Refused('mayNot')
    return { id, standing, access, checks: [() => void this.enter(c, ...acts)] }
  }

  /** Refuses a role that she may not give to people of this party. */
  mayGive(c: Context<SignedIn>, { id, checks }: Here, partyId: string, role: Role): void {
    const check = () => {
      const me = c.get('me')
      const party = this.#parts.people.party(partyId)
      const standing = this.#parts.access.standingOf(id, me)
      const roles = party ? rolesToGive(standing, party.kind, partyId === me.party.id) : []
      if (!roles.includes(role)) throw new Refused('mayNot')
    }
    check()
    checks.push(check)
  }

  /** Notes a change and makes it, and tells everybody whom it is about. */
  async change<T>(
    c: Context<SignedIn>,
    { id, standing, access, checks }: Here,
    act: AuditAct,
    details: Readonly<Record<string, string>>,
    make: (access: DocumentAccess) => Promise<T>,
  ): Promise<T> {
    const note = { act, me: c.get('me'), applicationId: id, state: standing.state, details }
    try {
      const first = async () => {
        // Others' changes have been made since she came, hers perhaps among those that they were about.
        for (const check of checks) check()
        await this.#parts.audit.note(note)
      }
      const made = await make(access.provided(first))
      this.#parts.access.tellChanged(id)
      return made
    } catch (fault) {
      if (fault instanceof LastOwner) throw new Refused('lastOwner')
      if (fault instanceof AccessFull) throw new Refused('accessFull')
      throw fault
    }
  }

  /** Who has access now, as whoever asks may see it. */
  answer(c: Context<SignedIn>): Response {
    const { id, access, standing } = this.enter(c)
    const { people, namesOf, inviting } = this.#parts
    const canBeTaken = (invitation: KeptInvitation) => this.#parts.access.canBeTaken(id, invitation)
    const known = { people, namesOf, letterState: inviting.stateOf, canBeTaken }
    return c.json(answerAccess(known, access, standing, c.get('me')))
  }
}
