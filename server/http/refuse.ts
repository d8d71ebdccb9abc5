import type { Context } from 'hono'
import { type Problem, type ProblemKind, problems } from '../../shared/http/problem.ts'

/** Thrown by a route to refuse a request; becomes one problem answer in `answerProblem`. */
export class Refused extends Error {
  readonly kind: ProblemKind
  readonly fields: readonly string[]
  /** When it may be tried again; null when that is not known. */
  readonly retryAfterSeconds: number | null

  constructor(kind: ProblemKind, fields: readonly string[] = [], retryAfterSeconds: number | null = null) {
    super(kind)
    this.kind = kind
    this.fields = fields
    this.retryAfterSeconds = retryAfterSeconds
  }
}

/** The one shape of every refused or failed request. */
export function answerProblem(c: Context, kind: ProblemKind, fields: readonly string[] = []): Response {
  const status = problems[kind]
  const problem: Problem = { kind, status, fields: [...fields] }
  return c.json(problem, status)
}
