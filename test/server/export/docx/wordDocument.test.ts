import { describe, expect, it } from 'vitest'
import { wordDocument } from '../../../../server/export/docx/wordDocument.ts'
import type { Block } from '../../../../shared/document/blockContent.ts'
import type { FilledForm } from '../../../../shared/document/filledForm.ts'
import { agreementText } from '../../../../shared/form/agreementText.ts'
import { formById, forms } from '../../../../shared/form/forms.ts'
import type { Thread, Who } from '../../../../shared/http/comments.ts'
import { everyKindOfText } from '../../../fixtures/everyKindOfText.ts'
import { filledForms } from '../../../fixtures/filledForms.ts'
import { all, Docx, type Element, first, styled, textIn } from './readDocx.ts'

/** One transparent pixel. */
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)

async function written(form: FilledForm, threads: readonly Thread[] = []): Promise<Docx> {
  const template = formById(form.formId)
  if (!template) throw new Error(`There is no form ${form.formId}.`)
  const documentId = 'abc · version 1.0'
  const pictureOf = () => ({ bytes: pixel, type: 'png' as const })
  return new Docx(await wordDocument({ template, form, documentId, threads, pictureOf }))
}

const withBackground = (...blocks: Block[]): FilledForm => ({
  formId: '2024',
  sections: { background: { kind: 'rich', blocks } },
})

const paragraph = (text: string, more: object = {}): Block => ({
  type: 'paragraph',
  content: [{ type: 'text', text }],
  ...more,
})

