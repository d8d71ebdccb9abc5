import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** What a PDF says of itself, and on its pages. */
export interface ReadPdf {
  readonly pages: number
  readonly title: string
  readonly language: string
  readonly metadata: string
  /** The bookmarks, those beneath others indented by two spaces. */
  readonly bookmarks: readonly string[]
  /** All text in the order of its tags, without spaces: first what stands on the pages, then the footnotes. */
  readonly text: string
  /** Roles in the trees of all pages, such as `H1` and `TH`. */
  readonly roles: ReadonlySet<string>
}

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  // What is read is handed over, and empty afterwards.
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false })
  const pdf = await task.promise
  const { info, metadata } = await pdf.getMetadata()
  const found: Found = { words: [], notes: [], roles: new Set() }
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number)
    const { items } = await page.getTextContent({ includeMarkedContent: true })
    walk(await page.getStructTree(), textsById(items), found, found.words)
  }
  const read: ReadPdf = {
    pages: pdf.numPages,
    title: stringIn(info, 'Title'),
    language: stringIn(info, 'Language'),
    metadata: String(metadata?.getRaw() ?? ''),
    bookmarks: titlesOf((await pdf.getOutline()) ?? [], ''),
    text: plainly([...found.words, ...found.notes].join('')),
    roles: found.roles,
  }
  await task.destroy()
  return read
}

/** Text as it can be compared: lines are broken anywhere, and words only where they may be. */
export function plainly(text: string): string {
  return text.replaceAll(/[\s\u200b\u00ad]+/g, '').normalize('NFC')
}

interface Bookmark {
  readonly title: string
  readonly items: readonly Bookmark[]
}

function titlesOf(items: readonly Bookmark[], before: string): string[] {
  return items.flatMap(({ title, items: beneath }) => [before + title, ...titlesOf(beneath, `${before}  `)])
}

interface Found {
  readonly words: string[]
  readonly notes: string[]
  readonly roles: Set<string>
}

/** What is in no tag, such as the foot of a page, is not here. */
function textsById(items: readonly object[]): ReadonlyMap<string, string> {
  const texts = new Map<string, string>()
  const open: string[] = []
  for (const item of items) {
    if ('str' in item) {
      const id = open.at(-1) ?? ''
      texts.set(id, `${texts.get(id) ?? ''}${String(item.str)}`)
    } else if ('type' in item && item.type === 'endMarkedContent') open.pop()
    else open.push('id' in item ? String(item.id) : '')
  }
  return texts
}

function walk(node: unknown, texts: ReadonlyMap<string, string>, found: Found, into: string[]): void {
  if (typeof node !== 'object' || node === null) return
  if ('role' in node) found.roles.add(String(node.role))
  if ('type' in node && 'id' in node) into.push(texts.get(String(node.id)) ?? '')
  const beneath = 'role' in node && node.role === 'Note' ? found.notes : into
  if ('children' in node && Array.isArray(node.children)) {
    for (const child of node.children) walk(child, texts, found, beneath)
  }
}

function stringIn(of: object, name: string): string {
  return String(Object.entries(of).find(([key]) => key === name)?.[1] ?? '')
}
