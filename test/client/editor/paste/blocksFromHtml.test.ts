import { describe, expect, it } from 'vitest'
import { blocksFromHtml } from '../../../../client/editor/paste/blocksFromHtml.ts'
import { blocksFromText } from '../../../../client/editor/paste/blocksFromText.ts'
import type { Block } from '../../../../shared/document/blockContent.ts'
import { html } from './html.ts'

const hash = 'c'.repeat(64)

function pasted(source: string) {
  return blocksFromHtml(html(source), (src, image) => src === `/mine/${image}`, 'mine')
}

/** Blocks in short: `h1 `, `- `, `1. ` after their indent, `*bold*`, `_italic_`, `[words](target)`, `{note}`. */
function short(blocks: readonly Block[]): string[] {
  return blocks.map(block => {
    if (block.type === 'figure') return `figure ${block.alt}: ${runs(block.caption)}`
    if (block.type === 'table') {
      return block.rows
        .map(row => row.map(cell => (cell.header ? '#' : '') + short(cell.content).join(' / ')).join(' | '))
        .join(' || ')
    }
    const sign = block.level ? `h${block.level} ` : block.list ? (block.list === 'bullet' ? '- ' : '1. ') : ''
    return '  '.repeat(block.indent ?? 0) + sign + runs(block.content)
  })
}

function runs(content: Extract<Block, { type: 'paragraph' }>['content']): string {
  return content
    .map(run => {
      if (run.type === 'footnote') return `{${runs(run.content)}}`
      if (run.type === 'budgetFigure') return `«${run.sum}»`
      const bold = run.bold ? `*${run.text}*` : run.text
      const slanted = run.italic ? `_${bold}_` : bold
      return run.link ? `[${slanted}](${run.link})` : slanted
    })
    .join('')
}

