import { Hono } from 'hono'
import { addMemberSchema, changeRoleSchema, inviteSchema } from '../../../shared/http/access.ts'
import type { AuditLog } from '../../audit/AuditLog.ts'
import { parseBody } from '../../http/parseBody.ts'
import { Refused } from '../../http/refuse.ts'
import type { People } from '../People.ts'
import type { SignedIn } from '../sessionCookie.ts'
import type { Sessions } from '../sessions.ts'
import type { Access } from './Access.ts'
import { type ClosingRoutes, closingRoutes } from './closingRoutes.ts'
import { Gate } from './Gate.ts'
import { guestLinkRoutes } from './guestLinkRoutes.ts'
import type { Inviting } from './Inviting.ts'
import type { NamesOf } from './namesOf.ts'
import { type RequestRoutes, requestRoutes } from './requestRoutes.ts'

interface AccessRoutes extends ClosingRoutes, RequestRoutes {
  readonly access: Access
  readonly people: People
  readonly sessions: Sessions
  readonly audit: AuditLog
  readonly inviting: Inviting
  readonly namesOf: NamesOf
  readonly now: () => number
}

/** `/api/applications/:id/…`: who has access to an ansökan, and which of its sections are closed. */
export function accessRoutes(parts: AccessRoutes): Hono<SignedIn> {
  const { people, sessions, inviting } = parts
  const gate = new Gate(parts)
  const routes = new Hono<SignedIn>()

  routes.get('/:id/access', c => gate.answer(c))

  routes.post('/:id/invitations', async c => {
    const here = gate.enter(c, 'share', 'shareWithOwnParty')
    const asked = await parseBody(c, inviteSchema)
    const invited = await inviting.invite(c.get('me'), here.id, asked)
    parts.access.tellChanged(here.id)
    return c.json({ invited })
  })

  routes.post('/:id/invitations/:invitationId', async c => {
    const here = gate.enter(c, 'share', 'shareWithOwnParty')
    const invitation = here.access.invitation(c.req.param('invitationId'))
    if (!invitation) throw new Refused('unknownInvitation')
    gate.mayGive(c, here, invitation.partyId, invitation.role)
    await inviting.resend(c.get('me'), here.id, here.standing, invitation)
    return gate.answer(c)
  })

  routes.delete('/:id/invitations/:invitationId', async c => {
    const here = gate.enter(c, 'share', 'shareWithOwnParty')
    const invitation = here.access.invitation(c.req.param('invitationId'))
    if (!invitation) throw new Refused('unknownInvitation')
    const { id, address, partyId, role } = invitation
    gate.mayGive(c, here, partyId, role)
    await gate.change(c, here, 'invitationRevoked', { address }, async access => {
      // She may have taken it this very moment.
      if (!(await access.revokeInvitation(id))) throw new Refused('unknownInvitation')
    })
    return gate.answer(c)
  })

  routes.post('/:id/members', async c => {
    const here = gate.enter(c, 'share', 'shareWithOwnParty')
    const { personId, partyId, role } = await parseBody(c, addMemberSchema)
    if (!people.find(personId, partyId) || people.isGuest(personId)) throw new Refused('unknownMember')
    gate.mayGive(c, here, partyId, role)
    if (here.access.member(personId)) return gate.answer(c)
    here.checks.push(() => inviting.refuseWhenFull())
    await gate.change(c, here, 'memberAdded', { person: personId, party: partyId, role }, access =>
      access.addMember(personId, partyId, role),
    )
    await inviting.tellAdded(c.get('me'), here.id, personId)
    return gate.answer(c)
  })

  routes.put('/:id/members/:personId', async c => {
    const here = gate.enter(c, 'share', 'shareWithOwnParty')
    const { role } = await parseBody(c, changeRoleSchema)
    const member = here.access.member(c.req.param('personId'))
    if (!member) throw new Refused('unknownMember')
    const { personId, partyId } = member
    // Neither may she raise somebody above herself, nor lower somebody who is.
    for (const given of [member.role, role]) gate.mayGive(c, here, partyId, given)
    if (member.guestLinkId !== null && role !== 'reader' && role !== 'reviewer') throw new Refused('mayNot')
    await gate.change(
      c,
      here,
      'roleChanged',
      { person: personId, from: member.role, to: role },
      async access => {
        if (!(await access.changeRole(personId, role, gate.isHere))) throw new Refused('unknownMember')
      },
    )
    return gate.answer(c)
  })

  routes.delete('/:id/members/:personId', async c => {
    const personId = c.req.param('personId')
    const isMe = personId === c.get('me').person.id
    const here = gate.enter(c, ...(isMe ? [] : (['share', 'shareWithOwnParty'] as const)))
    const member = here.access.member(personId)
    if (!member) throw new Refused('unknownMember')
    if (!isMe) gate.mayGive(c, here, member.partyId, member.role)
    const address = people.record(personId)?.address ?? null
    await gate.change(c, here, 'memberRemoved', { person: personId, role: member.role }, async access => {
      if (!(await access.removeMember(personId, address, gate.isHere))) throw new Refused('unknownMember')
    })
    if (member.guestLinkId !== null) {
      if (!isMe) await people.putOut(personId)
      await sessions.endAllOf(personId)
    }
    return isMe ? c.body(null, 204) : gate.answer(c)
  })

  routes.route('/', guestLinkRoutes(gate, parts))
  routes.route('/', requestRoutes(gate, parts))
  routes.route('/', closingRoutes(gate, parts))
  return routes
}
