import type { Thread, WantedPlace } from '../../shared/http/comments.ts'
import { commentedCell } from '../budget/cellPlace.ts'
import { draftId } from '../editor/comments/TextComments.ts'
import type { Composing } from './Desk.ts'
import { fieldOf } from './placeOnPage.ts'

/** What a card belongs to on the page. */
export interface Anchor {
  readonly element: Element
  /** Tells places on one line apart: their order on the page. */
  readonly order: number
}

/**
 * What each thread, and the comment that is being written, is about on the page; what cannot be found there is not in
 * the answer. Looks through the page once, however many threads there are.
 */
export function findAnchors(
  page: ParentNode,
  threads: readonly Thread[],
  composing: Composing | null,
): ReadonlyMap<string, Anchor> {
  const anchorAt = anchorsIn(page)
  const found = new Map<string, Anchor>()
  const look = (id: string, place: Thread['place'] | WantedPlace) => {
    const anchor = anchorAt(id, place)
    if (anchor) found.set(id, anchor)
  }
  for (const { id, place } of threads) look(id, place)
  if (composing) {
    look(draftId, composing.place)
    const section = composing.place.section
    // Words that have gone while she writes about them: their section is still there.
    const heading = found.has(draftId) ? null : headingOf(page, section)
    if (heading) found.set(draftId, heading)
  }
  return found
}

/** What a thread, or a new comment, is about on the page; null if it is not there. */
export function anchorOf(
  page: ParentNode,
  place: Thread['place'] | WantedPlace,
  id = draftId,
): Element | null {
  return anchorsIn(page)(id, place)?.element ?? null
}

/** Looks through the page once; what it gives tells where each is. */
function anchorsIn(
  page: ParentNode,
): (id: string, place: Thread['place'] | WantedPlace) => Anchor | undefined {
  const words = new Map<string, Anchor>()
  for (const [order, element] of page.querySelectorAll<HTMLElement>('[data-comment]').entries()) {
    const id = element.dataset.comment ?? ''
    if (!words.has(id)) words.set(id, { element, order })
  }
  let fields: ReadonlyMap<string, Anchor> | null = null
  const rows = new Map<string, Rows>()
  const cellAt = (section: string, field: string) => {
    const cell = commentedCell(field)
    if (cell === null) return undefined
    const known = rows.get(section) ?? rowsOf(page, section)
    rows.set(section, known)
    return cellIn(known.get(`${cell.sheet} ${cell.line}`) ?? [], field)
  }
  return (id, place) => {
    if (place.is === 'section') return headingOf(page, place.section)
    if (place.is !== 'field') return words.get(id)
    fields ??= fieldsOf(page)
    return fields.get(`${place.section} ${place.field}`) ?? cellAt(place.section, place.field)
  }
}

function headingOf(page: ParentNode, section: string): Anchor | undefined {
  const element = page.querySelector(`#${CSS.escape(`${section}-heading`)}`)
  return element ? { element, order: -1 } : undefined
}

function fieldsOf(page: ParentNode): ReadonlyMap<string, Anchor> {
  const fields = new Map<string, Anchor>()
  // Of cells there may be thousands: they are looked for in their rows.
  const found = page.querySelectorAll<HTMLElement>('[data-field]:not([data-at])')
  for (const [order, element] of found.entries()) {
    const section = element.closest('section[data-section]')?.id ?? ''
    fields.set(`${section} ${fieldOf(element.dataset.field ?? '')}`, { element, order })
  }
  return fields
}

/** By sheet and row, as what is drawn of it: the row itself, and what says more of it. */
type Rows = ReadonlyMap<string, readonly Anchor[]>

function rowsOf(page: ParentNode, section: string): Rows {
  const rows = new Map<string, Anchor[]>()
  const drawn = page.querySelectorAll<HTMLElement>(`#${CSS.escape(section)} [data-sheet] [data-row]`)
  for (const [order, element] of drawn.entries()) {
    const sheet = element.closest<HTMLElement>('[data-sheet]')?.dataset.sheet
    const row = `${sheet} ${element.dataset.row?.split('.')[0]}`
    rows.set(row, [...(rows.get(row) ?? []), { element, order }])
  }
  return rows
}

/** The cell, or its row when its column is not there, such as that of a partner who has left. */
function cellIn(rows: readonly Anchor[], field: string): Anchor | undefined {
  for (const { element, order } of rows) {
    for (const cell of element.querySelectorAll<HTMLElement>('[data-field]'))
      if (fieldOf(cell.dataset.field ?? '') === field) return { element: cell, order }
  }
  return rows[0]
}