describe('Pasted from the web', () => {
  it.each([
    ['paragraphs', '<p>Ett</p>\n<p>Två</p>', ['Ett', 'Två']],
    ['text beside paragraphs', 'Ett<p>Två</p>Tre', ['Ett', 'Två', 'Tre']],
    ['divisions', '<div><div>Ett</div><div>Två<span> till</span></div></div>', ['Ett', 'Två till']],
    ['lines', '<p>Ett<br>Två<br></p>', ['Ett', 'Två']],
    ['white space', '<p>  Ett\n   två <b> tre</b> </p>', ['Ett två *tre*']],
    ['a hard space between words', '<p>10&nbsp;000 kr</p>', ['10\u00a0000 kr']],
    ['nothing but space', '<p>&nbsp;</p><p> </p>', []],
    [
      'a sum of the budget of the same ansökan',
      '<p>Vi söker <span data-budget-figure="sought" data-document="mine">10 000 kr</span>.</p>',
      ['Vi söker «sought».'],
    ],
    [
      'a sum of the budget of another',
      '<p>Vi söker <span data-budget-figure="sought" data-document="theirs">10 000 kr</span>.</p>',
      ['Vi söker 10 000 kr.'],
    ],
    [
      'what is no sum',
      '<p><span data-budget-figure="all" data-document="mine">10 000 kr</span></p>',
      ['10 000 kr'],
    ],
    ['headings', '<h1>A</h1><h2>B</h2><h3>C</h3><h6>D</h6>', ['h1 A', 'h1 B', 'h2 C', 'h2 D']],
    ['a heading in bold', '<h2><b>A</b></h2>', ['h1 A']],
    ['bold and italic by tag', '<p><strong>a</strong> <em>b</em> <b><i>c</i></b></p>', ['*a* _b_ _*c*_']],
    [
      'bold and italic by style',
      '<p><span style="font-weight: 700">a</span> <span style="font-style:italic">b</span> <b style="font-weight:normal">c</b></p>',
      ['*a* _b_ c'],
    ],
    ['lists in lists', '<ul><li>a<ol><li>b</li></ol></li><li>c</li></ul>', ['- a', '  1. b', '- c']],
    ['lists straight in lists', '<ul><li>a</li><ul><li>b</li></ul></ul>', ['- a', '  - b']],
    [
      'items of several paragraphs',
      '<ul><li><p>a</p><p>b</p></li><li><p>c</p></li></ul>',
      ['- a', '  b', '- c'],
    ],
    ['an item of two lines', '<ul><li>a<br>b</li></ul>', ['- a', '  b']],
    ['text after a list', '<ul><li>a</li></ul>b', ['- a', 'b']],
    ['quotations', '<blockquote><p>a</p></blockquote>', ['a']],
    [
      'links',
      '<p><a href="https://a.se/x">a</a> <a href="http://b.se">b</a> <a href="#c">c</a> <a href="javascript:x">d</a></p>',
      ['[a](https://a.se/x) [b](https://b.se) c d'],
    ],
    [
      'a table with its head',
      '<table><thead><tr><td>A</td><td>B</td></tr></thead><tbody><tr><td>c</td><td><p>d</p><p>e</p></td></tr></tbody></table>',
      ['#A | #B || c | d / e'],
    ],
    [
      'a table with th',
      '<table><tr><th>A</th><th><b>B</b></th></tr><tr><td>c</td><td>d</td></tr></table>',
      ['#A | #B || c | d'],
    ],
    [
      'a table that only lays out',
      '<table><tr><td><p>a</p><ul><li>b</li></ul></td></tr></table>',
      ['a', '- b'],
    ],
    [
      'a table in a table',
      '<table><tr><td>a</td><td><table><tr><td>b</td><td>c</td></tr></table></td></tr></table>',
      ['a | b c'],
    ],
    ['a picture from elsewhere', '<p>a<img src="https://x.se/y.png">b</p>', ['ab']],
    [
      'scripts, styles and forms',
      '<script>x</script><style>y</style><p>a<button>b</button></p><svg><text>c</text></svg>',
      ['a'],
    ],
    ['what cannot be seen', '<p>a<span style="display:none">b</span></p>', ['a']],
    ['deletions and insertions', '<p>a <del>b</del><ins>c</ins></p>', ['a c']],
    [
      'Google Docs',
      '<b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr"><span style="font-weight:400">a</span></p><ul><li aria-level="1"><p role="presentation"><span style="font-weight:700">b</span></p></li><ul><li aria-level="2"><p><span>c</span></p></li></ul></ul></b>',
      ['a', '- *b*', '  - c'],
    ],
  ])('%s', (_what, source, expected) => {
    expect(short(pasted(source).blocks)).toEqual(expected)
  })

  it('never brings a comment, whatever the page says', () => {
    const { blocks } = pasted(`<p>a <span data-thread="${'a'.repeat(20)}" data-comment="x">b</span></p>`)
    expect(blocks).toEqual([{ type: 'paragraph', content: [{ type: 'text', text: 'a b' }] }])
  })

  it('keeps the spans of cells', () => {
    const { blocks } = pasted(
      '<table><tr><td colspan="2">a</td></tr><tr><td>b</td><td rowspan=2>c</td></tr></table>',
    )
    expect(blocks).toMatchObject([{ rows: [[{ colspan: 2 }], [{}, { rowspan: 2 }]] }])
  })

  it('tells how many pictures it had to leave', () => {
    expect(pasted('<img src="data:image/png;base64,AA"><p><img src="file:///c:/x.png"></p>').lostImages).toBe(
      2,
    )
  })
})

