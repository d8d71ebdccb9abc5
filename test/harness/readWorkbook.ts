import { strFromU8, unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'

/** A cell as it stands in the file. */
export interface ReadCell {
  readonly value: number | string | null
  readonly formula: string | null
}

export interface ReadSheet {
  readonly name: string
  /** By address, `B7`. */
  readonly cells: ReadonlyMap<string, ReadCell>
}

interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly text: string
  readonly children: readonly Element[]
}

/** The sheets of a workbook, read by nothing of the program's own. Throws where the file is not well formed. */
export function readWorkbook(bytes: Uint8Array): readonly ReadSheet[] {
  const files = unzipSync(bytes)
  const xml = (path: string) => {
    const file = files[path]
    if (!file) throw new Error(`The workbook has no ${path}`)
    return parse(strFromU8(file))
  }
  const strings = all(xml('xl/sharedStrings.xml'), 'si').map(wordsOf)
  const targets = new Map(
    all(xml('xl/_rels/workbook.xml.rels'), 'Relationship').map(({ attributes }) => [
      attributes.Id,
      (attributes.Target ?? '').replace(/^\/?(xl\/)?/, 'xl/'),
    ]),
  )
  return all(xml('xl/workbook.xml'), 'sheet').map(({ attributes }) => ({
    name: attributes.name ?? '',
    cells: new Map(
      all(xml(targets.get(attributes['r:id']) ?? ''), 'c').map(cell => [
        cell.attributes.r ?? '',
        { value: readValue(cell, strings), formula: all(cell, 'f')[0]?.text ?? null },
      ]),
    ),
  }))
}

function readValue(cell: Element, strings: readonly string[]): ReadCell['value'] {
  const value = all(cell, 'v')[0]
  switch (cell.attributes.t) {
    case 's':
      return value ? (strings[Number(value.text)] ?? null) : null
    case 'str':
      return unescaped(value?.text ?? '')
    case 'inlineStr':
      return wordsOf(cell)
    default:
      return value ? Number(value.text) : null
  }
}

function wordsOf(element: Element): string {
  return unescaped(
    all(element, 't')
      .map(({ text }) => text)
      .join(''),
  )
}

function unescaped(text: string): string {
  return text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
}

function all(element: Element, name: string): readonly Element[] {
  return element.children.flatMap(child => [...(child.name === name ? [child] : []), ...all(child, name)])
}

function parse(xml: string): Element {
  interface Open extends Element {
    text: string
    readonly children: Open[]
  }
  const root: Open = { name: '', attributes: {}, text: '', children: [] }
  const open = [root]
  const parser = new SaxesParser({ xmlns: false })
  parser.on('error', fault => {
    throw fault
  })
  parser.on('opentag', ({ name, attributes }) => {
    const element: Open = { name, attributes, text: '', children: [] }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('text', text => {
    const element = open.at(-1)
    if (element) element.text += text
  })
  parser.on('closetag', () => {
    open.pop()
  })
  parser.write(xml).close()
  return root
}
