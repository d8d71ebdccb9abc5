import { describe, expect, it } from 'vitest'
import { lines, p, paragraphs, r, read, tbl } from './docxFile.ts'

const char = (type: string, inside = '') =>
  `<w:r><w:fldChar w:fldCharType="${type}">${inside}</w:fldChar></w:r>`
const code = (said: string) => `<w:r><w:instrText xml:space="preserve">${said}</w:instrText></w:r>`
const field = (said: string, result: string) =>
  char('begin') + code(said) + char('separate') + result + char('end')
describe('a content control', () => {
  const sdt = (properties: string, content: string) =>
    `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`
  const checkbox = (isTicked: boolean, content: string) =>
    sdt(`<w14:checkbox><w14:checked w14:val="${isTicked ? 1 : 0}"/></w14:checkbox>`, content)

  it('around words, around paragraphs and around a table is known by its tag', () => {
    const named = (tag: string, content: string) =>
      sdt(`<w:alias w:val="Titel"/><w:tag w:val="${tag}"/>`, content)
    const { parts } = read(
      named('block', p(r('a') + named('run', r('b')))) + named('table', tbl([[p('c')]])) + p('d'),
    )
    expect(parts.map(({ control }) => control?.tag ?? null)).toEqual(['block', 'table', null])
    const [first] = parts
    const tags =
      first?.is === 'paragraph'
        ? first.content.map(one => (one.is === 'text' ? (one.control?.tag ?? null) : null))
        : []
    expect(tags).toEqual([null, 'run'])
  })

  it('to tick is a box, whatever it is around', () => {
    const inRun = p(
      checkbox(true, r('☒')) +
        r(' Ja ') +
        checkbox(false, '<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>') +
        r(' Nej'),
    )
    const aroundParagraph = checkbox(true, p('☒'))
    const aroundCell = `<w:tbl><w:tr>${checkbox(false, `<w:tc>${p('☐')}</w:tc>`)}<w:tc>${p('Ja')}</w:tc></w:tr></w:tbl>`
    expect(lines(read(inRun + aroundParagraph + aroundCell))).toEqual([
      '[x] Ja [ ] Nej',
      '[x]',
      '| [ ] | Ja |',
    ])
  })

  it('that only says what to write in it says nothing', () => {
    expect(lines(read(p(r('Part: ') + sdt('<w:showingPlcHdr/>', r('Klicka här')))))).toEqual(['Part: '])
    expect(
      lines(
        read(
          `<w:tbl><w:tr>${sdt('<w:showingPlcHdr/>', `<w:tc>${p('Klicka här')}</w:tc>`)}<w:tc>${p('b')}</w:tc></w:tr></w:tbl>`,
        ),
      ),
    ).toEqual(['|  | b |'])
  })

  it('with a table of contents is left out, and said', () => {
    const contents = sdt(
      '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>',
      p('Bakgrund 1'),
    )
    const { parts, remarks } = read(contents + p('Mål 2', '<w:pStyle w:val="TOC1"/>') + p('Bakgrund'))
    expect([lines({ parts } as never), remarks.objects]).toEqual([['Bakgrund'], 1])
  })
})

describe('a change that somebody has followed', () => {
  it('is as if it was accepted, and counted', () => {
    const del = (text: string) =>
      `<w:del w:id="1" w:author="A"><w:r><w:delText>${text}</w:delText></w:r></w:del>`
    const { parts, remarks } = read(
      p(
        `${r('a')}${del('b')}<w:ins>${r('c')}</w:ins><w:moveFrom>${r('d')}</w:moveFrom><w:moveTo>${r('e')}</w:moveTo>`,
      ),
    )
    expect([lines({ parts } as never), remarks.deletions, remarks.insertions]).toEqual([['ace'], 2, 2])
  })

  it('of the end of a paragraph joins it to the next', () => {
    const deleted = '<w:rPr><w:del w:id="1"/></w:rPr>'
    expect(
      lines(read(p('a', deleted) + p('b', deleted) + p('c') + p('d', deleted) + tbl([[p('e', deleted)]]))),
    ).toEqual(['abc', 'd', '| e |'])
  })

  it('of how it looked is nothing', () => {
    const body = `<w:p><w:pPr><w:pPrChange><w:pPr><w:pStyle w:val="Heading1"/></w:pPr></w:pPrChange></w:pPr><w:r><w:rPr><w:rPrChange><w:rPr><w:b/></w:rPr></w:rPrChange></w:rPr><w:t>a</w:t></w:r></w:p>`
    expect(paragraphs(read(body))[0]).toMatchObject({ heading: null, looksLikeHeading: false })
  })
})

describe('beside the text', () => {
  it('footnotes and endnotes stand where they are referred to', () => {
    const note = (kind: string, id: number, content: string) =>
      `<w:${kind} w:id="${id}">${content}</w:${kind}>`
    const content = read({
      body: p(
        `${r('a')}<w:r><w:footnoteReference w:id="2"/></w:r>${r('b')}<w:r><w:endnoteReference w:id="2"/></w:r><w:r><w:footnoteReference w:id="9"/></w:r>`,
      ),
      footnotes: `<w:footnote w:type="separator" w:id="0">${p('x')}</w:footnote>${note('footnote', 2, p(`<w:r><w:footnoteRef/></w:r>${r(' ett')}${r('!', '<w:b/>')}`) + p('två'))}`,
      endnotes: note('endnote', 2, p('slut') + tbl([[p('cell')]])),
    })
    expect(lines(content)).toEqual(['a(note ett! två)b(note slut cell)'])
  })

  it('notes may refer to each other, which leads nowhere', () => {
    const to = (id: number) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`
    const footnotes = `<w:footnote w:id="1">${p(r('ett') + to(2))}</w:footnote><w:footnote w:id="2">${p(r('två') + to(1))}</w:footnote>`
    expect(lines(read({ body: p(to(1) + to(2)), footnotes }))).toEqual(['(note ett)(note två)'])
  })

  it('comments and lines of the head of pages are counted, and those of the foot read without numbers', () => {
    const content = read({
      body: p('a'),
      comments: `<w:comment w:id="1">${p('nej')}</w:comment><w:comment w:id="2">${p('jo')}</w:comment>`,
      header: p('Samordningsförbundet') + p(''),
      footer: p(
        `${r('v:16-07-05 Sida ')}${field('PAGE', r('1'))}${r(' av ')}<w:fldSimple w:instr=" NUMPAGES ">${r('9')}</w:fldSimple>`,
      ),
      files: {
        'docProps/core.xml':
          '<cp:coreProperties xmlns:cp="cp" xmlns:dc="dc"><dc:title>Min ansökan</dc:title><dc:creator>A</dc:creator></cp:coreProperties>',
      },
    })
    expect(content.remarks).toMatchObject({ comments: 2, headerLines: 1 })
    expect(content.footers).toEqual(['v:16-07-05 Sida av'])
    expect(content.title).toBe('Min ansökan')
  })
})
