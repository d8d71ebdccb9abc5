import type { Browser, BrowserContext, Page } from 'playwright-core'
import * as Y from 'yjs'
import type { FilledForm } from '../../shared/document/filledForm.ts'
import { readDocument } from '../../shared/document/readDocument.ts'
import { formById } from '../../shared/form/forms.ts'
import { launchBrowser } from './browser.ts'
import { applicants } from './rawClient.ts'
import { type ServerProcess, startServerProcess } from './serverProcess.ts'

/** One person at her own computer: a browser context of its own, with a page. */
export interface Seat {
  readonly personId: string
  readonly context: BrowserContext
  readonly page: Page
  /** Opens an ansökan and waits until all of its sections are there. */
  open(applicationId: string): Promise<void>
  /** Waits until the page says that everything is on the server. */
  saved(): Promise<void>
}

/** A server that people sit down at. */
interface Served {
  readonly origin: string
  readonly dataDir: string
  dispose(): Promise<void>
}

/** The real program and a real browser, with as many people as a test wants. */
export class World<Server extends Served = ServerProcess> {
  readonly server: Server
  readonly browser: Browser
  /** What went wrong on any page: exceptions, CSP reports, requests to elsewhere. Empty at the end of a test. */
  readonly faults: string[] = []
  readonly #contexts: BrowserContext[] = []

  private constructor(server: Server, browser: Browser) {
    this.server = server
    this.browser = browser
  }

  static async begin(environment: Readonly<Record<string, string>> = {}): Promise<World> {
    const [server, browser] = await Promise.all([startServerProcess(environment), launchBrowser()])
    return new World(server, browser)
  }

  /** The same with a server that runs already, such as one by a clock of the test's own. */
  static async at<Server extends Served>(server: Server): Promise<World<Server>> {
    return new World(server, await launchBrowser())
  }

  /** Gives a person a seat, signed in. `origin` is where she finds the program, if there is a gate before it. */
  async seat(
    personId: string,
    viewport = { width: 1280, height: 900 },
    origin = this.server.origin,
  ): Promise<Seat> {
    const context = await this.browser.newContext({ viewport, locale: 'sv-SE', baseURL: origin })
    return await this.sitDown(personId, context, origin)
  }

  /** The same in a browser context of the test's own, whose base address is `origin`. */
  async sitDown(personId: string, context: BrowserContext, origin = this.server.origin): Promise<Seat> {
    // A busy machine is no fault of the page's.
    context.setDefaultTimeout(60_000)
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin })
    this.#contexts.push(context)
    const page = await context.newPage()
    page.on('pageerror', fault => this.faults.push(`${personId}: ${fault.stack ?? fault.message}`))
    page.on('console', message => {
      const said = message.text()
      if (message.type() === 'error' && /Content Security Policy/.test(said)) this.faults.push(said)
    })
    page.on('request', request => {
      const { origin: asked, protocol } = new URL(request.url())
      if (protocol.startsWith('http') && asked !== origin) this.faults.push(request.url())
    })
    const entered = await context.request.post('/api/demo/session', {
      data: { personId },
      headers: { origin },
    })
    if (!entered.ok()) throw new Error(`${personId} could not enter: ${entered.status()}`)
    return {
      personId,
      context,
      page,
      open: async applicationId => {
        await page.goto(`/ansokningar/${applicationId}`)
        await page.locator('article[aria-busy="false"]').waitFor()
      },
      saved: async () => {
        await page.locator('[data-state="saved"]').waitFor()
        while ((await waiting(page)) > 0) await page.locator('[data-state="saved"]').waitFor()
      },
    }
  }

  /** Starts an ansökan on a form over the API, together with those who apply in the demo. */
  async newApplication(seat: Seat, formId: string, name = 'Prov'): Promise<string> {
    const headers = { origin: this.server.origin }
    const { request } = seat.context
    const answer = await request.post('/api/applications', { data: { formId, name }, headers })
    const { id } = (await answer.json()) as { id: string }
    await this.share(seat, id)
    return id
  }

  /** Lets the others who apply in the demo into an ansökan. */
  async share(seat: Seat, applicationId: string): Promise<void> {
    for (const colleague of applicants.filter(({ personId }) => personId !== seat.personId)) {
      const added = await seat.context.request.post(`/api/applications/${applicationId}/members`, {
        data: { ...colleague, role: 'partyEditor' },
        headers: { origin: this.server.origin },
      })
      if (!added.ok()) throw new Error(`${colleague.personId} could not be let in: ${added.status()}`)
    }
  }

  /** What the server has of an ansökan, read by program. */
  async read(seat: Seat, applicationId: string, formId: string): Promise<FilledForm> {
    const form = formById(formId)
    if (!form) throw new Error(`There is no form ${formId}.`)
    const doc = new Y.Doc()
    Y.applyUpdate(doc, await this.state(seat, applicationId))
    return readDocument(doc, form)
  }

  /** The server's state of an ansökan as bytes. */
  async state(seat: Seat, applicationId: string): Promise<Uint8Array> {
    const answer = await seat.context.request.get(`/api/applications/${applicationId}/state`)
    return new Uint8Array(await answer.body())
  }

  /** What the server keeps as *Räddad text* for a person. */
  async rescued(seat: Seat, applicationId: string): Promise<string[]> {
    const answer = await seat.context.request.get(`/api/applications/${applicationId}/rescued`)
    const { rescued } = (await answer.json()) as { rescued: { text: string }[] }
    return rescued.map(entry => entry.text)
  }

  async end(): Promise<void> {
    await Promise.all(this.#contexts.map(context => context.close()))
    await this.browser.close()
    await this.server.dispose()
  }
}

/** Updates in the outbox of a page's browser. */
export async function waiting(page: Page): Promise<number> {
  return await page.evaluate(
    () =>
      new Promise<number>(resolve => {
        const open = indexedDB.open('samskriv')
        open.onsuccess = () => {
          const count = open.result.transaction('outbox').objectStore('outbox').count()
          count.onsuccess = () => {
            open.result.close()
            resolve(count.result)
          }
        }
      }),
  )
}
