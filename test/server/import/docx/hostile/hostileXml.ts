import { docxFiles, p, r, zippedFiles } from '../word/docxFile.ts'
import type { HostileFile } from './HostileFile.ts'

const main = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const body = (inside: string, before = '') =>
  `${before}<w:document ${main}><w:body>${inside}</w:body></w:document>`
const nest = (open: string, close: string, depth: number, inside = '') =>
  open.repeat(depth) + inside + close.repeat(depth)

const letters = 'abcdefghij'
const laughs = [...'bcdefghij'].map(
  (letter, place) => `<!ENTITY ${letter} "${`&${letters[place]};`.repeat(10)}">`,
)

/** A body of XML that is made to hurt, or is none. */
const bodies: Readonly<Record<string, readonly [string | Uint8Array, ...HostileFile['answers']]>> = {
  'a billion laughs': [body(p('&j;'), `<!DOCTYPE x [<!ENTITY a "haha">${laughs.join('')}]>`), 'damaged'],
  'one long entity often': [
    body(p('&a;'.repeat(10_000)), `<!DOCTYPE x [<!ENTITY a "${'a'.repeat(10_000)}">]>`),
    'damaged',
  ],
  'a file of the server': [
    body(p('&f;'), '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>'),
    'damaged',
  ],
  'the metadata of a machine': [
    body(p('&f;'), '<!DOCTYPE x [<!ENTITY f SYSTEM "http://169.254.169.254/latest/">]>'),
    'damaged',
  ],
  'an entity of parameters': [
    body(p('a'), '<!DOCTYPE x [<!ENTITY % d SYSTEM "http://127.0.0.1:1/x.dtd">%d;]>'),
    'damaged',
  ],
  'a DTD elsewhere': [body(p('a'), '<!DOCTYPE x SYSTEM "http://169.254.169.254/x.dtd">'), 'damaged'],
  'a DTD that is empty': [body(p('a'), '<!DOCTYPE x>'), 'damaged'],
  'an entity that nobody has': [body(p('&unknown;')), 'damaged'],
  'a letter that is none': [body(p('&#0;')), 'damaged'],
  'a letter beyond all': [body(p('&#x110000;')), 'damaged'],
  'a hundred levels': [body(nest('<w:sdt><w:sdtContent>', '</w:sdtContent></w:sdt>', 50, p('a'))), 'damaged'],
  'a hundred thousand tables in each other': [
    body(nest('<w:tbl><w:tr><w:tc>', '</w:tc></w:tr></w:tbl>', 100_000)),
    'damaged',
    'large',
  ],
  'a hundred thousand runs in each other': [body(nest('<w:r>', '</w:r>', 100_000)), 'damaged', 'large'],
  'ten tables in each other': [
    body(nest('<w:tbl><w:tr><w:tc>', '</w:tc></w:tr></w:tbl>', 10, p('a'))),
    'read',
  ],
  'boxes in boxes': [
    body(
      p(
        nest(
          '<w:r><w:pict><v:shape><v:textbox><w:txbxContent><w:p>',
          '</w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>',
          9,
          r('a'),
        ),
      ),
    ),
    'read',
  ],
  'ways to say it in ways to say it': [
    body(
      p(
        nest(
          '<w:r><mc:AlternateContent><mc:Choice Requires="wps">',
          '</mc:Choice><mc:Fallback><w:t>b</w:t></mc:Fallback></mc:AlternateContent></w:r>',
          18,
          r('a'),
        ),
      ),
    ),
    'read',
  ],
  'an attribute of five million letters': [body(`<w:p w:rsid="${words(5_000_000)}"/>`), 'read', 'large'],
  'a name of a million letters': [
    body(`<w:${'a'.repeat(1_000)}${words(1_000_000).replaceAll(' ', 'x')}/>`),
    'damaged',
    'read',
    'large',
  ],
  'a hundred thousand attributes': [
    body(`<w:p ${Array.from({ length: 100_000 }, (_, place) => `a${place}="${place}"`).join(' ')}/>`),
    'read',
    'large',
  ],
  'an attribute twice': [body('<w:p a="1" a="2"/>'), 'damaged'],
  'a comment of five million letters': [body(`<!-- ${words(5_000_000)} -->${p('a')}`), 'read', 'large'],
  'an instruction of a million letters': [body(`<?x ${words(1_000_000)}?>${p('a')}`), 'read', 'large'],
  'letters that are no markup': [
    body(p(`<w:r><w:t><![CDATA[<script>alert(1)</script>]]></w:t></w:r>`)),
    'read',
  ],
  'five million letters of text': [body(p(words(5_000_000))), 'large'],
  'five million spaces': [body(p(r(`a${' '.repeat(1_000)}${words(4_900_000)}`))), 'large'],
  'spaces that want to be cut off': [
    body(
      Array.from(
        { length: 200 },
        () => `<w:p><w:r><w:t>${' '.repeat(9_000)}${words(300)}</w:t></w:r></w:p>`,
      ).join(''),
    ),
    'read',
    'large',
  ],
  'two million elements': [
    body(Array.from({ length: 2_000_001 }, (_, place) => (place % 3 ? '<w:a/>' : '<w:b/>')).join('')),
    'large',
  ],
  'forty thousand paragraphs': [
    body(Array.from({ length: 40_000 }, (_, place) => p(`a${place}`)).join('')),
    'large',
  ],
  'something that ends too early': [body(p('a')).slice(0, -9), 'damaged'],
  'something after its end': [`${body(p('a'))}<w:more/>`, 'damaged'],
  'ends in the wrong order': [body('<w:p><w:r></w:p></w:r>'), 'damaged'],
  'no XML': ['Bakgrund', 'damaged'],
  'nothing at all': ['', 'damaged'],
  'a page of the web': ['<html><body><p>a<br></p></body></html>', 'damaged'],
  'another root': ['<w:styles/>', 'read'],
  'another XML': [`<?xml version="1.1"?>${body(p('a'))}`, 'read', 'damaged'],
  'bytes that are no letters': [
    Uint8Array.from([...new TextEncoder().encode(body('')).slice(0, -1), 0xff, 0xfe]),
    'damaged',
  ],
  'another way of writing letters': [
    new Uint8Array(Buffer.from(`\ufeff${body(p('a'))}`, 'utf16le')),
    'damaged',
  ],
  'half a letter': [
    Uint8Array.from([...new TextEncoder().encode('<w:document>'), 0xed, 0xa0, 0x80]),
    'damaged',
  ],
  'names that every object has': [
    body('<w:p __proto__="a" constructor="b"><w:constructor/><w:__proto__/><w:r><w:toString/></w:r></w:p>'),
    'read',
  ],
  'properties with such names': [
    body(
      p(
        'a',
        '<w:pStyle w:val="__proto__"/><w:numPr><w:ilvl w:val="constructor"/><w:numId w:val="toString"/></w:numPr>',
      ),
    ),
    'read',
  ],
}

