import { expect, it } from 'vitest'
import { wordDocument } from '../../../../server/export/docx/wordDocument.ts'
import { form2024 } from '../../../../shared/form/forms/2024/form.ts'
import { all, Docx } from './readDocx.ts'

it('a link in Word leads to an address that the standard knows, whatever stands in it', async () => {
  const links = [
    'https://example.org/å/ä?q=1&r=2',
    'https://example.org/"<a>{b}|c^`\\',
    'https://example.org/\ud800',
  ]
  const form = {
    formId: '2024',
    sections: {
      background: {
        kind: 'rich',
        blocks: links.map(
          link => ({ type: 'paragraph', content: [{ type: 'text', text: 'här', link }] }) as const,
        ),
      },
    },
  } as const
  const bytes = await wordDocument({
    ...{ template: form2024, form, documentId: '', threads: [] },
    pictureOf: () => null,
  })
  const targets = all(new Docx(bytes).part('word/_rels/document.xml.rels'), 'Relationship')
    .filter(({ attributes }) => attributes.TargetMode === 'External')
    .map(({ attributes }) => attributes.Target)
  expect(targets).toEqual([
    'https://example.org/å/ä?q=1&r=2',
    'https://example.org/%22%3Ca%3E%7Bb%7D%7Cc%5E%60%5C',
    'https://example.org/\ufffd',
  ])
})
