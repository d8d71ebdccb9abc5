import type { Me } from '../../../shared/http/session.ts'
import type { AuditLog } from '../../audit/AuditLog.ts'
import { Refused } from '../../http/refuse.ts'
import type { Access, Accessible } from '../access/Access.ts'
import { AccessFull } from '../access/AccessChanges.ts'
import type { People } from '../People.ts'

interface SuccessionParts {
  readonly people: People
  readonly access: Pick<Access, 'memberships' | 'tellChanged'>
  /** Null when there is no such ansökan. */
  readonly accessible: (applicationId: string) => Accessible | null
  readonly audit: Pick<AuditLog, 'note'>
}

/** An ansökan that somebody answers for, with the party she does it for. */
interface Owned extends Accessible {
  readonly applicationId: string
  readonly partyId: string
}

/**
 * Who answers for an ansökan when whoever did has left. The administrator sees how many they are, and names a colleague;
 * what they are called and say is none of hers.
 */
export class Succession {
  readonly #parts: SuccessionParts

  constructor(parts: SuccessionParts) {
    this.#parts = parts
  }

  /** How many ansökningar somebody answers for whom nobody else does who is still here. */
  countOf(personId: string): number {
    return this.#ownedAlone(personId).length
  }

  /** Who could take over from her: colleagues at the party that she answers for them for, by name. */
  successorsOf(personId: string): { id: string; name: string; title: string }[] {
    const { people } = this.#parts
    const [first, ...others] = new Set(this.#ownedAlone(personId).map(({ partyId }) => partyId))
    if (first === undefined) return []
    return people
      .colleagues(first)
      .filter(({ id }) => id !== personId && others.every(partyId => people.find(id, partyId)))
  }

  /**
   * Lets a colleague answer for what nobody else does, in each ansökan after it has been noted there. `check` refuses
   * whoever may not do this any more. Refused with `successorNeeded` when it is not a colleague, and with `accessFull`
   * when one of them has no room: those before it are handed over then, and nothing is lost by doing it again.
   */
  async handOver(me: Me, personId: string, successorId: string, check: () => void): Promise<void> {
    const owned = this.#ownedAlone(personId)
    if (owned.length > 0 && !this.successorsOf(personId).some(({ id }) => id === successorId)) {
      throw new Refused('successorNeeded', ['successorId'])
    }
    for (const one of owned) await this.#handOverOne(me, one, successorId, check)
  }

  async #handOverOne(me: Me, owned: Owned, successorId: string, check: () => void): Promise<void> {
    const { access, audit, people } = this.#parts
    const { applicationId, partyId, state } = owned
    const details = { person: successorId, party: partyId }
    const document = owned.access.provided(async () => {
      check()
      await audit.note({ act: 'successorNamed', me, applicationId, state, details })
    })
    const isHere = (id: string, party: string) => people.find(id, party) !== null
    try {
      if (!(await document.changeRole(successorId, 'ownerEditor', isHere))) {
        await document.addMember(successorId, partyId, 'ownerEditor')
      }
    } catch (fault) {
      if (fault instanceof AccessFull) throw new Refused('accessFull')
      throw fault
    }
    access.tellChanged(applicationId)
  }

  #ownedAlone(personId: string): Owned[] {
    const { access, accessible, people } = this.#parts
    return access.memberships(personId).flatMap(({ applicationId }): Owned[] => {
      const open = accessible(applicationId)
      const owners = open?.access.kept.members.filter(({ role }) => role === 'ownerEditor') ?? []
      const own = owners.find(owner => owner.personId === personId)
      const others = owners.filter(owner => owner !== own && people.find(owner.personId, owner.partyId))
      return open && own && others.length === 0 ? [{ ...open, applicationId, partyId: own.partyId }] : []
    })
  }
}
