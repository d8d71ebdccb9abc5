import { type ChildProcess, spawn } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** Where LibreOffice is, when it is not in the path. */
const program = process.env.SOFFICE ?? 'soffice'

/** How long it may work on one file, which takes some seconds. There are files on which it never ends. */
const limitMs = 60_000

const missing = `LibreOffice is not here: "${program}" cannot be started.
Install it (in Debian and Ubuntu: apt-get install libreoffice-calc libreoffice-writer), or say where it is: SOFFICE=/path/to/soffice npm run test:office`

/** Whoever has not set anything is shown what was calculated last; here all is calculated when a file is opened. */
const alwaysCalculate = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>`

const filters = { xlsx: 'xlsx:Calc MS Excel 2007 XML', docx: 'docx:MS Word 2007 XML' } as const

/** A LibreOffice that opens files and saves them as others: each with settings of its own, in a folder of its own. */
export class Office {
  readonly #folder: string
  #opened = 0

  private constructor(folder: string) {
    this.#folder = folder
  }

  /** Rejects with what to do when there is none. */
  static async find(): Promise<Office> {
    const folder = await mkdtemp(join(tmpdir(), 'samskriv-office-'))
    try {
      await mkdir(join(folder, 'settings', 'user'), { recursive: true })
      await writeFile(join(folder, 'settings', 'user', 'registrymodifications.xcu'), alwaysCalculate)
      await ended(['--version'])
      return new Office(folder)
    } catch (fault) {
      await rm(folder, { recursive: true })
      throw new Error(missing, { cause: fault })
    }
  }

  /** Opens a workbook, calculates it, and saves it as a workbook of its own. `name`: for who reads that it could not. */
  async recalculated(name: string, workbook: Uint8Array): Promise<Uint8Array> {
    return await this.#saved(name, workbook, 'xlsx')
  }

  /** Opens a Word document and saves it as a Word document of its own. `name`: for who reads that it could not. */
  async savedAsWord(name: string, document: Uint8Array): Promise<Uint8Array> {
    return await this.#saved(name, document, 'docx')
  }

  async dispose(): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true })
  }

  async #saved(name: string, bytes: Uint8Array, extension: keyof typeof filters): Promise<Uint8Array> {
    this.#opened += 1
    const folder = join(this.#folder, String(this.#opened))
    const [settings, to, from] = [
      join(folder, 'settings'),
      join(folder, 'to'),
      join(folder, `a.${extension}`),
    ]
    // What one file has left behind is nothing to the next.
    await cp(join(this.#folder, 'settings'), settings, { recursive: true })
    await writeFile(from, bytes)
    try {
      const said = await ended([
        `-env:UserInstallation=${pathToFileURL(settings).href}`,
        ...['--headless', '--norestore', '--convert-to', filters[extension], '--outdir', to, from],
      ])
      return await readFile(join(to, `a.${extension}`)).catch(fault => {
        throw new Error(`saved nothing. ${said}`, { cause: fault })
      })
    } catch (fault) {
      const why = fault instanceof Error ? fault.message : String(fault)
      throw new Error(`LibreOffice, asked to open ${name}, ${why}`, { cause: fault })
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }
}

/** Runs the program to its end and gives what it says. Past the limit it is ended, with all that it has started. */
async function ended(args: readonly string[]): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  const running = spawn(program, args, { detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
  const said: string[] = []
  for (const stream of [running.stdout, running.stderr])
    stream.setEncoding('utf8').on('data', text => said.push(text))
  const limit = setTimeout(() => {
    endGroup(running)
    reject(new Error(`was not done after ${limitMs / 1000} s, and was ended. ${said.join('')}`.trim()))
  }, limitMs)
  running.on('error', reject)
  running.on('close', code => {
    if (code === 0) resolve(said.join(''))
    else reject(new Error(`ended with ${code}. ${said.join('')}`))
  })
  return await promise.finally(() => clearTimeout(limit))
}

/** The command is a script; what it starts works on when the script alone is ended. It is a group of its own. */
function endGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return
  process.kill(-pid, 'SIGKILL')
}
