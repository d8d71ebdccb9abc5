import { guestLinkMadeSchema } from '../../../shared/http/access.ts'
import { Visitor } from '../../harness/rawClient.ts'

/** Somebody with a link to an ansökan, as a guest of a party. */
export async function guestOf(owner: Visitor, applicationId: string, partyId: string): Promise<Visitor> {
  const asked = { label: 'Konsult', partyId, role: 'reader', endsOn: '2099-01-01' }
  const made = await owner.post(`/api/applications/${applicationId}/guest-links`, asked)
  const { secret } = guestLinkMadeSchema.parse(await made.json())
  const { origin } = owner
  const answer = await fetch(`${origin}/api/sign-in/guest`, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json' },
    body: JSON.stringify({ secret, name: 'Siv Ek' }),
  })
  if (!answer.ok) throw new Error(`The guest could not come in: ${answer.status}`)
  const cookies = answer.headers.getSetCookie().map(cookie => cookie.split(';')[0])
  return Visitor.with(origin, cookies.join('; '), 'guest')
}
