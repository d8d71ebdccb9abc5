import { needsReason } from '../../../shared/consultation/compilation.ts'
import type { AnswerRemark, RemarkAnswer, Verdict } from '../../../shared/http/replies.ts'

/** What the owner has chosen and written about a remark, on its way to be an answer. */
export interface WrittenAnswer {
  /** Null until it is chosen. */
  readonly verdict: Verdict | null
  readonly reason: string
  readonly changedSection: string | null
}

export const nothingWritten: WrittenAnswer = { verdict: null, reason: '', changedSection: null }

/** An answer as it is written, to be changed. */
export function writtenOf(answer: RemarkAnswer | null): WrittenAnswer {
  if (answer === null) return nothingWritten
  const { verdict, reason, changedSection } = answer
  return { verdict, reason, changedSection }
}

/** It says what the answer says: there is nothing to save. */
export function saysTheSame(written: WrittenAnswer, answer: RemarkAnswer | null): boolean {
  const kept = writtenOf(answer)
  return (
    written.verdict === kept.verdict &&
    written.reason.trim() === kept.reason.trim() &&
    written.changedSection === kept.changedSection
  )
}

/** The reason has to be written before it can be saved. */
export function lacksReason({ verdict, reason }: WrittenAnswer): boolean {
  return verdict !== null && needsReason(verdict) && reason.trim() === ''
}

/** What is asked of the server; null while it is not whole. For what is not met nothing has been changed. */
export function answerToSend(written: WrittenAnswer): NonNullable<AnswerRemark['answer']> | null {
  const { verdict, reason, changedSection } = written
  if (verdict === null || lacksReason(written)) return null
  return { verdict, reason: reason.trim(), changedSection: verdict === 'notMet' ? null : changedSection }
}
