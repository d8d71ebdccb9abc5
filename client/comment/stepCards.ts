import { flushSync } from 'react-dom'
import { draftId } from '../editor/comments/TextComments.ts'
import { anchorOf } from './anchors.ts'
import { cardId, type Desk } from './Desk.ts'

/** Goes to the next card in reading order, or the one before, drawn or not; false if there is none. */
export function stepCards(desk: Desk, step: number): boolean {
  const { placed, selected } = desk.state()
  const order = placed?.order.filter(id => id !== draftId) ?? idsInList()
  const focused = document.activeElement?.closest<HTMLElement>('[data-thread-card]')?.dataset.threadCard
  const at = order.indexOf(focused ?? '')
  const from = at === -1 ? order.indexOf(selected ?? '') : at
  const next = order[from === -1 ? (step > 0 ? 0 : order.length - 1) : from + step]
  if (next === undefined) return false
  goToCard(desk, next)
  return true
}

/** Goes to a card, drawn or not; in the margin its words come into view with it. */
export function goToCard(desk: Desk, next: string): void {
  const { placed } = desk.state()
  // A card that is not drawn comes when it is selected.
  if (!desk.hasCard(next)) flushSync(() => desk.set({ selected: next }))
  const card = document.getElementById(cardId(next))
  card?.focus({ preventScroll: true })
  const place = desk.shown().find(({ thread }) => thread.id === next)?.thread.place
  const anchor = placed && place ? anchorOf(document, place, next) : null
  // In the margin the words bring their card along.
  if (anchor === null) card?.scrollIntoView({ block: 'nearest' })
  else if (!isInView(anchor)) anchor.scrollIntoView({ block: 'center' })
}

/** Whether the top of it is to be seen, below the bar of the page. */
function isInView(element: Element): boolean {
  const { top } = element.getBoundingClientRect()
  return top > window.innerHeight / 5 && top < window.innerHeight * 0.8
}

/** Of the cards in the list, which are all there. */
function idsInList(): readonly string[] {
  const cards = [...document.querySelectorAll<HTMLElement>('[data-comments] [data-thread-card]')]
  return cards.filter(card => card.offsetParent !== null).map(({ dataset }) => dataset.threadCard ?? '')
}
