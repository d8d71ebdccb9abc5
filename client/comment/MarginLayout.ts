import type { Thread } from '../../shared/http/comments.ts'
import { type Anchor, findAnchors } from './anchors.ts'
import { type Beyond, beyondWindow } from './beyondWindow.ts'
import type { Composing } from './Desk.ts'
import { type Card, layoutMargin } from './layoutMargin.ts'
import { lookOf, nearCards, type Standing, type Stretch, stretchAround } from './nearCards.ts'
import { inReadingOrder } from './readingOrder.ts'

/** What is to be laid out. */
export interface Laid {
  readonly threads: readonly Thread[]
  readonly composing: Composing | null
  readonly pivotId: string | null
  /** Those that are drawn however far away they are. */
  readonly kept: ReadonlySet<string>
}

export interface Placed {
  /** Those with a place on the page, in reading order. */
  readonly order: readonly string[]
  /** Those without. */
  readonly lost: readonly string[]
  /** Those to be drawn: near the window, or kept. */
  readonly near: ReadonlySet<string>
  /** Those further up and down, when none is to be seen; else null. */
  readonly beyond: Beyond | null
}

/** Cards follow the text when it has rested so long; what changes the height of the page moves them at once. */
const restMs = 400

/** How long cards may be on their way to make room for the one that has been selected. */
const movingMs = 400

/** So much of the window lies under the head of the margin, in pixels. */
const headHeight = 100

/** A card's height in pixels until one that looks like it has been drawn. */
const guessedHeight = 130

/**
 * Puts the cards of the margin at their places, without React: what moves them most is that somebody writes. It reads
 * all that it needs, then writes, once a frame at most. Cards stand in the page and scroll with it. All have a place,
 * but only those near the window are drawn: the browser's work at each key press grows with what stands in the page.
 */
export class MarginLayout {
  readonly #margin: HTMLElement
  readonly #page: () => ParentNode & Element
  readonly #onPlaced: (placed: Placed) => void
  readonly #cards = new Map<string, HTMLElement>()
  readonly #observer: ResizeObserver
  /** Measured last, of each card and of each look. */
  readonly #heights = new Map<string, number>()
  readonly #heightOfLook = new Map<string, number>()
  readonly #ending = new AbortController()
  #laid: Laid = { threads: [], composing: null, pivotId: null, kept: new Set() }
  #standing: readonly (Standing & Card)[] = []
  /** Where the window begins, in pixels from the top of the margin. */
  #top = 0
  #stretch: Stretch = { from: 0, to: 0 }
  #anchors: ReadonlyMap<string, Anchor> = new Map()
  #isStale = true
  #frame = 0
  #scrolled = 0
  #timer: ReturnType<typeof setTimeout> | undefined
  #moving: ReturnType<typeof setTimeout> | undefined
  #placed = ''

