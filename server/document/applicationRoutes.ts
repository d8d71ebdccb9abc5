import { type Context, Hono } from 'hono'
import { formById } from '../../shared/form/forms.ts'
import { type Application, createApplicationSchema } from '../../shared/http/application.ts'
import type { Me } from '../../shared/http/session.ts'
import { may } from '../../shared/people/may.ts'
import { parseBody } from '../http/parseBody.ts'
import { Refused } from '../http/refuse.ts'
import type { SignedIn } from '../people/sessionCookie.ts'
import type { Rooms } from '../sync/rooms.ts'
import type { Applications, OpenApplication } from './Applications.ts'
import { authorOf } from './documentRecords.ts'

/** The list of ansökningar, starting one, and reading one. */
export function applicationRoutes(applications: Applications, rooms: Rooms): Hono<SignedIn> {
  const routes = new Hono<SignedIn>()

  routes.get('/', async c => {
    if (!may(c.get('me').party.kind, 'open')) return c.json({ applications: [] })
    await applications.takeInNew()
    return c.json({ applications: applications.list() })
  })

  routes.post('/', async c => {
    const { formId, name } = await parseBody(c, createApplicationSchema)
    const me = c.get('me')
    if (!may(me.party.kind, 'create')) throw new Refused('mayNot')
    const form = formById(formId)
    if (!form) throw new Refused('unknownForm', ['formId'])
    const owner = form.sections.find(section => section.kind === 'parties' && section.role === 'owner')
    const id = await applications.create(form, authorOf(me), {
      name: { kind: 'text', value: name.trim() || null },
      ...(owner ? { [owner.key]: ownerBlock(me) } : {}),
    })
    return c.json(describe(applications, id), 201)
  })

  routes.get('/:id', c => c.json(describe(applications, visible(c, applications))))

  // The whole state in one answer, for people whose network blocks sockets: they can read, and what they type
  // waits in their browser.
  routes.get('/:id/state', async c => {
    const id = visible(c, applications)
    openApplication(applications, id)
    const state = await rooms.withRoom(id, room => room.state())
    return c.body(state as Uint8Array<ArrayBuffer>, 200, { 'content-type': 'application/octet-stream' })
  })

  return routes
}

/** The id in the address, when there is such an ansökan and this person may see it; otherwise refused alike. */
export function visible(c: Context<SignedIn>, applications: Applications): string {
  const id = c.req.param('id') ?? ''
  if (!applications.has(id) || !may(c.get('me').party.kind, 'open')) throw new Refused('unknownApplication')
  return id
}

export function openApplication(applications: Applications, id: string): OpenApplication {
  const open = applications.find(id)
  if (!open) throw new Refused('damagedDocument')
  return open
}

function describe(applications: Applications, id: string): Application {
  const application = applications.describe(id)
  if (!application) throw new Refused('unknownApplication')
  return application
}

function ownerBlock({ party }: Me) {
  return {
    kind: 'parties',
    role: 'owner',
    organisation: party.name,
    contacts: null,
    email: null,
    resourcesSought: '',
    resourcesContributed: '',
  } as const
}
