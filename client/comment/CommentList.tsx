import { useEffect, useState } from 'react'
import { useText } from '../text/useText.ts'
import type { Entry } from './acts.ts'
import { findAnchors } from './anchors.ts'
import styles from './CommentColumn.module.css'
import { useCommentsOnPage, useDesk } from './CommentsContext.ts'
import type { Desk } from './Desk.ts'
import { NewComment } from './NewComment.tsx'
import { headingOf } from './placeWords.ts'
import { inReadingOrder } from './readingOrder.ts'
import { ThreadCard } from './ThreadCard.tsx'

/** How long the text may rest before the list looks at its places again. */
const restMs = 500

/** All cards in the order of the text under its headings; those without a place in it last, by themselves. */
export function CommentList({ entries }: { readonly entries: readonly Entry[] }) {
  const { desk, form } = useCommentsOnPage()
  const { comments: words } = useText()
  const selected = useDesk(desk, state => state.selected)
  const composing = useDesk(desk, state => state.composing)
  const order = useOrder(desk, entries)
  const byId = new Map(entries.map(entry => [entry.thread.id, entry]))
  const placed = order.flatMap(id => byId.get(id) ?? [])
  const lost = entries.filter(({ thread }) => !order.includes(thread.id))
  const stop = selected ?? placed[0]?.thread.id ?? lost[0]?.thread.id ?? null
  const cards = (group: readonly Entry[]) => (
    <ol className={styles.list}>
      {group.map(entry => (
        <li key={entry.thread.id}>
          <ThreadCard
            entry={entry}
            isSelected={entry.thread.id === selected}
            isStop={entry.thread.id === stop}
            saysWhere
          />
        </li>
      ))}
    </ol>
  )
  return (
    <div className={styles.groups}>
      {composing && <NewComment key={composing.number} composing={composing} />}
      {form.sections.map(({ key }) => {
        const group = placed.filter(({ thread }) => thread.place.section === key)
        if (group.length === 0) return null
        return (
          <section key={key} aria-labelledby={`comments-${key}`}>
            <h3 id={`comments-${key}`} className={styles.groupName}>
              {headingOf(form, key)}
            </h3>
            {cards(group)}
          </section>
        )
      })}
      {lost.length > 0 && (
        <section aria-labelledby="comments-lost">
          <h3 id="comments-lost" className={styles.groupName}>
            {words.withoutPlace}
          </h3>
          <p className={styles.groupHelp}>{words.withoutPlaceHelp}</p>
          {cards(lost)}
        </section>
      )}
    </div>
  )
}

/** Ids of those with a place on the page, in reading order. */
function useOrder(desk: Desk, entries: readonly Entry[]): readonly string[] {
  const [order, setOrder] = useState<readonly string[]>(() => orderOf(entries))
  useEffect(() => {
    const look = () =>
      setOrder(before => {
        const now = orderOf(entries)
        return now.join() === before.join() ? before : now
      })
    let timer: ReturnType<typeof setTimeout> | undefined
    look()
    const stop = desk.whenMoved(() => {
      clearTimeout(timer)
      timer = setTimeout(look, restMs)
    })
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [desk, entries])
  return order
}

function orderOf(entries: readonly Entry[]): readonly string[] {
  const page = document.querySelector('main article')
  if (page === null) return []
  const anchors = findAnchors(
    page,
    entries.map(({ thread }) => thread),
    null,
  )
  const places = [...anchors].map(([id, { element, order }]) => {
    const { top, left } = element.getBoundingClientRect()
    return { id, top, left, order }
  })
  return inReadingOrder(places).map(({ id }) => id)
}
