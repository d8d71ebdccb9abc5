import { describe, expect, it } from 'vitest'
import { compilationAddress } from '../../../client/http/consultation.ts'
import { blankFormAddress, pdfAddress, wordAddress, workbookAddress } from '../../../client/http/export.ts'

describe('where files are', () => {
  it('says which version is meant, and that of now by saying none', () => {
    expect(pdfAddress('a/1', { version: null, standard: 'a-2a' })).toBe(
      '/api/applications/a%2F1/application.pdf?standard=a-2a',
    )
    expect(pdfAddress('a1', { version: 3, standard: 'ua-1' })).toBe(
      '/api/applications/a1/application.pdf?version=3&standard=ua-1',
    )
    expect(wordAddress('a1', { version: null, withComments: false })).toBe(
      '/api/applications/a1/application.docx',
    )
    expect(wordAddress('a1', { version: 3, withComments: true })).toBe(
      '/api/applications/a1/application.docx?version=3&comments=with',
    )
    expect(workbookAddress('a1', 3)).toBe('/api/applications/a1/budget.xlsx?version=3')
  })

  it('says what a PDF is for', () => {
    expect(blankFormAddress('2024', 'docx')).toBe('/api/forms/2024/form.docx')
    expect(blankFormAddress('2024', 'ua-1')).toBe('/api/forms/2024/form.pdf?standard=ua-1')
    const at = '/api/applications/a1/rounds/2/compilation'
    expect(compilationAddress('a1', 2, 'csv')).toBe(`${at}.csv`)
    expect(compilationAddress('a1', 2, 'a-2a')).toBe(`${at}.pdf?standard=a-2a`)
  })
})
