import { hashOfSecret } from '../../linkSecret.ts'

/** What is kept of a sign-in while its person is at her organisation's provider. */
export interface Flow {
  readonly partyId: string
  /** Binds the code to us (PKCE), and the token to this sign-in. */
  readonly verifier: string
  readonly nonce: string
  /** The page of ours to go to afterwards: a path. */
  readonly to: string
}

interface KeptFlow extends Flow {
  /** SHA-256 of the mark of the browser that began it. */
  readonly browser: string
  readonly endsAt: number
}

/** How long somebody may be at the provider. */
export const flowLastsMs = 10 * 60_000

/** Beyond that the oldest is forgotten. */
const mostFlows = 10_000

/** The sign-ins that have been begun. In memory: after a restart they are begun again. */
export class Flows {
  readonly #now: () => number
  /** By SHA-256 of the state that goes along, oldest first. */
  readonly #kept = new Map<string, KeptFlow>()

  constructor(now: () => number) {
    this.#now = now
  }

  keep(state: string, browser: string, flow: Flow): void {
    this.#forgetOld()
    this.#kept.set(hashOfSecret(state), { ...flow, browser, endsAt: this.#now() + flowLastsMs })
  }

  /** Takes out a sign-in: once, and in the browser that began it only. Elsewhere nothing is spent. */
  take(state: string, browser: string | null): Flow | 'signInOver' | 'otherBrowser' {
    const key = hashOfSecret(state)
    const flow = this.#kept.get(key)
    if (!flow || flow.endsAt < this.#now()) return 'signInOver'
    if (flow.browser !== browser) return 'otherBrowser'
    this.#kept.delete(key)
    return flow
  }

  #forgetOld(): void {
    for (const [key, { endsAt }] of this.#kept) {
      if (this.#kept.size < mostFlows && endsAt >= this.#now()) return
      this.#kept.delete(key)
    }
  }
}