  constructor(margin: HTMLElement, page: () => ParentNode & Element, onPlaced: (placed: Placed) => void) {
    this.#margin = margin
    this.#page = page
    this.#onPlaced = onPlaced
    this.#observer = new ResizeObserver(() => this.soon())
    this.#observer.observe(margin)
    this.#observer.observe(page())
    const { signal } = this.#ending
    addEventListener('scroll', () => this.#scroll(), { passive: true, signal })
    addEventListener('resize', () => this.moved(), { signal })
  }

  /** A card has come; returns what to do when it goes. */
  add(id: string, card: HTMLElement): () => void {
    this.#cards.set(id, card)
    this.#observer.observe(card)
    return () => {
      this.#cards.delete(id)
      this.#observer.unobserve(card)
    }
  }

  /** Lays out at once; before the browser paints, if it is called in a layout effect. */
  lay(laid: Laid): void {
    if (laid.pivotId !== this.#laid.pivotId && this.#placed !== '') this.#showMoving()
    this.#laid = laid
    this.#isStale = true
    this.#measure()
  }

  /** Puts the cards that have just been drawn at their places, before the browser paints. */
  settle(): void {
    this.#measure()
  }

  /** What is about the text may have moved, or be drawn anew. */
  moved(): void {
    this.#isStale = true
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.soon(), restMs)
  }

  soon(): void {
    if (this.#frame === 0) this.#frame = requestAnimationFrame(() => this.#measure())
  }

  stop(): void {
    this.#ending.abort()
    cancelAnimationFrame(this.#frame)
    cancelAnimationFrame(this.#scrolled)
    clearTimeout(this.#timer)
    clearTimeout(this.#moving)
    this.#observer.disconnect()
  }

  #measure(): void {
    cancelAnimationFrame(this.#frame)
    this.#frame = 0
    const { threads, composing, pivotId } = this.#laid
    const isOld = this.#isStale || [...this.#anchors.values()].some(({ element }) => !element.isConnected)
    if (isOld) this.#anchors = findAnchors(this.#page(), threads, composing)
    this.#isStale = false

    const origin = this.#margin.getBoundingClientRect().top
    const standing = inReadingOrder(
      [...this.#anchors].flatMap(([id, { element, order }]) => {
        const rect = element.getClientRects()[0]
        return rect ? [{ id, top: rect.top - origin, left: rect.left, order }] : []
      }),
    )
    const looks = new Map(threads.map(thread => [thread.id, lookOf(thread)]))
    for (const [id, card] of this.#cards) this.#keepHeight(id, card.offsetHeight, looks.get(id))
    const cards = standing.map(({ id, top }) => ({
      id,
      anchor: top,
      height: this.#heights.get(id) ?? this.#heightOfLook.get(looks.get(id) ?? '') ?? guessedHeight,
    }))
    const tops = this.#topsOf(cards, pivotId, -origin, isOld)
    this.#standing = cards.map((card, at) => ({ ...card, top: tops[at] ?? 0 }))
    this.#top = -origin
    this.#stretch = stretchAround(this.#top, innerHeight)

    const drawn = this.#standing.flatMap(({ id, top }) => {
      const card = this.#cards.get(id)
      return card ? [{ card, place: `translateY(${Math.round(top)}px)` }] : []
    })
    for (const { card, place } of drawn) if (card.style.transform !== place) card.style.transform = place
    this.#show(drawn.map(({ card }) => card))
    this.#tell()
  }

  /** The selected one is whole: its height says nothing of others. One that is hidden has none. */
  #keepHeight(id: string, height: number, look: string | undefined): void {
    if (height === 0) return
    this.#heights.set(id, height)
    if (look !== undefined && id !== this.#laid.pivotId) this.#heightOfLook.set(look, height)
  }

  /**
   * Where the cards stand. When only heights have become known, the topmost card in the window stays where it is, unless
   * the selected one is about: those above it make room upwards, out of sight.
   */
  #topsOf(
    cards: readonly Card[],
    pivotId: string | null,
    top: number,
    isTextOther: boolean,
  ): readonly number[] {
    const tops = layoutMargin(cards, pivotId)
    if (isTextOther || cards.some(({ id }) => id === pivotId)) return tops
    const seen = this.#standing.find(card => card.top + card.height > top)
    const at = cards.findIndex(({ id }) => id === seen?.id)
    const card = cards[at]
    if (!seen || !card) return tops
    const natural = (tops[at] ?? 0) - card.anchor
    const before = seen.top - seen.anchor
    if (Math.abs(natural - before) < 1) return tops
    const alone = (layoutMargin([card], null)[0] ?? 0) - card.anchor
    return layoutMargin(cards, card.id, before - alone)
  }

  #scroll(): void {
    if (this.#scrolled !== 0) return
    this.#scrolled = requestAnimationFrame(() => {
      this.#scrolled = 0
      this.#top = -this.#margin.getBoundingClientRect().top
      this.#stretch = stretchAround(this.#top, innerHeight)
      this.#tell()
    })
  }

  /** A card that has just come stands where it belongs at once: it is not seen to move there. */
  #show(cards: readonly HTMLElement[]): void {
    const come = cards.filter(({ dataset }) => dataset.placed === undefined)
    if (come.length === 0) return
    // The browser takes note of the places before it may let them move.
    this.#margin.getBoundingClientRect()
    for (const { dataset } of come) dataset.placed = ''
  }

  /** Cards are seen to move when another is selected, and not when they only follow the text. */
  #showMoving(): void {
    this.#margin.dataset.moving = ''
    clearTimeout(this.#moving)
    this.#moving = setTimeout(() => {
      delete this.#margin.dataset.moving
    }, movingMs)
  }

  #tell(): void {
    const order = this.#standing.map(({ id }) => id)
    const here = new Set(order)
    const lost = this.#laid.threads.map(({ id }) => id).filter(id => !here.has(id))
    const near = nearCards(this.#standing, this.#stretch, this.#laid.kept)
    const window = { from: this.#top + headHeight, to: this.#top + innerHeight }
    const beyond = beyondWindow(this.#standing, window)
    const placed = [order, lost, [...near], Object.values(beyond ?? {})].map(ids => ids.join()).join(' ')
    if (placed === this.#placed) return
    this.#placed = placed
    this.#onPlaced({ order, lost, near, beyond })
  }
}
