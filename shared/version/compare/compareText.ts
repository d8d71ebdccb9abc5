import type { Inline } from '../../document/blockContent.ts'
import type { Comparer } from './Comparer.ts'
import type { FormattedPiece, Segment, TextLook } from './comparison.ts'
import { type FlatText, flatten, joinRuns, runAt, sameLook, slice } from './flatText.ts'
import { type KeptRun, keptRuns } from './keptRuns.ts'
import { tidyRuns } from './tidyRuns.ts'
import { type Words, wordsOf } from './words.ts'

/**
 * Two texts word by word. Spaces belong to the change they stand beside, so that what is kept reads as a sentence.
 * `seamChange`, where the text goes on in another paragraph, is the number of what is only a space last in it.
 */
export function compareText(
  before: readonly Inline[],
  after: readonly Inline[],
  comparer: Comparer,
  seamChange: number | null = null,
): Segment[] {
  const [old, now] = [flatten(before), flatten(after)]
  const segments: Segment[] = []
  let [from, to] = [0, 0]
  const changeUntil = (fromEnd: number, toEnd: number) => {
    if (fromEnd === from && toEnd === to) return
    const removed = slice(old, from, fromEnd)
    const added = slice(now, to, toEnd)
    const isSeam =
      seamChange !== null &&
      fromEnd === old.text.length &&
      toEnd === now.text.length &&
      (old.text.slice(from) + now.text.slice(to)).trim() === ''
    const change = isSeam ? seamChange : comparer.nextChange()
    if (removed.length > 0) segments.push({ is: 'removed', content: removed, change })
    if (added.length > 0) segments.push({ is: 'added', content: added, change })
  }
  for (const range of keptRanges(old, now, comparer)) {
    changeUntil(range.before, range.after)
    pushKept(segments, old, now, range, comparer)
    from = range.before + range.length
    to = range.after + range.length
  }
  changeUntil(old.text.length, now.text.length)
  return segments
}

/** Where a text is cut so that each of `parts` begins where its own first kept word does: the starts but the first. */
export function seams(
  whole: readonly Inline[],
  parts: readonly (readonly Inline[])[],
  comparer: Comparer,
): number[] {
  const flatWhole = flatten(whole)
  const words = wordsOf(flatWhole.text, comparer.vocabulary, flatWhole.signs)
  const wordsOfParts = parts.map(part => {
    const flat = flatten(part)
    return wordsOf(flat.text, comparer.vocabulary, flat.signs).ids
  })
  const all = Int32Array.from(wordsOfParts.flatMap(ids => [...ids]))
  const runs = keptRuns(words.ids, all, comparer.effort)
  const starts: number[] = []
  let begins = 0
  for (const ids of wordsOfParts.slice(0, -1)) {
    begins += ids.length
    // What was removed at the seam goes with the part before it.
    const run = runs.find(one => one.after + one.length > begins)
    const place = run ? run.before + Math.max(0, begins - run.after) : words.ids.length
    starts.push(words.starts[place] ?? flatWhole.text.length)
  }
  return starts
}

/** What both texts have, in UTF-16 units. A footnote may be another note in the same place. */
function keptRanges(old: FlatText, now: FlatText, comparer: Comparer): KeptRun[] {
  if (old.text === now.text && old.signs.size + now.signs.size === 0) {
    return old.text === '' ? [] : [{ before: 0, after: 0, length: old.text.length }]
  }
  const { vocabulary, effort } = comparer
  const before = wordsOf(old.text, vocabulary, old.signs)
  const after = wordsOf(now.text, vocabulary, now.signs)
  const notes = new Set<number>()
  for (const { runs, signs } of [old, now]) {
    for (const { start, sign } of runs) {
      if (sign?.type === 'footnote') notes.add(vocabulary.id(signs.get(start) ?? '', 1))
    }
  }
  const found = keptRuns(before.ids, after.ids, effort)
  const tidy = tidyRuns(found, before.ids, after.ids, vocabulary, id => !notes.has(id))
  const runs = notes.size > 0 ? withNotes(tidy, before, after, notes) : tidy
  return withSpaces(runs, old.text, before, now.text, after)
}

/** Where a change has as many footnotes on both sides, they are the same ones, rewritten. */
function withNotes(
  runs: readonly KeptRun[],
  before: Words,
  after: Words,
  notes: ReadonlySet<number>,
): KeptRun[] {
  const notesIn = (ids: Int32Array, start: number, end: number) =>
    [...ids.subarray(start, end).keys()]
      .map(place => start + place)
      .filter(place => notes.has(ids[place] ?? -1))
  const paired: KeptRun[] = []
  let [from, to] = [0, 0]
  for (const run of [...runs, { before: before.ids.length, after: after.ids.length, length: 0 }]) {
    const olds = notesIn(before.ids, from, run.before)
    const news = notesIn(after.ids, to, run.after)
    if (olds.length === news.length) {
      for (const [index, place] of olds.entries()) {
        paired.push({ before: place, after: news[index] ?? 0, length: 1 })
      }
    }
    paired.push(run)
    from = run.before + run.length
    to = run.after + run.length
  }
  return paired
}

