import { describe, expect, it } from 'vitest'
import { lines, p, r, read } from './docxFile.ts'

const char = (type: string, inside = '') =>
  `<w:r><w:fldChar w:fldCharType="${type}">${inside}</w:fldChar></w:r>`
const code = (said: string) => `<w:r><w:instrText xml:space="preserve">${said}</w:instrText></w:r>`
const field = (said: string, result: string) =>
  char('begin') + code(said) + char('separate') + result + char('end')
const link = (id: string, target: string, mode = ' TargetMode="External"') =>
  `<Relationship Id="${id}" Type="http://x/hyperlink" Target="${target}"${mode}/>`

/** Pieces of text with their links. */
function linked(body: string, relations = '') {
  const { parts, remarks } = read({ body, relations })
  const pieces = parts.flatMap(part => (part.is === 'paragraph' ? part.content : []))
  return {
    pieces: pieces.map(one => (one.is === 'text' ? [one.text, one.link] : [one.is, null])),
    links: remarks.links,
  }
}

describe('text', () => {
  it('is what its runs say, with tabs, hyphens and lines of their own', () => {
    const body = p(
      '<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:noBreakHyphen/><w:t>c</w:t><w:softHyphen/><w:t>d</w:t><w:br/><w:t>e</w:t><w:cr/><w:t>f</w:t></w:r>',
    )
    expect(lines(read(body))).toEqual(['a b\u2011c\u00add\ne\nf'])
  })

  it('keeps its spaces only when it says so', () => {
    expect(
      lines(
        read(
          p(
            '<w:r><w:t> a </w:t></w:r><w:r><w:t xml:space="preserve"> b </w:t></w:r><w:r><w:t>\u00a0c</w:t></w:r>',
          ),
        ),
      ),
    ).toEqual(['a b \u00a0c'])
  })

  it('has a new line for a page that begins in the middle of a paragraph, and none at its edges', () => {
    const page = '<w:r><w:br w:type="page"/></w:r>'
    expect(lines(read(p(page + r('a') + page + r('b') + page)))).toEqual(['a\nb'])
  })

  it('has no control characters and is well-formed', () => {
    expect(lines(read(p(r('a&#x9;b&#x85;c\u2028d&#xFFFD;'))))).toEqual(['a b c d\ufffd'])
  })

  it('in wrappers is text', () => {
    const wrapped = ['smartTag', 'customXml', 'dir', 'bdo', 'ins', 'moveTo'].map(
      name => `<w:${name}>${r(name)}</w:${name}>`,
    )
    expect(lines(read(p(wrapped.join(''))))).toEqual(['smartTagcustomXmldirbdoinsmoveTo'])
    expect(lines(read(`<w:customXml><w:smartTag>${p('block')}</w:smartTag></w:customXml>`))).toEqual([
      'block',
    ])
  })

  it('from right to left is kept as it is', () => {
    expect(lines(read(p(r('مرحبا', '<w:rtl/>'), '<w:bidi/>')))).toEqual(['مرحبا'])
  })

  it('that is hidden is taken, and counted', () => {
    const { remarks, parts } = read(p(r('a') + r('dold', '<w:vanish/>') + r('b', '<w:vanish w:val="0"/>')))
    expect(remarks.hiddenRuns).toBe(1)
    expect(lines({ parts } as never)).toEqual(['adoldb'])
  })

  it('of an equation is kept, and the equation counted', () => {
    const { parts, remarks } = read(
      p(
        `${r('v = ')}<m:oMath><m:f><m:num><m:r><m:t>s</m:t></m:r></m:num><m:den><m:r><m:t>t</m:t></m:r></m:den></m:f></m:oMath>`,
      ),
    )
    expect([lines({ parts } as never), remarks.objects]).toEqual([['v = st'], 1])
  })

  it('in the namespaces of strict files is read too', () => {
    expect(lines(read({ body: p('text'), isStrict: true }))).toEqual(['text'])
  })

  it('that stands in another file is counted, and not fetched', () => {
    const { parts, remarks } = read({
      body: `${p('a')}<w:altChunk r:id="x"/>`,
      relations: '<Relationship Id="x" Type="http://x/aFChunk" Target="afchunk.htm"/>',
      files: { 'word/afchunk.htm': '<p>html</p>' },
    })
    expect([parts.length, remarks.objects]).toEqual([1, 1])
  })
})

describe('a sign', () => {
  const sign = (font: string, code: string) => `<w:r><w:sym w:font="${font}" w:char="${code}"/></w:r>`

  it.each<[string, string, string]>([
    ['Wingdings', 'F0A8', '[ ]'],
    ['Wingdings', 'F0FE', '[x]'],
    ['Wingdings', 'F078', '[x]'],
    ['Wingdings', 'F0E0', '→'],
    ['Wingdings 2', 'F052', '[x]'],
    ['Wingdings 2', 'F0A3', '[ ]'],
    ['Symbol', 'F0B7', '•'],
    ['Symbol', 'F062', 'β'],
    ['Wingdings', 'F0FF', '\ufffd'],
    ['Wingdings', 'nej', '\ufffd'],
  ])('of %s %s is %s', (font, code, shown) => {
    expect(lines(read(p(sign(font, code))))).toEqual([shown])
  })

  it('may be a letter in a font of signs', () => {
    const font = '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'
    expect(lines(read(p(r('o', font) + r(' Ja ') + r('x', font) + r(' Nej \uf0fe'))))).toEqual([
      '[ ] Ja [x] Nej [x]',
    ])
  })

  it('that is a letter like others stays text', () => {
    expect(lines(read(p('☐ Ja ☒ Nej')))).toEqual(['☐ Ja ☒ Nej'])
  })
})

