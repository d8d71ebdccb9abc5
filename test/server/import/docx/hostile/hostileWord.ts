import { type DocxParts, docxFiles, p, r, tbl, zippedFiles } from '../word/docxFile.ts'
import type { HostileFile } from './HostileFile.ts'

const times = (count: number, make: (place: number) => string) =>
  Array.from({ length: count }, (_, place) => make(place)).join('')
const style = (id: string, basedOn: string) =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id}"/><w:basedOn w:val="${basedOn}"/></w:style>`
const of = (id: string) => `<w:pStyle w:val="${id}"/>`
const external = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="http://x/${type}" Target="${target}" TargetMode="External"/>`
const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
const note = (id: number) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`
const drawing = (id: string) =>
  `<w:r><w:drawing><wp:inline><wp:extent cx="1e309" cy="-5"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="${id}" r:link="${id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`
const item = (id: string) => `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${id}"/></w:numPr>`

/** Addresses that nobody is to be asked at, `outside` among them. */
const addresses = (outside: string) => [
  'http://169.254.169.254/latest/meta-data',
  'file:///etc/passwd',
  '\\\\127.0.0.1\\c$',
  'ftp://127.0.0.1/x',
  `${outside}/x`,
]

/** Files that are well-formed, and mean what no file should. */
export function hostileWord(outside: string): HostileFile[] {
  const parts: Readonly<Record<string, readonly [DocxParts, ...HostileFile['answers']]>> = {
    'styles based on each other': [
      { body: p('a', of('A')), styles: style('A', 'B') + style('B', 'A') },
      'read',
    ],
    'a style based on itself': [{ body: p('a', of('A')), styles: style('A', 'A') }, 'read'],
    'a chain of four thousand styles': [
      {
        body: times(500, at => p('a', of(`S${at * 8}`))),
        styles: times(4_000, at => style(`S${at}`, `S${at + 1}`)),
      },
      'read',
    ],
    'ten thousand styles': [{ body: p('a'), styles: times(10_000, at => style(`S${at}`, 'A')) }, 'large'],
    'thirty thousand names of styles': [{ body: times(29_000, at => p('a', of(`Rubrik${at}`))) }, 'read'],
    'lists that refer to themselves': [
      {
        body: times(2_000, () => p('a', item('1'))),
        styles: `<w:style w:styleId="L"><w:name w:val="L"/><w:pPr>${item('1')}</w:pPr></w:style>`,
        numbering:
          '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="L"/></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
      },
      'read',
    ],
    'fifty thousand lists': [
      { body: p('a'), numbering: times(50_000, at => `<w:num w:numId="${at}"/>`) },
      'large',
    ],
    'levels that are none': [
      {
        body: p(
          'a',
          '<w:numPr><w:ilvl w:val="-99999999999"/><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="99999999"/><w:ind w:left="1e99"/>',
        ),
        numbering:
          '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="NaN"/></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
      },
      'read',
    ],
    'notes that refer to each other': [
      {
        body: p(note(1) + note(2)),
        footnotes: `<w:footnote w:id="1">${p(note(2))}</w:footnote><w:footnote w:id="2">${p(note(1))}</w:footnote>`,
      },
      'read',
    ],
    'a long note that is referred to often': [
      {
        body: p(times(2_000, () => note(1))),
        footnotes: `<w:footnote w:id="1">${p('ord '.repeat(25_000))}</w:footnote>`,
      },
      'large',
    ],
    'a note that is not there': [{ body: p(note(1) + note(-1)) }, 'read'],
    'a hundred thousand fields that never end': [
      { body: p(times(100_000, () => field('begin')) + r('a')) },
      'read',
      'large',
    ],
    'a hundred thousand ends of no field': [
      { body: p(times(100_000, () => field('end')) + r('a')) },
      'read',
      'large',
    ],
    'a table of sixty thousand cells': [
      { body: tbl(Array.from({ length: 1_000 }, () => Array.from({ length: 60 }, () => p('')))) },
      'large',
    ],
    'a table in which everything goes on': [
      {
        body: `<w:tbl>${times(2_000, at => `<w:tr>${times(10, place => `<w:tc><w:tcPr><w:gridSpan w:val="${place + 1}"/><w:vMerge${(at + place) % 7 ? '' : ' w:val="restart"'}/></w:tcPr>${p(`${at}`)}</w:tc>`)}</w:tr>`)}</w:tbl>`,
      },
      'read',
    ],
    'a table of one cell that is wider than all': [
      {
        body: '<w:tbl><w:tr><w:trPr><w:gridBefore w:val="99999999"/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val="4294967296"/></w:tcPr></w:tc></w:tr></w:tbl>',
      },
      'read',
    ],
    'ten thousand paragraphs whose ends are deleted': [
      { body: times(10_000, () => p('a ', '<w:rPr><w:del/></w:rPr>')) },
      'read',
    ],
    'a hundred thousand pieces that look different': [
      { body: p(times(300_000, at => r('a', at % 2 ? '<w:b/>' : ''))) },
      'large',
    ],
    'a picture that is the text itself': [
      {
        body: p(drawing('x')),
        relations: '<Relationship Id="x" Type="http://x/image" Target="document.xml"/>',
      },
      'read',
    ],
    'a picture that leads out': [
      {
        body: p(drawing('x')),
        relations: '<Relationship Id="x" Type="http://x/image" Target="../../../../etc/passwd"/>',
      },
      'read',
    ],
    'a picture shown a hundred thousand times': [
      {
        body: p(times(250_000, () => drawing('x'))),
        relations: '<Relationship Id="x" Type="http://x/image" Target="a.png"/>',
        files: { 'word/a.png': 'x' },
      },
      'large',
    ],
    'a thousand pictures': [
      {
        body: p(times(1_000, at => drawing(`p${at}`))),
        relations: times(1_000, at => `<Relationship Id="p${at}" Type="http://x/image" Target="${at}.png"/>`),
        files: Object.fromEntries(Array.from({ length: 1_000 }, (_, at) => [`word/${at}.png`, `${at}`])),
      },
      'large',
    ],
    'a picture that is a page with a script': [
      {
        body: p(drawing('x')),
        relations: '<Relationship Id="x" Type="http://x/image" Target="a.svg"/>',
        files: { 'word/a.svg': '<svg onload="alert(1)"><script>alert(1)</script></svg>' },
      },
      'read',
    ],
    'a picture that says it is as large as a field': [
      {
        body: p(drawing('x')),
        relations: '<Relationship Id="x" Type="http://x/image" Target="a.png"/>',
        files: { 'word/a.png': hugePng() },
      },
      'read',
    ],
    'letters that turn others around': [{ body: p('\u202eabc\u2066\u200f\ud83d\ude00') }, 'read'],
    'code and markup as text': [
      {
        body: times(20, () =>
          p(`&lt;img src=x onerror=alert(1)&gt; \${7*7} {{7*7}} =HYPERLINK("x") #panic $y$`),
        ),
      },
      'read',
    ],
    'ten thousand bookmarks and changes': [
      { body: p(times(10_000, at => `<w:bookmarkStart w:id="${at}"/><w:del/><w:ins/>`)) },
      'read',
    ],
    'a control that is everything': [
      {
        body: `<w:sdt><w:sdtPr><w:tag w:val="${'agreement'.repeat(10_000)}"/><w:showingPlcHdr/><w14:checkbox/></w:sdtPr><w:sdtContent>${p('a')}${tbl([[p('b')]])}</w:sdtContent></w:sdt>`,
      },
      'read',
    ],
    'a table of contents that is all': [
      {
        body: `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${p('a')}</w:sdtContent></w:sdt>`,
      },
      'read',
    ],
    'equations a thousand deep and wide': [
      { body: p(times(1_000, () => '<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num></m:f></m:oMath>')) },
      'read',
    ],
  }
  const known = Object.entries(parts).map(
    ([name, [said, ...answers]]): HostileFile => ({
      name: `Word: ${name}`,
      bytes: zippedFiles(docxFiles(said)),
      answers,
    }),
  )
  return [...known, ...reachingOut(outside), ...missing()]
}

