import { useState } from 'react'
import type { PersonShown } from '../../shared/http/people.ts'
import { deactivatePerson } from '../http/people.ts'
import { useText } from '../text/useText.ts'
import { FormDialog } from './FormDialog.tsx'
import styles from './people.module.css'

interface LeavingDialogProps {
  readonly person: PersonShown
  readonly onClose: () => void
  readonly onDone: (person: PersonShown) => void
}

/** Somebody has left: her sessions and links end, and it is chosen what stands for her in what she has done. */
export function LeavingDialog({ person, onClose, onDone }: LeavingDialogProps) {
  const { admin } = useText()
  const [shownAs, setShownAs] = useState<PersonShown['shownAs']>('name')
  const party = person.parties[0]?.shortName
  const choices = [
    ['name', person.name],
    ['former', admin.former(party ?? null)],
  ] as const
  return (
    <FormDialog
      title={admin.deactivateOf(person.name)}
      sendWord={admin.deactivateNow}
      look="danger"
      onClose={onClose}
      isReady
      send={async () => onDone(await deactivatePerson(person.id, shownAs))}
    >
      <p>{admin.deactivateMeans}</p>
      <fieldset className={styles.group}>
        <legend>{admin.shownAs}</legend>
        <div>
          {choices.map(([value, word]) => (
            <label key={value} className={styles.tick}>
              <input
                type="radio"
                name="shownAs"
                value={value}
                checked={shownAs === value}
                onChange={() => setShownAs(value)}
              />
              {word}
            </label>
          ))}
        </div>
      </fieldset>
    </FormDialog>
  )
}
