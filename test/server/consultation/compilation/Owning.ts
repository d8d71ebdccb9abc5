import { type AnswerRemark, type Reply, replySchema } from '../../../../shared/http/replies.ts'
import type { Visitor } from '../../../harness/rawClient.ts'

/** Somebody who says something of the answers in a round, or fetches them as files. What is refused throws its kind. */
export class Owning {
  readonly #visitor: Visitor
  readonly #path: string

  constructor(visitor: Visitor, applicationId: string, number = 1) {
    this.#visitor = visitor
    this.#path = `/api/applications/${applicationId}/rounds/${number}`
  }

  async answer(partyId: string, remarkId: string, asked: AnswerRemark): Promise<Reply> {
    const path = `${this.#path}/replies/${partyId}/remarks/${remarkId}`
    return await replyIn(await this.#visitor.put(path, asked))
  }

  async record(partyId: string, reason: string): Promise<Reply> {
    return await replyIn(await this.#visitor.put(`${this.#path}/replies/${partyId}/opposition`, { reason }))
  }

  /** `compilation.html`, `compilation.csv`, or what begins with `records`. */
  async fetch(what: string): Promise<Response> {
    return await this.#visitor.get(`${this.#path}/${what}`)
  }
}

async function replyIn(answer: Response): Promise<Reply> {
  const body = (await answer.json()) as { kind?: string; fields?: string[] }
  if (!answer.ok) throw new Error([body.kind, ...(body.fields ?? [])].join(' '))
  return replySchema.parse(body)
}
