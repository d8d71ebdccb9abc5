import { Hono } from 'hono'
import { enterDemoSchema } from '../../../../shared/http/session.ts'
import { parseBody } from '../../../http/parseBody.ts'
import { Refused } from '../../../http/refuse.ts'
import type { WayIn, WayRoutes } from '../WayIn.ts'

/** Anybody may enter as an invented person. Only when nothing else is configured. */
export const demo: WayIn = {
  name: 'demo',
  path: '/demo',
  isSet: config => config.demo,
  open: async ({ entrance }) => {
    const routes: WayRoutes = new Hono()
    routes.post('/session', async c => {
      const { personId } = await parseBody(c, enterDemoSchema)
      const { demoPersons } = entrance.answer(c)
      const chosen = demoPersons.find(({ person }) => person.id === personId)
      if (!chosen) throw new Refused('malformedRequest', ['personId'])
      const who = { personId, partyId: chosen.party.id }
      return c.json(entrance.answer(c, await entrance.enter(c, who, 'demo')))
    })
    return routes
  },
}
