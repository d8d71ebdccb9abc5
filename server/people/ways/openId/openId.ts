import type { HttpBindings } from '@hono/node-server'
import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { z } from 'zod'
import { addressSchema } from '../../../../shared/http/access.ts'
import type { OpenIdFault } from '../../../../shared/http/signIn.ts'
import { Attempts } from '../../../http/Attempts.ts'
import { parseQuery } from '../../../http/parseQuery.ts'
import { BrowserMark } from '../../BrowserMark.ts'
import { linkSecret } from '../../linkSecret.ts'
import type { WayIn, WayRoutes, WaysGround } from '../WayIn.ts'
import { Admission } from './Admission.ts'
import { Flows, flowLastsMs } from './Flows.ts'
import { OpenIdRefused } from './OpenIdRefused.ts'
import { Provider } from './Provider.ts'

const hourMs = 3_600_000
/** Sign-ins begun, and come back from, in an hour from one place: a whole organisation may be one. */
const mostFromPlace = 300

const path = '/sign-in/openid'

/** Our own pages, and nothing else: a path in which nothing can lead to another site. */
const ownPage = z
  .string()
  .max(300)
  .regex(/^\/(?:[\w-]+(?:\/[\w-]+)*)?$/)
  .refine(page => !page.startsWith('/api/'))

const startQuery = z
  .strictObject({
    party: z.string().max(64).optional(),
    address: addressSchema.optional(),
    to: ownPage.default('/'),
  })
  .refine(({ party, address }) => (party === undefined) !== (address === undefined), { path: ['party'] })

/** Where the own sign-in of a party begins. */
export function openIdStart(partyId: string): string {
  return `/api${path}/start?party=${encodeURIComponent(partyId)}`
}

/** The OpenID Connect sign-in of an organisation, by which its people come in and by nothing else (limits.md 41). */
export const openId: WayIn = {
  name: 'openId',
  path,
  isSet: ({ openIdProvidersFile }) => openIdProvidersFile !== null,
  open: async ground => openIdRoutes(ground),
}

function openIdRoutes(ground: WaysGround): WayRoutes {
  const { people, entrance, audit, now, log } = ground
  // The provider's answer is a link from another site.
  const mark = new BrowserMark('samskriv-openid', ground.https, 'Lax')
  const flows = new Flows(now)
  const admission = new Admission(ground)
  const providers = new Map(
    ground.openIdProviders.map(settings => [settings.party, new Provider(settings, now)]),
  )
  const routes: WayRoutes = new Hono()
  const redirectUri = () => `${ground.address()}/api${path}/callback`

  // What is wrong with the settings is known before anybody comes. Nobody waits for it.
  for (const [party, provider] of providers) {
    provider
      .configuration()
      .catch(({ cause }: OpenIdRefused) => log({ kind: 'openIdFault', party, fault: cause }))
  }

  /** The provider of a party whose people come in by it and by nothing else. */
  const providerOf = (partyId: string): Provider => {
    const provider = people.signInOf(partyId) === 'openId' ? providers.get(partyId) : undefined
    if (!provider) throw new OpenIdRefused('noOwnSignIn')
    return provider
  }

  /** Sends whoever did not get in to a page with a sentence, since people and not programs come here. */
  const toFault = (c: Context, fault: OpenIdFault) => c.redirect(`/?fel=${fault}`, 303)

  const limit = (attempts: Attempts): MiddlewareHandler<{ Bindings: HttpBindings }> => {
    return async (c, next) => {
      const waitSeconds = attempts.take(ground.addressOf(c.env.incoming), now())
      if (waitSeconds === null) return await next()
      c.header('retry-after', String(waitSeconds))
      return toFault(c, 'tooManyAttempts')
    }
  }

  /** Sends somebody to the page that `where` gives; notes it when she is refused. `partyId`: null for none known. */
  const goOn = async (
    c: Context,
    partyId: string | null,
    where: () => Promise<string>,
  ): Promise<Response> => {
    try {
      const refused = await refusalOf(async () => {
        c.header('location', await where())
      })
      if (refused === null) return c.body(null, 303)
      const { fault, details, cause } = refused
      const party = partyId ?? ''
      if (cause !== undefined) log({ kind: 'openIdFault', party, fault: cause })
      const noted = { way: 'openId', reason: fault, ...(partyId === null ? {} : { party }), ...details }
      await audit.note({ act: 'signInRefused', me: null, details: noted })
      return toFault(c, fault)
    } catch (fault) {
      log({ kind: 'requestFault', method: c.req.method, route: `/api${path}`, fault })
      return toFault(c, 'programFault')
    }
  }

  routes.get('/start', limit(new Attempts(mostFromPlace, hourMs)), async c => {
    const { party, address, to } = parseQuery(c, startQuery)
    const partyId = (party === undefined ? people.partyOf(address ?? '') : people.party(party))?.id ?? null
    return await goOn(c, partyId, async () => {
      if (partyId === null) throw new OpenIdRefused('noOwnSignIn')
      const provider = providerOf(partyId)
      const state = linkSecret().secret
      const flow = { partyId, to, verifier: linkSecret().secret, nonce: linkSecret().secret }
      const where = await provider.addressFor(flow, state, redirectUri(), address ?? null)
      flows.keep(state, mark.keep(c, flowLastsMs / 1000), flow)
      return where
    })
  })

  routes.get('/callback', limit(new Attempts(mostFromPlace, hourMs)), async c => {
    const { search, searchParams } = new URL(c.req.url)
    const state = searchParams.get('state') ?? ''
    const flow = flows.take(state, mark.read(c))
    return await goOn(c, typeof flow === 'string' ? null : flow.partyId, async () => {
      if (typeof flow === 'string') throw new OpenIdRefused(flow)
      const { partyId, to } = flow
      const vouched = await providerOf(partyId).vouch(new URL(`${redirectUri()}${search}`), flow, state)
      const { person } = await admission.admit(vouched, partyId)
      await entrance.enter(c, { personId: person.id, partyId }, 'openId')
      return to
    })
  })
  return routes
}

/** How somebody was refused by `work`; null when she was not. */
async function refusalOf(work: () => Promise<void>): Promise<OpenIdRefused | null> {
  try {
    await work()
    return null
  } catch (fault) {
    if (fault instanceof OpenIdRefused) return fault
    throw fault
  }
}
