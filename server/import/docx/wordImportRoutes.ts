import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { z } from 'zod'
import type { FilledForm, SectionContent } from '../../../shared/document/filledForm.ts'
import type { FormTemplate } from '../../../shared/form/FormTemplate.ts'
import { formById } from '../../../shared/form/forms.ts'
import type { Application } from '../../../shared/http/application.ts'
import { type ReadWord, wordChoicesSchema, wordMaxBytes } from '../../../shared/http/formImport.ts'
import type { Me } from '../../../shared/http/session.ts'
import type { Applications } from '../../document/Applications.ts'
import type { AnswerApplication } from '../../document/answerApplication.ts'
import type { Starting } from '../../document/Starting.ts'
import { Attempts } from '../../http/Attempts.ts'
import { limitBody } from '../../http/limitBody.ts'
import { multipartParts } from '../../http/multipart.ts'
import { jsonMaxBytes, parseJson } from '../../http/parseBody.ts'
import { parseQuery } from '../../http/parseQuery.ts'
import { Refused } from '../../http/refuse.ts'
import { Turns } from '../../people/access/Turns.ts'
import type { People } from '../../people/People.ts'
import type { SignedIn } from '../../people/sessionCookie.ts'
import type { DocumentMaker } from '../document/DocumentMaker.ts'
import { figuresIn } from '../figures.ts'
import { placedAll } from '../placedAll.ts'
import type { ReadingThread } from '../ReadingThread.ts'
import { cleanPictures } from './cleanPictures.ts'
import type { WordReading } from './WordReading.ts'
import type { WordQuestion } from './wordReader.ts'

interface WordImportParts {
  readonly applications: Applications
  readonly starting: Starting
  readonly answer: AnswerApplication
  readonly people: Pick<People, 'find'>
  readonly documents: DocumentMaker
  readonly reader: ReadingThread<WordReading, WordQuestion>
  readonly now: () => number
}

/** `form`: id of the form that it is to be read as. */
const querySchema = z.strictObject({ form: z.string().max(64).optional() })

/** What stands between the parts of a body. */
const headsMostBytes = 16 * 1024

const hourMs = 3_600_000

/** Reads an ansökan out of a Word file, and starts one of it when all that stands in it has a place. */
export function wordImportRoutes(parts: WordImportParts): Hono<SignedIn> {
  const { applications, starting, answer, people, documents, reader, now } = parts
  const reading = new Attempts(100, hourMs)
  // Those of one file at a time: what reads and writes files waits behind all that is decoded.
  const cleaning = new Turns()
  const routes = new Hono<SignedIn>()

  /** Before the file is taken: it is long on its way. */
  const mayRead: MiddlewareHandler<SignedIn> = async (c, next) => {
    const me = c.get('me')
    starting.require(me)
    const waitSeconds = reading.take(me.person.id, now())
    if (waitSeconds !== null) throw new Refused('tooManyAttempts', [], waitSeconds)
    await next()
  }
  /** All of a body, of somebody who is still here when it has come. */
  const bodyOf = async (c: Context<SignedIn>): Promise<Uint8Array<ArrayBuffer>> => {
    const body = new Uint8Array(await c.req.arrayBuffer())
    const { person, party } = c.get('me')
    if (!people.find(person.id, party.id)) throw new Refused('mayNot')
    return body
  }

  routes.post('/word/read', mayRead, limitBody(wordMaxBytes), async c => {
    const { form } = parseQuery(c, querySchema)
    if (form !== undefined && !formById(form)) throw new Refused('unknownForm', ['form'])
    const found = await reader.read(await bodyOf(c), { formId: form ?? null })
    const { read } = await cleaning.take(() => cleanPictures(found))
    return c.json({ ...found.answer, read } satisfies ReadWord)
  })

  routes.post('/word', mayRead, limitBody(wordMaxBytes + jsonMaxBytes + headsMostBytes), async c => {
    const me = c.get('me')
    const { file, choices } = multipartParts(c.req.header('content-type'), await bodyOf(c), [
      'file',
      'choices',
    ])
    if (file.length > wordMaxBytes || choices.length > jsonMaxBytes) throw new Refused('tooLarge')
    const { formId, placements } = parseJson(new TextDecoder().decode(choices), wordChoicesSchema)
    const template = formById(formId)
    if (!template) throw new Refused('unknownForm', ['formId'])
    starting.take(me)
    // A copy, since it is handed over.
    const found = await reader.read(new Uint8Array(file), { formId })
    const { read, pictures } = await cleaning.take(() => cleanPictures(found))
    const form = withOwner(template, placedAll(template, read, placements), me)
    const id = await starting.start(me, template, {
      document: await documents.make(form),
      attachments: attachmentsOf(form, pictures),
      what: 'word',
    })
    return c.json(answer(applications.describe(id), me) satisfies Application, 201)
  })

  return routes
}

/** The pictures that the form shows, and not those of text that has been left out. */
function attachmentsOf(
  form: FilledForm,
  pictures: ReadonlyMap<string, Uint8Array>,
): Record<string, Uint8Array> {
  return Object.fromEntries(
    figuresIn(form).flatMap(({ image }) => {
      const bytes = pictures.get(image)
      return bytes ? [[`attachments/${image}`, bytes]] : []
    }),
  )
}

/** Whoever starts an ansökan owns it: her organisation, unless the file names one. */
function withOwner(template: FormTemplate, form: FilledForm, { party }: Me): FilledForm {
  const sections = template.sections.flatMap((section): [string, SectionContent][] => {
    const content = form.sections[section.key]
    if (content?.kind !== 'parties' || content.role !== 'owner' || content.organisation) return []
    return [[section.key, { ...content, organisation: party.name }]]
  })
  return { ...form, sections: { ...form.sections, ...Object.fromEntries(sections) } }
}
