import { Hono } from 'hono'
import {
  type NoticeSettings,
  type NoticesAnswer,
  noticeSettingsSchema,
  readNoticesSchema,
} from '../../shared/http/notices.ts'
import type { Me } from '../../shared/http/session.ts'
import { Attempts } from '../http/Attempts.ts'
import { parseBody } from '../http/parseBody.ts'
import { Refused } from '../http/refuse.ts'
import type { SignedIn } from '../people/sessionCookie.ts'
import type { Notices } from './Notices.ts'

/** `/api/notices`: what somebody is told, and what she wants to be told. It is about herself, and not noted in the log. */
export function noticeRoutes(notices: Notices, now: () => number): Hono<SignedIn> {
  const routes = new Hono<SignedIn>()
  /** By person: each is a file written. */
  const changing = new Attempts(240, 60_000)
  const take = ({ person }: Me) => {
    const waitSeconds = changing.take(person.id, now())
    if (waitSeconds !== null) throw new Refused('tooManyAttempts', [], waitSeconds)
  }

  routes.get('/notices', c => c.json(notices.answer(c.get('me')) satisfies NoticesAnswer))

  routes.post('/notices/read', async c => {
    const { ids } = await parseBody(c, readNoticesSchema)
    take(c.get('me'))
    await notices.read(c.get('me'), ids)
    return c.body(null, 204)
  })

  routes.get('/notices/settings', c => c.json(notices.settings(c.get('me')) satisfies NoticeSettings))

  routes.put('/notices/settings', async c => {
    const me = c.get('me')
    const chosen = await parseBody(c, noticeSettingsSchema)
    take(me)
    await notices.choose(me, chosen)
    return c.json(notices.settings(me) satisfies NoticeSettings)
  })

  return routes
}
