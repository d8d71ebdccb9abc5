import { describe, expect, it } from 'vitest'
import { compilationPaper } from '../../../../../server/consultation/compilation/compilationPaper.ts'
import { paperDocument } from '../../../../../server/export/docx/paper/paperDocument.ts'
import type { Paper, PaperPart } from '../../../../../server/export/paper/Paper.ts'
import { paperProse } from '../../../../../server/export/paper/paperProse.ts'
import { form2024 } from '../../../../../shared/form/forms/2024/form.ts'
import { everyKindOfText } from '../../../../fixtures/everyKindOfText.ts'
import { smallRound } from '../../../consultation/compilation/smallRound.ts'
import { all, Docx, type Element, first, styled, textIn } from '../readDocx.ts'

function paperOf(...parts: PaperPart[]): Paper {
  return { title: 'Remiss 1', isWide: false, foot: 'abc/R1/FK/1', parts }
}

async function written(paper: Paper): Promise<Docx> {
  const docx = new Docx(await paperDocument(paper, new Map()))
  docx.readAll()
  return docx
}

const paragraphs = (from: Element) => all(from, 'w:p').map(textIn)
const orientations = (docx: Docx) =>
  all(docx.body, 'w:pgSz').map(({ attributes }) => attributes['w:orient'] ?? 'portrait')

describe('a paper in Word', () => {
  it('has its headings as headings, and none of them in the boxes of the form', async () => {
    const levels = [1, 2, 3, 4] as const
    const docx = await written(paperOf(...levels.map(level => heading(level, `Nivå ${level}`))))
    expect(['Title', 'Heading1', 'Heading2', 'Heading3'].map(style => styled(docx.body, style))).toEqual(
      levels.map(level => [`Nivå ${level}`]),
    )
    const box = first(docx.body, 'w:pBdr')
    const sides = ['w:top', 'w:bottom', 'w:left', 'w:right'].map(side => box && first(box, side))
    expect(sides.map(side => side?.attributes['w:val'])).toEqual(Array(4).fill('none'))
  })

  it('says every line, and leaves out facts that say nothing', async () => {
    const docx = await written(
      paperOf(
        paperProse('Ett\r\n\nTvå\u2028Tre'),
        {
          is: 'facts',
          facts: [
            ['Datum', '2024-05-17'],
            ['Skäl', ''],
          ],
        },
        { is: 'list', items: ['Första', 'Andra'] },
      ),
    )
    const said = paragraphs(docx.body)
    expect(said).toEqual(['Ett', 'Två', 'Tre', 'Datum:2024-05-17', 'Första', 'Andra'])
    expect(all(docx.body, 'w:numPr')).toHaveLength(2)
  })

  it('has tables with heads that are repeated, and columns of the shares that were asked for', async () => {
    const table: PaperPart = {
      is: 'table',
      caption: { text: 'Vad parterna sa', level: 3 },
      columns: [
        { heading: 'Part', share: 0.25 },
        { heading: 'Ni sa', share: 0.75 },
      ],
      rows: [
        [[paperProse('FK 1')], [paperProse('personer', 'quote'), paperProse('För bred.')]],
        [[], []],
      ],
    }
    const docx = await written({ ...paperOf(table), isWide: true })
    expect(styled(docx.body, 'Heading2')).toEqual(['Vad parterna sa'])
    const rows = all(docx.body, 'w:tr')
    expect(rows.map(row => all(row, 'w:tblHeader').length)).toEqual([1, 0, 0])
    expect(rows.map(row => all(row, 'w:tc').map(cell => paragraphs(cell).join('|')))).toEqual([
      ['Part', 'Ni sa'],
      ['FK 1', 'personer|För bred.'],
      ['', ''],
    ])
    const [narrow = 0, wide = 0] = all(docx.body, 'w:gridCol').map(({ attributes }) =>
      Number(attributes['w:w']),
    )
    expect(wide / narrow).toBeCloseTo(3, 2)
    expect(orientations(docx)).toEqual(['landscape'])
  })

  it('has a form on pages of its own, with its budget across and its footnotes', async () => {
    const docx = await written(
      paperOf(heading(1, 'Remiss 1'), { is: 'form', form: everyKindOfText }, paperProse('Sist.', 'quiet')),
    )
    expect(orientations(docx)).toEqual(['portrait', 'portrait', 'landscape'])
    expect(paragraphs(docx.body)[0]).toBe('Remiss 1')
    expect(paragraphs(docx.body).at(-1)).toBe('Sist.')
    expect(styled(docx.body, 'Heading1').length).toBeGreaterThan(10)
    expect(all(docx.body, 'w:footnoteReference').length).toBeGreaterThan(0)
  })

  it('is called what it is about, and says on every page which it is', async () => {
    const docx = await written(paperOf(paperProse('x')))
    expect(first(docx.part('docProps/core.xml'), 'dc:title')?.children).toEqual(['Remiss 1'])
    const footer = docx.names.find(name => /^word\/footer\d*\.xml$/.test(name)) ?? ''
    expect(textIn(docx.part(footer))).toBe('abc/R1/FK/1 · Sida  av ')
    const language = first(docx.part('word/styles.xml'), 'w:lang')
    expect(language?.attributes['w:val']).toBe('sv-SE')
  })

  it('takes what no document may hold out of what is said', async () => {
    const docx = await written(paperOf(heading(1, 'a\u0000b<&>'), paperProse('c\ud800d\ufffe')))
    expect(paragraphs(docx.body)).toEqual(['ab<&>', 'c\ufffdd'])
  })
})

describe('a sammanställning in Word', () => {
  it('says what the page says: what each party answered, and what became of it', async () => {
    const docx = await written(compilationPaper(smallRound()))
    expect(styled(docx.body, 'Title')).toEqual(['Sammanställning av Remiss 3'])
    expect(styled(docx.body, 'Heading1')).toEqual(['Ställningstaganden', 'Synpunkter och svar'])
    const background = form2024.sections.find(({ key }) => key === 'targetGroup')?.heading ?? ''
    expect(styled(docx.body, 'Heading2')).toContain(background)
    const rows = all(docx.body, 'w:tr').map(row => all(row, 'w:tc').map(textIn))
    expect(rows).toContainEqual([
      'FK 1',
      'personer i åldern 16–65 årÅldern bör följa socialförsäkringen.',
      'personer i åldern 16–66 år',
      `Tas delvis om handÅldern är ändrad, men inte för dem som studerar.Texten är ändrad i: ${background}`,
    ])
  })
})

function heading(level: 1 | 2 | 3 | 4, text: string): PaperPart {
  return { is: 'heading', level, text }
}
