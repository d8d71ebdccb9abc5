import { useState } from 'react'
import type { PersonShown, SuccessorsAnswer } from '../../shared/http/people.ts'
import { CallFailed } from '../http/call.ts'
import { deactivatePerson, listSuccessors } from '../http/people.ts'
import { useText } from '../text/useText.ts'
import { FormDialog } from './FormDialog.tsx'
import styles from './people.module.css'
import { SuccessorField } from './SuccessorField.tsx'

interface LeavingDialogProps {
  readonly person: PersonShown
  /** What she alone answers for, and who could take it over. */
  readonly succession: SuccessorsAnswer
  readonly onClose: () => void
  readonly onDone: (person: PersonShown) => void
}

/**
 * Somebody has left: her sessions and links end, somebody takes over what she alone answers for, and it is chosen what
 * stands for her in what she has done.
 */
export function LeavingDialog({ person, succession, onClose, onDone }: LeavingDialogProps) {
  const { admin } = useText()
  const [shownAs, setShownAs] = useState<PersonShown['shownAs']>('name')
  const [left, setLeft] = useState(succession)
  const [successorId, setSuccessorId] = useState('')
  const [isTried, setIsTried] = useState(false)
  const party = person.parties[0]?.shortName
  const choices = [
    ['name', person.name],
    ['former', admin.former(party ?? null)],
  ] as const
  const leave = async () => {
    try {
      onDone(await deactivatePerson(person.id, shownAs, left.ownsAlone > 0 ? successorId : null))
    } catch (fault) {
      // She has come to answer for something since this was opened, or whoever was chosen has left too.
      if (fault instanceof CallFailed && fault.kind === 'successorNeeded') {
        setLeft(await listSuccessors(person.id))
        setSuccessorId('')
      }
      throw fault
    }
  }
  return (
    <FormDialog
      title={admin.deactivateOf(person.name)}
      sendWord={admin.deactivateNow}
      look="danger"
      onClose={onClose}
      isReady={left.ownsAlone === 0 || successorId !== ''}
      onTry={() => setIsTried(true)}
      send={leave}
    >
      <p>{admin.deactivateMeans}</p>
      {left.ownsAlone > 0 && (
        <SuccessorField
          {...left}
          person={person}
          value={successorId}
          onChange={setSuccessorId}
          isTried={isTried}
        />
      )}
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
