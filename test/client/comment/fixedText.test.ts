import { describe, expect, it } from 'vitest'
import { fixedPieces } from '../../../client/comment/fixedText.ts'
import { fixedStarts } from '../../../client/form/sections/fixedStarts.ts'
import { agreementText } from '../../../shared/form/agreementText.ts'
import { forms } from '../../../shared/form/forms.ts'

const fixed = forms.flatMap(form =>
  form.sections.flatMap(section => (section.kind === 'lockedText' ? [[form.id, section] as const] : [])),
)

describe('a line of a fixed text', () => {
  it.each(fixed)('begins where it stands in the whole of it, in the form of %s', (_, section) => {
    const whole = agreementText(section)
    const starts = fixedStarts(section)
    for (const [at, part] of section.parts.entries()) {
      for (const [below, line] of [part.heading, ...part.paragraphs].entries()) {
        const from = starts[at]?.[below] ?? -1
        expect(whole.slice(from, from + line.length)).toBe(line)
      }
    }
  })

  it('is drawn in pieces, each with the threads that are about it', () => {
    const ranges = [
      { thread: 'a', from: 0, to: 13 },
      { thread: 'b', from: 12, to: 99 },
      { thread: 'c', from: 20, to: 30 },
    ]
    expect(fixedPieces('abcdefgh', 10, ranges).map(({ text, threads }) => [text, threads.join()])).toEqual([
      ['ab', 'a'],
      ['c', 'a,b'],
      ['defgh', 'b'],
    ])
    expect(fixedPieces('abc', 10, [])).toEqual([{ from: 10, text: 'abc', threads: [] }])
  })
})
