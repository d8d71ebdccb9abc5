import { describe, expect, it } from 'vitest'
import { cleanFileName } from '../../../../server/consultation/reply/cleanFileName.ts'

describe('the name of a file', () => {
  it.each([
    ['Bedömning 2024.pdf', 'Bedömning 2024.pdf'],
    ['C:\\Mina dokument\\Bedömning.pdf', 'Bedömning.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['.htaccess', 'htaccess'],
    ['svar\u202Efdp.exe', 'svarfdp.exe'],
    ['rad ett\r\nSet-Cookie: a.txt', 'rad ettSet-Cookie a.txt'],
    ['a\u0000b.txt', 'ab.txt'],
    ['"citat".txt', 'citat.txt'],
    ['o\u0308l.txt', 'öl.txt'],
    ['  många   mellanrum .', 'många mellanrum'],
    ['', 'bilaga'],
    ['...', 'bilaga'],
    ['/', 'bilaga'],
  ])('%j is kept as %j', (said, kept) => {
    expect(cleanFileName(said)).toBe(kept)
  })

  it('that is long keeps its ending, and is cut between letters', () => {
    const name = cleanFileName(`${'x'.repeat(195)}${'👍'.repeat(9)}.docx`)
    expect(name).toBe(`${'x'.repeat(195)}.docx`)
    expect(cleanFileName(`${'å'.repeat(400)}.pdf`)).toHaveLength(200)
  })
})
