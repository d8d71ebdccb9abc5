import { type KeyboardEvent, useSyncExternalStore } from 'react'
import type { RowOfCells } from '../form/BesideForm.ts'
import { useText } from '../text/useText.ts'
import { useCommentsOnPage } from './CommentsContext.ts'
import { fieldOf } from './placeOnPage.ts'
import styles from './RowSign.module.css'
import { rowThreads } from './rowThreads.ts'
import { SignButton } from './SignButton.tsx'

interface RowSignProps {
  readonly section: string
  readonly row: RowOfCells
}

/** The sign of a row of cells: how many comments there are about any of them, or a way to write the first. */
export function RowSign({ section, row }: RowSignProps) {
  const { desk, begin } = useCommentsOnPage()
  const { comments: words } = useText()
  const here = useSyncExternalStore(desk.subscribe, () =>
    rowThreads(desk.shown(), section, row.sheet, row.key),
  )
  // A sheet is one stop of Tab; the comments of the row that one is in are another.
  const isStop = useSyncExternalStore(
    here === '' ? never : row.subscribe,
    () => here !== '' && row.isActive(),
  )
  return (
    <SignButton
      threads={here}
      name={row.name}
      beginName={words.commentRow(row.name)}
      className={styles.sign}
      isStop={{ some: isStop, none: false }}
      onBegin={() => begin({ is: 'field', section, field: fieldOf(row.cell()) })}
      onKeyDown={pressHere}
    />
  )
}

const never = () => () => {}

/** These press the sign, and do nothing in the sheet. */
function pressHere(event: KeyboardEvent): void {
  if (event.key === 'Enter' || event.key === ' ') event.stopPropagation()
}
