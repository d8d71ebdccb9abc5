import type { BrowserContext, Page } from 'playwright-core'
import { DemoServer } from '../harness/demoServer.ts'
import { type Seat, World } from '../harness/world.ts'
import { HandClock } from '../server/mail/HandClock.ts'
import { eventually } from './eventually.ts'
import { allLetters, lettersTo } from './letters.ts'
import { asker } from './replying.ts'

/** The computer of somebody who has been invited. */
interface Chair {
  readonly context: BrowserContext
  readonly page: Page
}

interface Invited {
  readonly address: string
  readonly name: string
}

/** The program and its people, by one clock that a test moves: the server's and every browser's. */
export class Calendar {
  readonly world: World<DemoServer>
  readonly #clock: HandClock
  /** By person, those of the demo. */
  readonly #seats = new Map<string, Seat>()
  /** By address, those who have been invited. */
  readonly #chairs = new Map<string, Chair>()
  /** Letters that have been looked at. */
  readonly #known = new Set<string>()

  private constructor(world: World<DemoServer>, clock: HandClock) {
    this.world = world
    this.#clock = clock
  }

  /** `at` as in `turnTo`. */
  static async begin(at: string): Promise<Calendar> {
    const clock = new HandClock(instantOf(at))
    const server = await DemoServer.start({}, undefined, clock)
    return new Calendar(await World.at(server), clock)
  }

  /** Everybody leaves, and it becomes this time in Sweden: `2024-05-21 08:01`. */
  async turnTo(at: string): Promise<void> {
    for (const { page } of [...this.#seats.values(), ...this.#chairs.values()]) await page.goto('about:blank')
    this.#clock.set(instantOf(at))
  }

  /** One of the demo signs in. */
  async sit(personId: string): Promise<Seat> {
    const known = this.#seats.get(personId)
    const seat = known ?? (await this.world.seat(personId))
    this.#seats.set(personId, seat)
    await seat.context.clock.setFixedTime(this.#clock.now())
    if (known) await asker(this.world, seat)('post', '/api/demo/session', { personId })
    return seat
  }

  /** Somebody whom the program does not know comes in by the link of her invitation. */
  async accept({ address, name }: Invited): Promise<void> {
    const { browser, faults, server } = this.world
    const context = await browser.newContext({
      ...{ locale: 'sv-SE', baseURL: server.origin, viewport: { width: 1280, height: 900 } },
    })
    await context.clock.setFixedTime(this.#clock.now())
    const page = await context.newPage()
    page.on('pageerror', fault => faults.push(`${address}: ${fault.stack ?? fault.message}`))
    this.#chairs.set(address, { context, page })
    await page.goto(await this.#linkTo(address, '/inbjudan#', 1))
    await page.getByLabel('Ditt namn').fill(name)
    await page.getByRole('button', { name: 'Tacka ja och gå in' }).click()
    await page.locator('article[aria-busy="false"]').waitFor()
  }

  /** Somebody who once was invited signs in, by a link that she asks for. */
  async signIn(address: string): Promise<Chair> {
    const chair = this.#chairs.get(address)
    if (!chair) throw new Error(`${address} has never come.`)
    const { context, page } = chair
    await context.clock.setFixedTime(this.#clock.now())
    const before = (await this.#linksTo(address, '/logga-in#')).length
    await page.goto('/')
    await page.getByLabel('Din e-postadress i tjänsten').fill(address)
    await page.getByRole('button', { name: 'Skicka en länk' }).click()
    await page.goto(await this.#linkTo(address, '/logga-in#', before + 1))
    await page.getByRole('button', { name: 'Gå in', exact: true }).click()
    await page.waitForURL(/\/ansokningar$/)
    return chair
  }

  /**
   * Waits until those letters about rounds have come since this was last asked, and no others:
   * `karim@af.example Remiss 3 – svar senast fre 24 maj`. Whom one does not await is found out now, or the next time.
   */
  async lettersAre(...expected: readonly string[]): Promise<void> {
    const look = async () => (await allLetters(this.world)).filter(isAboutRound)
    const unknown = async () => (await look()).filter(letter => !this.#known.has(letter))
    try {
      // Those of one second are in no order.
      await eventually(async () => (await unknown()).map(headOf).sort()).toEqual([...expected].sort())
    } finally {
      for (const letter of await unknown()) this.#known.add(letter)
    }
  }

  async end(): Promise<void> {
    await this.world.end()
  }

  async #linksTo(address: string, path: string): Promise<string[]> {
    const letters = await lettersTo(this.world, address)
    return letters.flatMap(letter => letter.match(/^http\S+$/gm) ?? []).filter(link => link.includes(path))
  }

  async #linkTo(address: string, path: string, count: number): Promise<string> {
    await eventually(async () => (await this.#linksTo(address, path)).length).toBe(count)
    return (await this.#linksTo(address, path)).at(-1) ?? ''
  }
}

/** `2024-04-05 09:00` in Sweden, where summer time is from the end of March to the end of October. */
function instantOf(at: string): string {
  const [day = '', time = ''] = at.split(' ')
  const summer = day >= '2024-03-31' && day < '2024-10-27'
  return new Date(`${day}T${time}:00${summer ? '+02:00' : '+01:00'}`).toISOString()
}

function isAboutRound(letter: string): boolean {
  return /^Subject: \[.*\] (?:Remiss|Korrekturläsning) \d+ – /m.test(letter)
}

/** `karim@af.example Remiss 3 – svar senast fre 24 maj` */
function headOf(letter: string): string {
  const to = /^To: (.*?)\r$/m.exec(letter)?.[1] ?? ''
  const subject = /^Subject: \[.*?\] (.*?)\r$/m.exec(letter)?.[1] ?? ''
  return `${to} ${subject}`
}
