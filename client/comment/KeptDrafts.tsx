import { useSyncExternalStore } from 'react'
import { useText } from '../text/useText.ts'
import { Button } from '../ui/Button.tsx'
import styles from './CommentColumn.module.css'
import { useCommentsOnPage, useDesk } from './CommentsContext.ts'
import { placeWords } from './placeWords.ts'

/** Comments that have been begun and put away; answers stand in their threads. */
export function KeptDrafts() {
  const { desk, drafts, form, budget, begin } = useCommentsOnPage()
  const text = useText()
  const { comments: words } = text
  const all = useSyncExternalStore(drafts.subscribe, drafts.all)
  const composing = useDesk(desk, state => state.composing?.key)
  const put = all.flatMap(([key, { place }]) => (place === null || key === composing ? [] : [{ key, place }]))
  if (put.length === 0) return null
  return (
    <ul className={styles.drafts} aria-label={words.keptDrafts}>
      {put.map(({ key, place }) => (
        <li key={key}>
          <p>
            {words.keptDraft}: {drafts.get(key)?.text}
          </p>
          <div className={styles.draftActions}>
            <Button
              look="quiet"
              aria-label={`${words.goOn}: ${words.keptDraftAt(placeWords(text, form, place, budget()))}`}
              onClick={() => begin(place)}
            >
              {words.goOn}
            </Button>
            <Button
              look="quiet"
              aria-label={`${words.throwAway}: ${words.keptDraftAt(placeWords(text, form, place, budget()))}`}
              onClick={() => drafts.remove(key)}
            >
              {words.throwAway}
            </Button>
          </div>
        </li>
      ))}
    </ul>
  )
}
