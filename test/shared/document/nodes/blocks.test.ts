import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type {
  Block,
  Inline,
  ParagraphContent,
  TextContent,
} from '../../../../shared/document/blockContent.ts'
import { readBlocks, writeBlocks } from '../../../../shared/document/blocks.ts'
import { type Random, seeded } from '../../form/seeded.ts'

function fragment(): Y.XmlFragment {
  return new Y.Doc().getXmlFragment('text')
}

function roundTrip(blocks: readonly Block[]): Block[] {
  const written = fragment()
  writeBlocks(written, blocks)
  return readBlocks(written)
}

describe('Blocks', () => {
  it.each(Array.from({ length: 60 }, (_, index) => index + 1))(
    'come back as they were written, seed %i',
    seed => {
      const random = seeded(seed)
      const blocks = Array.from({ length: random.between(1, 8) }, () => someBlock(random))
      expect(roundTrip(blocks)).toEqual(blocks)
    },
  )

  it('come back through the updates of another document', () => {
    const blocks = Array.from({ length: 20 }, (_, index) => someBlock(seeded(index)))
    const written = fragment()
    writeBlocks(written, blocks)
    const other = new Y.Doc()
    if (written.doc) Y.applyUpdate(other, Y.encodeStateAsUpdate(written.doc))
    expect(readBlocks(other.getXmlFragment('text'))).toEqual(blocks)
  })

  it('are never none: a section has a block to write in', () => {
    expect(roundTrip([])).toEqual([{ type: 'paragraph', content: [] }])
  })

  it('replace what was there', () => {
    const written = fragment()
    writeBlocks(written, [paragraph('ett'), paragraph('två')])
    writeBlocks(written, [paragraph('tre')])
    expect(readBlocks(written)).toEqual([paragraph('tre')])
  })

  it('that say a default say nothing, and runs that look the same are one', () => {
    const blocks: Block[] = [
      {
        type: 'paragraph',
        level: 0,
        indent: 0,
        content: [
          { type: 'text', text: 'a' },
          { type: 'text', text: '' },
          { type: 'text', text: 'b' },
        ],
      },
    ]
    expect(roundTrip(blocks)).toEqual([paragraph('ab')])
  })
})

describe('Reading', () => {
  it('passes over what it does not know, and never throws', () => {
    const strange = fragment()
    const bold = new Y.XmlText('x')
    bold.format(0, 1, {
      bold: 7,
      comment: { thread: 'a' },
      'comment--AAAAAAAA': { id: 1 },
      'comment--kort': { thread: 'a' },
      link: { href: 'javascript:x' },
    })
    const known = element('paragraph', { level: 9, list: 'circle', indent: -2, colour: 'red' }, [
      bold,
      element('video'),
    ])
    strange.insert(0, [
      new Y.XmlText('lös text'),
      element('script'),
      known,
      element('table', {}, [
        element('paragraph'),
        element('tableRow', {}, [element('tableCell', { colspan: 'x' })]),
      ]),
      element('table'),
      element('figure', { image: '../x' }, [new Y.XmlText('Figur 1')]),
    ])
    expect(readBlocks(strange)).toEqual([
      { type: 'paragraph', content: [{ type: 'text', text: 'x', bold: true }] },
      { type: 'table', rows: [[{ content: [] }]] },
      paragraph('Figur 1'),
    ])
  })

  it('writes nothing', () => {
    const read = fragment()
    writeBlocks(read, [paragraph('ett')])
    let updates = 0
    read.doc?.on('update', () => {
      updates += 1
    })
    readBlocks(read)
    expect(updates).toBe(0)
  })
})

function element(
  name: string,
  attributes: Record<string, unknown> = {},
  children: (Y.XmlElement | Y.XmlText)[] = [],
) {
  const made = new Y.XmlElement(name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value as string)
  made.insert(0, children)
  return made
}

function paragraph(text: string): ParagraphContent {
  return { type: 'paragraph', content: [{ type: 'text', text }] }
}

function someBlock(random: Random): Block {
  switch (random.between(0, 4)) {
    case 0:
      return {
        type: 'table',
        rows: Array.from({ length: random.between(1, 3) }, () =>
          Array.from({ length: random.between(1, 3) }, () => ({
            ...(random.between(0, 1) ? { header: true } : {}),
            ...(random.between(0, 3) ? {} : { colspan: random.between(2, 9) }),
            ...(random.between(0, 3) ? {} : { rowspan: random.between(2, 9) }),
            content: Array.from({ length: random.between(1, 2) }, () => someParagraph(random)),
          })),
        ),
      }
    case 1:
      return {
        type: 'figure',
        image: random.pick(['a', 'b', '0']).repeat(64),
        width: random.between(1, 4000),
        height: random.between(1, 4000),
        alt: random.pick(['', 'En karta över länet']),
        caption: someText(random),
      }
    default:
      return someParagraph(random)
  }
}

function someParagraph(random: Random): ParagraphContent {
  const content: Inline[] = []
  for (let part = random.between(0, 3); part > 0; part -= 1) {
    content.push(
      ...someText(random).slice(0, 1),
      random.between(0, 2)
        ? { type: 'footnote', content: someText(random) }
        : { type: 'budgetFigure', sum: random.pick(['sought', 'own', '2027']) },
    )
  }
  return {
    type: 'paragraph',
    ...(random.between(0, 3) ? {} : { level: random.pick([1, 2] as const) }),
    ...(random.between(0, 2) ? {} : { list: random.pick(['bullet', 'number'] as const) }),
    ...(random.between(0, 2) ? {} : { indent: random.between(1, 8) }),
    content: [...content, ...someText(random)],
  }
}

/** Runs of which no two neighbours look the same. */
function someText(random: Random): TextContent[] {
  const [one, other] = ['0a1b2c3d4e5f6a7b8c9d', 'a0000000000000000000']
  const looks = [
    {},
    { bold: true },
    { bold: true, comments: [one] },
    { italic: true },
    { comments: [one, other] },
    { bold: true, link: 'https://heby.se' },
  ] as const
  const start = random.between(0, looks.length - 1)
  return Array.from({ length: random.between(0, 4) }, (_, index) => ({
    type: 'text',
    text: random.pick(['Målgruppen ', 'å', '10\u00a0000 kr ', '😀', ' § 3 «&» ']),
    ...looks[(start + index) % looks.length],
  }))
}
