import { createHash, webcrypto } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Inline } from '../../../shared/document/blockContent.ts'
import type { FilledForm } from '../../../shared/document/filledForm.ts'
import { canonicalForm, withoutComments } from '../../../shared/version/canonicalForm.ts'
import { lettersIn } from '../../../shared/version/lettersIn.ts'
import { everyKindOfText } from '../../fixtures/everyKindOfText.ts'

function formOf(...content: readonly Inline[]): FilledForm {
  return {
    formId: '2024',
    sections: { background: { kind: 'rich', blocks: [{ type: 'paragraph', content }] } },
  }
}

/** The same with the keys of every object the other way round. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).reverse()
  return Object.fromEntries(entries.map(([key, held]) => [key, turned(held)]))
}

describe('the canonical form', () => {
  it('is written down byte by byte', () => {
    const form: FilledForm = {
      formId: '2024',
      sections: {
        name: { kind: 'text', value: 'Å' },
        budgetAmount: { kind: 'amount', total: 150_000, note: '', perYear: { 2026: 1, 2025: 2 } },
      },
    }
    expect(canonicalForm(form)).toBe(
      '{"formId":"2024","sections":{"budgetAmount":{"kind":"amount","note":"","perYear":{"2025":2,"2026":1},' +
        '"total":150000},"name":{"kind":"text","value":"Å"}}}',
    )
  })

  it('does not depend on the order in which anything was put together, nor on a way by JSON', () => {
    const canonical = canonicalForm(everyKindOfText)
    expect(canonicalForm(turned(everyKindOfText) as FilledForm)).toBe(canonical)
    expect(canonicalForm(JSON.parse(JSON.stringify(everyKindOfText)))).toBe(canonical)
    expect(canonicalForm(JSON.parse(canonical))).toBe(canonical)
  })

  it('leaves comment marks out, wherever they cut the text', () => {
    const plain = formOf(
      { type: 'text', text: 'Det finns behov ' },
      { type: 'text', text: 'av stöd', bold: true },
      { type: 'footnote', content: [{ type: 'text', text: 'Enligt lagen.' }] },
    )
    const marked = formOf(
      { type: 'text', text: 'Det ' },
      { type: 'text', text: 'finns', comments: ['tråd1'] },
      { type: 'text', text: ' be', comments: ['tråd1', 'tråd2'] },
      { type: 'text', text: 'hov ' },
      { type: 'text', text: 'av', bold: true, comments: ['tråd2'] },
      { type: 'text', text: ' stöd', bold: true },
      {
        type: 'footnote',
        content: [
          { type: 'text', text: 'Enligt ' },
          { type: 'text', text: 'lagen.', comments: ['tråd3'] },
        ],
      },
    )
    expect(canonicalForm(marked)).toBe(canonicalForm(plain))
    expect(withoutComments(marked)).toEqual(plain)
    expect(lettersIn(marked)).toBe('Det finns behov av stödEnligt lagen.'.length)
  })

  it('is another for another look, another form version, and the same words in another place', () => {
    const one = { type: 'text', text: 'Ord' } as const
    const forms = [
      formOf(one),
      formOf({ ...one, bold: true }),
      formOf({ ...one, link: 'https://a.example' }),
      formOf({ type: 'footnote', content: [one] }),
      { ...formOf(one), formId: '2022' },
      { formId: '2024', sections: { targetGroup: formOf(one).sections.background } } as FilledForm,
    ]
    expect(new Set(forms.map(canonicalForm)).size).toBe(forms.length)
  })

  it('has the same hash in the browser as on the server', async () => {
    const bytes = new TextEncoder().encode(canonicalForm(everyKindOfText))
    const inBrowser = Buffer.from(await webcrypto.subtle.digest('SHA-256', bytes)).toString('hex')
    expect(inBrowser).toBe(createHash('sha256').update(bytes).digest('hex'))
  })
})
