/** One replacement: at `index`, `remove` UTF-16 units give way to `insert`. */
export interface TextEdit {
  readonly index: number
  readonly remove: number
  readonly insert: string
}

/**
 * The smallest replacement that makes `before` into `after`; null if they are equal. `caret` is where the caret
 * stands after the edit: of several equal answers (another `a` among many) it picks the place where she typed.
 * Never cuts a surrogate pair in two: Yjs would make each half a replacement character.
 */
export function proseDiff(before: string, after: string, caret: number): TextEdit | null {
  if (before === after) return null
  const most = Math.min(before.length, after.length)
  const afterCaret = Math.max(0, after.length - caret)

  let tail = 0
  while (tail < Math.min(most, afterCaret) && before.at(-1 - tail) === after.at(-1 - tail)) tail++
  let head = 0
  while (head < most - tail && before[head] === after[head]) head++
  // The caret may not tell (undo, a drop elsewhere): take what else is equal behind.
  while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++

  if (isHighSurrogate(before, head - 1) || isHighSurrogate(after, head - 1)) head--
  if (isLowSurrogate(before, before.length - tail) || isLowSurrogate(after, after.length - tail)) tail--
  return {
    index: head,
    remove: before.length - tail - head,
    insert: after.slice(head, after.length - tail),
  }
}

function isHighSurrogate(text: string, index: number): boolean {
  const unit = text.charCodeAt(index)
  return unit >= 0xd800 && unit <= 0xdbff
}

function isLowSurrogate(text: string, index: number): boolean {
  const unit = text.charCodeAt(index)
  return unit >= 0xdc00 && unit <= 0xdfff
}

/** Steps of a change, as Yjs tells them: keep, delete or insert so many units from the left. */
export interface TextStep {
  readonly retain?: number | undefined
  readonly delete?: number | undefined
  readonly insert?: unknown
}

/**
 * Where a caret stands after others' change. What comes in exactly there lands behind it, so a caret stays with
 * the words it followed.
 */
export function followCaret(position: number, steps: readonly TextStep[]): number {
  let old = 0
  let shift = 0
  for (const step of steps) {
    if (step.retain !== undefined) old += step.retain
    if (old >= position) break
    if (step.delete !== undefined) {
      shift -= Math.min(step.delete, position - old)
      old += step.delete
    }
    if (typeof step.insert === 'string') shift += step.insert.length
  }
  return position + shift
}

/** Where the unit at `index` stands after others' change; null if it was deleted. */
export function followUnit(index: number, steps: readonly TextStep[]): number | null {
  let old = 0
  let shift = 0
  for (const step of steps) {
    if (step.retain !== undefined) old += step.retain
    if (old > index) break
    if (step.delete !== undefined) {
      if (index < old + step.delete) return null
      shift -= step.delete
      old += step.delete
    }
    if (typeof step.insert === 'string') shift += step.insert.length
  }
  return index + shift
}

/** Where the last change ends, in the text as it is after it. */
export function endOf(steps: readonly TextStep[]): number {
  let at = 0
  let end = 0
  for (const step of steps) {
    if (step.retain !== undefined) at += step.retain
    if (typeof step.insert === 'string') at += step.insert.length
    if (step.retain === undefined) end = at
  }
  return end
}
