import { Hono } from 'hono'
import type { PdfStandard } from '../../../shared/export/pdfStandard.ts'
import { parseQuery } from '../../http/parseQuery.ts'
import { savedAs } from '../../http/savedAs.ts'
import type { SignedIn } from '../../people/sessionCookie.ts'
import type { ExportDoor } from '../ExportDoor.ts'
import { fileName } from '../fileName.ts'
import { fileTypes } from '../fileTypes.ts'
import { nameIn } from '../nameIn.ts'
import { versionSchema } from '../versionSchema.ts'
import { pdfQuerySchema } from './pdfQuery.ts'

/** `version`: the number of one; that of now without. */
const querySchema = pdfQuerySchema.extend({ version: versionSchema.optional() })

/** An ansökan as a PDF: that of now for all who read, that of a version for those who read versions. */
export function pdfRoutes(door: ExportDoor): Hono<SignedIn> {
  const routes = new Hono<SignedIn>()

  routes.get('/:id/application.pdf', async c => {
    const { version, standard } = parseQuery(c, querySchema)
    const wish = { id: c.req.param('id'), me: c.get('me'), version, format: 'pdf', gone: c.req.raw.signal }
    const { bytes, said } = await door.fetch(
      { ...wish, withComments: false },
      ({ form, documentId, madeAt }, _threads, pictures) => ({
        is: 'pdf',
        of: {
          of: { is: 'application', formId: form.formId, form, documentId },
          ...{ standard, madeAt, pictures },
        },
      }),
    )
    return c.body(bytes as Uint8Array<ArrayBuffer>, 200, {
      'content-type': fileTypes.pdf,
      'content-disposition': savedAs(fileName(saidFor(standard), nameIn(said.form), said.label, 'pdf')),
    })
  })

  return routes
}

/** What its file is called, so that whoever fetches both can tell them apart. */
function saidFor(standard: PdfStandard): string {
  return standard === 'ua-1' ? 'Ansökan för skärmläsare' : 'Ansökan'
}
