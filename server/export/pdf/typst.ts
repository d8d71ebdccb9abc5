import { breakable, writable } from './writable.ts'

/** Typst code that has been written. What came into it as text is a string in it, whatever it said. */
export class Typst {
  /** Expressions with `;` between them; empty for nothing. */
  readonly code: string

  constructor(code: string) {
    this.code = code
  }

  /** True when nothing has been written. */
  get isEmpty(): boolean {
    return this.code === ''
  }
}

/** What a function is called with, one after the other. */
export class Arguments {
  readonly code: string

  constructor(parts: readonly Typst[]) {
    this.code = parts.map(({ code }) => code).join(', ')
  }
}

type Put = string | number | boolean | Typst | Arguments

/**
 * Writes Typst code: typst`strong(${text})`. Text becomes a string, quotes and all, and stands nowhere within quotes.
 * Code that is put in becomes content, several expressions or none; `Arguments` stay what they are.
 */
export function typst(written: TemplateStringsArray, ...put: readonly Put[]): Typst {
  let code = ''
  for (const [place, words] of written.entries()) {
    code += words
    const one = put[place]
    if (one !== undefined) code += codeOf(one)
  }
  return new Typst(code)
}

/** Several after each other. */
export function joined(parts: readonly Typst[]): Typst {
  return new Typst(
    parts
      .filter(part => !part.isEmpty)
      .map(({ code }) => code)
      .join(';\n'),
  )
}

/** Text, to stand among content. */
export function said(text: string): Typst {
  return text === '' ? nothing : new Typst(stringOf(breakable(text)))
}

/** Text that is no part of the page, such as an address or a title of the file. */
export function unseen(text: string): Typst {
  return new Typst(stringOf(text))
}

export const nothing = new Typst('')

function codeOf(put: Put): string {
  if (typeof put === 'string') return stringOf(breakable(put))
  if (put instanceof Arguments) return put.code
  if (put instanceof Typst) return put.isEmpty ? '[]' : `{ ${put.code} }`
  if (typeof put === 'number' && !Number.isFinite(put)) throw new Error(`${put} is no number in Typst.`)
  return String(put)
}

/** In a string of Typst, nothing but a quote and a backslash means anything. */
function stringOf(text: string): string {
  return `"${writable(text).replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
}
