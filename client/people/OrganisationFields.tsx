import type { PartyKind } from '../../shared/people/person.ts'
import { useText } from '../text/useText.ts'
import { ChoiceField } from './ChoiceField.tsx'
import { LineField } from './LineField.tsx'

/** What an organisation is called, and what it is. */
export interface OrganisationNamed {
  readonly name: string
  readonly shortName: string
  readonly kind: PartyKind
}

export const noOrganisation: OrganisationNamed = { name: '', shortName: '', kind: 'kommun' }

const kinds: readonly PartyKind[] = ['kommun', 'arbetsformedlingen', 'forsakringskassan', 'region', 'forbund']

interface OrganisationFieldsProps {
  readonly value: OrganisationNamed
  readonly onChange: (value: OrganisationNamed) => void
  /** Somebody has tried to send it: what is missing is said from now on. */
  readonly isTried: boolean
  /** Its kind cannot be changed once it is there. */
  readonly isNew: boolean
}

/** Names and kind of an organisation, with what is wrong with them. */
export function OrganisationFields({ value, onChange, isTried, isNew }: OrganisationFieldsProps) {
  const { people } = useText()
  const faultOf = (words: string) => {
    if (words.trim() === '') return isTried ? people.organisationNameMissing : null
    return words.trim().length > 100 ? people.lineTooLong(words.trim().length) : null
  }
  return (
    <>
      <LineField
        label={people.organisationName}
        help={people.organisationNameHelp}
        fault={faultOf(value.name)}
        value={value.name}
        onChange={name => onChange({ ...value, name })}
      />
      <LineField
        label={people.organisationShortName}
        help={people.organisationShortNameHelp}
        fault={faultOf(value.shortName)}
        value={value.shortName}
        onChange={shortName => onChange({ ...value, shortName })}
      />
      {isNew && (
        <ChoiceField
          label={people.organisationKind}
          help={people.organisationKindHelp}
          value={value.kind}
          onChange={kind => onChange({ ...value, kind })}
          choices={kinds.map(kind => ({ value: kind, word: people.kind[kind] }))}
        />
      )}
    </>
  )
}

/** Whether the server would take it. */
export function isOrganisationNamed({ name, shortName }: OrganisationNamed): boolean {
  return [name, shortName].every(words => words.trim() !== '' && words.trim().length <= 100)
}
