import * as Y from 'yjs'
import { type Reply, repliesSchema, replySchema } from '../../../../shared/http/replies.ts'
import type { RawClient, Visitor } from '../../../harness/rawClient.ts'

/** Lines that have been opened to drafts. */
const lines: RawClient[] = []

/** Closes them: nobody has more than ten. */
export async function leaveDrafts(): Promise<void> {
  for (const line of lines.splice(0)) if (!line.isClosed) await line.close()
}

/** Somebody who works on the answer of her party. What is refused throws its kind. */
export class Answering {
  readonly visitor: Visitor
  readonly #path: string

  constructor(visitor: Visitor, applicationId: string, number = 1) {
    this.visitor = visitor
    this.#path = `/api/applications/${applicationId}/rounds/${number}`
  }

  async begin(): Promise<string> {
    const { draftId } = (await told(await this.visitor.post(`${this.#path}/reply`, {}))) as {
      draftId: string
    }
    return draftId
  }

  /** Begins the draft and opens a line to it. */
  async join(): Promise<RawClient> {
    const line = await this.visitor.join(await this.begin())
    lines.push(line)
    return line
  }

  async send(replaces = 0): Promise<Reply> {
    return replySchema.parse(await told(await this.visitor.post(`${this.#path}/reply/send`, { replaces })))
  }

  async reopen(): Promise<void> {
    await told(await this.visitor.post(`${this.#path}/reply/reopen`, {}))
  }

  async lift(reason: string): Promise<Reply> {
    return replySchema.parse(await told(await this.visitor.post(`${this.#path}/reply/lift`, { reason })))
  }

  async replies(): Promise<Reply[]> {
    return repliesSchema.parse(await told(await this.visitor.get(`${this.#path}/replies`))).replies
  }

  async attach(name: string, bytes: Uint8Array): Promise<{ hash: string; name: string; sizeBytes: number }> {
    const { headers, origin } = this.visitor
    const address = `${origin}${this.#path}/reply/attachments?name=${encodeURIComponent(name)}`
    return (await told(
      await fetch(address, { method: 'POST', headers, body: bytes as Uint8Array<ArrayBuffer> }),
    )) as { hash: string; name: string; sizeBytes: number }
  }

  async attached(partyId: string, hash: string): Promise<Response> {
    return await this.visitor.get(`${this.#path}/replies/${partyId}/attachments/${hash}`)
  }
}

/** What is refused as the words of its problem. */
export async function refusalOf(trying: Promise<unknown>): Promise<string> {
  return await trying.then(
    () => 'done',
    (fault: unknown) => (fault instanceof Error ? fault.message : String(fault)),
  )
}

async function told(answer: Response): Promise<unknown> {
  if (answer.status === 204) return null
  const body = (await answer.json()) as { kind?: string; fields?: string[] }
  if (!answer.ok) throw new Error([body.kind, ...(body.fields ?? [])].join(' '))
  return body
}

/** Chooses a stance. */
export function take(doc: Y.Doc, stance: string | null): void {
  doc.getMap('stance').set('stance', stance)
}

/** Writes at the end of the summary. */
export function sum(doc: Y.Doc, words: string): void {
  const text = doc.getMap('summary').get('text')
  if (!(text instanceof Y.Text)) throw new Error('The draft has no summary.')
  text.insert(text.length, words)
}

let remarks = 0

/** Adds a remark, and gives its key. */
export function remark(
  doc: Y.Doc,
  said: { text?: string; wording?: string; section?: string; thread?: string; quote?: string },
): string {
  remarks += 1
  const key = `remark${remarks}`
  const item = new Y.Map<unknown>()
  item.set('order', `a${String(remarks).padStart(6, '0')}`)
  for (const [name, value] of Object.entries({ text: '', wording: '', ...said })) {
    item.set(name, name === 'text' || name === 'wording' ? new Y.Text(value) : value)
  }
  doc.getMap('remarks').set(key, item)
  return key
}

/** Puts a file among the attachments of a draft. */
export function attachment(doc: Y.Doc, file: { hash: string; name: string; sizeBytes: number }): void {
  remarks += 1
  const item = new Y.Map<unknown>()
  item.set('order', `a${String(remarks).padStart(6, '0')}`)
  for (const [name, value] of Object.entries(file)) item.set(name, value)
  doc.getMap('attachments').set(`file${remarks}`, item)
}
