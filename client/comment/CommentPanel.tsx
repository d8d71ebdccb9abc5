import { type KeyboardEvent, useEffect, useSyncExternalStore } from 'react'
import { useText } from '../text/useText.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import styles from './CommentColumn.module.css'
import { CommentColumn } from './CommentColumn.tsx'
import { CommentList } from './CommentList.tsx'
import { partyNameOf, useCommentsOnPage, useDesk } from './CommentsContext.ts'
import { Filters } from './Filters.tsx'
import { KeptDrafts } from './KeptDrafts.tsx'
import { LostActs } from './LostActs.tsx'
import { stepCards } from './stepCards.ts'

/** The panel of comments: at their words, or as a list where there is no room, or she would rather have that. */
export function CommentPanel({ is }: { readonly is: 'column' | 'drawer' }) {
  const { comments, desk, round, me, parties, mayBegin, begin, goBack } = useCommentsOnPage()
  const { comments: words } = useText()
  const entries = useSyncExternalStore(comments.subscribe, comments.entries)
  const shown = useSyncExternalStore(desk.subscribe, desk.shown)
  const asList = useDesk(desk, state => state.asList)
  const isLoaded = useSyncExternalStore(comments.subscribe, () => comments.isLoaded)
  const isAway = useSyncExternalStore(comments.subscribe, () => comments.isAway)
  const composing = useDesk(desk, state => state.composing !== null)
  useEffect(() => {
    desk.set({ isOpen: true })
    return () => desk.set({ isOpen: false })
  }, [desk])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented && is === 'column') {
      // What asks something closes by itself; a second press closes the margin.
      if (event.target instanceof Element && event.target.closest('dialog') !== null) return
      if (goBack()) event.preventDefault()
      return
    }
    if (!(event.target instanceof HTMLElement) || event.target.matches('textarea, select, input')) return
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const step = { j: 1, k: -1 }[event.key.toLowerCase()]
    if (step === undefined) return
    event.preventDefault()
    stepCards(desk, step)
  }
  const isList = is === 'drawer' || asList
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys that lead from card to card
    <div className={isList ? styles.listPanel : styles.marginPanel} data-comments="" onKeyDown={onKeyDown}>
      <div className={styles.tools}>
        {mayBegin && (
          <Button
            icon={<Icon name="add" />}
            title={words.newCommentKeys}
            // What is selected in the text stays selected.
            onMouseDown={event => event.preventDefault()}
            onClick={() => begin()}
          >
            {words.newComment}
          </Button>
        )}
        {is === 'column' && (
          <IconButton
            label={words.list}
            icon={<Icon name="list" />}
            aria-pressed={asList}
            onClick={() => desk.set({ asList: !asList })}
          />
        )}
        <Filters entries={entries} shown={shown.length} />
        {round !== null && (
          <p className={styles.whoSees}>{words.onlyUntilReply(partyNameOf(parties, me.partyId))}</p>
        )}
        <KeptDrafts />
        <LostActs />
      </div>
      {!isLoaded && <p className={styles.empty}>{isAway ? words.noContactYet : words.loading}</p>}
      {isLoaded && shown.length === 0 && !composing && (
        <p className={styles.empty}>
          {entries.length > 0 ? words.nonePass : mayBegin ? words.none : words.noneToRead}
        </p>
      )}
      {isList ? <CommentList entries={shown} /> : <CommentColumn entries={shown} />}
    </div>
  )
}
