import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { compilationCsv } from '../../../../server/consultation/compilation/compilationCsv.ts'
import { compilationPaper } from '../../../../server/consultation/compilation/compilationPaper.ts'
import { textOf } from '../../../../server/export/html/html.ts'
import { pageHeaders } from '../../../../server/export/html/page.ts'
import { paperPage } from '../../../../server/export/html/paper/paperPage.ts'
import type { RemarkAnswer, Reply } from '../../../../shared/http/replies.ts'
import { onPaper, reply, said, smallRound } from './smallRound.ts'

const htmlOf = (...args: Parameters<typeof onPaper>) => textOf(paperPage(compilationPaper(onPaper(...args))))

describe('the sammanställning on paper', () => {
  it('is as it was agreed to look', async () => {
    const page = textOf(paperPage(compilationPaper(smallRound())))
    await expect(page).toMatchFileSnapshot('../../../golden/consultation/compilation.html')
  })

  it('is as a table as it was agreed to look', async () => {
    await expect(compilationCsv(smallRound())).toMatchFileSnapshot(
      '../../../golden/consultation/compilation.csv',
    )
  })

  it('says that nobody has answered, when nobody has', () => {
    const page = htmlOf([])
    expect(page).toContain('<p>Inga synpunkter.</p>')
    expect(page.match(/<table>/g)).toHaveLength(1)
    expect(compilationCsv(onPaper([])).trim().split('\r\n')).toHaveLength(4)
  })

  it('fetches nothing and runs nothing: its only style is the one that its policy names', () => {
    const page = textOf(paperPage(compilationPaper(smallRound())))
    const style = /<style>([\s\S]*?)<\/style>/.exec(page)?.[1] ?? ''
    const hash = createHash('sha256').update(style).digest('base64')
    expect(pageHeaders['content-security-policy']).toContain(`style-src 'sha256-${hash}'`)
    expect(page).toContain(`style-src &#39;sha256-${hash}&#39;`)
    expect(page).not.toMatch(/<(?:script|link|iframe|object|form|base)\b|\bstyle="|\bon\w+="|(?:src|href)="/)
  })
})

const hostile = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '</style></table><h1>Falskt',
  '&lt;b&gt; &#60;b&#62;',
  '`$' + '{1}` {{1}}',
  'a\u0000b\u0008c\uFFFEd\uD800e',
  '\u202Etxet\u202C',
  '=HYPERLINK("http://elsewhere.example")',
  ' +1+1',
  '@SUM(A1)',
  '-2+3',
  '\t=1',
  'x"y;z\r\n=2',
] as const

describe('hostile words', () => {
  it.each(hostile)('are words and nothing else on the page: %j', words => {
    const remark = said('h', { section: 'background', text: words, wording: words, quote: words })
    const answer: RemarkAnswer = {
      ...{ reason: words, changedSection: null, at: '2024-05-28T08:00:00.000Z', by: reply('fk').sentBy },
      verdict: 'notMet',
    }
    const attachments = [{ hash: 'a'.repeat(64), name: words, sizeBytes: 1 }]
    const args = { summary: words, remarks: [remark], attachments, answers: { h: answer } }
    const plain = htmlOf([reply('fk', plainly([remark], answer))])
    const page = htmlOf([reply('fk', args)], { name: words })
    const tags = (text: string) => text.match(/<[^>]*>/g)?.filter(tag => tag !== '<p>' && tag !== '</p>')
    expect(tags(page)).toEqual(tags(plain))
    expect(page).not.toMatch(/[^\P{Cc}\t\n]|\p{Cs}|\uFFFE/u)
  })

  it.each(hostile)('are no formula in the table: %j', words => {
    const remark = said('h', { section: 'background', text: words, wording: words, quote: words })
    const cells = cellsIn(compilationCsv(onPaper([reply('fk', { summary: words, remarks: [remark] })])))
    expect(cells.every(row => row.length === 10)).toBe(true)
    expect(cells.flat().filter(cell => /^\s*[=+\-@\t\r]/.test(cell))).toEqual([])
    expect(cells).toHaveLength(5)
  })

  it('that are very long break on the page', () => {
    const word = 'x'.repeat(10_000)
    const page = htmlOf([reply('fk', { remarks: [said('h', { text: word })] })])
    expect(page).toContain(word)
    expect(page).toContain('overflow-wrap: anywhere')
  })
})

/** The same with harmless words. */
function plainly(remarks: Reply['remarks'], answer: RemarkAnswer) {
  const words = 'ord'
  return {
    summary: words,
    remarks: remarks.map(remark => ({ ...remark, text: words, wording: words, quote: words })),
    attachments: [{ hash: 'a'.repeat(64), name: words, sizeBytes: 1 }],
    answers: { h: { ...answer, reason: words } },
  }
}

/** A strict reader of RFC 4180 with semicolons. */
function cellsIn(csv: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, quoted = '', end] of csv.replace('\uFEFF', '').matchAll(/"((?:[^"]|"")*)"(;|\r\n)/g)) {
    rows.at(-1)?.push(quoted.replaceAll('""', '"'))
    if (end === '\r\n') rows.push([])
  }
  return rows.slice(0, -1)
}
