import type { PersonShown, SuccessorsAnswer } from '../../shared/http/people.ts'
import { useText } from '../text/useText.ts'
import { ChoiceField } from './ChoiceField.tsx'

interface SuccessorFieldProps extends SuccessorsAnswer {
  /** Who leaves, or has left. */
  readonly person: PersonShown
  /** Id of the colleague who takes over; empty until one is chosen. */
  readonly value: string
  readonly onChange: (successorId: string) => void
  readonly isTried: boolean
}

/** Who takes over what somebody alone answers for: how much it is, and her colleagues. */
export function SuccessorField(props: SuccessorFieldProps) {
  const { person, ownsAlone, successors, value, onChange, isTried } = props
  const { admin } = useText()
  const party = person.parties.map(({ shortName }) => shortName).join(', ')
  if (successors.length === 0) return <p role="alert">{admin.noSuccessor(ownsAlone, party)}</p>
  const choices = successors.map(({ id, name, title }) => ({
    value: id,
    word: [name, title].filter(Boolean).join(', '),
  }))
  return (
    <>
      <p>{person.deactivatedAt === null ? admin.ownsAlone(ownsAlone) : admin.nobodyOwns(ownsAlone)}</p>
      <ChoiceField
        label={admin.successor}
        help={admin.successorHelp}
        fault={isTried && value === '' ? admin.successorMissing : null}
        value={value}
        onChange={onChange}
        choices={[{ value: '', word: admin.chooseSuccessor }, ...choices]}
      />
    </>
  )
}
