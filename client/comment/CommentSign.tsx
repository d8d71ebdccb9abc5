import { useSyncExternalStore } from 'react'
import type { WantedPlace } from '../../shared/http/comments.ts'
import { useText } from '../text/useText.ts'
import { Icon } from '../ui/Icon.tsx'
import styles from './CommentSign.module.css'
import { useCommentsOnPage } from './CommentsContext.ts'

interface CommentSignProps {
  readonly place: Extract<WantedPlace, { is: 'field' | 'section' }>
  /** What it is called: the heading, or the field's label. */
  readonly name: string
  /** Always there to write the first, in words, and for Tab to stop at: where to comment is what one has come for. */
  readonly isPlain?: boolean
}

/**
 * The sign at a heading or a field: how many comments there are, which it leads to; without any, a way to write the
 * first, seen when one is there.
 */
export function CommentSign({ place, name, isPlain = false }: CommentSignProps) {
  const { comments, desk, mayBegin, begin, open } = useCommentsOnPage()
  const { comments: words } = useText()
  // As a word, so that it is drawn anew only when it is another.
  const here = useSyncExternalStore(desk.subscribe, () =>
    desk
      .shown()
      .filter(({ thread }) => isAt(thread.place, place))
      .map(({ thread }) => thread.id)
      .join(),
  )
  const ids = here === '' ? [] : here.split(',')
  const [first] = ids
  if (first !== undefined) {
    return (
      <button
        type="button"
        className={styles.sign}
        data-count={ids.length}
        aria-label={words.commentsHere(ids.length, name)}
        title={words.commentsHere(ids.length, name)}
        onClick={() => open(ids.find(id => comments.entry(id)?.thread.resolved === null) ?? first)}
      >
        <Icon name="comment" />
        <span aria-hidden="true">{ids.length}</span>
      </button>
    )
  }
  if (!mayBegin) return null
  const label = place.is === 'field' ? words.commentField(name) : words.commentSection(name)
  return (
    <button
      type="button"
      className={styles.sign}
      data-plain={isPlain || undefined}
      aria-label={label}
      title={label}
      // Not one more stop of Tab at every field: the keys are Ctrl+Alt+M in it.
      tabIndex={isPlain ? 0 : -1}
      onClick={() => begin(place)}
    >
      <Icon name="comment" />
      {isPlain && <span aria-hidden="true">{words.comment}</span>}
    </button>
  )
}

function isAt(
  one: WantedPlace | { readonly is: string; readonly section: string },
  place: CommentSignProps['place'],
): boolean {
  if (one.is !== place.is || one.section !== place.section) return false
  return place.is === 'section' || ('field' in one && one.field === place.field)
}
