import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { findSelected, markedThreads, markQuote, type WantedWords } from '../../../server/comment/placing.ts'
import { keepPlace } from '../../../shared/comment/findPlace.ts'
import { MarkedText } from '../../../shared/comment/MarkedText.ts'
import { sectionText } from '../../../shared/comment/sectionText.ts'
import type { Block, ParagraphContent } from '../../../shared/document/blockContent.ts'
import { readBlocks, writeBlocks } from '../../../shared/document/blocks.ts'
import { commentKey } from '../../../shared/document/nodes/commentKey.ts'
import { form2024 } from '../../../shared/form/forms/2024/form.ts'

const thread = 'aaaaaaaaaaaaaaaaaaaa'
const other = 'bbbbbbbbbbbbbbbbbbbb'
const section = 'background'

/** A section with a paragraph, one with a footnote, a table and a figure. */
const blocks: readonly Block[] = [
  paragraph('Insatsen pågår i hela länet'),
  {
    type: 'paragraph',
    content: [
      { type: 'text', text: 'Enligt lagen' },
      { type: 'footnote', content: [{ type: 'text', text: 'SFS 2003:1210' }] },
      { type: 'text', text: ' gäller detta' },
    ],
  },
  {
    type: 'table',
    rows: [[{ content: [paragraph('Kommun')] }, { content: [paragraph('År'), paragraph('2027')] }]],
  },
  {
    type: 'figure',
    image: 'a'.repeat(64),
    width: 1,
    height: 1,
    alt: 'Karta',
    caption: [{ type: 'text', text: 'Länet' }],
  },
]

function paragraph(words: string): ParagraphContent {
  return { type: 'paragraph', content: words === '' ? [] : [{ type: 'text', text: words }] }
}

function page(of: readonly Block[] = blocks): Y.Doc {
  const doc = new Y.Doc()
  writeBlocks(doc.getXmlFragment(section), of)
  return doc
}

/** What a client sends that has selected from the beginning of one stretch of words to the end of another. */
function selected(doc: Y.Doc, first: string, last = first) {
  const words = new MarkedText(doc.getXmlFragment(section)).words
  const from = words.indexOf(first)
  const to = words.indexOf(last) + last.length
  return { section, ...keepPlace(words, { from, to }), anchor: position(doc, from), head: position(doc, to) }
}

/** Marks what was selected; gives the words that are marked, and null when there are none. */
function mark(doc: Y.Doc, wanted: WantedWords, of = thread): string | null {
  const found = findSelected(doc, wanted)
  for (const { text, from, length } of found?.stretches ?? []) {
    text.format(from, length, { [commentKey(of)]: { thread: of } })
  }
  return found?.place.quote ?? null
}

/** As the editor makes it: it holds on to the letter to its left. */
function position(doc: Y.Doc, at: number): string {
  let left = at
  for (const text of textsIn(doc.getXmlFragment(section))) {
    if (left <= text.length) return encoded(Y.createRelativePositionFromTypeIndex(text, left, -1))
    // A line's end is one, but a footnote stands within its line.
    left -= text.length + (isLastOfLine(text) ? 1 : 0)
  }
  throw new Error(`There is no ${at}`)
}

function encoded(relative: Y.RelativePosition): string {
  return Buffer.from(Y.encodeRelativePosition(relative)).toString('base64')
}

function textsIn(parent: Y.XmlFragment): Y.XmlText[] {
  return parent
    .toArray()
    .flatMap(child =>
      child instanceof Y.XmlText ? [child] : child instanceof Y.XmlElement ? textsIn(child) : [],
    )
}

function isLastOfLine(text: Y.XmlText): boolean {
  const { parent } = text
  if (!(parent instanceof Y.XmlElement) || parent.nodeName === 'footnote') return false
  return parent.toArray().at(-1) === text
}

function marked(doc: Y.Doc, id = thread): string {
  const text = new MarkedText(doc.getXmlFragment(section))
  return (text.marked().get(id) ?? []).map(({ from, to }) => text.words.slice(from, to)).join('~')
}

describe('The words of a section', () => {
  it('are the same, and in the same places, as everybody else reads them', () => {
    const doc = page()
    expect(new MarkedText(doc.getXmlFragment(section)).words).toBe(
      sectionText(readBlocks(doc.getXmlFragment(section))),
    )
  })
})

