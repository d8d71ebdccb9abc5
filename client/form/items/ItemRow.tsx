import type { ReactNode } from 'react'
import { useText } from '../../text/useText.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { useMayWrite, useOpenFields } from '../FieldsContext.ts'
import type { Row } from './ItemRows.ts'
import styles from './items.module.css'
import type { ItemList } from './useItemList.ts'

/** What one step up or down does. */
export interface Step {
  readonly go: () => void
  /** Where it leads, if not just past the next row. */
  readonly label?: string
}

interface ItemRowProps {
  readonly row: Row
  readonly items: ItemList
  /** What it is called, e.g. `Effektmål 2`. */
  readonly name: string
  /** Stands before the row where the form numbers it. */
  readonly number?: number | undefined
  /** Null where there is nowhere to go. */
  readonly up: Step | null
  readonly down: Step | null
  readonly children: ReactNode
}

/** One row of a list: its fields, buttons to move and remove it, and what is said when it has been removed. */
export function ItemRow({ row, items, name, number, up, down, children }: ItemRowProps) {
  const text = useText().form
  const { live } = useOpenFields()
  const removedByMe = useRemovedByMe(row)
  const mayWrite = useMayWrite()
  if (!mayWrite) {
    // What has been removed is nothing to read.
    if (row.removedBy !== null) return null
    return (
      <div className={styles.row} data-item={row.key}>
        <div className={styles.content}>
          {number !== undefined && <span className={styles.number}>{number}.</span>}
          <div className={styles.fields}>{children}</div>
        </div>
      </div>
    )
  }
  return (
    // Not a control of its own: it notices what its fields do, and moves by keys that Word uses for the same.
    // biome-ignore lint/a11y/noStaticElementInteractions: see above
    <div
      className={styles.row}
      data-item={row.key}
      data-removed={row.removedBy !== null || undefined}
      onFocus={() => items.entered(row)}
      onBlur={() => items.left(row)}
      onInput={() => items.wroteIn(row)}
      onKeyDown={event => {
        if (!event.altKey || !event.shiftKey) return
        const step = event.key === 'ArrowUp' ? up : event.key === 'ArrowDown' ? down : null
        if (step === null) return
        event.preventDefault()
        step.go()
      }}
    >
      {row.removedBy !== null && (
        <RemovedNotice
          words={
            removedByMe
              ? text.removed(name)
              : text.removedByOther(live.presence.authorOf(row.removedBy)?.name ?? text.somebody)
          }
          back={removedByMe ? text.undoRemoval : text.takeBack}
          away={removedByMe ? text.hideRemoved : text.letBeRemoved}
          onBack={() => items.takeBack(row, name)}
          onAway={() => items.letGo(row)}
        />
      )}
      {!removedByMe && (
        <div className={styles.content}>
          {number !== undefined && <span className={styles.number}>{number}.</span>}
          <div className={styles.fields}>{children}</div>
          {row.removedBy === null && (
            <div className={styles.tools}>
              <IconButton
                label={up?.label ?? text.moveUp(name)}
                icon={<Icon name="up" />}
                resting={up === null}
                onClick={up?.go}
              />
              <IconButton
                label={down?.label ?? text.moveDown(name)}
                icon={<Icon name="down" />}
                resting={down === null}
                onClick={down?.go}
              />
              <IconButton
                label={text.remove(name)}
                icon={<Icon name="remove" />}
                onClick={() => items.remove(row, name)}
              />
            </div>
          )}
        </div>
      )}
    </div>
  )
}

function useRemovedByMe(row: Row): boolean {
  const { live, personId } = useOpenFields()
  if (row.removedBy === null) return false
  return row.removedBy === live.doc.clientID || live.presence.authorOf(row.removedBy)?.id === personId
}

interface RemovedNoticeProps {
  readonly words: string
  readonly back: string
  readonly away: string
  readonly onBack: () => void
  readonly onAway: () => void
}

function RemovedNotice({ words, back, away, onBack, onAway }: RemovedNoticeProps) {
  return (
    <div className={styles.notice} data-notice role="status">
      <span>{words}</span>
      <Button look="quiet" icon={<Icon name="undo" />} onClick={onBack}>
        {back}
      </Button>
      <Button look="quiet" onClick={onAway}>
        {away}
      </Button>
    </div>
  )
}
