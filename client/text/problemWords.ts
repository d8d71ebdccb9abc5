import { CallFailed } from '../http/call.ts'
import type { Text } from './text.ts'

/** What to say about something that was thrown. */
export function problemWords(text: Text, fault: unknown): string {
  return text.problem[fault instanceof CallFailed ? fault.kind : 'serverFault']
}
