import {
  type AccessAnswer,
  accessSchema,
  type GuestLinkMade,
  guestLinkMadeSchema,
  type InvitedAnswer,
  invitedSchema,
  type PeopleFound,
  peopleFoundSchema,
} from '../../shared/http/access.ts'
import type { SectionClosing } from '../../shared/people/closedSection.ts'
import type { Role } from '../../shared/people/role.ts'
import { call, callForNothing } from './call.ts'

export async function readAccess(id: string): Promise<AccessAnswer> {
  return await call('GET', `${pathOf(id)}/access`, accessSchema)
}

/** People to let in, of parties that I may invite. */
export async function findPeople(id: string, words: string): Promise<PeopleFound['people']> {
  const question = new URLSearchParams({ q: words, application: id })
  return (await call('GET', `/people?${question}`, peopleFoundSchema)).people
}

export async function invite(
  id: string,
  invitation: { readonly addresses: readonly string[]; readonly role: Role; readonly message: string },
): Promise<InvitedAnswer['invited']> {
  return (await call('POST', `${pathOf(id)}/invitations`, invitedSchema, invitation)).invited
}

export async function resendInvitation(id: string, invitationId: string): Promise<void> {
  await callForNothing('POST', `${pathOf(id)}/invitations/${invitationId}`)
}

export async function revokeInvitation(id: string, invitationId: string): Promise<void> {
  await callForNothing('DELETE', `${pathOf(id)}/invitations/${invitationId}`)
}

export async function addMember(
  id: string,
  member: { readonly personId: string; readonly partyId: string; readonly role: Role },
): Promise<void> {
  await callForNothing('POST', `${pathOf(id)}/members`, member)
}

export async function changeRole(id: string, personId: string, role: Role): Promise<void> {
  await callForNothing('PUT', `${pathOf(id)}/members/${encodeURIComponent(personId)}`, { role })
}

export async function removeMember(id: string, personId: string): Promise<void> {
  await callForNothing('DELETE', `${pathOf(id)}/members/${encodeURIComponent(personId)}`)
}

/** `endsOn` is a day, `2026-12-31`. The secret in the answer is not to be had again. */
export async function makeGuestLink(
  id: string,
  link: {
    readonly label: string
    readonly partyId: string
    readonly role: 'reader' | 'reviewer'
    readonly endsOn: string
  },
): Promise<GuestLinkMade> {
  return await call('POST', `${pathOf(id)}/guest-links`, guestLinkMadeSchema, link)
}

export async function revokeGuestLink(id: string, linkId: string): Promise<void> {
  await callForNothing('DELETE', `${pathOf(id)}/guest-links/${linkId}`)
}

/** Answered alike whether there is such an ansökan or not. */
export async function askForAccess(id: string, message: string): Promise<void> {
  await callForNothing('POST', `${pathOf(id)}/requests`, { message })
}

export async function grantAccess(id: string, requestId: string, role: Role): Promise<void> {
  await callForNothing('POST', `${pathOf(id)}/requests/${requestId}`, { role })
}

export async function denyAccess(id: string, requestId: string): Promise<void> {
  await callForNothing('DELETE', `${pathOf(id)}/requests/${requestId}`)
}

/** Closes a section, or opens it again. */
export async function closeSection(
  id: string,
  section: string,
  closing: SectionClosing | { readonly is: 'open' },
): Promise<void> {
  await callForNothing('PUT', `${pathOf(id)}/sections/${section}`, closing)
}

/** Opens the draft to the förbund for advice, or ends that. */
export async function openAdvice(id: string, open: boolean): Promise<void> {
  await callForNothing('PUT', `${pathOf(id)}/advice`, { open })
}

function pathOf(id: string): string {
  return `/applications/${encodeURIComponent(id)}`
}
