import { Hono } from 'hono'
import {
  type EnteredAnswer,
  enterAsGuestSchema,
  lookAtGuestLinkSchema,
} from '../../../../shared/http/signIn.ts'
import { Attempts } from '../../../http/Attempts.ts'
import { parseBody } from '../../../http/parseBody.ts'
import { Refused } from '../../../http/refuse.ts'
import { AccessFull } from '../../access/AccessChanges.ts'
import type { KeptGuestLink } from '../../access/accessFile.ts'
import type { DocumentAccess } from '../../access/DocumentAccess.ts'
import { BrowserMark } from '../../BrowserMark.ts'
import { hashOfSecret } from '../../linkSecret.ts'
import type { WayIn, WayRoutes, WaysGround } from '../WayIn.ts'

/** Looks in an hour, and tries, from one place: a whole meeting may come from one. */
const mostTried = 60
const daySeconds = 24 * 3600
/** Browsers keep nothing longer. */
const longestDays = 400

/** A link to an ansökan for people without an account, tied to a party and a day. */
export const guest: WayIn = {
  name: 'guest',
  path: '/sign-in/guest',
  isSet: () => true,
  open: async ground => guestRoutes(ground),
}

function guestRoutes(ground: WaysGround): WayRoutes {
  const { people, access, entrance, now } = ground
  const looked = new Attempts(mostTried, 3_600_000)
  const tried = new Attempts(mostTried, 3_600_000)
  const mark = new BrowserMark('samskriv-guest', ground.https)
  const routes: WayRoutes = new Hono()

  /** Whether somebody came by this link in this browser before, and has access still. */
  const isIn = (document: DocumentAccess, link: KeptGuestLink, browser: string): boolean => {
    const known = people.byGuestKey(guestKeyOf(link, browser))
    return known !== null && document.member(known) !== null
  }

  /** Who the guest is: the same as last time, when she came by this link in this browser. */
  const personOf = async (name: string, link: KeptGuestLink, browser: string): Promise<string> => {
    const { partyId } = link
    const guestKey = guestKeyOf(link, browser)
    const known = people.byGuestKey(guestKey)
    if (known === null)
      return await people.addUnlessKnown({ name, title: '', address: null, partyId, isGuest: true, guestKey })
    if (people.describe(known)?.name !== name) await people.correct(known, name, '')
    return known
  }

  routes.post('/look', async c => {
    const { secret } = await parseBody(c, lookAtGuestLinkSchema)
    const waitSeconds = looked.take(ground.addressOf(c.env.incoming), now())
    if (waitSeconds !== null) throw new Refused('tooManyAttempts', [], waitSeconds)
    const invited = access.guestLinkOf(hashOfSecret(secret))
    const document = invited && access.documentAccess(invited.applicationId)
    if (!invited || !document) return await entrance.refuse('unknownGuestLink', 'guest')
    const browser = mark.read(c)
    const isBack = browser !== null && isIn(document, invited.found, browser)
    if (isBack || access.stands(invited.applicationId, invited.found)) return c.body(null, 204)
    return await entrance.refuse('unknownGuestLink', 'guest')
  })

  routes.post('/', async c => {
    const { secret, name } = await parseBody(c, enterAsGuestSchema)
    const waitSeconds = tried.take(ground.addressOf(c.env.incoming), now())
    if (waitSeconds !== null) throw new Refused('tooManyAttempts', [], waitSeconds)
    const invited = access.guestLinkOf(hashOfSecret(secret))
    const document = invited && access.documentAccess(invited.applicationId)
    if (!invited || !document) return await entrance.refuse('unknownGuestLink', 'guest')
    const { applicationId, found: link } = invited
    const { partyId, role } = link
    const leftDays = Math.ceil((Date.parse(link.endsOn) - now()) / (daySeconds * 1000)) + 1
    const browser = mark.keep(c, Math.min(leftDays, longestDays) * daySeconds)
    // Whoever made it may have been removed, and still have it: nobody new comes in by it then.
    const stands = () => isIn(document, link, browser) || access.stands(applicationId, link)
    if (!stands()) return await entrance.refuse('unknownGuestLink', 'guest')
    const personId = await personOf(name, link, browser)
    if (!people.find(personId, partyId) || !stands() || !(await letIn(document, personId, link))) {
      return await entrance.refuse('unknownGuestLink', 'guest', { person: personId })
    }
    access.tellChanged(applicationId)
    const details = { link: link.id, label: link.label, role }
    await entrance.enter(c, { personId, partyId }, 'guest', { act: 'guestEntered', applicationId, details })
    return c.json({ applicationId } satisfies EnteredAnswer)
  })
  return routes
}

function guestKeyOf({ id }: KeptGuestLink, browser: string): string {
  return hashOfSecret(`${id} ${browser}`)
}

/** False when the link has been taken back meanwhile. */
async function letIn(document: DocumentAccess, personId: string, link: KeptGuestLink): Promise<boolean> {
  try {
    return await document.addGuest(personId, link.id)
  } catch (fault) {
    if (fault instanceof AccessFull) throw new Refused('accessFull')
    throw fault
  }
}
