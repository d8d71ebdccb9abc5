import { type Context, Hono } from 'hono'
import { textOf } from '../../export/html/html.ts'
import { pageHeaders } from '../../export/html/page.ts'
import { Attempts } from '../../http/Attempts.ts'
import type { SignedIn } from '../../people/sessionCookie.ts'
import type { RoundSight } from '../answerRound.ts'
import type { RoundDoor } from '../RoundDoor.ts'
import { compilationCsv } from './compilationCsv.ts'
import { compilationHtml } from './compilationHtml.ts'
import { onPaper } from './onPaper.ts'

interface CompilationRoutes {
  readonly door: RoundDoor
  readonly sight: RoundSight
}

const hourMs = 3_600_000

/** The sammanställning as files: whoever fetches it gets of it what she may see. */
export function compilationRoutes({ door, sight }: CompilationRoutes): Hono<SignedIn> {
  const fetching = new Attempts(1_000, hourMs)
  const routes = new Hono<SignedIn>()

  const fetched = async (c: Context<SignedIn>, format: 'html' | 'csv') => {
    const { id = '', number = '' } = c.req.param()
    const here = door.enter(id, c.get('me'), 'readRounds')
    const round = door.round(here, number)
    door.take(fetching, here)
    await door.note(here, 'exported', { format, round: String(round.number), what: 'compilation' })
    const now = door.enter(id, c.get('me'), 'readRounds')
    return {
      paper: onPaper(sight, now, door.round(now, number)),
      name: `sammanstallning-${round.number}.${format}`,
    }
  }

  routes.get('/:id/rounds/:number/compilation.html', async c => {
    const { paper, name } = await fetched(c, 'html')
    return c.body(textOf(compilationHtml(paper)), 200, {
      ...pageHeaders,
      'content-disposition': `inline; filename="${name}"`,
    })
  })

  routes.get('/:id/rounds/:number/compilation.csv', async c => {
    const { paper, name } = await fetched(c, 'csv')
    return c.body(compilationCsv(paper), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
    })
  })

  return routes
}
