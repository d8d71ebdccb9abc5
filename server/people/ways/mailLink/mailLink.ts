import { Hono } from 'hono'
import { askForLinkSchema, redeemLinkSchema } from '../../../../shared/http/signIn.ts'
import { Attempts } from '../../../http/Attempts.ts'
import { parseBody } from '../../../http/parseBody.ts'
import { Refused } from '../../../http/refuse.ts'
import { signInLetter } from '../../../mail/letters/signInLetter.ts'
import { BrowserMark } from '../../BrowserMark.ts'
import { openSignInFile } from '../../openSignInFile.ts'
import type { WayIn, WayRoutes, WaysGround } from '../WayIn.ts'
import { Links, linkLastsMs, linksFileSchema } from './Links.ts'

const hourMs = 3_600_000
/** Links asked for in an hour, to one address and from one place; links tried in an hour from one place. */
const mostToAddress = 5
const mostFromPlace = 20
const mostTried = 60

/** A link by mail, to people whose organisation has no sign-in of its own (limits.md 39). */
export const mailLink: WayIn = {
  name: 'mailLink',
  path: '/sign-in/mail-link',
  isSet: () => true,
  open: async ground => {
    const { folder, now } = ground
    const file = await openSignInFile(folder, 'links.json', linksFileSchema, { links: {} })
    return mailLinkRoutes(ground, new Links(file, now))
  },
}

function mailLinkRoutes(ground: WaysGround, links: Links): WayRoutes {
  const { people, entrance, audit, now, log } = ground
  const mark = new BrowserMark('samskriv-link', ground.https)
  const toAddress = new Attempts(mostToAddress, hourMs)
  const fromPlace = new Attempts(mostFromPlace, hourMs)
  const tried = new Attempts(mostTried, hourMs)
  const routes: WayRoutes = new Hono()
  const count = (attempts: Attempts, key: string) => {
    const waitSeconds = attempts.take(key, now())
    if (waitSeconds !== null) throw new Refused('tooManyAttempts', [], waitSeconds)
  }

  /** Whom a link to an address would let in; null for nobody. */
  const whoAt = (address: string): { personId: string; partyId: string } | null => {
    const [person, party] = [people.byAddress(address), people.partyOf(address)]
    if (!person?.isActive || !party || !person.partyIds.includes(party.id)) return null
    return people.signInOf(party.id) === 'mailLink' ? { personId: person.id, partyId: party.id } : null
  }

  // Known or not, everybody is answered alike and after the same work: the letter goes afterwards.
  routes.post('/', async c => {
    const { address } = await parseBody(c, askForLinkSchema)
    count(fromPlace, ground.addressOf(c.env.incoming))
    count(toAddress, address)
    // By the domain alone, which tells nothing of who is known.
    const party = people.partyOf(address)
    const openId = party && people.signInOf(party.id) === 'openId' ? ground.openIdOf(party.id) : null
    // Known or not: who would be sent a letter is not to be told by this either.
    if (openId === null) ground.mail.refuseWhenFull()
    const who = whoAt(address)
    const { secret, expiresAt } = await links.make(who, mark.keep(c, linkLastsMs / 1000))
    await audit.note({ act: 'linkAsked', me: null, details: { way: 'mailLink', address } })
    if (who !== null) {
      const link = `${ground.address()}/logga-in#${secret}`
      const send = () => ground.mail.send(signInLetter({ to: address, link, expiresAt }))
      setImmediate(() => {
        send().catch(fault =>
          // She has been answered, and asks again when nothing comes.
          log({ kind: 'requestFault', method: 'POST', route: '/api/sign-in/mail-link', fault }),
        )
      })
    }
    return c.json({ openId }, 202)
  })

  routes.post('/redeem', async c => {
    const { secret } = await parseBody(c, redeemLinkSchema)
    count(tried, ground.addressOf(c.env.incoming))
    const redeemed = await links.redeem(secret, mark.read(c))
    if (redeemed === 'over') return await entrance.refuse('linkOver', 'mailLink')
    if (redeemed === 'otherBrowser') return await entrance.refuse('otherBrowser', 'mailLink')
    const { personId, partyId } = redeemed
    // She has left, or her organisation has got a sign-in of its own, since she asked.
    if (!people.find(personId, partyId) || people.signInOf(partyId) !== 'mailLink') {
      return await entrance.refuse('linkOver', 'mailLink', { person: personId })
    }
    mark.clear(c)
    return c.json(entrance.answer(c, await entrance.enter(c, redeemed, 'mailLink')))
  })
  return routes
}