/** Kept words as stretches of text, with the spaces between and beside them that both texts have. */
function withSpaces(
  runs: readonly KeptRun[],
  oldText: string,
  before: Words,
  newText: string,
  after: Words,
): KeptRun[] {
  const ranges: KeptRun[] = []
  const keep = (start: number, startAfter: number, length: number) => {
    if (length === 0) return
    const last = ranges.at(-1)
    if (last && last.before + last.length === start && last.after + last.length === startAfter) {
      ranges[ranges.length - 1] = { ...last, length: last.length + length }
    } else ranges.push({ before: start, after: startAfter, length })
  }
  // The next word of each text that has not been passed, and where the last kept one ended.
  let [word, wordAfter, end, endAfter] = [0, 0, 0, 0]
  const keepSpaces = (until: number, untilAfter: number) => {
    const start = before.starts[until] ?? oldText.length
    const startAfter = after.starts[untilAfter] ?? newText.length
    const [lead, leadAfter] = [
      oldText.slice(end, before.starts[word] ?? oldText.length),
      newText.slice(endAfter, after.starts[wordAfter] ?? newText.length),
    ]
    const keepsLead = lead === leadAfter
    if (keepsLead) keep(end, endAfter, lead.length)
    // A text without a word in between has only one space, which is both.
    const canTrail = !keepsLead || (word < until && wordAfter < untilAfter)
    if (!canTrail) return
    const trail = word < until ? oldText.slice(before.ends[until - 1], start) : lead
    const trailAfter =
      wordAfter < untilAfter ? newText.slice(after.ends[untilAfter - 1], startAfter) : leadAfter
    if (trail === trailAfter) keep(start - trail.length, startAfter - trail.length, trail.length)
  }
  for (const run of runs) {
    for (let nth = 0; nth < run.length; nth += 1) {
      const [place, placeAfter] = [run.before + nth, run.after + nth]
      keepSpaces(place, placeAfter)
      const start = before.starts[place] ?? 0
      keep(start, after.starts[placeAfter] ?? 0, (before.ends[place] ?? 0) - start)
      word = place + 1
      wordAfter = placeAfter + 1
      end = before.ends[place] ?? 0
      endAfter = after.ends[placeAfter] ?? 0
    }
  }
  keepSpaces(before.ids.length, after.ids.length)
  return ranges
}

/** A kept stretch, cut where it looks otherwise than it did. */
function pushKept(segments: Segment[], old: FlatText, now: FlatText, range: KeptRun, comparer: Comparer) {
  let kept: Inline[] = []
  let pieces: FormattedPiece[] = []
  const flush = () => {
    if (kept.length > 0) segments.push({ is: 'kept', content: joinRuns(kept) })
    if (pieces.length > 0) segments.push({ is: 'formatted', pieces, change: comparer.nextChange() })
    kept = []
    pieces = []
  }
  for (let passed = 0; passed < range.length; ) {
    const [from, to] = [range.before + passed, range.after + passed]
    const was = old.runs[runAt(old.runs, from)]
    const is = now.runs[runAt(now.runs, to)]
    if (!was || !is) break
    const length = Math.min(was.end - from, is.end - to, range.length - passed)
    passed += length
    const text = now.text.slice(to, to + length)
    if (was.sign && is.sign) {
      const isSame = old.signs.get(from) === now.signs.get(to)
      if (isSame ? pieces.length > 0 : true) flush()
      if (isSame) kept.push(is.sign)
      else if (was.sign.type === 'footnote' && is.sign.type === 'footnote') {
        const inner = compareText(was.sign.content, is.sign.content, comparer)
        segments.push({ is: 'footnote', segments: inner })
      }
    } else if (sameLook(was.look, is.look)) {
      if (pieces.length > 0) flush()
      kept.push({ type: 'text', text, ...is.look })
    } else {
      const piece: FormattedPiece = { text, before: was.look, after: is.look }
      const last = pieces.at(-1)
      if (kept.length > 0 || (last && step(last) !== step(piece))) flush()
      pieces.push(piece)
    }
  }
  flush()
}

/** What a piece has gained and lost. */
function step({ before, after }: FormattedPiece): string {
  const gain = (name: keyof TextLook) => (before[name] === after[name] ? 0 : (after[name] ?? -1))
  return JSON.stringify([gain('bold'), gain('italic'), gain('link')])
}
