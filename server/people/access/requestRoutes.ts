import { Hono } from 'hono'
import { askForAccessSchema, grantAccessSchema } from '../../../shared/http/access.ts'
import type { Attempts } from '../../http/Attempts.ts'
import { parseBody } from '../../http/parseBody.ts'
import { Refused } from '../../http/refuse.ts'
import type { People } from '../People.ts'
import type { SignedIn } from '../sessionCookie.ts'
import type { AskedAccess } from './AskedAccess.ts'
import type { Gate } from './Gate.ts'
import type { Inviting } from './Inviting.ts'

export interface RequestRoutes {
  readonly people: People
  readonly inviting: Inviting
  readonly askedAccess: AskedAccess
  /** Requests for access, by person. */
  readonly asking: Attempts
  readonly now: () => number
}

/** Asking to be let in, and what those who decide say. */
export function requestRoutes(gate: Gate, parts: RequestRoutes): Hono<SignedIn> {
  const { people, inviting } = parts
  const routes = new Hono<SignedIn>()

  // The same answer, after the same work, whether there is such an ansökan or not.
  routes.post('/:id/requests', async c => {
    const { message } = await parseBody(c, askForAccessSchema)
    const me = c.get('me')
    const waitSeconds = parts.asking.take(me.person.id, parts.now())
    if (waitSeconds !== null) throw new Refused('tooManyAttempts', [], waitSeconds)
    await parts.askedAccess.take(me, c.req.param('id'), message)
    return c.body(null, 202)
  })

  routes.post('/:id/requests/:requestId', async c => {
    const here = gate.enter(c, 'share', 'shareWithOwnParty')
    const { role } = await parseBody(c, grantAccessSchema)
    const request = here.access.kept.requests.find(({ id }) => id === c.req.param('requestId'))
    if (!request) throw new Refused('unknownRequest')
    const { personId, partyId } = request
    gate.mayGive(c, here, partyId, role)
    if (!people.find(personId, partyId)) throw new Refused('unknownMember')
    here.checks.push(() => inviting.refuseWhenFull())
    await gate.change(c, here, 'accessGranted', { person: personId, party: partyId, role }, async access => {
      if (!(await access.grantRequest(request.id, role))) throw new Refused('unknownRequest')
    })
    await inviting.tellAdded(c.get('me'), here.id, personId)
    return gate.answer(c)
  })

  routes.delete('/:id/requests/:requestId', async c => {
    const here = gate.enter(c, 'share', 'shareWithOwnParty')
    const request = here.access.kept.requests.find(({ id }) => id === c.req.param('requestId'))
    if (!request) throw new Refused('unknownRequest')
    gate.mayGive(c, here, request.partyId, 'reader')
    await gate.change(c, here, 'accessDenied', { person: request.personId }, async access => {
      if (!(await access.denyRequest(request.id))) throw new Refused('unknownRequest')
    })
    return gate.answer(c)
  })

  return routes
}
