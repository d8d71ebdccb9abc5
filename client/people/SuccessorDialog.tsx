import { useState } from 'react'
import type { PersonShown, SuccessorsAnswer } from '../../shared/http/people.ts'
import { nameSuccessor } from '../http/people.ts'
import { useText } from '../text/useText.ts'
import { FormDialog } from './FormDialog.tsx'
import { SuccessorField } from './SuccessorField.tsx'

interface SuccessorDialogProps {
  /** She has left, and nobody answers for what she did. */
  readonly person: PersonShown
  readonly succession: SuccessorsAnswer
  readonly onClose: () => void
  /** `name`: of whoever has taken over. */
  readonly onDone: (name: string) => void
}

/** Names somebody for ansökningar that nobody answers for any more. */
export function SuccessorDialog({ person, succession, onClose, onDone }: SuccessorDialogProps) {
  const { admin } = useText()
  const [successorId, setSuccessorId] = useState('')
  const [isTried, setIsTried] = useState(false)
  const successor = succession.successors.find(({ id }) => id === successorId)
  const takeOver = async () => {
    if (!successor) return
    await nameSuccessor(person.id, successor.id)
    onDone(successor.name)
  }
  return (
    <FormDialog
      title={admin.nameSuccessorOf(person.name)}
      sendWord={admin.nameSuccessor}
      onClose={onClose}
      isReady={successor !== undefined}
      onTry={() => setIsTried(true)}
      send={takeOver}
    >
      <SuccessorField
        {...succession}
        person={person}
        value={successorId}
        onChange={setSuccessorId}
        isTried={isTried}
      />
    </FormDialog>
  )
}
