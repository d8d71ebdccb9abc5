import { describe, expect, it } from 'vitest'
import { formBody } from '../../../../server/export/html/formBody.ts'
import { type Html, html, textOf, written } from '../../../../server/export/html/html.ts'
import { blocks } from '../../../../server/export/html/nodes/blocks.ts'
import { Footnotes } from '../../../../server/export/html/nodes/Footnotes.ts'
import { page } from '../../../../server/export/html/page.ts'
import type { BudgetSum } from '../../../../shared/budget/budgetFigure.ts'
import type { Block, Inline, ParagraphContent } from '../../../../shared/document/blockContent.ts'
import type { FilledForm } from '../../../../shared/document/filledForm.ts'
import { form2022 } from '../../../../shared/form/forms/2022/form.ts'
import { formById, forms } from '../../../../shared/form/forms.ts'
import { everyKindOfText } from '../../../fixtures/everyKindOfText.ts'
import { filledForms } from '../../../fixtures/filledForms.ts'

async function whole(page: Html): Promise<string> {
  let text = ''
  for await (const part of written(page, async picture => `data:,${picture}`)) text += part
  return text
}

const block = (content: Partial<ParagraphContent>, text = 'x'): ParagraphContent => ({
  type: 'paragraph',
  content: [{ type: 'text', text }],
  ...content,
})
const budgetFigure = (sum: BudgetSum): Inline => ({ type: 'budgetFigure', sum })
const said = (...content: readonly Block[]) =>
  textOf(blocks(content, { notes: new Footnotes('s'), figure: sum => `«${sum}»` })).replaceAll('\n', '')

describe('a form as a page', () => {
  it('is as it was agreed to look, with every kind of text', async () => {
    const body = html`<h1>Prov</h1>\n${formBody(form2022, everyKindOfText)}`
    await expect(await whole(page({ title: 'Prov', body }))).toMatchFileSnapshot(
      '../../../golden/export/everyKindOfText.html',
    )
  })

  it('has every section of its form, filled in or not, and nests its elements', async () => {
    const named = await filledForms()
    const empty = forms.map(({ id }) => ({ name: `empty ${id}`, form: { formId: id, sections: {} } }))
    for (const { name, form } of [...named, ...empty, { name: 'every kind', form: everyKindOfText }]) {
      const template = formById(form.formId)
      if (!template) throw new Error(`There is no form ${form.formId}.`)
      const text = await whole(formBody(template, form))
      expect([name, text.match(/<h2>/g)?.length]).toEqual([name, template.sections.length])
      expect([name, wronglyNested(text)]).toEqual([name, null])
    }
  })
})

describe('a sum of the budget in the text', () => {
  const text = { kind: 'rich', blocks: [block({ content: [budgetFigure('sought'), budgetFigure('2029')] })] }
  const of = (amounts: readonly { party: 'owner'; kronor: number }[]) => {
    const line = { label: null, percent: null, from: null, to: null, specification: null, years: {} }
    const lines = [{ block: 'salary', ...line, amounts }]
    const party = {
      organisation: null,
      contacts: null,
      email: null,
      resourcesSought: '',
      resourcesContributed: '',
    }
    const owner = { kind: 'parties', role: 'owner', ...party }
    const sections = { background: text, owner, budget: { kind: 'budget', lines, otherYears: {} } }
    return whole(formBody(form2022, { formId: '2022', sections } as FilledForm))
  }

  it('is the amount of the budget of the same form, in groups that no line breaks', async () => {
    expect(await of([{ party: 'owner', kronor: 10_256_000 }])).toContain(
      '<p>10\u00a0256\u00a0000\u00a0kr(år 2029 finns inte',
    )
  })

  it('says that there is none while the budget has none', async () => {
    expect(await of([])).toContain('<p>(belopp saknas i budgeten)')
  })
})

describe('lists', () => {
  it('stand inside each other as they are indented', () => {
    const items = [0, 1, 1, 0].map((indent, at) => block({ list: 'bullet', indent }, `${at}`))
    expect(said(...items)).toBe('<ul><li>0<ul><li>1</li><li>2</li></ul></li><li>3</li></ul>')
  })

  it('go on being numbered after what stands deeper, and begin anew where the kind changes', () => {
    const items = [block({ list: 'number' }), block({ list: 'bullet', indent: 1 }), block({ list: 'number' })]
    expect(said(...items)).toBe('<ol><li>x<ul><li>x</li></ul></li><li>x</li></ol>')
    expect(said(block({ list: 'number' }), block({ list: 'bullet' }))).toBe(
      '<ol><li>x</li></ol><ul><li>x</li></ul>',
    )
  })

  it('stand as far in as they do, without anything above them', () => {
    expect(said(block({ list: 'bullet', indent: 3 }), block({ list: 'bullet', indent: 1 }))).toBe(
      '<ul class="step-3"><li>x</li></ul><ul class="step-1"><li>x</li></ul>',
    )
  })

  it('of very many items of changing kinds are written all the same', () => {
    const items = Array.from({ length: 20_000 }, (_, at) =>
      block({ list: at % 2 ? 'bullet' : 'number', indent: at % 9 }),
    )
    expect(wronglyNested(said(...items))).toBeNull()
  })
})

describe('hostile text', () => {
  it('is text', async () => {
    const words = '</p></section><script>alert(1)</script>"\'&'
    const text = { type: 'text', text: words } as const
    const hostile: readonly Block[] = [
      block({}, words),
      block({ level: 1 }, words),
      block({ list: 'bullet' }, words),
      { type: 'paragraph', content: [{ type: 'footnote', content: [text] }] },
      { type: 'table', rows: [[{ header: true, content: [block({}, words)] }]] },
      { type: 'figure', image: '0'.repeat(64), width: 0, height: 0, alt: words, caption: [text] },
    ]
    const sections = {
      background: { kind: 'rich', blocks: hostile },
      name: { kind: 'text', value: words },
    } as const
    const written = await whole(formBody(form2022, { formId: '2022', sections }))
    expect(written).not.toContain('<script')
    expect(wronglyNested(written)).toBeNull()
  })

  it('leads nowhere but where a link may', () => {
    const link = (target: string) =>
      said({ type: 'paragraph', content: [{ type: 'text', text: 'x', link: target }] })
    expect(link('javascript:alert(1)')).toBe('<p>x</p>')
    expect(link('https://forbund.example/"onclick="x')).toBe(
      '<p><a href="https://forbund.example/&quot;onclick=&quot;x">x</a></p>',
    )
  })
})

/** The first tag that ends what has not begun, or `null`. */
function wronglyNested(html: string): string | null {
  const open: string[] = []
  for (const [tag, slash, name = ''] of html.matchAll(/<(\/?)([a-z0-9]+)[^>]*>/g)) {
    if (name === 'img' || name === 'br') continue
    if (slash === '') open.push(name)
    else if (open.pop() !== name) return tag
  }
  return open.at(-1) ?? null
}
