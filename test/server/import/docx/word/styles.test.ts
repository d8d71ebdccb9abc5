import { describe, expect, it } from 'vitest'
import { p, paragraphs, r, read } from './docxFile.ts'

const style = (id: string, name: string, inside = '', type = 'paragraph') =>
  `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${name}"/>${inside}</w:style>`
const of = (id: string) => `<w:pStyle w:val="${id}"/>`

/** How the only paragraph of a file is read. */
function only(body: string, styles = '', numbering?: string) {
  const [first] = paragraphs(read({ body, styles, ...(numbering === undefined ? {} : { numbering }) }))
  if (!first) throw new Error('Nothing was read.')
  return first
}

describe('a heading', () => {
  it.each<[string, string, string, string | number | null]>([
    ['in English', 'Heading1', 'heading 1', 1],
    ['in Swedish', 'Rubrik2', 'heading 2', 2],
    ['whose name Word has translated', 'Rubrik3', 'Rubrik 3', 3],
    ['of the whole', 'Rubrik', 'Title', 'title'],
    ['of LibreOffice without a level', 'Rubrik', 'Heading', 1],
    ['that is none', 'Brdtext', 'Body Text', null],
  ])('%s is known by its style', (_what, id, name, heading) => {
    expect(only(p('Bakgrund', of(id)), style(id, name)).heading).toBe(heading)
  })

  it('is known by a style that its style is based on', () => {
    const styles =
      style('Rubrik1', 'heading 1') + style('Egen', 'Egen rubrik', '<w:basedOn w:val="Rubrik1"/>')
    expect(only(p('Bakgrund', of('Egen')), styles)).toMatchObject({ heading: 1, style: 'Egen' })
  })

  it('is known by the level of outline of its style, or of its own', () => {
    const styles = style('Egen', 'Egen', '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>')
    expect(only(p('Mål', of('Egen')), styles).heading).toBe(2)
    expect(only(p('Mål', '<w:outlineLvl w:val="0"/>')).heading).toBe(1)
    expect(
      only(p('Mål', `${of('Rubrik1')}<w:outlineLvl w:val="9"/>`), style('Rubrik1', 'heading 1')).heading,
    ).toBe(null)
  })

  it('is known by the id of a style that the file does not have', () => {
    expect(only(p('Bakgrund', of('Rubrik1'))).heading).toBe(1)
  })

  it('is not looked for round and round in styles that are based on each other', () => {
    const styles = style('A', 'A', '<w:basedOn w:val="B"/>') + style('B', 'B', '<w:basedOn w:val="A"/>')
    expect(only(p('Text', of('A')), styles).heading).toBe(null)
  })

  it('that is numbered is no item of a list', () => {
    const numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    const numbering =
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    expect(only(p('Mål', of('Heading1') + numbered), '', numbering)).toMatchObject({ heading: 1, list: null })
  })
})

describe('what looks like a heading', () => {
  const sides = (names: readonly string[]) =>
    `<w:pBdr>${names.map(side => `<w:${side} w:val="single" w:sz="4"/>`).join('')}</w:pBdr>`

  it('is all bold, by its letters, by its style or by the style of its letters', () => {
    expect(only(p(r('Bakgrund', '<w:b/>') + r(' '))).looksLikeHeading).toBe(true)
    expect(
      only(p('Bakgrund', of('Fet')), style('Fet', 'Fet', '<w:rPr><w:b/></w:rPr>')).looksLikeHeading,
    ).toBe(true)
    const strong = style('Stark', 'Strong', '<w:rPr><w:b/></w:rPr>', 'character')
    expect(only(p(r('Bakgrund', '<w:rStyle w:val="Stark"/>')), strong).looksLikeHeading).toBe(true)
  })

  it('is not bold in part', () => {
    expect(only(p(r('Bakgrund', '<w:b/>') + r(' och mer'))).looksLikeHeading).toBe(false)
    expect(
      only(p(r('Bakgrund', '<w:b w:val="0"/>'), of('Fet')), style('Fet', 'Fet', '<w:rPr><w:b/></w:rPr>'))
        .looksLikeHeading,
    ).toBe(false)
  })

  it('stands in a box with four sides', () => {
    expect(only(p('Bakgrund', sides(['top', 'left', 'bottom', 'right']))).looksLikeHeading).toBe(true)
    expect(only(p('Bakgrund', sides(['top', 'start', 'bottom', 'end']))).looksLikeHeading).toBe(true)
    expect(only(p('Bakgrund', sides(['top', 'bottom']))).looksLikeHeading).toBe(false)
  })

  it('is not one that is a heading, nor one that is empty', () => {
    expect(only(p(r('Bakgrund', '<w:b/>'), of('Heading1'))).looksLikeHeading).toBe(false)
    expect(only(p('', sides(['top', 'left', 'bottom', 'right']))).looksLikeHeading).toBe(false)
  })
})