describe('a link', () => {
  it('has the address that it refers to, of which http becomes https', () => {
    const relations = link('r1', 'http://www.example.se/a b') + link('r2', 'MAILTO:anna@example.se')
    const body = p(
      `<w:hyperlink r:id="r1">${r('här')}</w:hyperlink>${r(' ')}<w:hyperlink r:id="r2">${r('post')}</w:hyperlink>`,
    )
    expect(linked(body, relations)).toEqual({
      pieces: [
        ['här', 'https://www.example.se/a%20b'],
        [' ', null],
        ['post', 'mailto:anna@example.se'],
      ],
      links: 0,
    })
  })

  it.each(['file:///etc/passwd', 'javascript:alert(1)', '\\\\server\\share', 'bilaga.docx'])(
    'to %s is words alone, and counted',
    target => {
      expect(linked(p(`<w:hyperlink r:id="r1">${r('här')}</w:hyperlink>`), link('r1', target))).toEqual({
        pieces: [['här', null]],
        links: 1,
      })
    },
  )

  it('to a place on a page has it', () => {
    const body = p(`<w:hyperlink r:id="r1" w:anchor="mal">${r('här')}</w:hyperlink>`)
    expect(linked(body, link('r1', 'https://a.se/'))).toEqual({
      pieces: [['här', 'https://a.se/#mal']],
      links: 0,
    })
  })

  it('to a place in the document is words alone', () => {
    expect(linked(p(`<w:hyperlink w:anchor="_Mal">${r('se mål')}</w:hyperlink>`))).toEqual({
      pieces: [['se mål', null]],
      links: 0,
    })
  })

  it('may be a field, simple or not', () => {
    const simple = `<w:fldSimple w:instr=' HYPERLINK "https://a.se" '>${r('a')}</w:fldSimple>`
    const body = p(
      simple +
        r(' ') +
        field(' HYPERLINK "https://b.se" \\o "tips" \\l "mal" ', r('b')) +
        r(' ') +
        field(' HYPERLINK \\l "mal" ', r('c')),
    )
    expect(linked(body).pieces).toEqual([
      ['a', 'https://a.se'],
      [' ', null],
      ['b', 'https://b.se#mal'],
      [' c', null],
    ])
  })
})

describe('a field', () => {
  it('is what it came to', () => {
    const body = p(
      `${r('Den ')}${field(' DATE \\@ "yyyy" ', r('2024'))}${r(', sida ')}<w:fldSimple w:instr="PAGE">${r('3')}</w:fldSimple>`,
    )
    expect(lines(read(body))).toEqual(['Den 2024, sida 3'])
  })

  it('within the code of another is not shown', () => {
    const body = p(
      char('begin') +
        code(' IF ') +
        field(' MERGEFIELD x ', r('dolt')) +
        code(' = "a" "b" ') +
        char('separate') +
        r('svar') +
        char('end') +
        r('.'),
    )
    expect(lines(read(body))).toEqual(['svar.'])
  })

  it('may go on in the next paragraph', () => {
    const body =
      p(char('begin') + code('HYPERLINK "https://a.se"') + char('separate') + r('ett')) +
      p(r('två') + char('end') + r(' tre'))
    expect(linked(body).pieces).toEqual([
      ['ett', 'https://a.se'],
      ['två', 'https://a.se'],
      [' tre', null],
    ])
  })

  it('that never ends takes nothing with it', () => {
    expect(lines(read(p(char('begin') + r('kvar')) + p('också')))).toEqual(['kvar', 'också'])
  })

  it('of the older kind to fill in is what was filled in', () => {
    const box = (inside: string) =>
      char('begin', `<w:ffData><w:checkBox>${inside}</w:checkBox></w:ffData>`) +
      code(' FORMCHECKBOX ') +
      char('separate') +
      char('end')
    const list =
      char(
        'begin',
        '<w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="Ja"/><w:listEntry w:val="Nej"/></w:ddList></w:ffData>',
      ) +
      code(' FORMDROPDOWN ') +
      char('end')
    const body = p(
      box('<w:default w:val="0"/><w:checked/>') +
        r(' Ja ') +
        box('<w:default w:val="1"/><w:checked w:val="0"/>') +
        r(' Nej ') +
        box('<w:default w:val="1"/>') +
        r(': ') +
        list +
        field(' FORMTEXT ', r(' skrivet')),
    )
    expect(lines(read(body))).toEqual(['[x] Ja [ ] Nej [x]: Nej skrivet'])
  })
})
