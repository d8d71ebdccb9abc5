import * as Y from 'yjs'
import {
  type Version,
  type VersionList,
  versionListSchema,
  versionSchema,
  type WholeVersion,
  wholeVersionSchema,
} from '../../../shared/http/versions.ts'
import type { Visitor } from '../../harness/rawClient.ts'

/** The versions of one ansökan, as somebody asks for them. */
export class VersionsOf {
  readonly #visitor: Visitor
  readonly #id: string

  constructor(visitor: Visitor, id: string) {
    this.#visitor = visitor
    this.#id = id
  }

  async list(): Promise<VersionList> {
    return versionListSchema.parse(await (await this.#get('')).json())
  }

  async make(name: string, note = ''): Promise<Version> {
    const answer = await this.#visitor.post(this.#at(''), { name, note })
    if (answer.status !== 201) throw new Error(`It was not made: ${await answer.text()}`)
    return versionSchema.parse(await answer.json())
  }

  async read(number: number): Promise<WholeVersion> {
    return wholeVersionSchema.parse(await (await this.#get(`/${number}`)).json())
  }

  async restore(number: number, note = ''): Promise<Version> {
    const answer = await this.#visitor.post(this.#at(`/${number}/restore`), { note })
    if (answer.status !== 201) throw new Error(`It was not brought back: ${await answer.text()}`)
    return versionSchema.parse(await answer.json())
  }

  /** How a request is refused. */
  async refusal(
    method: 'get' | 'post',
    path: string,
    body?: unknown,
  ): Promise<{ kind: string; status: number }> {
    const address = this.#at(path)
    const answer = await (method === 'get' ? this.#visitor.get(address) : this.#visitor.post(address, body))
    const { kind, status } = (await answer.json()) as { kind: string; status: number }
    return { kind, status }
  }

  async #get(path: string): Promise<Response> {
    const answer = await this.#visitor.get(this.#at(path))
    if (!answer.ok) throw new Error(`It was refused: ${await answer.text()}`)
    return answer
  }

  #at(path: string): string {
    return `/api/applications/${this.#id}/versions${path}`
  }
}

/** Writes a paragraph at the end of a section of rich text. */
export function paragraphIn(section: string, text: string): (doc: Y.Doc) => void {
  return doc => {
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText(text)])
    doc.getXmlFragment(section).push([paragraph])
  }
}

/** The words of a section of rich text, block by block. */
export function wordsOf({ form }: WholeVersion, section: string): string[] {
  const content = form.sections[section]
  if (content?.kind !== 'rich') throw new Error(`${section} is not rich text`)
  return content.blocks.map(block =>
    block.type === 'paragraph'
      ? block.content.map(run => (run.type === 'text' ? run.text : '')).join('')
      : block.type,
  )
}