/** Everything by which a file can ask for something elsewhere. */
function reachingOut(outside: string): HostileFile[] {
  const kinds = [
    'image',
    'attachedTemplate',
    'hyperlink',
    'oleObject',
    'frame',
    'subDocument',
    'aFChunk',
    'styles',
    'footnotes',
    'settings',
  ]
  const codes = [
    'DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc"',
    'INCLUDETEXT "ADDRESS"',
    'INCLUDEPICTURE "ADDRESS" \\d',
    'LINK Word.Document "ADDRESS"',
    'HYPERLINK "ADDRESS"',
  ]
  const relations = addresses(outside).flatMap((address, at): HostileFile[] => {
    const body = `${p(
      `${drawing('image')}<w:hyperlink r:id="hyperlink">${r('a')}</w:hyperlink><w:r><w:object><v:shape><v:imagedata r:id="image"/></v:shape></w:object></w:r>`,
    )}<w:altChunk r:id="aFChunk"/><w:subDoc r:id="subDocument"/>`
    return [
      {
        name: `Word: relations to ${address}`,
        bytes: zippedFiles(
          docxFiles({ body, relations: kinds.map(kind => external(kind, kind, address)).join('') }),
        ),
        answers: ['read'],
      },
      {
        name: `Word: a part at ${address} (${at})`,
        bytes: zippedFiles({
          ...docxFiles({ body }),
          '_rels/.rels': `<Relationships>${external('rId1', 'officeDocument', address)}</Relationships>`,
        }),
        answers: ['damaged'],
      },
    ]
  })
  const fields = codes.map((code): HostileFile => {
    const said = code.replace('ADDRESS', `${outside}/x`).replaceAll('"', '&quot;')
    const body = p(
      `${field('begin')}<w:r><w:instrText>${said}</w:instrText></w:r>${field('separate')}${r('a')}${field('end')}<w:fldSimple w:instr="${said}">${r('b')}</w:fldSimple>`,
    )
    return { name: `Word: the field ${code}`, bytes: zippedFiles(docxFiles({ body })), answers: ['read'] }
  })
  return [...relations, ...fields]
}

/** A file without one of its parts, or with it in another place. */
function missing(): HostileFile[] {
  const files = docxFiles({
    body: p('a'),
    styles: '',
    numbering: '',
    footnotes: '',
    endnotes: '',
    comments: '',
    header: p('h'),
    footer: p('f'),
  })
  const needed: Readonly<Record<string, HostileFile['answers']>> = {
    '[Content_Types].xml': ['otherKind'],
    '_rels/.rels': ['damaged'],
    'word/document.xml': ['damaged'],
  }
  return Object.keys(files).map((name): HostileFile => {
    const { [name]: _gone, ...others } = files
    return { name: `Word: without ${name}`, bytes: zippedFiles(others), answers: needed[name] ?? ['read'] }
  })
}

/** A picture of 60 000 × 60 000 by what it says of itself. */
function hugePng(): Uint8Array {
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    'base64',
  )
  png.writeUInt32BE(60_000, 16)
  png.writeUInt32BE(60_000, 20)
  return new Uint8Array(png)
}
