import { useId, useState } from 'react'
import { keepsCopies, setKeepsCopies } from '../sync/deviceCopy.ts'
import { useText } from '../text/useText.ts'
import styles from './KeepCopy.module.css'

/** The person's own choice to keep whole copies on this device. Off until she asks. */
export function KeepCopy() {
  const { sync } = useText()
  const [keeps, setKeeps] = useState(keepsCopies)
  const helpId = useId()
  const change = async (keep: boolean) => {
    setKeeps(keep)
    await setKeepsCopies(keep)
  }
  return (
    <div className={styles.choice}>
      <label>
        <input
          type="checkbox"
          checked={keeps}
          aria-describedby={helpId}
          onChange={event => void change(event.target.checked)}
        />
        {sync.keepCopy}
      </label>
      <p id={helpId}>{sync.keepCopyHelp}</p>
    </div>
  )
}
