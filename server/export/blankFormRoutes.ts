import { type Context, Hono } from 'hono'
import type { FormTemplate } from '../../shared/form/FormTemplate.ts'
import { formById } from '../../shared/form/forms.ts'
import { Attempts } from '../http/Attempts.ts'
import { parseQuery } from '../http/parseQuery.ts'
import { Refused } from '../http/refuse.ts'
import { savedAs } from '../http/savedAs.ts'
import type { SignedIn } from '../people/sessionCookie.ts'
import { emptyForm } from './emptyForm.ts'
import type { FileMaker } from './FileMaker.ts'
import type { FileTask } from './FileTask.ts'
import { fileTypes } from './fileTypes.ts'
import { pdfQuerySchema } from './pdf/pdfQuery.ts'

interface BlankFormParts {
  readonly maker: Pick<FileMaker, 'make'>
  readonly now: () => number
}

const hourMs = 3_600_000

/** The forms as files that nobody has written in, for whoever is signed in. */
export function blankFormRoutes({ maker, now }: BlankFormParts): Hono<SignedIn> {
  const fetching = new Attempts(200, hourMs)
  const routes = new Hono<SignedIn>()

  const formIn = (c: Context<SignedIn>): FormTemplate => {
    const form = formById(c.req.param('id') ?? '')
    if (form === null) throw new Refused('unknownForm')
    return form
  }

  const made = async (
    c: Context<SignedIn>,
    form: FormTemplate,
    as: 'docx' | 'pdf',
    task: FileTask,
  ): Promise<Response> => {
    const personId = c.get('me').person.id
    const waitSeconds = fetching.take(personId, now())
    if (waitSeconds !== null) throw new Refused('tooManyAttempts', [], waitSeconds)
    const bytes = await maker.make({ personId, gone: c.req.raw.signal }, async () => task)
    return c.body(bytes as Uint8Array<ArrayBuffer>, 200, {
      'content-type': fileTypes[as],
      'content-disposition': savedAs(`${form.name}.${as}`),
    })
  }

  routes.get('/:id/form.docx', async c => {
    const form = formIn(c)
    return await made(c, form, 'docx', {
      is: 'word',
      of: { ...empty(form), threads: [], pictures: new Map() },
    })
  })

  routes.get('/:id/form.pdf', async c => {
    const { standard } = parseQuery(c, pdfQuerySchema)
    const form = formIn(c)
    const madeAt = new Date(now()).toISOString()
    const of = { is: 'application', ...empty(form) } as const
    return await made(c, form, 'pdf', { is: 'pdf', of: { of, standard, madeAt, pictures: new Map() } })
  })

  return routes
}

function empty(form: FormTemplate) {
  return { formId: form.id, form: emptyForm(form), documentId: '' }
}
