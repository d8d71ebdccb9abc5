import { type SessionAnswer, sessionSchema } from '../../shared/http/session.ts'
import { call, callForNothing } from './call.ts'

export async function askSession(): Promise<SessionAnswer> {
  return await call('GET', '/session', sessionSchema)
}

export async function enterDemo(personId: string): Promise<SessionAnswer> {
  return await call('POST', '/demo/session', sessionSchema, { personId })
}

export async function leaveSession(): Promise<void> {
  await callForNothing('DELETE', '/session')
}

/** My own name and title, as they are to be from now on. */
export async function correctMe(named: {
  readonly name: string
  readonly title: string
}): Promise<SessionAnswer> {
  return await call('PUT', '/me', sessionSchema, named)
}
