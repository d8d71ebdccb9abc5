import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** What somebody else's program reads in a PDF. */
export interface ReadPdf {
  readonly title: string
  readonly pages: number
  /** All that is to be read, the lines of all pages after each other. */
  readonly text: string
  /** As its metadata claims it: `A-2a`, `UA-1`. */
  readonly standard: string
}

/** Throws when it is no PDF. The bytes are taken. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const whole = new TextDecoder('latin1').decode(bytes)
  const task = getDocument({ data: bytes, verbosity: 0 })
  const document = await task.promise
  const { info } = await document.getMetadata()
  const lines: string[] = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent()
    const words = items.map(item => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : ''))
    lines.push(words.join(''))
  }
  const pages = document.numPages
  await task.destroy()
  const title = String((info as { readonly Title?: unknown }).Title ?? '')
  return { title, pages, text: lines.join('\n'), standard: standardIn(whole) }
}

function standardIn(whole: string): string {
  const part = /<pdfaid:part>(\d)<\/pdfaid:part>/.exec(whole)?.[1]
  const level = /<pdfaid:conformance>(\w)<\/pdfaid:conformance>/.exec(whole)?.[1]
  const universal = /<pdfuaid:part>(\d)<\/pdfuaid:part>/.exec(whole)?.[1]
  if (part !== undefined) return `A-${part}${level?.toLowerCase() ?? ''}`
  return universal === undefined ? '' : `UA-${universal}`
}
