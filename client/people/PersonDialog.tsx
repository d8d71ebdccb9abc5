import { useState } from 'react'
import { addressSchema } from '../../shared/http/access.ts'
import type { PersonAdded, PersonShown } from '../../shared/http/people.ts'
import { addPerson, changePerson } from '../http/people.ts'
import { useText } from '../text/useText.ts'
import { FormDialog } from './FormDialog.tsx'
import { LineField } from './LineField.tsx'
import { isNamed, NameFields } from './NameFields.tsx'
import styles from './people.module.css'
import { UnlinkOpenId } from './UnlinkOpenId.tsx'

interface PersonDialogProps {
  /** Null for a new one. */
  readonly person: PersonShown | null
  readonly onClose: () => void
  readonly onAdded: (added: PersonAdded) => void
  readonly onSaved: (person: PersonShown) => void
  readonly onUnlinked: (person: PersonShown) => void
}

/** Adds a person, or changes what is known about one. */
export function PersonDialog({ person, onClose, onAdded, onSaved, onUnlinked }: PersonDialogProps) {
  const { admin, people } = useText()
  const [named, setNamed] = useState({ name: person?.name ?? '', title: person?.title ?? '' })
  const [address, setAddress] = useState('')
  const [isAdministrator, setIsAdministrator] = useState(person?.isAdministrator ?? false)
  const [isTried, setIsTried] = useState(false)
  const { data: known } = addressSchema.safeParse(address)

  const save = async () => {
    if (person) onSaved(await changePerson(person.id, { ...named, isAdministrator }))
    else if (known !== undefined) onAdded(await addPerson({ ...named, address: known }))
  }

  return (
    <FormDialog
      title={person ? admin.changeOf(person.name) : admin.addPerson}
      sendWord={admin.save}
      onClose={onClose}
      isReady={isNamed(named) && (person !== null || known !== undefined)}
      onTry={() => setIsTried(true)}
      send={save}
    >
      <NameFields value={named} onChange={setNamed} isTried={isTried} isSomebodyElse />
      {!person && (
        <LineField
          type="email"
          label={admin.address}
          help={admin.addressHelp}
          fault={isTried && known === undefined ? people.addressWrong : null}
          value={address}
          onChange={setAddress}
        />
      )}
      {person && !person.isGuest && (
        <label className={styles.tick}>
          <input
            type="checkbox"
            checked={isAdministrator}
            onChange={event => setIsAdministrator(event.target.checked)}
          />
          {admin.isAdministrator}
        </label>
      )}
      {person?.hasOpenId && <UnlinkOpenId person={person} onDone={onUnlinked} />}
    </FormDialog>
  )
}
