import { expect, it } from 'vitest'
import { demoApplications } from '../../../../server/demo/demoApplications.ts'
import type { Paper, PaperProse } from '../../../../server/export/paper/Paper.ts'
import { pdfDocument } from '../../../../server/export/pdf/pdfDocument.ts'
import { pdfStandards } from '../../../../shared/export/pdfStandard.ts'
import { plainly, readPdf } from './readPdf.ts'

const prose = (text: string, look: PaperProse['look'] = 'plain'): PaperProse => ({ is: 'prose', text, look })

it.each(pdfStandards)('a paper has all of its parts in order, as %s', async standard => {
  const [form] = demoApplications
  if (!form) throw new Error('There is no demo.')
  const paper: Paper = {
    title: 'Sammanställning',
    isWide: true,
    foot: 'runda 1',
    parts: [
      { is: 'heading', level: 1, text: 'Sammanställning av runda 1' },
      prose('Ingress', 'lead'),
      {
        is: 'facts',
        facts: [
          ['Svarsdatum', '2024-05-24'],
          ['Sägs inte', ''],
        ],
      },
      { is: 'heading', level: 4, text: 'Djup rubrik' },
      { is: 'list', items: ['ett', 'två'] },
      {
        is: 'table',
        caption: { text: 'Svar', level: 2 },
        columns: [
          { heading: 'Part', share: 0.2 },
          { heading: 'Synpunkt', share: 0.8 },
        ],
        rows: Array.from({ length: 30 }, (_, row) => [
          [prose(`part ${row}`)],
          [prose('ord '.repeat(row * 40), 'quote')],
        ]),
      },
      { is: 'form', form },
    ],
  }
  const made = pdfDocument({
    of: { is: 'paper', paper },
    standard,
    madeAt: '2026-03-04T05:06:07.000Z',
    pictures: new Map(),
  })
  const { title, text, bookmarks } = await readPdf(made)
  expect(title).toBe('Sammanställning')
  const said = [
    'Sammanställning av runda 1',
    'Ingress',
    'Svarsdatum: 2024-05-24',
    'Djup rubrik',
    'tvåSvarPart',
  ]
  const places = [...said, 'part 29', 'Insatsens namn:'].map(words => text.indexOf(plainly(words)))
  expect(places).toEqual([...places].sort((one, other) => one - other))
  expect(places).not.toContain(-1)
  expect(text).not.toContain(plainly('Sägs inte'))
  expect(bookmarks).toContain('Djup rubrik')
})
