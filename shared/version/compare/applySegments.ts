import type { Inline } from '../../document/blockContent.ts'
import { check, isSame } from './applyEntries.ts'
import type { Segment } from './comparison.ts'
import { flatten, joinRuns, lengthOf, slice, textOnly } from './flatText.ts'

/** The newer text; what is kept is taken from the older. */
export function applySegments(before: readonly Inline[], segments: readonly Segment[]): Inline[] {
  const old = flatten(before)
  const after: Inline[] = []
  let place = 0
  for (const segment of segments) {
    const length = oldLength([segment])
    const was = slice(old, place, place + length)
    place += length
    switch (segment.is) {
      case 'kept':
        check(isSame(was, segment.content), 'a kept stretch')
        after.push(...was)
        break
      case 'removed':
        check(isSame(was, segment.content), 'a removed stretch')
        break
      case 'added':
        after.push(...segment.content)
        break
      case 'formatted': {
        const pieces = segment.pieces.map(
          ({ text, before: look }): Inline => ({ type: 'text', text, ...look }),
        )
        check(isSame(was, joinRuns(pieces)), 'a formatted stretch')
        for (const { text, after: look } of segment.pieces) after.push({ type: 'text', text, ...look })
        break
      }
      case 'footnote': {
        const [note] = was
        check(note?.type === 'footnote', 'a footnote')
        const content = note?.type === 'footnote' ? note.content : []
        after.push({ type: 'footnote', content: textOnly(applySegments(content, segment.segments)) })
        break
      }
    }
  }
  check(place === old.text.length, 'a text')
  return joinRuns(after)
}

/** How much of the older text the segments stand for, in UTF-16 units; a footnote is one. */
export function oldLength(segments: readonly Segment[]): number {
  let length = 0
  for (const segment of segments) {
    if (segment.is === 'kept' || segment.is === 'removed') length += lengthOf(segment.content)
    else if (segment.is === 'footnote') length += 1
    else if (segment.is === 'formatted') {
      for (const { text } of segment.pieces) length += text.length
    }
  }
  return length
}
