import { type SessionAnswer, sessionSchema } from '../../../../shared/http/session.ts'

/** A sign-in takes no more requests than this. */
const mostSteps = 20

/** A browser as far as signing in goes: it follows where it is sent, keeps cookies, and writes a login in a provider's form. */
export class Surfer {
  /** Every address it has been at, in order. */
  readonly visited: URL[] = []
  /** The Set-Cookie lines that it has got. */
  readonly setCookies: string[] = []
  /** Headers of the last answer. */
  headers = new Headers()
  readonly #origin: string
  readonly #login: string
  /** By origin and name. */
  readonly #cookies = new Map<string, Map<string, string>>()

  /** `origin` is where the program is. */
  constructor(origin: string, login = '') {
    this.#origin = origin
    this.#login = login
  }

  /** Goes to an address and on from there. Gives the page of ours that it ends at, with what stands after `?`. */
  async go(address: string): Promise<string> {
    let url = new URL(address, this.#origin)
    let form: URLSearchParams | null = null
    for (let steps = 0; steps < mostSteps; steps += 1) {
      this.visited.push(url)
      if (this.#isPage(url)) return `${url.pathname}${url.search}`
      const answer = await this.step(url, form)
      const location = answer.headers.get('location')
      if (location !== null) {
        url = new URL(location, url)
        form = null
        continue
      }
      const page = await answer.text()
      if (!page.includes('name="prompt"')) throw new Error(`${url} answered ${answer.status}: ${page}`)
      ;[url, form] = [new URL(/action="([^"]+)"/.exec(page)?.[1] ?? '', url), this.#filled(page)]
    }
    throw new Error(`It never ended: ${this.visited.join(' ')}`)
  }

  /** One request, with its cookies; goes nowhere from there. */
  async step(url: URL, form: URLSearchParams | null = null): Promise<Response> {
    const kept = this.#cookies.get(url.origin) ?? new Map<string, string>()
    this.#cookies.set(url.origin, kept)
    const cookie = [...kept].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: { cookie },
      ...(form && { method: 'POST', body: form }),
    })
    for (const set of answer.headers.getSetCookie()) {
      this.setCookies.push(set)
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
      if (value === '') kept.delete(name)
      else kept.set(name, value)
    }
    this.headers = answer.headers
    return answer
  }

  /** Goes as far as the provider's answer, and gives the address at which it sends back to us. */
  async untilSentBack(address: string): Promise<URL> {
    const answer = await this.step(new URL(address, this.#origin))
    const atProvider = new URL(answer.headers.get('location') ?? '')
    const sentBack = await this.step(atProvider)
    return new URL(sentBack.headers.get('location') ?? '')
  }

  /** `‹name›, ‹party›` of whoever is signed in here; null for nobody. */
  async who(): Promise<string | null> {
    const { me } = await this.session()
    return me && `${me.person.name}, ${me.party.shortName}`
  }

  async session(): Promise<SessionAnswer> {
    return sessionSchema.parse(await (await this.step(new URL('/api/session', this.#origin))).json())
  }

  #isPage(url: URL): boolean {
    return url.origin === this.#origin && !url.pathname.startsWith('/api/')
  }

  /** The form of the provider: who I am, or that I agree. */
  #filled(page: string): URLSearchParams {
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1] ?? ''
    return new URLSearchParams({ prompt, login: this.#login, password: 'vad som helst' })
  }
}
