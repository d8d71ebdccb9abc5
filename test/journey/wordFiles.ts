import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

const documentPart = 'word/document.xml'

/** A Word file with its text changed as by hand: each pair is what stands in its XML, and what is to stand there. */
export function changedWord(
  bytes: Uint8Array,
  changes: readonly (readonly [from: string, to: string])[],
): Uint8Array {
  return rewritten(bytes, before => {
    let xml = before
    for (const [from, to] of changes) {
      if (!xml.includes(from)) throw new Error(`Nowhere in the file: ${from}`)
      xml = xml.replace(from, () => to)
    }
    return xml
  })
}

/** A Word file with only these paragraphs in it. */
export function onlyParagraphs(bytes: Uint8Array, texts: readonly string[]): Uint8Array {
  return rewritten(bytes, xml =>
    xml.replace(/<w:body>.*<\/w:body>/s, () => `<w:body>${texts.map(wordParagraph).join('')}</w:body>`),
  )
}

/** A paragraph of a Word file. */
export function wordParagraph(text: string): string {
  return `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
}

/** A heading as our own files have it. */
export function wordHeading(text: string): string {
  return `<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
}

function rewritten(bytes: Uint8Array, change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(bytes)
  const document = parts[documentPart]
  if (!document) throw new Error('The file has no text.')
  return zipSync({ ...parts, [documentPart]: strToU8(change(strFromU8(document))) })
}