describe('A selection', () => {
  it.each([
    ['within a paragraph', 'hela', 'hela', 'hela'],
    ['at the beginning of a section', 'Insatsen', 'Insatsen', 'Insatsen'],
    ['over a footnote', 'lagen', 'gäller', 'lagenSFS 2003:1210 gäller'],
    ['within a footnote', '2003', '2003', '2003'],
    ['over paragraphs', 'hela', 'Enligt', 'hela länet\nEnligt'],
    ['over cells', 'Kommun', '2027', 'Kommun\nÅr\n2027'],
    ['in a caption', 'Länet', 'Länet', 'Länet'],
    ['of everything', 'Insatsen', 'Länet', sectionText(blocks)],
  ])('%s is marked as it was made', (_where, first, last, words) => {
    const doc = page()
    const wanted = selected(doc, first, last)
    expect(mark(doc, wanted)).toBe(words)
    expect(marked(doc)).toBe(words)
    expect(markedThreads(doc, form2024)).toEqual(new Map([[thread, { section, quote: words }]]))
  })

  it('made backwards, or marked twice, is the same', () => {
    const doc = page()
    const { anchor, head, ...rest } = selected(doc, 'hela länet')
    mark(doc, { ...rest, anchor: head, head: anchor }, thread)
    const state = Y.encodeStateVector(doc)
    mark(doc, { ...rest, anchor, head }, thread)
    expect([marked(doc), Y.encodeStateVector(doc)]).toEqual(['hela länet', state])
  })

  it('whose words somebody has written in meanwhile has those too', () => {
    const doc = page()
    const wanted = selected(doc, 'hela länet')
    textsIn(doc.getXmlFragment(section))[0]?.insert(19, 'XX')
    expect(mark(doc, wanted)).toBe('heXXla länet')
  })

  it('whose words have been written anew elsewhere meanwhile is found by what it says', () => {
    const doc = page()
    const wanted = selected(doc, 'hela länet')
    const root = doc.getXmlFragment(section)
    const [first] = textsIn(root)
    first?.delete(16, 11)
    const split = new Y.XmlElement('paragraph')
    split.insert(0, [new Y.XmlText('hela länet')])
    root.insert(1, [split])
    expect(mark(doc, wanted)).toBe('hela länet')
    expect(marked(doc)).toBe('hela länet')
  })

  it('whose paragraph is deleted and collected has no place', () => {
    const doc = page()
    const wanted = selected(doc, 'hela länet')
    doc.getXmlFragment(section).delete(0, 1)
    expect(mark(doc, wanted)).toBeNull()
    expect(markedThreads(doc, form2024).size).toBe(0)
  })

  it('of which a half is deleted is the other half', () => {
    const doc = page()
    const wanted = selected(doc, 'hela länet')
    textsIn(doc.getXmlFragment(section))[0]?.delete(17, 5)
    expect(mark(doc, wanted)).toBe('länet')
  })

  it.each([
    ['no position at all', ''],
    ['other bytes', Buffer.from([9, 9, 9, 255, 255, 255, 255, 255]).toString('base64')],
    [
      'in items that nobody has',
      encoded(Y.createRelativePositionFromJSON({ item: { client: 5, clock: 9 }, assoc: -1 })),
    ],
    ['in another section', encoded(Y.createRelativePositionFromJSON({ tname: 'purpose', assoc: -1 }))],
    [
      'in a root that there is not',
      encoded(Y.createRelativePositionFromJSON({ tname: 'agreement', assoc: 0 })),
    ],
  ])('that is %s is placed by its words, and makes nothing', (_what, anchor) => {
    const doc = page()
    const roots = [...doc.share.keys()]
    const { quote, before, after } = selected(doc, 'hela länet')
    const wanted = { section, quote, before, after, anchor, head: anchor }
    expect(mark(doc, wanted)).toBe('hela länet')
    expect(mark(doc, { ...wanted, quote: 'finns inte här' }, other)).toBeNull()
    expect([...doc.share.keys()]).toEqual(roots)
  })
})

describe('A thread', () => {
  it('that is handed over is marked by its words, and by no others', () => {
    const doc = page([paragraph('hela kommunen och hela länet')])
    const kept = keepPlace('hela kommunen och hela länet', { from: 18, to: 22 })
    expect(markQuote(doc, section, kept, thread)).toBe(true)
    expect(new MarkedText(doc.getXmlFragment(section)).marked().get(thread)).toEqual([{ from: 18, to: 22 }])
    expect(markQuote(doc, section, { ...kept, quote: 'inget av detta' }, other)).toBe(false)
  })

  it('shares its words with others, and is taken away without them', () => {
    const doc = page()
    mark(doc, selected(doc, 'hela länet'), thread)
    mark(doc, selected(doc, 'länet', 'Enligt'), other)
    expect([marked(doc), marked(doc, other)]).toEqual(['hela länet', 'länet\nEnligt'])
    new MarkedText(doc.getXmlFragment(section)).unmark(thread)
    expect([marked(doc), marked(doc, other)]).toEqual(['', 'länet\nEnligt'])
  })

  it('that is only on blanks any more is on no words', () => {
    const doc = page([paragraph('hela länet')])
    mark(doc, selected(doc, 'hela länet'), thread)
    textsIn(doc.getXmlFragment(section))[0]?.delete(5, 5)
    textsIn(doc.getXmlFragment(section))[0]?.delete(0, 4)
    expect(markedThreads(doc, form2024).size).toBe(0)
  })

  it('is in the first section of the form that has its mark', () => {
    const doc = page()
    writeBlocks(doc.getXmlFragment('purpose'), [
      { type: 'paragraph', content: [{ type: 'text', text: 'Flyttat hit', comments: [thread] }] },
    ])
    expect(markedThreads(doc, form2024).get(thread)).toEqual({ section: 'purpose', quote: 'Flyttat hit' })
    mark(doc, selected(doc, 'hela'), thread)
    expect(markedThreads(doc, form2024).get(thread)?.section).toBe(
      form2024.sections.find(({ key }) => key === 'purpose' || key === section)?.key,
    )
  })
})
