import { Hono } from 'hono'
import { z } from 'zod'
import { parseQuery } from '../../http/parseQuery.ts'
import { savedAs } from '../../http/savedAs.ts'
import type { SignedIn } from '../../people/sessionCookie.ts'
import type { ExportDoor } from '../ExportDoor.ts'
import { fileName } from '../fileName.ts'
import { fileTypes } from '../fileTypes.ts'
import { nameIn } from '../nameIn.ts'
import { versionSchema } from '../versionSchema.ts'

/** `version`: the number of one; that of now without. `comments=with`: those that I may see, as comments in Word. */
const querySchema = z.strictObject({
  version: versionSchema.optional(),
  comments: z.enum(['with']).optional(),
})

/** An ansökan as a Word document: that of now for all who read, that of a version for those who read versions. */
export function wordRoutes(door: ExportDoor): Hono<SignedIn> {
  const routes = new Hono<SignedIn>()

  routes.get('/:id/application.docx', async c => {
    const { version, comments } = parseQuery(c, querySchema)
    const wish = { id: c.req.param('id'), me: c.get('me'), version, format: 'docx', gone: c.req.raw.signal }
    const { bytes, said } = await door.fetch(
      { ...wish, withComments: comments !== undefined },
      ({ form, documentId }, threads, pictures) => ({
        is: 'word',
        of: { formId: form.formId, form, documentId, threads, pictures },
      }),
    )
    return c.body(bytes as Uint8Array<ArrayBuffer>, 200, {
      'content-type': fileTypes.docx,
      'content-disposition': savedAs(fileName('Ansökan', nameIn(said.form), said.label, 'docx')),
    })
  })

  return routes
}
