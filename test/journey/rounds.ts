import { randomBytes } from 'node:crypto'
import type { SendRound } from '../../shared/http/consultation.ts'
import type { Seat, World } from '../harness/world.ts'

interface WantedRound extends Partial<Omit<SendRound, 'id' | 'recipients'>> {
  /** Whom it is sent to, by party. */
  readonly parties: Readonly<Record<string, readonly string[]>>
}

/** Sends a round as the owner, over the API: a remiss with two weeks to answer unless told otherwise. */
export async function sendRound(
  world: World,
  owner: Seat,
  applicationId: string,
  { parties, ...wanted }: WantedRound,
): Promise<void> {
  const data: SendRound = {
    id: randomBytes(10).toString('hex'),
    purpose: 'remarks',
    sections: null,
    message: '',
    recipients: Object.entries(parties).map(([partyId, personIds]) => ({
      partyId,
      personIds: [...personIds],
    })),
    closesOn: inDays(14),
    closesByItself: false,
    textIsOpen: true,
    repliesAreSeen: 'whenOver',
    ...wanted,
  }
  const sent = await owner.context.request.post(`/api/applications/${applicationId}/rounds`, {
    data,
    headers: { origin: world.server.origin },
  })
  if (!sent.ok()) throw new Error(`The round was not sent: ${sent.status()} ${await sent.text()}`)
}

/** Opens the page of a round, as the link of a mail does, and waits until all that was sent is there. */
export async function openRound(
  { page }: Pick<Seat, 'page'>,
  applicationId: string,
  number: number,
): Promise<void> {
  await page.goto(`/ansokningar/${applicationId}/remiss/${number}`)
  await page.locator('article[aria-busy="false"]').waitFor()
}

/** A calendar day in Sweden, so many days from now. */
function inDays(days: number): string {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', dateStyle: 'short' })
  return format.format(new Date(Date.now() + days * 86_400_000))
}
