import { useSyncExternalStore } from 'react'
import type { WantedPlace } from '../../shared/http/comments.ts'
import { useText } from '../text/useText.ts'
import styles from './CommentSign.module.css'
import { useCommentsOnPage } from './CommentsContext.ts'
import { SignButton } from './SignButton.tsx'

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
  const { desk, begin } = useCommentsOnPage()
  const { comments: words } = useText()
  // As a word, so that it is drawn anew only when it is another.
  const here = useSyncExternalStore(desk.subscribe, () =>
    desk
      .shown()
      .filter(({ thread }) => isAt(thread.place, place))
      .map(({ thread }) => thread.id)
      .join(),
  )
  return (
    <SignButton
      threads={here}
      name={name}
      beginName={place.is === 'field' ? words.commentField(name) : words.commentSection(name)}
      className={styles.sign}
      // Not one more stop of Tab at every field: the keys are Ctrl+Alt+M in it.
      isStop={{ some: true, none: isPlain }}
      isPlain={isPlain}
      onBegin={() => begin(place)}
    />
  )
}

function isAt(
  one: WantedPlace | { readonly is: string; readonly section: string },
  place: CommentSignProps['place'],
): boolean {
  if (one.is !== place.is || one.section !== place.section) return false
  return place.is === 'section' || ('field' in one && one.field === place.field)
}
