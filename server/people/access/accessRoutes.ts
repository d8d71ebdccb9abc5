import { type Context, Hono } from 'hono'
import { rootShape } from '../../../shared/document/roots.ts'
import type { FormTemplate } from '../../../shared/form/FormTemplate.ts'
import {
  addMemberSchema,
  askForAccessSchema,
  changeRoleSchema,
  closeSectionSchema,
  type GuestLinkMade,
  grantAccessSchema,
  inviteSchema,
  makeGuestLinkSchema,
  openAdviceSchema,
} from '../../../shared/http/access.ts'
import type { AuditAct } from '../../../shared/http/auditLog.ts'
import { type Act, may, rolesToGive, type Standing } from '../../../shared/people/may.ts'
import type { Role } from '../../../shared/people/role.ts'
import type { AuditLog } from '../../audit/AuditLog.ts'
import type { Attempts } from '../../http/Attempts.ts'
import { parseBody } from '../../http/parseBody.ts'
import { Refused } from '../../http/refuse.ts'
import { linkSecret } from '../linkSecret.ts'
import type { People } from '../People.ts'
import type { SignedIn } from '../sessionCookie.ts'
import type { Sessions } from '../sessions.ts'
import type { Access } from './Access.ts'
import type { KeptInvitation } from './accessFile.ts'
import { answerAccess } from './answerAccess.ts'
import { AccessFull, type DocumentAccess, LastOwner } from './DocumentAccess.ts'
import { dayInSweden } from './dayInSweden.ts'
import type { Inviting } from './Inviting.ts'
import type { NamesOf } from './namesOf.ts'

export interface AccessRoutes {
  readonly access: Access
  readonly people: People
  readonly sessions: Sessions
  readonly audit: AuditLog
  readonly inviting: Inviting
  /** Requests for access, by person. */
  readonly asking: Attempts
  readonly namesOf: NamesOf
  /** The form of an ansökan; null when it cannot be read. */
  readonly formOf: (id: string) => FormTemplate | null
  readonly now: () => number
}

/** What a route works on: an ansökan in which somebody has a standing. */
interface Here {
  readonly id: string
  readonly standing: Standing
  readonly access: DocumentAccess
  /** Each refuses what she may not, when it is asked again. */
  readonly checks: (() => void)[]
}

