import { type Context, Hono } from 'hono'
import { fileTypes } from '../../export/fileTypes.ts'
import { textOf } from '../../export/html/html.ts'
import { pageHeaders } from '../../export/html/page.ts'
import { paperPage } from '../../export/html/paper/paperPage.ts'
import type { PaperFiles, PaperFormat } from '../../export/paper/PaperFiles.ts'
import { pdfQuerySchema } from '../../export/pdf/pdfQuery.ts'
import { Attempts } from '../../http/Attempts.ts'
import { parseQuery } from '../../http/parseQuery.ts'
import type { SignedIn } from '../../people/sessionCookie.ts'
import type { RoundSight } from '../answerRound.ts'
import type { RoundDoor } from '../RoundDoor.ts'
import { compilationCsv } from './compilationCsv.ts'
import { compilationPaper } from './compilationPaper.ts'
import type { CompilationOnPaper } from './compilationParts.ts'
import { onPaper } from './onPaper.ts'

interface CompilationRoutes {
  readonly door: RoundDoor
  readonly sight: RoundSight
  readonly paperFiles: Pick<PaperFiles, 'make'>
}

const hourMs = 3_600_000

/** The sammanställning as files: whoever fetches it gets of it what she may see. */
export function compilationRoutes({ door, sight, paperFiles }: CompilationRoutes): Hono<SignedIn> {
  const fetching = new Attempts(1_000, hourMs)
  const routes = new Hono<SignedIn>()

  const enter = (c: Context<SignedIn>) => {
    const { id = '', number = '' } = c.req.param()
    const here = door.enter(id, c.get('me'), 'readRounds')
    return { here, round: door.round(here, number) }
  }

  /** The file that `make` makes of what she may see, and what it is called. */
  const fetched = async <T>(
    c: Context<SignedIn>,
    format: 'html' | 'csv' | 'docx' | 'pdf',
    make: (said: CompilationOnPaper) => T | Promise<T>,
  ): Promise<{ readonly file: T; readonly name: string }> => {
    const { here, round } = enter(c)
    door.take(fetching, here)
    const file = await make(onPaper(sight, here, round))
    await door.note(here, 'exported', { format, round: String(round.number), what: 'compilation' })
    // It may have been taken from her meanwhile.
    enter(c)
    return { file, name: `sammanstallning-${round.number}.${format}` }
  }

  const inFile = async (c: Context<SignedIn>, said: CompilationOnPaper, as: PaperFormat) => {
    const asking = { personId: c.get('me').person.id, gone: c.req.raw.signal }
    const paper = compilationPaper(said)
    const of = { applicationId: c.req.param('id') ?? '', paper, madeAt: said.fetchedAt }
    return (await paperFiles.make(asking, of, as)) as Uint8Array<ArrayBuffer>
  }

  routes.get('/:id/rounds/:number/compilation.html', async c => {
    const { file, name } = await fetched(c, 'html', said => textOf(paperPage(compilationPaper(said))))
    return c.body(file, 200, { ...pageHeaders, 'content-disposition': `inline; filename="${name}"` })
  })

  routes.get('/:id/rounds/:number/compilation.csv', async c => {
    const { file, name } = await fetched(c, 'csv', compilationCsv)
    return c.body(file, 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
    })
  })

  routes.get('/:id/rounds/:number/compilation.docx', async c => {
    const { file, name } = await fetched(c, 'docx', said => inFile(c, said, { is: 'docx' }))
    return c.body(file, 200, {
      'content-type': fileTypes.docx,
      'content-disposition': `attachment; filename="${name}"`,
    })
  })

  routes.get('/:id/rounds/:number/compilation.pdf', async c => {
    const { standard } = parseQuery(c, pdfQuerySchema)
    const { file, name } = await fetched(c, 'pdf', said => inFile(c, said, { is: 'pdf', standard }))
    return c.body(file, 200, {
      'content-type': fileTypes.pdf,
      'content-disposition': `attachment; filename="${name}"`,
    })
  })

  return routes
}
