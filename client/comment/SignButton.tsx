import type { KeyboardEvent } from 'react'
import { useText } from '../text/useText.ts'
import { Icon } from '../ui/Icon.tsx'
import { useCommentsOnPage } from './CommentsContext.ts'

interface SignButtonProps {
  /** Ids of the threads here, with commas between. */
  readonly threads: string
  /** What they are about. */
  readonly name: string
  /** Says aloud that the first can be written here. */
  readonly beginName: string
  readonly className: string | undefined
  /** Whether Tab stops at it, when there are comments and when there are none. */
  readonly isStop: { readonly some: boolean; readonly none: boolean }
  readonly isPlain?: boolean
  readonly onBegin: () => void
  readonly onKeyDown?: (event: KeyboardEvent) => void
}

/** How many comments there are somewhere, which it leads to; without any, a way to write the first. */
export function SignButton(props: SignButtonProps) {
  const { threads, name, beginName, className, isStop, isPlain = false, onBegin, onKeyDown } = props
  const { comments, mayBegin, open } = useCommentsOnPage()
  const { comments: words } = useText()
  const ids = threads === '' ? [] : threads.split(',')
  const [first] = ids
  if (first !== undefined) {
    const label = words.commentsHere(ids.length, name)
    return (
      <button
        type="button"
        className={className}
        data-count={ids.length}
        aria-label={label}
        title={label}
        tabIndex={isStop.some ? 0 : -1}
        onClick={() => open(ids.find(id => comments.entry(id)?.thread.resolved === null) ?? first)}
        onKeyDown={onKeyDown}
      >
        <Icon name="comment" />
        <span aria-hidden="true">{ids.length}</span>
      </button>
    )
  }
  if (!mayBegin) return null
  return (
    <button
      type="button"
      className={className}
      data-plain={isPlain || undefined}
      aria-label={beginName}
      title={beginName}
      tabIndex={isStop.none ? 0 : -1}
      onClick={onBegin}
      onKeyDown={onKeyDown}
    >
      <Icon name="comment" />
      {isPlain && <span aria-hidden="true">{words.comment}</span>}
    </button>
  )
}