/** `/api/applications/:id/…`: who has access to an ansökan, and which of its sections are closed. */
export function accessRoutes(parts: AccessRoutes): Hono<SignedIn> {
  const { people, sessions, inviting } = parts
  const routes = new Hono<SignedIn>()

  const isHere = (personId: string, partyId: string): boolean => people.find(personId, partyId) !== null

  const enter = (c: Context<SignedIn>, ...acts: readonly Act[]): Here => {
    const id = c.req.param('id') ?? ''
    const standing = parts.access.standingOf(id, c.get('me'))
    const access = parts.access.documentAccess(id)
    if (!standing || !access || !may(standing, 'read')) throw new Refused('unknownApplication')
    if (acts.length > 0 && !acts.some(act => may(standing, act))) throw new Refused('mayNot')
    return { id, standing, access, checks: [() => void enter(c, ...acts)] }
  }

  /** Refuses a role that she may not give to people of this party. */
  const mayGive = (c: Context<SignedIn>, { id, checks }: Here, partyId: string, role: Role): void => {
    const check = () => {
      const me = c.get('me')
      const party = people.party(partyId)
      const standing = parts.access.standingOf(id, me)
      const roles = party ? rolesToGive(standing, party.kind, partyId === me.party.id) : []
      if (!roles.includes(role)) throw new Refused('mayNot')
    }
    check()
    checks.push(check)
  }

  /** Notes a change and makes it, and tells everybody whom it is about. */
  const change = async <T>(
    c: Context<SignedIn>,
    { id, standing, access, checks }: Here,
    act: AuditAct,
    details: Readonly<Record<string, string>>,
    make: (access: DocumentAccess) => Promise<T>,
  ): Promise<T> => {
    const note = { act, me: c.get('me'), applicationId: id, state: standing.state, details }
    try {
      const first = async () => {
        // Others' changes have been made since she came, hers perhaps among those that they were about.
        for (const check of checks) check()
        await parts.audit.note(note)
      }
      const made = await make(access.provided(first))
      parts.access.tellChanged(id)
      return made
    } catch (fault) {
      if (fault instanceof LastOwner) throw new Refused('lastOwner')
      if (fault instanceof AccessFull) throw new Refused('accessFull')
      throw fault
    }
  }

  const answer = (c: Context<SignedIn>) => {
    const { id, access, standing } = enter(c)
    const me = c.get('me')
    const canBeTaken = (invitation: KeptInvitation) => parts.access.canBeTaken(id, invitation)
    return c.json(answerAccess({ ...parts, letterState: inviting.stateOf, canBeTaken }, access, standing, me))
  }

  routes.get('/:id/access', c => answer(c))

  routes.post('/:id/invitations', async c => {
    const here = enter(c, 'share', 'shareWithOwnParty')
    const asked = await parseBody(c, inviteSchema)
    const invited = await inviting.invite(c.get('me'), here.id, asked)
    parts.access.tellChanged(here.id)
    return c.json({ invited })
  })

  routes.post('/:id/invitations/:invitationId', async c => {
    const here = enter(c, 'share', 'shareWithOwnParty')
    const invitation = here.access.invitation(c.req.param('invitationId'))
    if (!invitation) throw new Refused('unknownInvitation')
    mayGive(c, here, invitation.partyId, invitation.role)
    await inviting.resend(c.get('me'), here.id, here.standing, invitation)
    return answer(c)
  })

  routes.delete('/:id/invitations/:invitationId', async c => {
    const here = enter(c, 'share', 'shareWithOwnParty')
    const invitation = here.access.invitation(c.req.param('invitationId'))
    if (!invitation) throw new Refused('unknownInvitation')
    const { id, address, partyId, role } = invitation
    mayGive(c, here, partyId, role)
    await change(c, here, 'invitationRevoked', { address }, async access => {
      // She may have taken it this very moment.
      if (!(await access.revokeInvitation(id))) throw new Refused('unknownInvitation')
    })
    return answer(c)
  })

  routes.post('/:id/members', async c => {
    const here = enter(c, 'share', 'shareWithOwnParty')
    const { personId, partyId, role } = await parseBody(c, addMemberSchema)
    if (!people.find(personId, partyId) || people.isGuest(personId)) throw new Refused('unknownMember')
    mayGive(c, here, partyId, role)
    if (here.access.member(personId)) return answer(c)
    await change(c, here, 'memberAdded', { person: personId, party: partyId, role }, access =>
      access.addMember(personId, partyId, role),
    )
    await inviting.tellAdded(c.get('me'), here.id, personId)
    return answer(c)
  })

  routes.put('/:id/members/:personId', async c => {
    const here = enter(c, 'share', 'shareWithOwnParty')
    const { role } = await parseBody(c, changeRoleSchema)
    const member = here.access.member(c.req.param('personId'))
    if (!member) throw new Refused('unknownMember')
    const { personId, partyId } = member
    // Neither may she raise somebody above herself, nor lower somebody who is.
    for (const given of [member.role, role]) mayGive(c, here, partyId, given)
    if (member.guestLinkId !== null && role !== 'reader' && role !== 'reviewer') throw new Refused('mayNot')
    await change(c, here, 'roleChanged', { person: personId, from: member.role, to: role }, async access => {
      if (!(await access.changeRole(personId, role, isHere))) throw new Refused('unknownMember')
    })
    return answer(c)
  })

  routes.delete('/:id/members/:personId', async c => {
    const personId = c.req.param('personId')
    const isMe = personId === c.get('me').person.id
    const here = enter(c, ...(isMe ? [] : (['share', 'shareWithOwnParty'] as const)))
    const member = here.access.member(personId)
    if (!member) throw new Refused('unknownMember')
    if (!isMe) mayGive(c, here, member.partyId, member.role)
    const address = people.record(personId)?.address ?? null
    await change(c, here, 'memberRemoved', { person: personId, role: member.role }, async access => {
      if (!(await access.removeMember(personId, address, isHere))) throw new Refused('unknownMember')
    })
    if (member.guestLinkId !== null) {
      if (!isMe) await people.putOut(personId)
      await sessions.endAllOf(personId)
    }
    return isMe ? c.body(null, 204) : answer(c)
  })

  routes.post('/:id/guest-links', async c => {
    const here = enter(c, 'share')
    const { label, partyId, role, endsOn } = await parseBody(c, makeGuestLinkSchema)
    mayGive(c, here, partyId, role)
    if (endsOn < dayInSweden(parts.now())) throw new Refused('malformedRequest', ['endsOn'])
    const { secret, hash } = linkSecret()
    const me = c.get('me')
    const by = `${me.person.id}@${me.party.id}`
    const link = await change(c, here, 'guestLinkMade', { label, party: partyId, role, endsOn }, access =>
      access.makeGuestLink({ label, partyId, role, endsOn, by, secretHash: hash }),
    )
    const { id, at } = link
    const madeBy = parts.namesOf(by).name
    const made: GuestLinkMade = { link: { id, label, partyId, role, endsOn, madeBy, madeAt: at }, secret }
    return c.json(made, 201)
  })

  routes.delete('/:id/guest-links/:linkId', async c => {
    const here = enter(c, 'share')
    const id = c.req.param('linkId')
    const guests = await change(c, here, 'guestLinkRevoked', { link: id }, async access => {
      const guests = await access.revokeGuestLink(id)
      if (guests === null) throw new Refused('unknownGuestLink')
      return guests
    })
    for (const { personId } of guests) await sessions.endAllOf(personId)
    return answer(c)
  })

  // The same answer whether there is such an ansökan or not.
  routes.post('/:id/requests', async c => {
    const { message } = await parseBody(c, askForAccessSchema)
    const me = c.get('me')
    const waitSeconds = parts.asking.take(me.person.id, parts.now())
    if (waitSeconds !== null) throw new Refused('tooManyAttempts', [], waitSeconds)
    const id = c.req.param('id')
    const access = parts.access.documentAccess(id)
    const isOutside = parts.access.standingOf(id, me) === null && !people.isGuest(me.person.id)
    if (access && isOutside) {
      const note = { act: 'accessAsked', me, applicationId: id, details: {} } as const
      await access
        .provided(() => parts.audit.note(note))
        .ask(me.person.id, me.party.id, message)
        .catch(unlessFull)
      parts.access.tellChanged(id)
      await inviting.tellAsked(me, id, message)
    } else await parts.audit.note({ act: 'accessAsked', me, details: {} })
    return c.body(null, 202)
  })

  routes.post('/:id/requests/:requestId', async c => {
    const here = enter(c, 'share', 'shareWithOwnParty')
    const { role } = await parseBody(c, grantAccessSchema)
    const request = here.access.kept.requests.find(({ id }) => id === c.req.param('requestId'))
    if (!request) throw new Refused('unknownRequest')
    const { personId, partyId } = request
    mayGive(c, here, partyId, role)
    if (!people.find(personId, partyId)) throw new Refused('unknownMember')
    await change(c, here, 'accessGranted', { person: personId, party: partyId, role }, async access => {
      if (!(await access.grantRequest(request.id, role))) throw new Refused('unknownRequest')
    })
    await inviting.tellAdded(c.get('me'), here.id, personId)
    return answer(c)
  })

  routes.delete('/:id/requests/:requestId', async c => {
    const here = enter(c, 'share', 'shareWithOwnParty')
    const request = here.access.kept.requests.find(({ id }) => id === c.req.param('requestId'))
    if (!request) throw new Refused('unknownRequest')
    mayGive(c, here, request.partyId, 'reader')
    await change(c, here, 'accessDenied', { person: request.personId }, async access => {
      if (!(await access.denyRequest(request.id))) throw new Refused('unknownRequest')
    })
    return answer(c)
  })

  routes.put('/:id/sections/:key', async c => {
    const here = enter(c, 'closeSections')
    const closing = await parseBody(c, closeSectionSchema)
    const key = c.req.param('key')
    const section = parts.formOf(here.id)?.sections.find(section => section.key === key)
    if (!section || rootShape(section) === null) throw new Refused('unknownSection')
    if (closing.is === 'party') {
      const party = people.party(closing.partyId)
      if (!party || party.kind === 'forbund') throw new Refused('malformedRequest', ['partyId'])
    }
    const me = c.get('me')
    const by = `${me.person.id}@${me.party.id}`
    const details = { section: key, ...(closing.is === 'party' ? { party: closing.partyId } : {}) }
    const act = closing.is === 'open' ? 'sectionOpened' : 'sectionClosed'
    await change(c, here, act, details, access =>
      access.closeSection(key, closing.is === 'open' ? null : closing, by),
    )
    return c.body(null, 204)
  })

  routes.put('/:id/advice', async c => {
    const here = enter(c, 'openAdvice')
    const { open } = await parseBody(c, openAdviceSchema)
    const me = c.get('me')
    await change(c, here, open ? 'adviceOpened' : 'adviceClosed', {}, access =>
      access.setAdvice(open, `${me.person.id}@${me.party.id}`),
    )
    return answer(c)
  })

  return routes
}

/** Whoever asks is told nothing of an ansökan, so not that it is full either. */
function unlessFull(fault: unknown): void {
  if (!(fault instanceof AccessFull)) throw fault
}
