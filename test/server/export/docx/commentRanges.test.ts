import { describe, expect, it } from 'vitest'
import { wordDocument } from '../../../../server/export/docx/wordDocument.ts'
import type { Block, Inline } from '../../../../shared/document/blockContent.ts'
import { form2024 } from '../../../../shared/form/forms/2024/form.ts'
import type { Thread } from '../../../../shared/http/comments.ts'
import { all, Docx } from './readDocx.ts'

const thread = (id: string, section: string): Thread => ({
  id,
  place: { is: 'text', section, quote: 'unga', before: '', after: '' },
  ...{ internalTo: null, isMaterial: false, assignee: null, resolved: null, round: null, released: null },
  posts: ['Hur många?', 'Omkring 30.'].map((text, place) => ({
    ...{ id: `${id}${place}`, at: '2026-11-22T10:00:00Z', text, editedAt: null, deletedAt: null },
    by: { personId: 'elin', name: 'Elin Ek', title: '', partyId: 'fk', isGuest: false },
  })),
})

const marked = (text: string, ...comments: string[]) => ({ type: 'text' as const, text, comments })
const note = (...content: ReturnType<typeof marked>[]): Inline => ({ type: 'footnote', content })
const paragraph = (...content: Inline[]): Block => ({ type: 'paragraph', content })

/** Ids of the comments, by part of the file: where ranges begin and end, and where a comment is referred to. */
async function written(texts: Readonly<Record<string, readonly Block[]>>, threads: readonly Thread[]) {
  const sections = Object.fromEntries(
    Object.entries(texts).map(([key, blocks]) => [key, { kind: 'rich' as const, blocks }]),
  )
  const form = { formId: form2024.id, sections }
  const docx = new Docx(
    await wordDocument({ template: form2024, form, documentId: '', threads, pictureOf: () => null }),
  )
  const ids = (part: string, name: string) =>
    all(docx.part(part), name).map(({ attributes }) => attributes['w:id'])
  return ['word/document.xml', 'word/footnotes.xml'].map(part =>
    ['w:commentRangeStart', 'w:commentRangeEnd', 'w:commentReference'].map(name => ids(part, name)),
  )
}

describe('the range of a comment in Word', () => {
  it('does not go from the text into a footnote', async () => {
    const text = paragraph(marked('unga', 't1'), note(marked('unga vuxna', 't1')))
    expect(await written({ background: [text] }, [thread('t1', 'background')])).toEqual([
      [
        ['0', '1'],
        ['0', '1'],
        ['0', '1'],
      ],
      [[], [], []],
    ])
  })

  it('is around the number of a footnote when it is about words of that alone', async () => {
    const text = paragraph(marked('unga'), note(marked('unga', 't1'), marked(' vuxna', 't1')))
    expect(await written({ background: [text] }, [thread('t1', 'background')])).toEqual([
      [
        ['0', '1'],
        ['0', '1'],
        ['0', '1'],
      ],
      [[], [], []],
    ])
  })

  it('is written once when its words stand in two sections', async () => {
    const texts = {
      background: [paragraph(marked('unga', 't1'))],
      purpose: [paragraph(marked('unga', 't1'))],
    }
    for (const home of ['background', 'purpose', 'followUp']) {
      const [body] = await written(texts, [thread('t1', home)])
      expect(body).toEqual([
        ['0', '1'],
        ['0', '1'],
        ['0', '1'],
      ])
    }
  })
})
