import type { z } from 'zod'
import { type Problem, type ProblemKind, problemSchema } from '../../shared/http/problem.ts'
import { savedName } from './savedName.ts'

/** A request that was refused or failed. `kind` is the server's reason, or `noContact` when it never answered. */
export class CallFailed extends Error {
  readonly kind: ProblemKind | 'noContact'
  readonly fields: readonly string[]
  /** After how long it may be tried again; null when the server has not said. */
  readonly waitSeconds: number | null

  constructor(
    kind: ProblemKind | 'noContact',
    fields: readonly string[] = [],
    waitSeconds: number | null = null,
  ) {
    super(kind)
    this.kind = kind
    this.fields = fields
    this.waitSeconds = waitSeconds
  }
}

const listeners = new Set<() => void>()

/** Calls `listener` each time something has been done that was asked for here; returns how to stop. */
export function whenDone(listener: () => void): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

/** Asks the server and reads its answer by the schema both sides share. Throws `CallFailed`. */
export async function call<T>(
  method: Method,
  path: string,
  schema: z.ZodType<T>,
  body?: unknown,
): Promise<T> {
  return await parsed(await send(method, path, body), schema)
}

/** Asks for something that is answered with nothing but yes. */
export async function callForNothing(method: Method, path: string, body?: unknown): Promise<void> {
  await send(method, path, body)
}

/** Asks for bytes. */
export async function callForBytes(path: string): Promise<Uint8Array> {
  const answer = await send('GET', path, undefined)
  return new Uint8Array(await answer.arrayBuffer())
}

/** Asks for a file at its address, which begins with `/api`. Throws `CallFailed`, also when `signal` is aborted. */
export async function callForFile(
  address: string,
  signal: AbortSignal,
): Promise<{ readonly content: Blob; readonly name: string }> {
  const answer = await fetched(address.slice('/api'.length), { method: 'GET', signal })
  const name = savedName(answer.headers.get('content-disposition'), address)
  try {
    return { content: await answer.blob(), name }
  } catch {
    // It was cut off in the middle.
    throw new CallFailed('noContact')
  }
}

/** Sends a file as it is. */
export async function callWithFile<T>(path: string, file: Blob, schema: z.ZodType<T>): Promise<T> {
  const type = { 'content-type': 'application/octet-stream' }
  return await parsed(await fetched(path, { method: 'POST', body: file, headers: type }), schema)
}

/** Sends a file with what is said beside it. */
export async function callWithParts<T>(path: string, parts: FormData, schema: z.ZodType<T>): Promise<T> {
  return await parsed(await fetched(path, { method: 'POST', body: parts }), schema)
}

async function parsed<T>(answer: Response, schema: z.ZodType<T>): Promise<T> {
  const read = schema.safeParse(await answer.json())
  if (!read.success) throw new CallFailed('serverFault')
  return read.data
}

async function send(method: Method, path: string, body: unknown): Promise<Response> {
  const content = body === undefined ? {} : { body: JSON.stringify(body) }
  return await fetched(path, { method, headers: { 'content-type': 'application/json' }, ...content })
}

async function fetched(path: string, request: RequestInit): Promise<Response> {
  let answer: Response
  try {
    answer = await fetch(`/api${path}`, { ...request, credentials: 'same-origin' })
  } catch {
    throw new CallFailed('noContact')
  }
  if (answer.ok) {
    if (request.method !== 'GET') for (const listener of listeners) listener()
    return answer
  }
  const problem = await readProblem(answer)
  const wait = Number(answer.headers.get('retry-after') ?? Number.NaN)
  throw new CallFailed(problem?.kind ?? 'serverFault', problem?.fields, Number.isNaN(wait) ? null : wait)
}

async function readProblem(answer: Response): Promise<Problem | null> {
  try {
    return problemSchema.parse(await answer.json())
  } catch {
    // A proxy's own error page, say: all that is known is that it failed.
    return null
  }
}
