import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { type DocxParts, lines, p, paragraphs, r, read } from './docxFile.ts'

const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3])
const relations =
  '<Relationship Id="r1" Type="http://x/image" Target="media/a.png"/><Relationship Id="r2" Type="http://x/image" Target="../word/media/a.png"/><Relationship Id="r3" Type="http://x/image" Target="http://169.254.169.254/a.png" TargetMode="External"/><Relationship Id="r4" Type="http://x/image" Target="media/none.png"/>'
const withPictures = (body: string): DocxParts => ({ body, relations, files: { 'word/media/a.png': png } })

const drawing = (inside: string, alt = 'En bild') =>
  `<w:r><w:drawing><wp:inline><wp:extent cx="952500" cy="476250"/><wp:docPr id="1" name="Bild 1" descr="${alt}"/><a:graphic><a:graphicData>${inside}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`
const pic = (id: string, attribute = 'r:embed') =>
  `<pic:pic><pic:nvPicPr><pic:cNvPr id="0" name="a.png" descr="inne"/></pic:nvPicPr><pic:blipFill><a:blip ${attribute}="${id}"/></pic:blipFill><pic:spPr><a:xfrm><a:ext cx="190500" cy="95250"/></a:xfrm></pic:spPr></pic:pic>`
const box = (content: string) =>
  `<wps:wsp><wps:txbx><w:txbxContent>${content}</w:txbxContent></wps:txbx></wps:wsp>`
const vml = (inside: string, style = 'width:75pt;height:37.5pt') =>
  `<w:r><w:pict><v:shape style="${style}" alt="Äldre">${inside}</v:shape></w:pict></w:r>`

describe('a picture', () => {
  it('has its size, its words and its bytes', () => {
    const content = read(withPictures(p(drawing(pic('r1')))))
    expect(lines(content)).toEqual(['(picture 100×50 En bild)'])
    const hash = createHash('sha256').update(png).digest('hex')
    expect([...content.pictures]).toEqual([[hash, png]])
  })

  it('is kept once, however often and by whatever path it is shown', () => {
    const content = read(withPictures(p(drawing(pic('r1')) + drawing(pic('r2')))))
    expect([paragraphs(content)[0]?.content.length, content.pictures.size]).toEqual([2, 1])
  })

  it('in a group has its own size and words', () => {
    expect(
      lines(read(withPictures(p(drawing(`<wpg:wgp>${pic('r1')}${box(p('text'))}</wpg:wgp>`, ''))))),
    ).toEqual(['(picture 20×10 inne)', 'text'])
  })

  it('of the older kind is read too', () => {
    expect(lines(read(withPictures(p(vml('<v:imagedata r:id="r1" o:title="a"/>')))))).toEqual([
      '(picture 100×50 Äldre)',
    ])
  })

  it.each(['r3', 'r4', 'r9'])('that is not in the file (%s) is counted', id => {
    const content = read(withPictures(p(r('a') + drawing(pic(id)) + drawing(pic(id, 'r:link')))))
    expect([lines(content), content.remarks.missingPictures]).toEqual([['a'], 2])
  })
})

describe('a text box', () => {
  it('is read after the paragraph that it hangs on, which is none when empty', () => {
    expect(lines(read(p(r('a') + drawing(box(p('b') + p('c')))) + p('d')))).toEqual(['a', 'b', 'c', 'd'])
    expect(lines(read(p(drawing(box(p('b')))) + p('d')))).toEqual(['b', 'd'])
    expect(lines(read(p(vml(`<v:textbox><w:txbxContent>${p('b')}</w:txbxContent></v:textbox>`))))).toEqual([
      'b',
    ])
  })

  it('with a single paragraph looks like a heading', () => {
    const looks = (content: string) =>
      paragraphs(read(p(drawing(box(content))))).map(({ looksLikeHeading }) => looksLikeHeading)
    expect(looks(p('Bakgrund') + p(''))).toEqual([true])
    expect(looks(p('Bakgrund') + p('Text'))).toEqual([false, false])
  })

  it('that is said in several ways is read in one', () => {
    const both = (requires: string) =>
      `<w:r><mc:AlternateContent><mc:Choice Requires="${requires}">${drawing(box(p('ny'))).slice(5, -6)}</mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>${p('gammal')}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`
    expect(lines(read(p(both('wps'))))).toEqual(['ny'])
    expect(lines(read(p(both('okänd'))))).toEqual(['gammal'])
    expect(lines(read(p(both('wps')) + p('efter')))).toEqual(['ny', 'efter'])
  })
})

describe('what is drawn besides', () => {
  it('is counted', () => {
    const chart = drawing('<c:chart r:id="r9"/>')
    const line = `<w:r><w:pict><v:line/></w:pict></w:r>`
    const across = `<w:r><w:pict><v:rect o:hr="t"/></w:pict></w:r>`
    const embedded =
      '<w:r><w:object><v:shape><v:imagedata r:id="r1"/></v:shape><o:OLEObject/></w:object></w:r>'
    const content = read(withPictures(p(r('a') + chart + line + across + embedded)))
    expect([lines(content), content.remarks.objects]).toEqual([['a'], 3])
  })

  it('as words is read', () => {
    expect(lines(read(p(vml('<v:textpath string="Utkast"/>'))))).toEqual(['Utkast'])
  })
})
