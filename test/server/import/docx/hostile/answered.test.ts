import { describe, expect, it } from 'vitest'
import { wordLimits } from '../../../../../server/import/docx/limits.ts'
import { readApplication } from '../../../../../server/import/docx/readApplication.ts'
import { readWord } from '../../../../../server/import/docx/word/readWord.ts'
import type { WordContent, WordPart } from '../../../../../server/import/docx/word/WordContent.ts'
import { FileRefused } from '../../../../../server/import/office/FileRefused.ts'
import { hostileFiles, realFile } from './hostileFiles.ts'

const seed = 8
const files = await hostileFiles(seed, 'http://127.0.0.1:9', 3)

/** How a file is answered. What is thrown besides is a fault of ours. */
function answerTo(bytes: Uint8Array): { readonly answer: string; readonly content: WordContent | null } {
  try {
    const content = readWord(bytes)
    return { answer: 'read', content }
  } catch (fault) {
    if (fault instanceof FileRefused) return { answer: fault.kind, content: null }
    throw fault
  }
}

/** All text of a file, notes among it. */
function letters(parts: readonly WordPart[]): string {
  return parts
    .map(part =>
      part.is === 'table'
        ? part.rows.map(({ cells }) => cells.map(cell => letters(cell.parts)).join('')).join('')
        : part.content
            .map(one =>
              one.is === 'text'
                ? one.text
                : one.is === 'footnote'
                  ? one.content.map(({ text }) => text).join('')
                  : '',
            )
            .join(''),
    )
    .join('')
}

describe(`of ${files.length} damaged and hostile files (seed ${seed})`, () => {
  it('there are enough, each with a name of its own', () => {
    expect(files.length).toBeGreaterThan(300)
    expect(new Set(files.map(({ name }) => name)).size).toBe(files.length)
  })

  it.each(files)('$name is answered as it should', ({ bytes, answers }) => {
    const { answer, content } = answerTo(bytes)
    expect(answers).toContain(answer)
    if (content === null) return
    const text = letters(content.parts)
    expect(text.length).toBeLessThanOrEqual(wordLimits.letters)
    expect(text.isWellFormed()).toBe(true)
    expect(text).not.toMatch(/\p{Cc}/u)
    for (const formId of [null, '2024']) {
      try {
        readApplication(content, formId)
      } catch (fault) {
        if (!(fault instanceof FileRefused)) throw fault
      }
    }
  })
})

describe('a file as it should be', () => {
  it('is read', async () => {
    expect(answerTo(await realFile()).answer).toBe('read')
  })
})
