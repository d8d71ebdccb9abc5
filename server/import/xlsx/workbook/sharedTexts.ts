import { readXml, type XmlReader } from '../../office/readXml.ts'
import { workbookLimits } from '../limits.ts'

/** Puts the runs of a text together, without what only says how it is pronounced. */
export class TextRuns implements XmlReader {
  #text = ''
  #isText = false
  #isSpoken = false

  begin(name: string): void {
    if (name === 't') this.#isText = true
    if (name === 'rPh') this.#isSpoken = true
  }

  text(words: string): void {
    // Longer than is kept: so that what is cut can be said.
    if (this.#isText && !this.#isSpoken && this.#text.length <= workbookLimits.cellLetters)
      this.#text += words
  }

  end(name: string): void {
    if (name === 't') this.#isText = false
    if (name === 'rPh') this.#isSpoken = false
  }

  /** What has come since it was last asked. */
  take(): string {
    const text = plain(this.#text)
    this.#text = ''
    return text
  }
}

/** The texts that cells refer to by number. */
export function sharedTexts(part: Uint8Array | null): readonly string[] {
  const texts: string[] = []
  const runs = new TextRuns()
  if (part === null) return texts
  readXml(part, workbookLimits, {
    begin: name => runs.begin(name),
    text: words => runs.text(words),
    end(name) {
      runs.end(name)
      if (name === 'si') texts.push(runs.take())
    },
  })
  return texts
}

/** A text on one line, without signs that no line has; escapes of Excel (`_x0041_`) read. */
export function plain(text: string): string {
  return text
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .toWellFormed()
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/\p{Cf}+/gu, '')
    .trim()
}
