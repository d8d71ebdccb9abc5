import { Hono } from 'hono'
import {
  type EnteredAnswer,
  type InvitationShown,
  lookAtInvitationSchema,
  takeInvitationSchema,
} from '../../../../shared/http/signIn.ts'
import { Attempts } from '../../../http/Attempts.ts'
import { parseBody } from '../../../http/parseBody.ts'
import { Refused } from '../../../http/refuse.ts'
import { AccessFull } from '../../access/AccessChanges.ts'
import type { DocumentAccess } from '../../access/DocumentAccess.ts'
import { hashOfSecret } from '../../linkSecret.ts'
import type { WayIn, WayRoutes, WaysGround } from '../WayIn.ts'

/** Looks and tries in an hour from one place. */
const mostTried = 60

/** An invitation by mail to an ansökan: once, to one address (limits.md 44). */
export const invitation: WayIn = {
  name: 'invitation',
  path: '/sign-in/invitation',
  isSet: () => true,
  open: async ground => invitationRoutes(ground),
}

function invitationRoutes(ground: WaysGround): WayRoutes {
  const { people, access, entrance, audit, now } = ground
  const tried = new Attempts(mostTried, 3_600_000)
  const routes: WayRoutes = new Hono()
  routes.use(async (c, next) => {
    const waitSeconds = tried.take(ground.addressOf(c.env.incoming), now())
    if (waitSeconds !== null) throw new Refused('tooManyAttempts', [], waitSeconds)
    await next()
  })

  routes.post('/look', async c => {
    const { secret } = await parseBody(c, lookAtInvitationSchema)
    const invited = access.invitationOf(hashOfSecret(secret))
    if (!invited) return await entrance.refuse('unknownInvitation', 'invitation')
    const { address, by, partyId } = invited.found
    const [inviterId = '', inviterParty = ''] = by.split('@')
    const inviter = [people.describe(inviterId)?.name, people.party(inviterParty)?.name]
    return c.json({
      address,
      partyName: people.party(partyId)?.name ?? '',
      invitedBy: inviter.filter(Boolean).join(', '),
      applicationName: ground.nameOf(invited.applicationId),
      isKnown: people.byAddress(address) !== null,
      openId: !entrance.me(c) && people.signInOf(partyId) === 'openId' ? ground.openIdOf(partyId) : null,
    } satisfies InvitationShown)
  })

  routes.post('/', async c => {
    const { secret, name, title } = await parseBody(c, takeInvitationSchema)
    const hash = hashOfSecret(secret)
    const invited = access.invitationOf(hash)
    if (!invited) return await entrance.refuse('unknownInvitation', 'invitation')
    const { applicationId, found } = invited
    const { address, partyId, role } = found
    const known = people.byAddress(address)
    const details = { address, ...(known ? { person: known.id } : {}) }
    const here = entrance.me(c)
    if (here && here.person.id !== known?.id)
      return await entrance.refuse('otherPerson', 'invitation', details)
    if (known && !people.find(known.id, partyId)) {
      return await entrance.refuse('unknownInvitation', 'invitation', details)
    }
    // A letter is not enough to sign in where the organisation has said how that is done.
    if (!here && people.signInOf(partyId) === 'openId') {
      return await entrance.refuse('ownSignIn', 'invitation', details)
    }
    // For a week, and in any browser: too weak a link to sign somebody in to what she has already (limits.md 39).
    if (!here && known) return await entrance.refuse('signInFirst', 'invitation', details)
    if (!known && name === undefined) throw new Refused('malformedRequest', ['name'])
    const somebody = { name: name ?? '', title: title ?? '', address, partyId, isGuest: false }
    const personId = known?.id ?? (await people.addUnlessKnown(somebody))
    const taken = { act: 'invitationTaken', applicationId, details: { role } } as const
    const document = access.documentAccess(applicationId)?.provided(async () => {
      // Looked up again: whoever invited her may have lost her right meanwhile.
      if (!access.invitationOf(hash)) throw new Refused('unknownInvitation')
      if (here) await audit.note({ ...taken, me: here })
    })
    if (!document || !(await take(document, hash, personId))) {
      return await entrance.refuse('unknownInvitation', 'invitation', details)
    }
    access.tellChanged(applicationId)
    if (!here) await entrance.enter(c, { personId, partyId }, 'invitation', taken)
    return c.json({ applicationId } satisfies EnteredAnswer)
  })
  return routes
}

/** False when it cannot be taken any more. */
async function take(document: DocumentAccess, hash: string, personId: string): Promise<boolean> {
  try {
    return await document.takeInvitation(hash, personId)
  } catch (fault) {
    if (fault instanceof Refused) return false
    if (fault instanceof AccessFull) throw new Refused('accessFull')
    throw fault
  }
}