describe('bold and italic', () => {
  it('are those of the words, not of the style of a heading or a caption', () => {
    const styles =
      style('Rubrik1', 'heading 1', '<w:rPr><w:b/></w:rPr>') +
      style('Beskrivning', 'caption', '<w:rPr><w:i/></w:rPr>') +
      style('Viktigt', 'Viktigt', '<w:rPr><w:b/><w:i/></w:rPr>')
    const body = p('Mål', of('Rubrik1')) + p('Bild 1', of('Beskrivning')) + p('Obs', of('Viktigt'))
    const looks = paragraphs(read({ body, styles })).map(({ content, isCaption }) => {
      const [one] = content
      return one?.is === 'text' ? [one.isBold, one.isItalic, isCaption] : null
    })
    expect(looks).toEqual([
      [false, false, false],
      [false, false, true],
      [true, true, false],
    ])
  })

  it('make pieces, of which those that look alike are one', () => {
    const content = only(
      p(r('en ') + r('text ') + r('som', '<w:b/>') + r(' är', '<w:b/><w:i/>') + r(' hel')),
    ).content
    expect(content.map(one => (one.is === 'text' ? one.text : ''))).toEqual([
      'en text ',
      'som',
      ' är',
      ' hel',
    ])
  })
})

describe('a list', () => {
  const level = (format: string, mark: string, number = 0) =>
    `<w:lvl w:ilvl="${number}"><w:numFmt w:val="${format}"/><w:lvlText w:val="${mark}"/></w:lvl>`
  const list = (id: number, levels: string) =>
    `<w:abstractNum w:abstractNumId="${id}">${levels}</w:abstractNum>`
  const num = (id: number, abstract: number, more = '') =>
    `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstract}"/>${more}</w:num>`
  const item = (id: number, deep = 0) =>
    `<w:numPr><w:ilvl w:val="${deep}"/><w:numId w:val="${id}"/></w:numPr>`
  const numbering =
    list(0, level('bullet', '•') + level('lowerLetter', '%2)', 1)) +
    list(1, level('decimal', '%1.')) +
    list(2, level('none', '')) +
    num(1, 0) +
    num(2, 1) +
    num(3, 2) +
    num(4, 1, `<w:lvlOverride w:ilvl="0">${level('bullet', '–')}</w:lvlOverride>`) +
    num(5, 1, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="3"/></w:lvlOverride>')

  it.each<[string, string, string | null, number]>([
    ['with bullets', item(1), 'bullet', 0],
    ['with letters a step in', item(1, 1), 'number', 1],
    ['with numbers', item(2), 'number', 0],
    ['without marks', item(3), null, 0],
    ['whose marks are others here', item(4), 'bullet', 0],
    ['that begins at another number', item(5), 'number', 0],
    ['that is none', item(0), null, 0],
    ['that is not in the file', item(99), null, 0],
  ])('%s', (_what, properties, kind, indent) => {
    expect(only(p('punkt', properties), '', numbering)).toMatchObject({ list: kind, indent })
  })

  it('is that of its style, which a paragraph may leave', () => {
    const styles = style('Punktlista', 'List Bullet', `<w:pPr>${item(1)}</w:pPr>`)
    expect(only(p('punkt', of('Punktlista')), styles, numbering).list).toBe('bullet')
    expect(only(p('punkt', of('Punktlista') + item(0)), styles, numbering).list).toBe(null)
    expect(only(p('punkt', of('Punktlista') + item(2)), styles, numbering).list).toBe('number')
  })

  it('has the level that belongs to the style', () => {
    const levels = `<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl><w:lvl w:ilvl="1"><w:pStyle w:val="Punkt2"/><w:numFmt w:val="bullet"/><w:lvlText w:val="–"/></w:lvl>`
    const styles = style('Punkt2', 'Punkt 2', '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
    expect(only(p('punkt', of('Punkt2')), styles, list(0, levels) + num(1, 0))).toMatchObject({
      list: 'bullet',
      indent: 1,
    })
  })

  it('may be one that a style of lists has, and one that refers to itself is none', () => {
    const linked = '<w:abstractNum w:abstractNumId="7"><w:numStyleLink w:val="Egna"/></w:abstractNum>'
    const styles = style('Egna', 'Egna', `<w:pPr>${item(1)}</w:pPr>`, 'numbering')
    expect(only(p('punkt', item(7)), styles, numbering + linked + num(7, 7)).list).toBe('bullet')
    const circle = style('Egna', 'Egna', `<w:pPr>${item(7)}</w:pPr>`, 'numbering')
    expect(only(p('punkt', item(7)), circle, linked + num(7, 7)).list).toBe(null)
  })

  it('is known by the name of its style when the file has lost its lists', () => {
    expect(only(p('punkt', of('Punktlista2'))).list).toBe('bullet')
    expect(only(p('punkt', of('Numreradlista'))).list).toBe('number')
    expect(only(p('punkt', of('Liststycke'))).list).toBe(null)
  })

  it('is not the indent of a paragraph, which counts in steps', () => {
    expect(only(p('text', '<w:ind w:left="720"/>'))).toMatchObject({ list: null, indent: 2 })
    expect(only(p('text', '<w:ind w:start="36pt"/>')).indent).toBe(2)
    expect(only(p('text', '<w:ind w:left="-500"/>')).indent).toBe(0)
    expect(only(p('text', '<w:ind w:left="99999"/>')).indent).toBe(8)
    expect(
      only(
        p('text', of('Liststycke')),
        style('Liststycke', 'List Paragraph', '<w:pPr><w:ind w:left="720"/></w:pPr>'),
      ).indent,
    ).toBe(2)
  })
})
