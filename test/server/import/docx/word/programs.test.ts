import { describe, expect, it } from 'vitest'
import { lines, p, paragraphs, r, read, tbl } from './docxFile.ts'

/** The same short text as different programs write it: a heading, a text with bold in it, two points, a table. */
const wanted = {
  lines: ['Bakgrund', 'En viktig sak.', 'ett', 'två', '| Part | Belopp |'],
  headings: [1, null, null, null],
  lists: [null, null, 'bullet', 'bullet'],
}

function looked(content: ReturnType<typeof read>) {
  const texts = paragraphs({ ...content, parts: content.parts.filter(({ is }) => is === 'paragraph') })
  const said = texts.filter(({ content: inside }) => inside.length > 0)
  return {
    lines: lines(content).filter(line => line !== ''),
    headings: said.map(({ heading }) => heading),
    lists: said.map(({ list }) => list),
  }
}

const bullets = (inside = '') =>
  `<w:abstractNum w:abstractNumId="1">${inside}<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="●"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>`
const item = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'

describe('the same text', () => {
  it('is read as Word writes it in Swedish, with its marks of spelling and of saving', () => {
    const run = (text: string, properties = '') =>
      `<w:r w:rsidR="00A1" w:rsidRPr="00B2">${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`
    const content = read({
      styles:
        '<w:docDefaults><w:rPrDefault><w:rPr><w:b w:val="0"/></w:rPr></w:rPrDefault></w:docDefaults><w:latentStyles><w:lsdException w:name="heading 1"/></w:latentStyles><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="Rubrik1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style><w:style w:type="paragraph" w:styleId="Liststycke"><w:name w:val="List Paragraph"/><w:pPr><w:ind w:left="720"/></w:pPr></w:style>',
      numbering: bullets('<w:nsid w:val="1"/><w:multiLevelType w:val="hybridMultilevel"/>'),
      body: [
        p(
          `<w:bookmarkStart w:id="0" w:name="_Toc1"/><w:proofErr w:type="spellStart"/>${run('Bak')}<w:proofErr w:type="spellEnd"/>${run('grund')}<w:bookmarkEnd w:id="0"/>`,
          '<w:pStyle w:val="Rubrik1"/>',
        ),
        p(run('En ') + run('viktig', '<w:b/><w:bCs/>') + run(' sak.')),
        p(run('ett'), `<w:pStyle w:val="Liststycke"/>${item}`),
        p(run('två'), `<w:pStyle w:val="Liststycke"/>${item}`),
        tbl(
          [[p(run('Part')), p(run('Belopp'))]],
          '<w:tblStyle w:val="Tabellrutnt"/><w:tblLook w:val="04A0"/>',
        ),
      ].join(''),
    })
    expect(looked(content)).toEqual(wanted)
  })

  it('is read as LibreOffice writes it, with a style for everything', () => {
    const body = [
      p(
        `<w:r><w:rPr/><w:t>Bakgrund</w:t></w:r>`,
        '<w:pStyle w:val="Heading1"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr><w:rPr/>',
      ),
      p(
        r('En ') + r('viktig', '<w:rStyle w:val="StrongEmphasis"/>') + r(' sak.'),
        '<w:pStyle w:val="TextBody"/><w:rPr/>',
      ),
      p('ett', `<w:pStyle w:val="TextBody"/>${item}`),
      p('två', `<w:pStyle w:val="TextBody"/>${item}`),
      tbl([
        [p('Part', '<w:pStyle w:val="TableContents"/>'), p('Belopp', '<w:pStyle w:val="TableContents"/>')],
      ]),
    ]
    const styles =
      '<w:style w:type="paragraph" w:styleId="Heading"><w:name w:val="Heading"/></w:style><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="Heading 1"/><w:basedOn w:val="Heading"/></w:style><w:style w:type="paragraph" w:styleId="TextBody"><w:name w:val="Body Text"/></w:style><w:style w:type="character" w:styleId="StrongEmphasis"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>'
    expect(looked(read({ body: body.join(''), styles, numbering: bullets() }))).toEqual(wanted)
  })

  it('is read as Google writes it, where everything is said of every run', () => {
    const run = (text: string, bold = 0) =>
      r(text, `<w:b w:val="${bold}"/><w:i w:val="0"/><w:rtl w:val="0"/>`)
    const spaced = '<w:pageBreakBefore w:val="0"/><w:rPr><w:u w:val="none"/></w:rPr>'
    const body = [
      p(run('Bakgrund'), `<w:pStyle w:val="Heading1"/>${spaced}`),
      p(run('En ') + run('viktig', 1) + run(' sak.'), spaced),
      p(run('ett'), `${item}<w:ind w:left="720" w:hanging="360"/>`),
      p(run('två'), `${item}<w:ind w:left="720" w:hanging="360"/>`),
      `<w:sdt><w:sdtPr><w:lock w:val="contentLocked"/><w:tag w:val="goog_rdk_0"/></w:sdtPr><w:sdtContent>${tbl([[p(run('Part')), p(run('Belopp'))]])}</w:sdtContent></w:sdt>`,
    ]
    expect(looked(read({ body: body.join(''), styles: '', numbering: bullets() }))).toEqual(wanted)
  })

  it('is read as Pages writes it, with names of styles in Swedish', () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="Rubrik"><w:name w:val="Rubrik"/><w:rPr><w:b w:val="1"/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Brödtext"><w:name w:val="Brödtext"/></w:style><w:style w:type="numbering" w:styleId="Punkt"><w:name w:val="Punkt"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    const body = [
      p('Bakgrund', '<w:pStyle w:val="Rubrik"/><w:bidi w:val="0"/>'),
      p(r('En ') + r('viktig', '<w:b w:val="1"/>') + r(' sak.'), '<w:pStyle w:val="Brödtext"/>'),
      p('ett', `<w:pStyle w:val="Brödtext"/>${item.replace('"1"', '"2"')}`),
      p('två', `<w:pStyle w:val="Brödtext"/>${item.replace('"1"', '"2"')}`),
      tbl([[p('Part'), p('Belopp')]]),
    ]
    const numbering = `${bullets()}<w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="Punkt"/></w:abstractNum><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>`
    expect(looked(read({ body: body.join(''), styles, numbering }))).toEqual(wanted)
  })
})