describe('Pasted from Word', () => {
  const item = (level: number, sign: string, words: string) =>
    `<p class=MsoListParagraphCxSpMiddle style='text-indent:-18.0pt;mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>${sign}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>${words}<o:p></o:p></p>`

  it.each([
    [
      'lists',
      item(1, '·', 'a') + item(2, 'o', 'b') + item(1, '1.', 'c') + item(2, 'a)', 'd') + item(3, 'iv.', 'e'),
      ['- a', '  - b', '1. c', '  1. d', '    1. e'],
    ],
    [
      'a numbered heading',
      `<h2 style='mso-list:l1 level2 lfo2'><span style='mso-list:Ignore'>1.1 </span>Syfte</h2>`,
      ['h1 Syfte'],
    ],
    ['a title', '<p class=MsoTitle>Ansökan</p>', ['h1 Ansökan']],
    [
      'empty paragraphs between',
      '<p class=MsoNormal>a</p><p class=MsoNormal><o:p>&nbsp;</o:p></p><p>b</p>',
      ['a', 'b'],
    ],
    ['rows of spaces', `<p>a<span style='mso-spacerun:yes'>&nbsp; </span>b</p>`, ['a b']],
    [
      'comments and deletions',
      `<p>a<a style='mso-comment-reference:AE_1;mso-comment-date:1'>b</a><span class=MsoCommentReference><a class=msocomanchor>[AE1]</a></span><del cite="mailto:x">c</del></p><div style='mso-element:comment-list'><p>d</p></div>`,
      ['a'],
    ],
    [
      'a table with its first row in bold',
      '<table class=MsoTableGrid><tr><td><p class=MsoNormal><b>Part<o:p></o:p></b></p></td><td><p><b>Roll</b></p></td></tr><tr><td><p>AF</p></td><td><p>Coach</p></td></tr></table>',
      ['#Part | #Roll || AF | Coach'],
    ],
    [
      'footnotes',
      `<p>Lagen<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1" title=""><span class=MsoFootnoteReference><span style='mso-special-character:footnote'>[1]</span></span></a> gäller<a href="#_ftn2" name="_ftnref2">[2]</a>.</p><div style='mso-element:footnote-list'><hr><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a style='mso-footnote-id:ftn1' href="#_ftnref1" name="_ftn1"><span>[1]</span></a> SFS <i>2003:1210</i>.</p></div><div style='mso-element:footnote' id=ftn2><p><a href="#_ftnref2">[2]</a> Andra</p><p>stycket.</p></div></div>`,
      ['Lagen{SFS _2003:1210_.} gäller{Andra stycket.}.'],
    ],
    [
      'footnotes of LibreOffice',
      '<p>Lagen<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a></p><div id="sdfootnote1"><p class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a> SFS.</p></div>',
      ['Lagen{SFS.}'],
    ],
  ])('%s', (_what, source, expected) => {
    expect(short(pasted(source).blocks)).toEqual(expected)
  })
})

describe('Pasted from our own editor', () => {
  it('keeps everything', () => {
    const source =
      '<h3 data-level="1">Rubrik</h3><ul><li>a<ol><li>b</li></ol></li></ul><p data-indent="2">c</p>' +
      '<p>d<span data-footnote="" role="note"><span data-note="">en <em>not</em></span></span></p>' +
      `<figure data-image="${hash}" data-width="4" data-height="3" data-alt="En karta"><img src="/mine/${hash}"><figcaption>Figur 1</figcaption></figure>`
    expect(short(pasted(source).blocks)).toEqual([
      'h1 Rubrik',
      '- a',
      '  1. b',
      '    c',
      'd{en _not_}',
      'figure En karta: Figur 1',
    ])
  })

  it("drops another ansökan's picture and keeps its caption", () => {
    const source = `<figure data-image="${hash}"><img src="/theirs/${hash}"><figcaption>Figur 1</figcaption></figure>`
    expect(short(pasted(source).blocks)).toEqual(['Figur 1'])
    expect(pasted(source).lostImages).toBe(1)
  })
})

describe('Pasted as plain text', () => {
  it('has a paragraph a line', () => {
    expect(short(blocksFromText('Ett\r\n\r\nTvå\ttre\n'))).toEqual(['Ett', 'Två tre'])
  })
})
