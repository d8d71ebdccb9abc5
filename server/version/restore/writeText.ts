import type * as Y from 'yjs'
import type { TextContent } from '../../../shared/document/blockContent.ts'
import { readMarks } from '../../../shared/document/blocks.ts'
import { isCommentKey } from '../../../shared/document/nodes/commentKey.ts'
import type { Comparer } from '../../../shared/version/compare/Comparer.ts'
import { compareText } from '../../../shared/version/compare/compareText.ts'
import type { Segment, TextLook } from '../../../shared/version/compare/comparison.ts'
import { lengthOf } from '../../../shared/version/compare/flatText.ts'

type Formats = Readonly<Record<string, unknown>>

interface Piece {
  readonly insert: string
  readonly attributes?: Formats
}

interface Step {
  insert?: string
  retain?: number
  delete?: number
  attributes?: Formats
}

/**
 * Makes a text say `runs`, word by word: what stays is not touched, and keeps the marks of comments. A word between two
 * that have the same mark gets it too.
 */
export function writeText(text: Y.Text, runs: readonly TextContent[], comparer: Comparer): void {
  const pieces = text.toDelta() as Piece[]
  const segments = compareText(pieces.map(runOf), runs, comparer)
  if (segments.every(({ is }) => is === 'kept')) return
  text.applyDelta(stepsOf(segments, commentsAlong(pieces)))
}

function runOf({ insert, attributes = {} }: Piece): TextContent {
  return { type: 'text', text: insert, ...readMarks(attributes) }
}

function stepsOf(segments: readonly Segment[], commentsAt: (place: number) => Formats): Step[] {
  const steps: Step[] = []
  let place = 0
  let lastKept: number | null = null
  for (const [index, segment] of segments.entries()) {
    switch (segment.is) {
      case 'kept': {
        const length = lengthOf(segment.content)
        steps.push({ retain: length })
        place += length
        lastKept = place - 1
        break
      }
      case 'formatted':
        for (const { text, before, after } of segment.pieces) {
          steps.push({ retain: text.length, attributes: changedFormats(before, after) })
          place += text.length
        }
        lastKept = place - 1
        break
      case 'removed': {
        const length = lengthOf(segment.content)
        steps.push({ delete: length })
        place += length
        break
      }
      case 'added': {
        const nextKept = nextKeptPlace(segments, index, place)
        const around =
          lastKept === null || nextKept === null ? {} : inBoth(commentsAt(lastKept), commentsAt(nextKept))
        for (const run of segment.content) {
          if (run.type === 'text') {
            steps.push({ insert: run.text, attributes: { ...changedFormats({}, run), ...around } })
          }
        }
        break
      }
      case 'footnote':
        throw new Error('A footnote stands beside a text, not in it')
    }
  }
  return steps
}

/** Where the text goes on after what is added; null when nothing does. */
function nextKeptPlace(segments: readonly Segment[], added: number, place: number): number | null {
  let next = place
  for (const segment of segments.slice(added + 1)) {
    if (segment.is === 'kept' || segment.is === 'formatted') return next
    if (segment.is === 'removed') next += lengthOf(segment.content)
  }
  return null
}

/** What is to be written so that text that looked one way looks another; null takes a format away. */
function changedFormats(before: TextLook, after: TextLook): Formats {
  return {
    ...(before.bold === after.bold ? {} : { bold: after.bold ? {} : null }),
    ...(before.italic === after.italic ? {} : { italic: after.italic ? {} : null }),
    ...(before.link === after.link ? {} : { link: after.link === undefined ? null : { href: after.link } }),
  }
}

/** The marks of comments at each place of a text. */
function commentsAlong(pieces: readonly Piece[]): (place: number) => Formats {
  return place => {
    let end = 0
    for (const { insert, attributes = {} } of pieces) {
      end += insert.length
      if (place < end)
        return Object.fromEntries(Object.entries(attributes).filter(([key]) => isCommentKey(key)))
    }
    return {}
  }
}

function inBoth(one: Formats, other: Formats): Formats {
  return Object.fromEntries(Object.entries(one).filter(([key]) => key in other))
}
