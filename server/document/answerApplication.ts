import type { Application } from '../../shared/http/application.ts'
import type { WaitingRound } from '../../shared/http/consultation.ts'
import type { Me } from '../../shared/http/session.ts'
import { Refused } from '../http/refuse.ts'
import type { Access } from '../people/access/Access.ts'
import type { NamesOf } from '../people/access/namesOf.ts'
import type { DescribedApplication } from './Applications.ts'

interface AnswerParts {
  readonly access: Access
  readonly namesOf: NamesOf
  /** The rounds that go on, as she sees them. */
  readonly waitingRounds: (id: string, me: Me) => WaitingRound[]
}

/** An ansökan as somebody may see it, with the names of today. Refuses `unknownApplication` when she may not. */
export type AnswerApplication = (described: DescribedApplication | null, me: Me) => Application

export function answerApplication({ access, namesOf, waitingRounds }: AnswerParts): AnswerApplication {
  const named = (lastChange: DescribedApplication['lastChange']): Application['lastChange'] => {
    if (lastChange === null || !('by' in lastChange)) return lastChange
    const { by, section, at } = lastChange
    const { name, partyShortName } = namesOf(by)
    return { personName: name, partyShortName, section, at }
  }
  return (described, me) => {
    const standing = described && access.standingOf(described.id, me)
    if (!described || !standing) throw new Refused('unknownApplication')
    const { role, adviceIsOpen, textIsOpen } = standing
    const closings = access.documentAccess(described.id)?.kept.closings ?? {}
    return {
      ...described,
      lastChange: named(described.lastChange),
      standing: { role, adviceIsOpen, textIsOpen },
      rounds: waitingRounds(described.id, me),
      closings: Object.fromEntries(
        Object.entries(closings).map(([key, { closing, by, at }]) => [key, { closing, by: namesOf(by), at }]),
      ),
    }
  }
}
