import { execFile, spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Whether LibreOffice is here to be measured beside. */
export const hasLibreOffice = spawnSync('soffice', ['--version']).status === 0

/** How long it takes LibreOffice, begun anew, to make a tagged PDF/A of a Word document. */
export async function libreOfficeMs(docx: Uint8Array): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'samskriv-bench-'))
  try {
    await writeFile(join(folder, 'a.docx'), docx)
    const options =
      '{"UseTaggedPDF":{"type":"boolean","value":"true"},"SelectPdfVersion":{"type":"long","value":"2"}}'
    const begun = performance.now()
    await run('soffice', [
      `-env:UserInstallation=file://${folder}/profile`,
      ...['--headless', '--convert-to', `pdf:writer_pdf_Export:${options}`, '--outdir', folder],
      join(folder, 'a.docx'),
    ])
    return performance.now() - begun
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
