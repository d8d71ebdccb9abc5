import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { form2024 as form } from '../shared/form/forms/2024/form.ts'
import { Visitor } from '../test/harness/rawClient.ts'
import { type ServerProcess, startServerProcess } from '../test/harness/serverProcess.ts'
import { contentsOf, type Size, sizes, writeDocuments } from './documents.ts'
import { plainContent, plainParagraph } from './plain/content.ts'
import type { Looked } from './probe.ts'

/** One of the two editors: its running server, and where things are on its pages. */
export interface Contestant {
  readonly name: 'samskriv' | 'plain'
  readonly origin: string
  /** Documents that nobody has opened yet, by size; one is taken for each measurement. */
  readonly ids: Record<Size, string[]>
  readonly listPath: string
  looked(size: Size, letter: string): Looked
  /** A new page, allowed to see the documents. */
  newPage(): Promise<Page>
  /** Whether the letter really is in the document, and not only on the screen. */
  hasKept(page: Page, id: string, letter: string): Promise<boolean>
  stop(): Promise<void>
}

/** The section that is read and written in: the first of rich text. */
const key = 'background'

/** The program as `npm start` runs it, on `count` fresh documents of each size. */
export async function startSamskriv(browser: Browser, folder: string, count: number): Promise<OpenSamskriv> {
  const dataDir = join(folder, 'data')
  const ids = await writeDocuments(dataDir, count)
  return await openSamskriv(browser, await startServerProcess({ DATA_DIR: dataDir }), ids)
}

/** The program, with somebody signed in who looks at it as an API. */
export type OpenSamskriv = Contestant & { readonly visitor: Visitor }

/** The program as it runs, seen by Anna in a window so wide. It is stopped with the contestant. */
export async function openSamskriv(
  browser: Browser,
  server: ServerProcess,
  ids: Record<Size, string[]>,
  width = 1280,
): Promise<OpenSamskriv> {
  const context = await newContext(browser, width)
  await context.request.post(`${server.origin}/api/demo/session`, {
    data: { personId: 'anna' },
    headers: { origin: server.origin },
  })
  const visitor = await Visitor.enter(server.origin, 'anna')
  const text = `[data-section="${key}"] .richText`
  return {
    name: 'samskriv',
    origin: server.origin,
    ids,
    listPath: '/ansokningar',
    looked: (size, letter) => ({
      readable: size === 'long' ? `${text} p` : `[data-section="${key}"] h2`,
      target: `${text} p`,
      letter,
    }),
    newPage: async () => await context.newPage(),
    hasKept: async (page, id, letter) => {
      await page.locator('[data-state="saved"]').waitFor()
      return Buffer.from(await visitor.state(id)).includes(letter)
    },
    stop: async () => {
      await context.close()
      await server.dispose()
    },
    visitor,
  }
}

/** The plain editor, on the same documents under the same names. */
export async function startPlain(
  browser: Browser,
  folder: string,
  built: string,
  samskriv: { readonly ids: Record<Size, string[]>; readonly visitor: Visitor },
): Promise<Contestant> {
  const data = join(folder, 'plain')
  await mkdir(join(data, 'documents'), { recursive: true })
  const list = await (await samskriv.visitor.get('/api/applications')).text()
  await writeFile(join(data, 'list.json'), list)
  for (const size of sizes) {
    const content = JSON.stringify(plainContent(form, contentsOf[size]))
    for (const id of samskriv.ids[size]) await writeFile(join(data, 'documents', `${id}.json`), content)
  }
  const server = spawn(process.execPath, [join(import.meta.dirname, 'plain/serve.ts'), built, data], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const origin = `http://localhost:${await firstLine(server)}`
  const context = await newContext(browser)
  const paragraph = plainParagraph(form, key)
  return {
    name: 'plain',
    origin,
    ids: { empty: [...samskriv.ids.empty], long: [...samskriv.ids.long] },
    listPath: '/',
    looked: (size, letter) => ({
      readable: size === 'long' ? paragraph : '.ProseMirror h2',
      target: paragraph,
      letter,
    }),
    newPage: async () => await context.newPage(),
    hasKept: async (page, _id, letter) =>
      await page.evaluate(
        wanted =>
          (window as unknown as { plainEditor: { getText(): string } }).plainEditor
            .getText()
            .includes(wanted),
        letter,
      ),
    stop: async () => {
      await context.close()
      const ended = once(server, 'exit')
      server.kill()
      await ended
    },
  }
}

async function newContext(browser: Browser, width = 1280): Promise<BrowserContext> {
  return await browser.newContext({ viewport: { width, height: 900 }, locale: 'sv-SE' })
}

async function firstLine(child: ChildProcess): Promise<string> {
  const [chunk] = (await once(child.stdout ?? child, 'data')) as [Buffer]
  return chunk.toString().trim()
}
