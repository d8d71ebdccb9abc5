import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoApplications } from '../../server/demo/demoApplications.ts'
import { pdfDocument } from '../../server/export/pdf/pdfDocument.ts'
import { pdfStandards } from '../../shared/export/pdfStandard.ts'

const run = promisify(execFile)

/** What poppler's programs say of a file. */
async function say(program: string, ...args: string[]): Promise<string> {
  const { stdout } = await run(program, args).catch(fault => {
    throw new Error(`"${program}" says nothing; it is in the package poppler-utils.`, { cause: fault })
  })
  return stdout
}

describe('an ansökan as PDF, read by poppler', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'samskriv-pdf-'))
  })
  afterAll(async () => {
    await rm(folder, { recursive: true })
  })

  for (const form of demoApplications) {
    for (const standard of pdfStandards) {
      it(`has tags, fonts of its own and a title: ${form.formId} as ${standard}`, async () => {
        const path = join(folder, `${form.formId}-${standard}.pdf`)
        const of = { is: 'application', formId: form.formId, form, documentId: 'abc' } as const
        const madeAt = '2026-03-04T05:06:07.000Z'
        await writeFile(path, pdfDocument({ of, standard, madeAt, pictures: new Map() }))
        const about = await say('pdfinfo', '-isodates', path)
        expect(about).toMatch(/^Tagged: +yes$/m)
        expect(about).toMatch(/^Title: +\S/m)
        expect(about).toMatch(/^JavaScript: +no$/m)
        expect(about).toMatch(/^CreationDate: +2026-03-04T05:06:07Z?/m)
        expect(await say('pdfinfo', '-meta', path)).toContain(standard === 'ua-1' ? 'pdfuaid' : 'pdfaid')
        expect(await say('pdfinfo', '-struct', path)).toMatch(/^ +H1/m)
        // Every font is in the file, and says which characters it shows.
        const [, , ...fonts] = (await say('pdffonts', path)).trim().split('\n')
        expect(fonts.length).toBeGreaterThan(1)
        for (const font of fonts) expect(font).toMatch(/ yes +yes +yes +\d/)
      })
    }
  }
})
