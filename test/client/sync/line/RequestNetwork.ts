import { Message } from '../../../../server/sync/Message.ts'
import { PollingLine } from '../../../../server/sync/polling/PollingLine.ts'
import { type ProblemKind, problems } from '../../../../shared/http/problem.ts'
import { decodeBatch, encodeLineAnswer } from '../../../../shared/sync/batch.ts'
import type { CloseReason } from '../../../../shared/sync/closeReason.ts'
import { closeReasons } from '../../../../shared/sync/closeReason.ts'

/** What becomes of one request on its way. */
export type Fate = 'arrives' | 'isLost' | 'answerIsLost' | 'arrivesTwice'

/** A request, as `fetch` is told of it. */
export interface Request {
  readonly method: string
  readonly path: string
}

/** The server's end of a line, and the network before it, in the place of `fetch`. */
export class RequestNetwork {
  readonly asked: Request[] = []
  /** Bytes of the frames that the room was given, in order. */
  readonly received: number[][] = []
  readonly line: PollingLine
  isOver = false
  isGone = 0
  /** What the network does with a request: at first all arrive, at once. */
  fate: (request: Request) => { readonly fate: Fate; readonly delayMs: number } = () => ({
    fate: 'arrives',
    delayMs: 0,
  })
  /** Answered to everything instead of what the server says; null when the server is asked. */
  instead: (() => Response) | null = null

  constructor() {
    this.line = new PollingLine({
      maxBacklogBytes: 1024 * 1024,
      over: () => {
        this.isOver = true
      },
    })
    this.line.leadTo({
      receive: bytes => {
        this.received.push([...bytes])
        return 0
      },
      end: reason => this.end(reason),
      gone: () => {
        this.isGone += 1
      },
    })
  }

  say(...bytes: readonly number[]): void {
    this.line.send(new Message(Uint8Array.from(bytes)))
  }

  end(reason: CloseReason): void {
    this.line.close(closeReasons[reason].code, reason)
  }

  readonly fetch = async (path: string, init: RequestInit): Promise<Response> => {
    const request = { method: init.method ?? 'GET', path }
    this.asked.push(request)
    if (this.instead) return this.instead()
    const { fate, delayMs } = this.fate(request)
    await this.#way(delayMs, init.signal)
    if (fate === 'isLost') throw new TypeError('Failed to fetch')
    const answer = this.#answer(request, init)
    if (fate === 'arrivesTwice') void this.#answer(request, init)
    const response = await answer
    await this.#way(delayMs, init.signal)
    if (fate === 'answerIsLost') throw new TypeError('Failed to fetch')
    return response
  }

  async #way(delayMs: number, signal: AbortSignal | null | undefined): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      const abort = () => reject(new DOMException('aborted', 'AbortError'))
      if (signal?.aborted) abort()
      signal?.addEventListener('abort', abort)
      if (delayMs > 0) setTimeout(resolve, delayMs)
      else resolve()
    })
  }

  async #answer({ method, path }: Request, init: RequestInit): Promise<Response> {
    if (path.startsWith('/sync/x/line?')) return Response.json({ token: 'a'.repeat(32) })
    const [, rest = ''] = path.split(`/sync/x/line/${'a'.repeat(32)}`)
    if (this.isOver) return problem('unknownLine')
    if (method === 'DELETE') {
      this.line.leave()
      return new Response(null, { status: 204 })
    }
    if (method === 'POST') {
      if (this.line.ended) return problem('lineEnded')
      const frames = decodeBatch(init.body as Uint8Array) ?? []
      const received = await this.line.take(Number(rest.slice(1)), frames)
      return received === null ? problem('malformedRequest') : Response.json({ received })
    }
    const signal = init.signal ?? new AbortController().signal
    const answer = await this.line.poll(Number(/after=(\d+)/.exec(rest)?.[1]), signal)
    return answer ? new Response(encodeLineAnswer(answer)) : problem('malformedRequest')
  }
}

export function problem(kind: ProblemKind): Response {
  return Response.json({ kind, status: problems[kind], fields: [] }, { status: problems[kind] })
}
