import { toLink } from './links.ts'

/** A field that has begun and not ended: its code first, then what it came to. */
interface Field {
  code: string
  isCode: boolean
  /** What it came to stands in a field around it, or is shown as a box or a chosen word already. */
  readonly isInCode: boolean
  isShown: boolean
  isPageNumber: boolean
  link: LinkOfField
}

type LinkOfField = { readonly href: string | null } | null

/** Longest code that is looked at: an address has no more. */
const codeLetters = 4_000

/** The fields of a text that go on where it is read: they may begin in one paragraph and end in another. */
export class Fields {
  readonly #open: Field[] = []

  begin(): void {
    const around = this.#open.at(-1)
    this.#open.push({
      code: '',
      isCode: true,
      isInCode: around !== undefined && (around.isCode || around.isInCode),
      isShown: false,
      isPageNumber: around?.isPageNumber ?? false,
      link: around?.link ?? null,
    })
  }

  code(words: string): void {
    const field = this.#open.at(-1)
    if (field && field.code.length < codeLetters) field.code += words.slice(0, codeLetters)
  }

  /** The code is over. Says how many addresses in it are none that can be used. */
  separate(): number {
    const field = this.#open.at(-1)
    if (!field?.isCode) return 0
    field.isCode = false
    if (isPageNumber(field.code)) field.isPageNumber = true
    const address = addressIn(field.code)
    if (address === null) return 0
    field.link = { href: toLink(address) }
    return field.link.href === null ? 1 : 0
  }

  end(): void {
    this.#open.pop()
  }

  /** What the field comes to has been shown in another way. */
  show(): void {
    const field = this.#open.at(-1)
    if (field) field.isShown = true
  }

  /** Text here is no text of the document. */
  get isHidden(): boolean {
    const field = this.#open.at(-1)
    return field !== undefined && (field.isInCode || field.isShown)
  }

  /** The place is in the code of a field. */
  get isInCode(): boolean {
    return this.#open.at(-1)?.isInCode ?? false
  }

  get isPageNumber(): boolean {
    return this.#open.at(-1)?.isPageNumber ?? false
  }

  get link(): string | null {
    return this.#open.at(-1)?.link?.href ?? null
  }
}

/** Whether the code of a field is a number of pages. */
export function isPageNumber(code: string): boolean {
  return /^\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b/i.test(code.slice(0, 40))
}

/** The address that the code of a field has, with its place; null when it has none, or only a place in the document. */
export function addressIn(code: string): string | null {
  const [said, quoted, bare] = /^\s*HYPERLINK\s+(?:"([^"]*)"|([^\s\\"]+))/i.exec(code) ?? []
  const address = quoted ?? bare
  if (said === undefined || address === undefined) return null
  const place = /\\l\s+"([^"]*)"/i.exec(code.slice(said.length, codeLetters))?.[1]
  return place ? `${address}#${place}` : address
}
