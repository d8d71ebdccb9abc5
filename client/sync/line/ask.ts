import { type ProblemKind, problemSchema, problems } from '../../../shared/http/problem.ts'

/** What became of one request: `lost` when nothing came back, or nothing that can be understood. */
export type Outcome<T> =
  | { readonly is: 'answered'; readonly value: T }
  | { readonly is: 'refused'; readonly kind: ProblemKind }
  | { readonly is: 'lost' }

export interface Asked<T> {
  readonly method: 'GET' | 'POST'
  readonly body?: Uint8Array<ArrayBuffer>
  /** From asking until the whole answer is here. */
  readonly withinMs: number
  /** Lets it go. */
  readonly signal: AbortSignal
  /** Null for what is no answer of the server's; a proxy may say anything. */
  readonly read: (answer: Response) => Promise<T | null>
}

/** Asks once. Never throws. */
export async function ask<T>(address: string, asked: Asked<T>): Promise<Outcome<T>> {
  const { method, body, read, signal, withinMs } = asked
  const abort = new AbortController()
  const giveUp = () => abort.abort()
  const timer = setTimeout(giveUp, withinMs)
  signal.addEventListener('abort', giveUp)
  if (signal.aborted) giveUp()
  try {
    const answer = await fetch(address, {
      method,
      ...(body ? { body, headers: { 'content-type': 'application/octet-stream' } } : {}),
      credentials: 'same-origin',
      cache: 'no-store',
      signal: abort.signal,
    })
    if (!answer.ok) return await refusal(answer)
    const value = await read(answer)
    return value === null ? { is: 'lost' } : { is: 'answered', value }
  } catch {
    // No network, no answer in time, or not in the form it should have: to be asked again, all the same.
    return { is: 'lost' }
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', giveUp)
  }
}

async function refusal(answer: Response): Promise<Outcome<never>> {
  // A proxy may have a bound of its own, and says so in its own words.
  if (answer.status === problems.tooLarge) return { is: 'refused', kind: 'tooLarge' }
  const { kind } = problemSchema.parse(await answer.json())
  // The server's own faults pass, as those of the network do.
  return problems[kind] >= 500 ? { is: 'lost' } : { is: 'refused', kind }
}
