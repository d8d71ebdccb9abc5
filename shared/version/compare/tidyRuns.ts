import type { KeptRun } from './keptRuns.ts'
import type { Vocabulary } from './words.ts'

/** A kept word or a few between two changes are passed over when they weigh no more than this. */
const mostPassedOver = 16

const shortWord = 4

/** Where less than this part of the shorter text is kept, it has been written anew. */
const leastKept = 0.2

/**
 * Makes what two rows of words have in common read as if a person had marked the changes:
 *
 * [TIDY1] An addition or removal that could stand in several places begins where a sentence or a part of one does.
 * [TIDY2] A short word between two changes that is no heavier than either of them, or a few words that are at most
 *   half as heavy, are part of one change. A rewritten
 *   sentence ends where it ends: a full stop that was kept stays. Additions alone, or removals alone, stay apart.
 * [TIDY3] Of a text that has nearly nothing left, nothing is kept.
 *
 * `mayDrop` tells which kept words may become part of a change: not those that have an identity, such as footnotes.
 */
export function tidyRuns(
  found: readonly KeptRun[],
  before: Int32Array,
  after: Int32Array,
  vocabulary: Vocabulary,
  mayDrop: (wordId: number) => boolean,
): KeptRun[] {
  const weights = { before: sums(before, vocabulary), after: sums(after, vocabulary) }
  const runs = slide([...found], before, after, vocabulary)
  const canDrop = ({ after: start, length }: KeptRun) =>
    after.subarray(start, start + length).every(id => mayDrop(id))
  const isBarrier = (run: KeptRun) =>
    after.subarray(run.after, run.after + run.length).some(id => vocabulary.endsSentence(id)) || !canDrop(run)
  const end: KeptRun = { before: before.length, after: after.length, length: 0 }
  const kept: KeptRun[] = []
  for (const run of [...runs, end]) {
    // What is kept last may be lighter than what stands around it, now that the next change is known.
    for (let last = kept.at(-1); last; last = kept.at(-1)) {
      const left = change(kept.at(-2), last, weights)
      const right = change(last, run, weights)
      if (!isLight(last, left, right, weights) || isBarrier(last)) break
      kept.pop()
    }
    kept.push(run)
  }
  kept.pop()
  const weightKept = kept.reduce((sum, run) => sum + weightOf(run, weights), 0)
  const shorter = Math.min(weights.before.at(-1) ?? 0, weights.after.at(-1) ?? 0)
  const isRewritten = weightKept < leastKept * shorter && isReplacement(kept, before, after)
  return isRewritten ? kept.filter(run => !canDrop(run)) : kept
}

interface Weights {
  readonly before: Float64Array
  readonly after: Float64Array
}

interface Change {
  readonly removed: number
  readonly added: number
}

function sums(ids: Int32Array, vocabulary: Vocabulary): Float64Array {
  const sum = new Float64Array(ids.length + 1)
  for (const [place, id] of ids.entries()) sum[place + 1] = (sum[place] ?? 0) + vocabulary.weight(id)
  return sum
}

/** The change between two kept runs. */
function change(left: KeptRun | undefined, right: KeptRun, { before, after }: Weights): Change {
  const from = left ? left.before + left.length : 0
  const to = left ? left.after + left.length : 0
  return {
    removed: (before[right.before] ?? 0) - (before[from] ?? 0),
    added: (after[right.after] ?? 0) - (after[to] ?? 0),
  }
}

function weightOf({ after: start, length }: KeptRun, { after }: Weights): number {
  return (after[start + length] ?? 0) - (after[start] ?? 0)
}

function isLight(run: KeptRun, left: Change, right: Change, weights: Weights): boolean {
  const weight = weightOf(run, weights)
  // A short word is passed over sooner than several, which say something that was kept.
  const counted = weight > shortWord ? 2 * weight : weight
  return (
    weight <= mostPassedOver &&
    counted <= Math.max(left.removed, left.added) &&
    counted <= Math.max(right.removed, right.added) &&
    left.removed + right.removed > 0 &&
    left.added + right.added > 0
  )
}

/** Whether words have been both removed and added; a text that has only grown is not rewritten. */
function isReplacement(kept: readonly KeptRun[], before: Int32Array, after: Int32Array): boolean {
  const count = kept.reduce((sum, run) => sum + run.length, 0)
  return count < before.length && count < after.length
}

/** [TIDY1], for every change that only adds or only removes. */
function slide(
  runs: KeptRun[],
  before: Int32Array,
  after: Int32Array,
  vocabulary: Vocabulary,
): readonly KeptRun[] {
  for (let index = 0; index + 1 < runs.length; index += 1) {
    const [left, right] = [runs[index], runs[index + 1]]
    if (!left || !right) break
    const removed = right.before - left.before - left.length
    const added = right.after - left.after - left.length
    if (removed > 0 && added > 0) continue
    const [row, start, length] =
      added > 0 ? [after, left.after + left.length, added] : [before, left.before + left.length, removed]
    const isFirst = left.before === 0 && left.after === 0
    const isLast =
      right.before + right.length === before.length && right.after + right.length === after.length
    const shift = bestShift(row, start, length, vocabulary, {
      left: isFirst ? left.length : left.length - 1,
      right: isLast ? right.length : right.length - 1,
    })
    runs[index] = { ...left, length: left.length + shift }
    runs[index + 1] = {
      before: right.before + shift,
      after: right.after + shift,
      length: right.length - shift,
    }
  }
  return runs.filter(run => run.length > 0)
}

/** How far a stretch is best moved to say the same; ties go to where it stands, then to the nearest on the right. */
function bestShift(
  row: Int32Array,
  start: number,
  length: number,
  vocabulary: Vocabulary,
  room: { readonly left: number; readonly right: number },
): number {
  const isSign = (place: number) => vocabulary.weight(row[place] ?? -1) <= 1
  const startsSentence = (place: number) => place === 0 || vocabulary.endsSentence(row[place - 1] ?? -1)
  const score = (shift: number) =>
    (startsSentence(start + shift) ? 4 : 0) +
    (startsSentence(start + shift + length) || start + shift + length === row.length ? 2 : 0) +
    (isSign(start + shift) ? 0 : 1)
  let best = 0
  let bestScore = score(0)
  const consider = (shift: number) => {
    if (score(shift) <= bestScore) return
    best = shift
    bestScore = score(shift)
  }
  for (let shift = 1; shift <= room.right; shift += 1) {
    if (row[start + shift - 1] !== row[start + shift + length - 1]) break
    consider(shift)
  }
  for (let shift = -1; shift >= -room.left; shift -= 1) {
    if (row[start + shift] !== row[start + shift + length]) break
    consider(shift)
  }
  return best
}
