import { type Node, Slice } from '@tiptap/pm/model'
import { ReplaceStep, type Step } from '@tiptap/pm/transform'

/**
 * The smallest step that makes `before` into `after`; null when they are equal. Small, so that what is in the
 * rest of the text (a composition, a selection of cells, a picture being uploaded) is not touched by it.
 */
export function smallestStep(before: Node, after: Node): Step | null {
  const start = before.content.findDiffStart(after.content)
  const end = before.content.findDiffEnd(after.content)
  if (start === null || end === null) return null
  // «aa» made of «a»: seen from both ends the change is shorter than nothing.
  const overlap = Math.max(0, start - Math.min(end.a, end.b))
  const step = new ReplaceStep(start, end.a + overlap, after.slice(start, end.b + overlap))
  const made = step.apply(before).doc
  return made?.eq(after) ? step : new ReplaceStep(0, before.content.size, new Slice(after.content, 0, 0))
}
