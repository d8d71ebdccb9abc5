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
