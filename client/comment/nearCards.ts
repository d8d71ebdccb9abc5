import type { Thread } from '../../shared/http/comments.ts'

/** A stretch of the margin, in pixels from its top. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/** Where a card stands, drawn or not. */
export interface Standing {
  readonly id: string
  readonly top: number
  readonly height: number
}

/** So many heights of the window are drawn above it, and below it. */
const ahead = 1.25

/** The stretch moves by so much of a window at a time: what is scrolled less changes nothing. */
const step = 0.5

/** What is drawn around a window that begins at `top` and is `height` high. */
export function stretchAround(top: number, height: number): Stretch {
  const stride = Math.max(1, height * step)
  return {
    from: Math.floor((top - height * ahead) / stride) * stride,
    to: Math.ceil((top + height * (1 + ahead)) / stride) * stride,
  }
}

/** Ids of the cards that reach into the stretch, in the order given, and of all that are `kept`. */
export function nearCards(
  cards: readonly Standing[],
  { from, to }: Stretch,
  kept: ReadonlySet<string>,
): ReadonlySet<string> {
  const near = cards.filter(({ top, height }) => top < to && top + height > from)
  return new Set([...near.map(({ id }) => id), ...kept])
}

/** How many letters stand on a line of a card, nearly, and how many lines a folded one shows at most. */
const lettersALine = 38
const mostLines = 3

/** What the height of a folded card comes from: cards that look alike are guessed to be equally high. */
export function lookOf({ posts, internalTo, isMaterial, assignee, resolved }: Thread): string {
  const lines = Math.min(mostLines, Math.ceil((posts[0]?.text.length ?? 0) / lettersALine))
  const parts = [internalTo !== null, isMaterial, assignee !== null, resolved !== null, posts.length > 1]
  return `${lines} ${parts.map(Number).join('')}`
}
