import { Hono } from 'hono'
import type * as Y from 'yjs'
import { rootShape } from '../../../shared/document/roots.ts'
import type { FormTemplate } from '../../../shared/form/FormTemplate.ts'
import { closeSectionSchema, openAdviceSchema } from '../../../shared/http/access.ts'
import type { AuditAct } from '../../../shared/http/auditLog.ts'
import type { SectionClosing } from '../../../shared/people/closedSection.ts'
import { parseBody } from '../../http/parseBody.ts'
import { Refused } from '../../http/refuse.ts'
import type { People } from '../People.ts'
import type { SignedIn } from '../sessionCookie.ts'
import { columnsIn } from './columnsIn.ts'
import type { Gate } from './Gate.ts'

export interface ClosingRoutes {
  readonly people: People
  /** The form of an ansökan; null when it cannot be read. */
  readonly formOf: (id: string) => FormTemplate | null
  /** Looks at the text of an ansökan. Rejects when it cannot be had. */
  readonly look: <T>(id: string, at: (doc: Y.Doc) => T) => Promise<T>
}

/** What the owner closes and opens: sections for writing, and the draft for the förbund. */
export function closingRoutes(gate: Gate, parts: ClosingRoutes): Hono<SignedIn> {
  const routes = new Hono<SignedIn>()

  routes.put('/:id/sections/:key', async c => {
    const here = gate.enter(c, 'closeSections')
    const asked = await parseBody(c, closeSectionSchema)
    const key = c.req.param('key')
    const form = parts.formOf(here.id)
    const section = form?.sections.find(section => section.key === key)
    if (!form || !section || rootShape(section) === null) throw new Refused('unknownSection')
    if (asked.is === 'columns' && section.kind !== 'budget') throw new Refused('malformedRequest', ['is'])
    const closing = closingOf(asked)
    const named = partiesIn(closing)
    for (const id of named) {
      const party = parts.people.party(id)
      if (!party || party.kind === 'forbund') throw new Refused('malformedRequest', ['partyId'])
    }
    if (new Set(named).size < named.length) throw new Refused('malformedRequest', ['limited'])
    if (closing?.is === 'columns') {
      const columns = await parts.look(here.id, doc => columnsIn(doc, form))
      const isThere = closing.limited.every(({ column }) => column === null || columns.has(column))
      if (!isThere) throw new Refused('malformedRequest', ['column'])
    }
    const me = c.get('me')
    const by = `${me.person.id}@${me.party.id}`
    const details = { section: key, ...detailsOf(closing) }
    await gate.change(c, here, actOf(closing), details, access => access.closeSection(key, closing, by))
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

type Asked = SectionClosing | { readonly is: 'open' }

/** Null for a section that is open, as a budget in which nobody is limited is. */
function closingOf(asked: Asked): SectionClosing | null {
  return asked.is === 'open' || (asked.is === 'columns' && asked.limited.length === 0) ? null : asked
}

function partiesIn(closing: SectionClosing | null): readonly string[] {
  switch (closing?.is) {
    case 'party':
      return [closing.partyId]
    case 'columns':
      return closing.limited.map(({ partyId }) => partyId)
    default:
      return []
  }
}

function actOf(closing: SectionClosing | null): AuditAct {
  if (closing === null) return 'sectionOpened'
  return closing.is === 'columns' ? 'columnsLimited' : 'sectionClosed'
}

/** What the log keeps of it. Columns by their keys: what they are called is content. */
function detailsOf(closing: SectionClosing | null): Readonly<Record<string, string>> {
  const parties = partiesIn(closing)
  if (parties.length === 0) return {}
  const party = parties.join(',')
  if (closing?.is !== 'columns') return { party }
  return { party, what: closing.limited.map(({ partyId, column }) => `${partyId}=${column ?? ''}`).join(' ') }
}
