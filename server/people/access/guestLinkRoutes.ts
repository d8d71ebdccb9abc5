import { Hono } from 'hono'
import { type GuestLinkMade, makeGuestLinkSchema } from '../../../shared/http/access.ts'
import { parseBody } from '../../http/parseBody.ts'
import { Refused } from '../../http/refuse.ts'
import { dayInSweden } from '../../time/swedishTime.ts'
import { linkSecret } from '../linkSecret.ts'
import type { SignedIn } from '../sessionCookie.ts'
import type { Sessions } from '../sessions.ts'
import type { Gate } from './Gate.ts'
import type { NamesOf } from './namesOf.ts'

interface GuestLinkRoutes {
  readonly sessions: Sessions
  readonly namesOf: NamesOf
  readonly now: () => number
}

/** Links for people without an account, made and revoked. */
export function guestLinkRoutes(gate: Gate, parts: GuestLinkRoutes): Hono<SignedIn> {
  const routes = new Hono<SignedIn>()

  routes.post('/:id/guest-links', async c => {
    const here = gate.enter(c, 'share')
    const { label, partyId, role, endsOn } = await parseBody(c, makeGuestLinkSchema)
    gate.mayGive(c, here, partyId, role)
    if (endsOn < dayInSweden(parts.now())) throw new Refused('malformedRequest', ['endsOn'])
    const { secret, hash } = linkSecret()
    const me = c.get('me')
    const by = `${me.person.id}@${me.party.id}`
    const link = await gate.change(
      c,
      here,
      'guestLinkMade',
      { label, party: partyId, role, endsOn },
      access => access.makeGuestLink({ label, partyId, role, endsOn, by, secretHash: hash }),
    )
    const { id, at } = link
    const madeBy = parts.namesOf(by).name
    const made: GuestLinkMade = { link: { id, label, partyId, role, endsOn, madeBy, madeAt: at }, secret }
    return c.json(made, 201)
  })

  routes.delete('/:id/guest-links/:linkId', async c => {
    const here = gate.enter(c, 'share')
    const id = c.req.param('linkId')
    const link = here.access.kept.guestLinks.find(link => link.id === id)
    if (!link) throw new Refused('unknownGuestLink')
    const details = { link: id, label: link.label }
    const guests = await gate.change(c, here, 'guestLinkRevoked', details, async access => {
      const guests = await access.revokeGuestLink(id)
      if (guests === null) throw new Refused('unknownGuestLink')
      return guests
    })
    for (const { personId } of guests) await parts.sessions.endAllOf(personId)
    return gate.answer(c)
  })

  return routes
}
