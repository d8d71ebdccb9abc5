import { expect, vi } from 'vitest'
import { Visitor } from '../../harness/rawClient.ts'
import type { ServerProcess } from '../../harness/serverProcess.ts'
import { readMessage } from '../mail/readMessage.ts'
import type { SmtpSink } from '../mail/SmtpSink.ts'

/** Looks now and then, and leaves the processor to the program. */
export async function waitFor(isSo: () => boolean): Promise<void> {
  await vi.waitFor(() => expect(isSo()).toBe(true), { timeout: 20_000, interval: 10 })
}

/** Signs somebody in as people do where there is a mail server: by the link that comes to her. */
export async function enterByLetter(
  { origin }: ServerProcess,
  sink: SmtpSink,
  personId: string,
  address: string,
): Promise<Visitor> {
  const send = (path: string, body: object, cookie = '') =>
    fetch(`${origin}/api/sign-in/mail-link${path}`, {
      method: 'POST',
      headers: { origin, cookie, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  const cookieOf = (answer: Response) =>
    answer.headers
      .getSetCookie()
      .map(cookie => cookie.split(';')[0])
      .join('; ')
  const mark = cookieOf(await send('', { address }))
  const secret = () =>
    sink.received
      .filter(({ to }) => to.includes(address))
      .map(({ bytes }) => /\/logga-in#(\S+)/.exec(readMessage(bytes).text)?.[1])
      .find(found => found !== undefined)
  await waitFor(() => secret() !== undefined)
  const entered = await send('/redeem', { secret: secret() }, mark)
  if (!entered.ok) throw new Error(`${personId} could not enter: ${entered.status}`)
  return Visitor.with(origin, cookieOf(entered), personId)
}
