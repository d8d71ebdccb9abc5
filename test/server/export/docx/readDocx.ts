import { strFromU8, unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'

/** An element of a part of a Word document. */
export interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: (Element | string)[]
}

/** A Word document as its parts. Throws when a part is no XML. */
export class Docx {
  readonly #files: Readonly<Record<string, Uint8Array>>

  constructor(bytes: Uint8Array) {
    this.#files = unzipSync(bytes)
  }

  get names(): readonly string[] {
    return Object.keys(this.#files)
  }

  part(name: string): Element {
    const bytes = this.#files[name]
    if (!bytes) throw new Error(`There is no ${name}.`)
    return parse(strFromU8(bytes))
  }

  /** Every part that is XML, read through. */
  readAll(): void {
    for (const name of this.names) if (/\.(?:xml|rels)$/.test(name)) this.part(name)
  }

  get body(): Element {
    return this.part('word/document.xml')
  }
}

function parse(xml: string): Element {
  const root: Element = { name: '', attributes: {}, children: [] }
  const open = [root]
  const parser = new SaxesParser()
  parser.on('error', fault => {
    throw fault
  })
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { name, attributes: { ...attributes } as Record<string, string>, children: [] }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('closetag', () => open.pop())
  parser.on('text', text => open.at(-1)?.children.push(text))
  parser.write(xml).close()
  return root
}

/** All elements of this name in `from`, in order. */
export function all(from: Element, name: string): Element[] {
  return from.children.flatMap(child => {
    if (typeof child === 'string') return []
    return child.name === name ? [child, ...all(child, name)] : all(child, name)
  })
}

export function first(from: Element, name: string): Element | undefined {
  return all(from, name)[0]
}

/** What is to be read in it. */
export function textIn(from: Element): string {
  return all(from, 'w:t')
    .map(({ children }) => children.join(''))
    .join('')
}

function styleOf(paragraph: Element): string {
  return first(paragraph, 'w:pStyle')?.attributes['w:val'] ?? ''
}

/** The words of the paragraphs of a style. */
export function styled(from: Element, style: string): string[] {
  return all(from, 'w:p')
    .filter(paragraph => styleOf(paragraph) === style)
    .map(textIn)
}
