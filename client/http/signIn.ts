import { type SessionAnswer, sessionSchema } from '../../shared/http/session.ts'
import {
  askedForLinkSchema,
  type EnteredAnswer,
  enteredSchema,
  type InvitationShown,
  invitationShownSchema,
} from '../../shared/http/signIn.ts'
import type { PartyKind } from '../../shared/people/person.ts'
import { call, callForNothing } from './call.ts'

/** `openId`: where the sign-in of the address's own organisation is, when it has one; no mail is sent then. */
export async function askForLink(address: string): Promise<{ openId: string | null }> {
  return await call('POST', '/sign-in/mail-link', askedForLinkSchema, { address })
}

export async function redeemLink(secret: string): Promise<SessionAnswer> {
  return await call('POST', '/sign-in/mail-link/redeem', sessionSchema, { secret })
}

export async function lookAtInvitation(secret: string): Promise<InvitationShown> {
  return await call('POST', '/sign-in/invitation/look', invitationShownSchema, { secret })
}

/** `who` is asked of somebody new; null for somebody whom the program knows. */
export async function takeInvitation(
  secret: string,
  who: { readonly name: string; readonly title: string } | null,
): Promise<EnteredAnswer> {
  return await call('POST', '/sign-in/invitation', enteredSchema, { secret, ...who })
}

/** Refused when the link lets nobody in any more. Spends nothing. */
export async function lookAtGuestLink(secret: string): Promise<void> {
  await callForNothing('POST', '/sign-in/guest/look', { secret })
}

export async function enterAsGuest(secret: string, name: string): Promise<EnteredAnswer> {
  return await call('POST', '/sign-in/guest', enteredSchema, { secret, name })
}

/** Refused when the link is over. Spends nothing. */
export async function lookAtAdministratorLink(secret: string): Promise<void> {
  await callForNothing('POST', '/sign-in/first-administrator/look', { secret })
}

/** Who the first administrator is, and her organisation. */
export interface FirstAdministrator {
  readonly name: string
  readonly title: string
  readonly address: string
  readonly organisation: { readonly name: string; readonly shortName: string; readonly kind: PartyKind }
}

export async function enterAsFirstAdministrator(
  secret: string,
  who: FirstAdministrator,
): Promise<SessionAnswer> {
  return await call('POST', '/sign-in/first-administrator', sessionSchema, { secret, ...who })
}
