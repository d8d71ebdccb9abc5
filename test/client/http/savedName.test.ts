import { describe, expect, it } from 'vitest'
import { savedName } from '../../../client/http/savedName.ts'
import { savedAs } from '../../../server/http/savedAs.ts'

const address = '/api/applications/a1/application.docx?version=2'

describe('what a fetched file is called', () => {
  it.each(['Ansökan Ett team.docx', 'a;b="c".pdf', "Anna's (ny) 100 %*.pdf", 'register-1.csv', '…😀.html'])(
    'is what the server says: %s',
    name => {
      expect(savedName(savedAs(name), address)).toBe(name)
    },
  )

  it('is what it says plainly when it says no more', () => {
    expect(savedName('inline; filename="sammanstallning-1.html"', address)).toBe('sammanstallning-1.html')
  })

  it('is the end of its address when it says nothing that can be read', () => {
    expect(savedName(null, address)).toBe('application.docx')
    expect(savedName('attachment', address)).toBe('application.docx')
    expect(savedName("attachment; filename*=UTF-8''%E0%A4%A", address)).toBe('application.docx')
  })
})