/** Words that do not pack a hundredfold. */
function words(length: number): string {
  let drawn = 1
  const all: string[] = []
  for (let said = 0; said < length; said += 7) {
    drawn = (drawn * 48_271) % 2_147_483_647
    all.push(drawn.toString(36).padStart(6, 'a'))
  }
  return all.join(' ')
}

export function hostileXml(): HostileFile[] {
  const files = docxFiles({ body: '' })
  const inBody = Object.entries(bodies).map(
    ([name, [document, ...answers]]): HostileFile => ({
      name: `XML: ${name}`,
      bytes: zippedFiles({ ...files, 'word/document.xml': document }),
      answers,
    }),
  )
  const parts = [
    '[Content_Types].xml',
    '_rels/.rels',
    'word/_rels/document.xml.rels',
    'word/styles.xml',
    'word/numbering.xml',
    'word/footnotes.xml',
    'word/comments.xml',
    'word/footer.xml',
    'docProps/core.xml',
  ]
  const whole = docxFiles({
    body: p('a'),
    styles: '',
    numbering: '',
    footnotes: '',
    comments: '',
    footer: '',
    files: { 'docProps/core.xml': '<a/>' },
  })
  const inParts = parts.flatMap((part): HostileFile[] => [
    {
      name: `XML: laughs in ${part}`,
      bytes: zippedFiles({ ...whole, [part]: `<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>` }),
      answers: ['damaged'],
    },
    {
      name: `XML: nothing but an open element in ${part}`,
      bytes: zippedFiles({ ...whole, [part]: '<x>' }),
      answers: ['damaged'],
    },
  ])
  return [...inBody, ...inParts]
}
