import { useCallback, useLayoutEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { draftId } from '../editor/comments/TextComments.ts'
import { useText } from '../text/useText.ts'
import { Button } from '../ui/Button.tsx'
import type { Entry } from './acts.ts'
import styles from './CommentColumn.module.css'
import { useCommentsOnPage, useDesk } from './CommentsContext.ts'
import { answerKey, editKey } from './Drafts.ts'
import { MarginLayout, type Placed } from './MarginLayout.ts'
import { NewComment } from './NewComment.tsx'
import { drawingOrder } from './readingOrder.ts'
import { goToCard } from './stepCards.ts'
import { ThreadCard } from './ThreadCard.tsx'

const nothingYet: Placed = { order: [], lost: [], near: new Set(), beyond: null }

/** The cards beside the words that they are about; of those far from the window only the places are known. */
export function CommentColumn({ entries }: { readonly entries: readonly Entry[] }) {
  const { desk, drafts } = useCommentsOnPage()
  const { comments: words } = useText()
  const selected = useDesk(desk, state => state.selected)
  const composing = useDesk(desk, state => state.composing)
  const list = useRef<HTMLOListElement>(null)
  const layout = useRef<MarginLayout | null>(null)
  const placed = useDesk(desk, state => state.placed) ?? nothingYet
  const begun = useSyncExternalStore(drafts.subscribe, drafts.all)
  const [, setLeft] = useState(0)
  const drawnBefore = useRef<readonly string[]>([])

  // Before the cards are laid out, which is an effect of this same drawing.
  useLayoutEffect(() => {
    const margin = list.current
    if (margin === null) return
    const made = new MarginLayout(margin, pageOfForm, now => desk.set({ placed: now }))
    layout.current = made
    for (const card of margin.querySelectorAll<HTMLElement>(':scope > li'))
      made.add(card.dataset.card ?? '', card)
    const stop = desk.whenMoved(() => made.moved())
    return () => {
      stop()
      made.stop()
      layout.current = null
      desk.set({ placed: null })
    }
  }, [desk])

  const byId = useMemo(() => new Map(entries.map(entry => [entry.thread.id, entry])), [entries])
  const lost = new Set(placed.lost)
  const { beyond } = placed
  const now = useMemo(
    () =>
      [...placed.order, ...placed.lost].filter(
        id => placed.near.has(id) && (byId.has(id) || (id === draftId && composing !== null)),
      ),
    [placed, byId, composing],
  )
  const kept = useMemo(() => {
    const written = new Set(begun.map(([key]) => key))
    const withDraft = entries.filter(
      ({ thread: { id, posts } }) =>
        written.has(answerKey(id)) || posts.some(post => written.has(editKey(post.id))),
    )
    const ids = [selected, composing && draftId, ...withDraft.map(({ thread }) => thread.id)]
    return new Set(ids.filter(id => id !== null))
  }, [entries, begun, selected, composing])
  // Looked at and not remembered: what has focus when it goes away says nothing.
  const isBusy = list.current?.contains(document.activeElement) ?? false
  const order = drawingOrder(drawnBefore.current, now, isBusy)
  drawnBefore.current = order

  useLayoutEffect(() => {
    layout.current?.lay({
      threads: entries.map(({ thread }) => thread),
      composing,
      pivotId: composing ? draftId : selected,
      kept,
    })
  }, [entries, composing, selected, kept])

  // biome-ignore lint/correctness/useExhaustiveDependencies: other cards have been drawn
  useLayoutEffect(() => layout.current?.settle(), [placed.near])

  const register = useCallback((card: HTMLLIElement | null) => {
    if (card === null) return
    return layout.current?.add(card.dataset.card ?? '', card)
  }, [])
  const stop =
    selected !== null && byId.has(selected) && !lost.has(selected) ? selected : firstOf(order, lost)

  const total = placed.order.length
  const numbers = useMemo(() => new Map(placed.order.map((id, at) => [id, at + 1])), [placed])

  return (
    <>
      <div className={styles.aside}>
        {lost.size > 0 && (
          <p className={styles.lost}>
            <Button look="quiet" onClick={() => desk.set({ asList: true })}>
              {words.withoutPlaceCount(lost.size)}
            </Button>
          </p>
        )}
        {beyond !== null && (
          <div className={styles.beyond}>
            <p>{words.notHere(beyond.above, beyond.below)}</p>
            <Button onClick={() => goToCard(desk, beyond.nearest)}>{words.showNearest}</Button>
          </div>
        )}
      </div>
      {order.length < total && <p className="sr-only">{words.nearOnly(total)}</p>}
      <ol
        ref={list}
        className={styles.margin}
        aria-label={words.listName}
        onBlur={event => {
          if (!event.currentTarget.contains(event.relatedTarget)) setLeft(count => count + 1)
        }}
      >
        {order.map(id => {
          const entry = byId.get(id)
          return (
            <li
              key={id}
              ref={register}
              data-card={id}
              className={styles.place}
              hidden={lost.has(id)}
              aria-posinset={numbers.get(id)}
              aria-setsize={total}
            >
              {entry ? (
                <ThreadCard
                  entry={entry}
                  isSelected={id === selected}
                  isStop={id === stop}
                  saysWhere={false}
                />
              ) : (
                composing && <NewComment key={composing.number} composing={composing} />
              )}
            </li>
          )
        })}
      </ol>
    </>
  )
}

function firstOf(order: readonly string[], lost: ReadonlySet<string>): string | null {
  return order.find(id => id !== draftId && !lost.has(id)) ?? null
}

/** The sheet with the form; it is always there when there are comments to it. */
function pageOfForm(): Element {
  return document.querySelector('main article') ?? document.body
}