describe('an ansökan in Word', () => {
  it.each(forms)(
    'has the title, the headings with their stars and the labels of $id, in order',
    async template => {
      const docx = await written({ formId: template.id, sections: {} })
      expect(styled(docx.body, 'Title')).toEqual([template.title])
      const headings = template.sections.map(({ heading, starred }) => `${heading}${starred ? ' (*)' : ''}`)
      expect(styled(docx.body, 'Heading1')).toEqual(headings)
      expect(textIn(docx.body)).toContain(template.preamble ?? '')
    },
  )

  it('is well-formed in every part, whatever is in it', async () => {
    const named = await filledForms()
    for (const { form } of [...named, { form: everyKindOfText }]) (await written(form)).readAll()
    const strange = await written(withBackground(paragraph('a\u0000b\u000bc\ufffe<&>"\ud800')))
    strange.readAll()
    expect(textIn(strange.body)).toContain('ab c<&>"\ufffd')
  })

  it('keeps the agreement word for word in a control that can neither be changed nor removed', async () => {
    for (const template of forms) {
      const docx = await written({ formId: template.id, sections: {} })
      const [control, ...others] = all(docx.body, 'w:sdt').filter(
        sdt => first(sdt, 'w:tag')?.attributes['w:val'] === 'agreement',
      )
      if (!control) throw new Error(`${template.id} has no agreement`)
      expect(others).toEqual([])
      expect(first(control, 'w:lock')?.attributes['w:val']).toBe('sdtContentLocked')
      const section = template.sections.find(({ kind }) => kind === 'lockedText')
      if (section?.kind !== 'lockedText') throw new Error(`${template.id} has no agreement`)
      const lines = agreementText(section).split('\n').slice(1)
      expect(all(control, 'w:p').map(textIn)).toEqual(lines.filter(line => line !== ''))
    }
  })

  it('has real lists, each beginning anew, subheadings, tables with heads, and links', async () => {
    const { body } = await written(
      withBackground(
        paragraph('Rubrik', { level: 1 }),
        paragraph('ett', { list: 'number' }),
        paragraph('djupare', { list: 'bullet', indent: 1 }),
        paragraph('två', { list: 'number' }),
        paragraph('emellan'),
        paragraph('ett igen', { list: 'number' }),
        {
          type: 'table',
          rows: [
            [{ header: true, content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Vad' }] }] }],
            [{ content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Detta' }] }] }],
          ],
        },
      ),
    )
    expect(styled(body, 'Heading2')).toContain('Rubrik')
    const items = all(body, 'w:p').filter(one => first(one, 'w:numPr'))
    const listOf = (text: string) => {
      const item = items.find(one => textIn(one) === text)
      if (!item) throw new Error(`${text} is no item`)
      return [first(item, 'w:ilvl')?.attributes['w:val'], first(item, 'w:numId')?.attributes['w:val']]
    }
    expect(listOf('ett')).toEqual(listOf('två'))
    expect(listOf('djupare')[0]).toBe('1')
    expect(listOf('ett igen')[1]).not.toBe(listOf('ett')[1])
    const table = all(body, 'w:tbl').find(one => textIn(one) === 'VadDetta')
    expect(table && all(table, 'w:tblHeader')).toHaveLength(1)
  })

  it('numbers its footnotes through body and annex', async () => {
    const note = (text: string): Block => ({
      type: 'paragraph',
      content: [
        { type: 'text', text: 'ord' },
        { type: 'footnote', content: [{ type: 'text', text }] },
      ],
    })
    const docx = await written({
      formId: '2024',
      sections: {
        background: { kind: 'rich', blocks: [note('Första.'), note('Andra.')] },
        appendix: { kind: 'rich', blocks: [note('I bilagan.')] },
      },
    })
    const references = all(docx.body, 'w:footnoteReference').map(one => one.attributes['w:id'])
    expect(references).toEqual(['1', '2', '3'])
    const notes = all(docx.part('word/footnotes.xml'), 'w:footnote')
    const said = references.map(id => textIn(notes.find(one => one.attributes['w:id'] === id) as Element))
    expect(said).toEqual(['Första.', 'Andra.', 'I bilagan.'])
  })

  it('has its pictures with their words, and says when one is not there', async () => {
    const form = withBackground({
      type: 'figure',
      image: 'a'.repeat(64),
      width: 2400,
      height: 1200,
      alt: 'Teamet i en ring',
      caption: [{ type: 'text', text: 'Figur 1' }],
    })
    const docx = await written(form)
    expect(first(docx.body, 'wp:docPr')?.attributes.descr).toBe('Teamet i en ring')
    expect(styled(docx.body, 'Caption')).toEqual(['Figur 1'])
    const template = formById('2024')
    if (!template) throw new Error('There is no form 2024.')
    const without = new Docx(
      await wordDocument({ template, form, documentId: '', threads: [], pictureOf: () => null }),
    )
    expect(textIn(without.body)).toContain('[Bilden går inte att visa: Teamet i en ring]')
  })

  it('begins a page for each party that signs, in the layout of its form', async () => {
    const named = await filledForms()
    const plattform = named.find(({ form }) => form.formId === '2024')
    if (!plattform) throw new Error('There is no filled form on that of 2024.')
    const { body } = await written(plattform.form)
    const begins = all(body, 'w:p').filter(one => first(one, 'w:pageBreakBefore'))
    const partners = plattform.form.sections.partners
    const count = partners?.kind === 'parties' && partners.role === 'partner' ? partners.items.length : 0
    expect(begins.filter(one => textIn(one).startsWith('Insatsens namn '))).toHaveLength(count)
  })

  it('says at the foot of each page what it is, and in its properties what it is called and in which language', async () => {
    const docx = await written(everyKindOfText)
    const footer = docx.names.find(name => /^word\/footer\d+\.xml$/.test(name)) ?? ''
    expect(textIn(docx.part(footer))).toContain('abc · version 1.0 · Sida ')
    expect(all(docx.part(footer), 'w:instrText').map(one => one.children.join(''))).toEqual([
      'PAGE',
      'NUMPAGES',
    ])
    const old = await written({ formId: '2016', sections: {} })
    expect(textIn(old.part(old.names.find(name => /^word\/footer\d/.test(name)) ?? ''))).toContain(
      'v:16-07-05',
    )
    const title = first(docx.part('docProps/core.xml'), 'dc:title')
    expect(title?.children.join('')).toContain('Å, ä & ö')
    expect(first(docx.part('word/styles.xml'), 'w:lang')?.attributes['w:val']).toBe('sv-SE')
  })

  it('says what the budget says, and the amount of the form with it', async () => {
    const named = await filledForms()
    const form = named.find(({ form }) => form.sections.budget?.kind === 'budget')?.form ?? everyKindOfText
    const { body } = await written(form)
    const tables = all(body, 'w:tbl').map(textIn)
    expect(tables.some(text => /(?:SUMMA FRÅN|Totalt från)/i.test(text))).toBe(true)
  })

  it('has every row that its sums per year count, and names a year outside the period as it is', async () => {
    const nothing = { percent: null, from: null, to: null, specification: null, amounts: [] }
    const leader = { ...nothing, block: 'salary' as const, label: 'Ledare', years: { 2024: 3, 2025: 5 } }
    const { body } = await written({
      formId: '2024',
      sections: {
        name: { kind: 'text', value: '$& kr' },
        period: { kind: 'period', start: '2025-01-01', end: '2026-12-31', intakeEnd: null },
        budget: { kind: 'budget', lines: [leader], otherYears: {} },
      },
    })
    const perYear = all(body, 'w:tbl').find(one => textIn(one).includes('År 1 2025'))
    const rows = perYear ? all(perYear, 'w:tr').map(row => all(row, 'w:tc').map(textIn)) : []
    expect(rows[0]?.slice(3)).toEqual(['2024', 'År 1 2025', 'År 2 2026'])
    expect(rows.find(([, label]) => label === 'Ledare')?.slice(3)).toEqual(['3', '5', ''])
    expect(textIn(body)).not.toContain('{name}')
  })
})

describe('comments in Word', () => {
  const who = (name: string): Who => ({
    ...{ personId: name, name, title: '', partyId: 'fk' },
    isGuest: false,
  })
  const thread = (id: string, posts: readonly string[], more: Partial<Thread> = {}): Thread => ({
    id,
    place: { is: 'text', section: 'background', quote: 'unga', before: '', after: '' },
    ...{ internalTo: null, isMaterial: false, assignee: null, resolved: null, round: null, released: null },
    posts: posts.map((text, place) => ({
      ...{
        id: `${id}${place}`,
        by: who(place === 0 ? 'Elin Ek' : 'Anna Alm'),
        at: '2026-11-22T10:00:00Z',
        text,
      },
      ...{ editedAt: null, deletedAt: null },
    })),
    ...more,
  })

  it('are threads on their words, with authors and days, and resolved when they are', async () => {
    const form = withBackground({
      type: 'paragraph',
      content: [
        { type: 'text', text: 'Många ' },
        { type: 'text', text: 'un', comments: ['t1'] },
        { type: 'text', text: 'ga', bold: true, comments: ['t1'] },
        { type: 'text', text: ' söker.' },
      ],
    })
    const resolved = { by: who('Anna Alm'), at: '2026-11-22T11:00:00Z' }
    const docx = await written(form, [thread('t1', ['Hur många?', 'Omkring 30.'], { resolved })])
    const comments = all(docx.part('word/comments.xml'), 'w:comment')
    expect(comments.map(one => [one.attributes['w:author'], textIn(one)])).toEqual([
      ['Elin Ek', 'Hur många?'],
      ['Anna Alm', 'Omkring 30.'],
    ])
    const line = all(docx.body, 'w:p').find(one => textIn(one) === 'Många unga söker.')
    if (!line) throw new Error('The words are not there')
    const order = line.children.flatMap(child =>
      typeof child === 'string' ? [] : [child.name === 'w:r' ? textIn(child) : child.name],
    )
    const [from, to] = [order.indexOf('w:commentRangeStart'), order.lastIndexOf('w:commentRangeEnd')]
    expect(order.slice(from, to).filter(part => !part.startsWith('w:') && part !== '')).toEqual(['un', 'ga'])
    const extended = all(docx.part('word/commentsExtended.xml'), 'w15:commentEx')
    expect(extended.map(one => one.attributes['w15:done'])).toEqual(['1', '1'])
    expect(extended.filter(one => one.attributes['w15:paraIdParent'])).toHaveLength(1)
  })

  it('are well-formed whatever is said in them, by whoever it is, and whatever the insats is called', async () => {
    const strange = 'a\u0000b\u000bc\ufffe<&>"\ud800'
    const posts = thread('t1', [strange]).posts.map(post => ({ ...post, by: who(strange) }))
    const form: FilledForm = { formId: '2024', sections: { name: { kind: 'text', value: strange } } }
    const docx = await written(form, [thread('t1', [], { posts })])
    docx.readAll()
    expect(textIn(docx.part('word/comments.xml'))).toBe('ab c<&>"\ufffd')
  })

  it('that have been deleted are said to be', async () => {
    const gone = thread('t3', ['x'])
    const posts = gone.posts.map(post => ({ ...post, text: '', deletedAt: '2026-11-22T11:00:00Z' }))
    const docx = await written({ formId: '2024', sections: {} }, [{ ...gone, posts }])
    expect(textIn(docx.part('word/comments.xml'))).toBe('(Borttagen kommentar)')
  })

  it('that are about no words stand at the heading of their section', async () => {
    const docx = await written({ formId: '2024', sections: {} }, [
      thread('t2', ['Vilken dag?'], { place: { is: 'field', section: 'period', field: 'start', quote: '' } }),
    ])
    const heading = all(docx.body, 'w:p').find(one => first(one, 'w:commentRangeStart'))
    expect(heading && textIn(heading)).toMatch(/^Planerad/)
  })

  it('are not there when nobody asked for them', async () => {
    const docx = await written(everyKindOfText)
    expect(all(docx.body, 'w:commentRangeStart')).toEqual([])
  })
})
