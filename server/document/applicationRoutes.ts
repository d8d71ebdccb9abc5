import { type Context, Hono } from 'hono'
import { formById } from '../../shared/form/forms.ts'
import type { AuthorsAnswer } from '../../shared/http/access.ts'
import { createApplicationSchema } from '../../shared/http/application.ts'
import type { Me } from '../../shared/http/session.ts'
import { parseBody } from '../http/parseBody.ts'
import { Refused } from '../http/refuse.ts'
import type { Access } from '../people/access/Access.ts'
import type { NamesOf } from '../people/access/namesOf.ts'
import type { SignedIn } from '../people/sessionCookie.ts'
import type { Rooms } from '../sync/rooms.ts'
import type { Applications, OpenApplication } from './Applications.ts'
import type { AnswerApplication } from './answerApplication.ts'
import { authorsIn } from './authorsIn.ts'
import { madeDocument } from './newDocument.ts'
import type { Starting } from './Starting.ts'

interface ApplicationRoutes {
  readonly applications: Applications
  readonly access: Access
  readonly rooms: Rooms
  readonly namesOf: NamesOf
  readonly starting: Starting
  readonly answer: AnswerApplication
}

/** The list of ansökningar, starting one, and reading one. */
export function applicationRoutes(parts: ApplicationRoutes): Hono<SignedIn> {
  const { applications, access, rooms, starting, answer } = parts
  const routes = new Hono<SignedIn>()
  routes.get('/', async c => {
    const me = c.get('me')
    await applications.takeInNew()
    const mine = applications.list(id => access.mayRead(id, me))
    return c.json({ applications: mine.map(described => answer(described, me)) })
  })

  routes.post('/', async c => {
    const { formId, name } = await parseBody(c, createApplicationSchema)
    const me = c.get('me')
    starting.require(me)
    starting.take(me)
    const form = formById(formId)
    if (!form) throw new Refused('unknownForm', ['formId'])
    const owner = form.sections.find(section => section.kind === 'parties' && section.role === 'owner')
    const id = await starting.start(me, form, {
      document: madeDocument(form, {
        name: { kind: 'text', value: name.trim() || null },
        ...(owner ? { [owner.key]: ownerBlock(me) } : {}),
      }),
    })
    return c.json(answer(applications.describe(id), me), 201)
  })

  routes.get('/:id', c => {
    const id = visible(c, access)
    return c.json(answer(applications.describe(id), c.get('me')))
  })

  // Who has written what stands in each section (K10): told to all who may read it.
  routes.get('/:id/authors', async c => {
    const id = visible(c, access)
    const { form, clientIds } = openApplication(applications, id)
    const written = await rooms.withRoom(id, room => room.look(doc => authorsIn(doc, form, clientIds)))
    const sections = Object.fromEntries(
      Object.entries(written).map(([key, authors]) => [
        key,
        authors.map(({ author, letters }) => {
          const { name, partyShortName } = parts.namesOf(author)
          return { personName: name, partyShortName, letters }
        }),
      ]),
    )
    return c.json({ sections } satisfies AuthorsAnswer)
  })

  return routes
}

/** The id in the address, when there is such an ansökan and this person may see it; otherwise refused alike. */
export function visible(c: Context<SignedIn>, access: Access): string {
  const id = c.req.param('id') ?? ''
  if (!access.mayRead(id, c.get('me'))) throw new Refused('unknownApplication')
  return id
}

export function openApplication(applications: Applications, id: string): OpenApplication {
  const open = applications.find(id)
  if (!open) throw new Refused('damagedDocument')
  return open
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
