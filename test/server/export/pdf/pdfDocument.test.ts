import { describe, expect, it } from 'vitest'
import { pdfDocument } from '../../../../server/export/pdf/pdfDocument.ts'
import type { Picture } from '../../../../server/export/pictures.ts'
import type { Block, Inline } from '../../../../shared/document/blockContent.ts'
import type { FilledForm } from '../../../../shared/document/filledForm.ts'
import { type PdfStandard, pdfStandards } from '../../../../shared/export/pdfStandard.ts'
import { agreementText } from '../../../../shared/form/agreementText.ts'
import { forms } from '../../../../shared/form/forms.ts'
import { everyKindOfText } from '../../../fixtures/everyKindOfText.ts'
import { filledForms } from '../../../fixtures/filledForms.ts'
import { generatedForm } from '../../../fixtures/generatedForm.ts'
import { madePicture } from '../../../fixtures/madePicture.ts'
import { seeded } from '../../../shared/form/seeded.ts'
import { plainly, readPdf } from './readPdf.ts'

const madeAt = '2026-03-04T05:06:07.000Z'

function made(form: FilledForm, standard: PdfStandard = 'a-2a', pictures: readonly [string, Picture][] = []) {
  const of = { is: 'application', formId: form.formId, form, documentId: 'abc · version 1.0' } as const
  return pdfDocument({ of, standard, madeAt, pictures: new Map(pictures) })
}

const background = (...blocks: Block[]): FilledForm => ({
  formId: '2024',
  sections: { background: { kind: 'rich', blocks } },
})

const paragraph = (text: string, more: object = {}): Block => ({
  type: 'paragraph',
  content: [{ type: 'text', text, ...more }],
})

const figure = (image: string): Block => ({
  type: 'figure',
  ...{
    image,
    width: 20,
    height: 10,
    alt: `Bild av ${image}`,
    caption: [{ type: 'text', text: `Under ${image}` }],
  },
})

/** Everything that somebody has written in rich text. */
function textsIn({ sections }: FilledForm): string[] {
  const inLine = (part: Inline): string[] =>
    part.type === 'text' ? [part.text] : part.type === 'footnote' ? part.content.map(({ text }) => text) : []
  return Object.values(sections).flatMap(content =>
    content.kind !== 'rich'
      ? []
      : content.blocks.flatMap(block => {
          if (block.type === 'paragraph') return block.content.flatMap(inLine)
          if (block.type === 'figure') return block.caption.map(({ text }) => text)
          return block.rows.flatMap(row =>
            row.flatMap(cell => cell.content.flatMap(part => part.content.flatMap(inLine))),
          )
        }),
  )
}

describe('an ansökan as PDF', () => {
  it.each(forms)(
    'has the title, the headings with their stars and the agreement of $id, in order',
    async template => {
      const { text, title, language, bookmarks } = await readPdf(made({ formId: template.id, sections: {} }))
      expect([title, language]).toEqual([template.title, 'sv-SE'])
      const headings = template.sections.map(({ heading, starred }) => `${heading}${starred ? ' (*)' : ''}`)
      const places = headings.map(heading => text.indexOf(plainly(heading)))
      expect(places).not.toContain(-1)
      expect(bookmarks.filter(mark => !mark.startsWith(' ')).length).toBeGreaterThanOrEqual(
        headings.length - 1,
      )
      const agreement = template.sections.find(({ kind }) => kind === 'lockedText')
      if (agreement?.kind !== 'lockedText') throw new Error(`${template.id} has no agreement`)
      for (const line of agreementText(agreement).split('\n')) expect(text).toContain(plainly(line))
    },
  )

  it.each(pdfStandards)('is tagged, and says that it is %s', async standard => {
    const { metadata, roles } = await readPdf(made(everyKindOfText, standard))
    for (const role of ['H1', 'H2', 'P', 'L', 'LI', 'Table', 'TH', 'TD', 'Note', 'Link'])
      expect(roles).toContain(role)
    const claims = metadata.replaceAll(/\s/g, '')
    expect(claims).toContain(standard === 'ua-1' ? 'pdfuaid:part' : '<pdfaid:part>2</pdfaid:part>')
    if (standard === 'a-2a') expect(claims).toContain('<pdfaid:conformance>A</pdfaid:conformance>')
  })

  it('says all that has been written', async () => {
    for (const { form, name } of await filledForms()) {
      const { text } = await readPdf(made(form))
      for (const words of textsIn(form)) expect(text, name).toContain(plainly(words))
    }
  })

  it.each([1, 2, 3, 4, 26])('is made of whatever an ansökan can hold, seed %i', async seed => {
    const template = forms[seed % forms.length]
    if (!template) throw new Error('There are no forms.')
    for (const standard of pdfStandards) {
      const { pages } = await readPdf(made(generatedForm(seeded(seed), template), standard))
      expect(pages).toBeGreaterThan(1)
    }
  })

  it('takes no text for code, and no quote for an end of it', async () => {
    const odd = '"); panic("x") #panic("y") $x$ @a <b> *c* \\u{41} \\" // /* [d] {e}; `f` \\'
    const { text, title } = await readPdf(
      made({
        formId: '2024',
        sections: {
          name: { kind: 'text', value: odd },
          background: {
            kind: 'rich',
            blocks: [paragraph(odd), paragraph(odd, { link: 'https://a.example/"#x\\' })],
          },
        },
      }),
    )
    expect(text.split(plainly(odd)).length - 1).toBeGreaterThan(2)
    expect(title).toContain(odd)
  })

  it('shows a character that no font has as its number, and is made all the same', async () => {
    const said = 'a\u0000b 中 \ud800 \ue000 e\u0301 عربي 😀 ☒'
    for (const standard of pdfStandards) {
      const { text } = await readPdf(
        made(background(paragraph(said), paragraph('a\u064b', { italic: true })), standard),
      )
      expect(text).toContain('a[U+0000]b[U+4E2D]')
      expect(text).toContain('[U+064B]')
    }
  })

  it('says which picture is missing or cannot be read, and shows the others', async () => {
    const good = madePicture(20, 10, 0x336699)
    const pictures: [string, Picture][] = [
      ['hel', { bytes: good, type: 'png' }],
      ['trasig', { bytes: good.slice(0, 40), type: 'png' }],
    ]
    const { text } = await readPdf(
      made(background(figure('hel'), figure('trasig'), figure('borta')), 'ua-1', pictures),
    )
    expect(text).toContain(plainly('[Bilden går inte att visa: Bild av trasig]'))
    expect(text).toContain(plainly('[Bilden går inte att visa: Bild av borta]'))
    expect(text).not.toContain(plainly('[Bilden går inte att visa: Bild av hel]'))
  })

  it('passes over no level of headings', async () => {
    const sub: Block = { type: 'paragraph', level: 2, content: [{ type: 'text', text: 'Under' }] }
    const { bookmarks } = await readPdf(made(background(sub), 'ua-1'))
    expect(bookmarks).toContain('  Under')
  })

  it('is the same file every time', () => {
    expect(Buffer.compare(made(everyKindOfText), made(everyKindOfText))).toBe(0)
  })
})
