import { Hono } from 'hono'
import { rootShape } from '../../../shared/document/roots.ts'
import type { FormTemplate } from '../../../shared/form/FormTemplate.ts'
import { closeSectionSchema, openAdviceSchema } from '../../../shared/http/access.ts'
import { parseBody } from '../../http/parseBody.ts'
import { Refused } from '../../http/refuse.ts'
import type { People } from '../People.ts'
import type { SignedIn } from '../sessionCookie.ts'
import type { Gate } from './Gate.ts'

export interface ClosingRoutes {
  readonly people: People
  /** The form of an ansökan; null when it cannot be read. */
  readonly formOf: (id: string) => FormTemplate | null
}

/** What the owner closes and opens: sections for writing, and the draft for the förbund. */
export function closingRoutes(gate: Gate, { people, formOf }: ClosingRoutes): Hono<SignedIn> {
  const routes = new Hono<SignedIn>()

  routes.put('/:id/sections/:key', async c => {
    const here = gate.enter(c, 'closeSections')
    const closing = await parseBody(c, closeSectionSchema)
    const key = c.req.param('key')
    const section = formOf(here.id)?.sections.find(section => section.key === key)
    if (!section || rootShape(section) === null) throw new Refused('unknownSection')
    if (closing.is === 'party') {
      const party = people.party(closing.partyId)
      if (!party || party.kind === 'forbund') throw new Refused('malformedRequest', ['partyId'])
    }
    const me = c.get('me')
    const by = `${me.person.id}@${me.party.id}`
    const details = { section: key, ...(closing.is === 'party' ? { party: closing.partyId } : {}) }
    const act = closing.is === 'open' ? 'sectionOpened' : 'sectionClosed'
    await gate.change(c, here, act, details, access =>
      access.closeSection(key, closing.is === 'open' ? null : closing, by),
    )
    return c.body(null, 204)
  })

  routes.put('/:id/advice', async c => {
    const here = gate.enter(c, 'openAdvice')
    const { open } = await parseBody(c, openAdviceSchema)
    const me = c.get('me')
    await gate.change(c, here, open ? 'adviceOpened' : 'adviceClosed', {}, access =>
      access.setAdvice(open, `${me.person.id}@${me.party.id}`),
    )
    return gate.answer(c)
  })

  return routes
}
