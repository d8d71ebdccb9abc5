import type { Compilation } from '../../../shared/consultation/compilation.ts'
import type { FormTemplate } from '../../../shared/form/FormTemplate.ts'
import type { Round } from '../../../shared/http/consultation.ts'
import type { Reply } from '../../../shared/http/replies.ts'

/** What a sammanställning on paper is made of. */
export interface CompilationOnPaper {
  /** What the ansökan is called. */
  readonly name: string
  readonly round: Round
  readonly compilation: Compilation
  readonly form: Pick<FormTemplate, 'sections'>
  /** Whoever reads it sees what the owner has answered. */
  readonly seesAnswers: boolean
  /** When it was fetched, an ISO instant. */
  readonly fetchedAt: string
}

/** What became of an *avstyrker*, and why; empty for other stances. */
export function oppositionWords({ stance, opposition }: Reply): {
  readonly is: string
  readonly why: string
} {
  if (stance !== 'opposes') return { is: '', why: '' }
  if (opposition === null) return { is: 'Avstyrkandet är inte uppklarat', why: '' }
  const is = opposition.is === 'lifted' ? 'Avstyrkandet är lyft' : 'Avstyrkandet står kvar och är antecknat'
  return { is, why: opposition.reason }
}

/** The heading of a section, as the form has it; its key where the form has no such. */
export function headingOf({ sections }: Pick<FormTemplate, 'sections'>, key: string): string {
  return sections.find(section => section.key === key)?.heading ?? key
}

export const wholeWords = 'Hela ansökan'
