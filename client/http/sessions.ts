import { type SessionsAnswer, sessionsSchema } from '../../shared/http/signIn.ts'
import { call, callForNothing } from './call.ts'

export async function listSessions(): Promise<SessionsAnswer['sessions']> {
  return (await call('GET', '/sessions', sessionsSchema)).sessions
}

export async function endSession(id: string): Promise<void> {
  await callForNothing('DELETE', `/sessions/${encodeURIComponent(id)}`)
}

/** In every browser, this one too. */
export async function endAllSessions(): Promise<void> {
  await callForNothing('DELETE', '/sessions')
}
