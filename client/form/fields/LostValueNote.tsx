import type { FieldValue } from '../../../shared/document/value.ts'
import { useText } from '../../text/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { useFields } from '../FieldsContext.ts'
import type { FieldPath } from '../fieldPath.ts'
import { useSharedValue } from '../useSharedValue.ts'
import styles from './field.module.css'
import { useLostValue } from './useAtomicField.ts'

interface LostValueNoteProps {
  readonly path: FieldPath
  readonly show: (value: FieldValue) => string
}

/** Tells me that a value of mine lost against another's, until I have put it back or let theirs stand. */
export function LostValueNote({ path, show }: LostValueNoteProps) {
  const text = useText().form
  const value = useSharedValue(useFields().section, path)
  const loss = useLostValue(path)
  if (loss === null) return null
  const { mine, by } = loss.lost
  return (
    <div className={styles.lost}>
      <p>{text.lostValue(show(mine), by?.name ?? text.somebody, show(value))}</p>
      <div className={styles.choices}>
        <Button look="quiet" icon={<Icon name="undo" />} onClick={loss.putBack}>
          {text.putMineBack}
        </Button>
        <Button look="quiet" onClick={loss.dismiss}>
          {text.keepTheirs}
        </Button>
      </div>
    </div>
  )
}
