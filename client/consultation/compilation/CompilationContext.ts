import { createContext, useContext } from 'react'
import type { FormTemplate } from '../../../shared/form/FormTemplate.ts'
import type { Round } from '../../../shared/http/consultation.ts'
import type { Reply } from '../../../shared/http/replies.ts'
import type { PartyColour } from '../../../shared/people/person.ts'
import type { AnswerMemory } from './answerMemory.ts'

/** What is known wherever a sammanställning is drawn. */
export interface OnCompilation {
  readonly applicationId: string
  readonly form: FormTemplate
  readonly round: Round
  /** The colour of a party; undefined for one that is not known yet. */
  readonly colourOf: (partyId: string) => PartyColour | undefined
  /** Whoever reads it may compare versions. */
  readonly seesVersions: boolean
  /** What the owner answers with; null for those who only read. */
  readonly answering: Answering | null
}

export interface Answering {
  readonly memory: AnswerMemory
  /** The server has an answer, or has it no more; `remark` is its name: `FK 3`. */
  readonly onSaved: (reply: Reply, remark: string, isAnswered: boolean) => void
  /** A party has sent another answer meanwhile. */
  readonly onReplaced: () => void
  /** On to the next remark without an answer. */
  readonly onNext: () => void
}

export const CompilationContext = createContext<OnCompilation | null>(null)

export function useCompilation(): OnCompilation {
  const known = useContext(CompilationContext)
  if (known === null) throw new Error('Drawn outside a sammanställning')
  return known
}
