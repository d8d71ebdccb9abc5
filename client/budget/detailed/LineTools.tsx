import { useCallback, useSyncExternalStore } from 'react'
import { itemPath } from '../../form/fieldPath.ts'
import { useText } from '../../text/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { MenuButton } from '../../ui/MenuButton.tsx'
import { NotesRow } from '../grid/NotesRow.tsx'
import { useBudgetStore } from '../useBudget.ts'
import type { LineInView } from './BudgetLines.ts'
import styles from './detailed.module.css'
import type { LineActs } from './useLineActs.ts'

interface LineToolsProps {
  readonly line: LineInView
  readonly acts: LineActs
}

/** What can be done with a row. Its keys are the grid's (Shift F10), so it is no stop of Tab. */
export function LineTools({ line: { key, hasSpecification }, acts }: LineToolsProps) {
  const text = useText()
  const store = useBudgetStore()
  const path = itemPath(key, 'label')
  const label = useSyncExternalStore(
    useCallback((listener: () => void) => store.subscribeCell(path, listener), [store, path]),
    () => store.value(path),
  )
  const name = typeof label === 'string' && label !== '' ? label : text.budget.unnamedRow
  return (
    <MenuButton
      label={text.budget.rowMenu(name)}
      floats
      tabIndex={-1}
      choices={[
        { label: text.budget.moveUp, keys: 'Alt+Shift+↑', onChoose: () => acts.move(key, -1) },
        { label: text.budget.moveDown, keys: 'Alt+Shift+↓', onChoose: () => acts.move(key, 1) },
        ...(hasSpecification ? [] : [{ label: text.budget.specify, onChoose: () => acts.specify(key) }]),
        { label: text.budget.removeRow, onChoose: () => acts.remove(key) },
      ]}
    >
      <Icon name="dots" />
    </MenuButton>
  )
}

/** Says that a row has been removed, and offers it back. */
export function LineRemoved({ line: { key, removed }, acts }: LineToolsProps) {
  const text = useText().form
  if (removed === null) return null
  return (
    <NotesRow row={key}>
      <div className={styles.removed} data-notice role="status">
        <span>
          {removed.byMe ? text.removed(acts.nameOf(key)) : text.removedByOther(removed.name ?? text.somebody)}
        </span>
        <Button look="quiet" icon={<Icon name="undo" />} onClick={() => acts.takeBack(key)}>
          {removed.byMe ? text.undoRemoval : text.takeBack}
        </Button>
        <Button look="quiet" onClick={() => acts.letGo(key)}>
          {removed.byMe ? text.hideRemoved : text.letBeRemoved}
        </Button>
      </div>
    </NotesRow>
  )
}
