import { CallFailed } from '../http/call.ts'
import type { Text } from './text.ts'

/** What to say about something that was thrown. */
export function problemWords(text: Text, fault: unknown): string {
  if (!(fault instanceof CallFailed)) return text.problem.serverFault
  const { kind, waitSeconds } = fault
  if (kind === 'tooManyAttempts' && waitSeconds !== null) {
    return text.problem.tooManyAttemptsFor(Math.max(1, Math.ceil(waitSeconds / 60)))
  }
  return text.problem[kind]
}
