import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Where LibreOffice is, when it is not in the path. */
const program = process.env.SOFFICE ?? 'soffice'

const missing = `LibreOffice is not here: "${program}" cannot be started.
Install it (in Debian and Ubuntu: apt-get install libreoffice-calc), or say where it is: SOFFICE=/path/to/soffice npm run test:office`

/** Whoever has not set anything is shown what was calculated last; here all is calculated when a file is opened. */
const alwaysCalculate = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>`

/** A LibreOffice with settings of its own, in a folder of its own, which opens files and saves them as others. */
export class Office {
  readonly #folder: string

  private constructor(folder: string) {
    this.#folder = folder
  }

  /** Rejects with what to do when there is none. */
  static async find(): Promise<Office> {
    const folder = await mkdtemp(join(tmpdir(), 'samskriv-office-'))
    try {
      await run(program, ['--version'])
      await mkdir(join(folder, 'profile', 'user'), { recursive: true })
      await writeFile(join(folder, 'profile', 'user', 'registrymodifications.xcu'), alwaysCalculate)
      return new Office(folder)
    } catch (fault) {
      await rm(folder, { recursive: true })
      throw new Error(missing, { cause: fault })
    }
  }

  /** Opens workbooks, calculates them, and saves each as a workbook of its own. By the names that they are given. */
  async recalculated(workbooks: ReadonlyMap<string, Uint8Array>): Promise<ReadonlyMap<string, Uint8Array>> {
    const [from, to] = [join(this.#folder, 'from'), join(this.#folder, 'to')]
    await Promise.all([from, to].map(folder => mkdir(folder, { recursive: true })))
    const paths = await Promise.all(
      [...workbooks].map(async ([name, bytes]) => {
        const path = join(from, `${name}.xlsx`)
        await writeFile(path, bytes)
        return path
      }),
    )
    const profile = pathToFileURL(join(this.#folder, 'profile')).href
    const options = [
      '--headless',
      '--norestore',
      '--convert-to',
      'xlsx:Calc MS Excel 2007 XML',
      '--outdir',
      to,
    ]
    const { stdout, stderr } = await run(program, [`-env:UserInstallation=${profile}`, ...options, ...paths])
    return new Map(
      await Promise.all(
        [...workbooks.keys()].map(async name => {
          const bytes = await readFile(join(to, `${name}.xlsx`)).catch(fault => {
            throw new Error(`LibreOffice did not open ${name}.xlsx: ${stdout} ${stderr}`, { cause: fault })
          })
          return [name, new Uint8Array(bytes)] as const
        }),
      ),
    )
  }

  async dispose(): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true })
  }
}
