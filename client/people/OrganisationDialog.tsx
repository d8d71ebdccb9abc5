import { useState } from 'react'
import {
  addOrganisationSchema,
  type NewOrganisation,
  type Organisation,
  type OrganisationsAnswer,
} from '../../shared/http/people.ts'
import type { PartyColour } from '../../shared/people/person.ts'
import { addOrganisation, changeOrganisation } from '../http/people.ts'
import { useText } from '../text/useText.ts'
import { ChoiceField } from './ChoiceField.tsx'
import { FormDialog } from './FormDialog.tsx'
import { LineField } from './LineField.tsx'
import { isOrganisationNamed, noOrganisation, OrganisationFields } from './OrganisationFields.tsx'
import styles from './people.module.css'

const colours: readonly PartyColour[] = [1, 2, 3, 4, 5, 6]

interface OrganisationDialogProps {
  /** Null for a new one. */
  readonly organisation: Organisation | null
  readonly signIns: OrganisationsAnswer['signIns']
  /** Of the organisations that are there: a new one begins with another. */
  readonly taken: readonly PartyColour[]
  readonly onClose: () => void
  readonly onSaved: (organisation: Organisation) => void
}

/** Adds an organisation or changes one. */
export function OrganisationDialog({
  organisation,
  signIns,
  taken,
  onClose,
  onSaved,
}: OrganisationDialogProps) {
  const { admin } = useText()
  const [named, setNamed] = useState(organisation ?? noOrganisation)
  const [colour, setColour] = useState<PartyColour>(organisation?.colour ?? leastTaken(taken))
  const [domains, setDomains] = useState(organisation?.mailDomains.join(' ') ?? '')
  const [signIn, setSignIn] = useState(organisation?.signIn ?? signIns[0] ?? 'mailLink')
  const [isTried, setIsTried] = useState(false)
  const isSwitched = organisation?.signIn === 'mailLink' && signIn === 'openId'
  const { data: mailDomains } = addOrganisationSchema.shape.mailDomains.safeParse(domainsIn(domains))

  const save = async () => {
    if (mailDomains === undefined) return
    const { name, shortName, kind } = named
    const made: NewOrganisation = { name, shortName, kind, colour, mailDomains, signIn }
    onSaved(await (organisation ? changeOrganisation(organisation.id, made) : addOrganisation(made)))
  }

  return (
    <FormDialog
      title={organisation ? admin.changeOf(organisation.name) : admin.addOrganisation}
      sendWord={admin.save}
      onClose={onClose}
      isReady={isOrganisationNamed(named) && mailDomains !== undefined}
      onTry={() => setIsTried(true)}
      send={save}
    >
      <OrganisationFields
        value={named}
        onChange={changed => setNamed({ ...named, ...changed })}
        isTried={isTried}
        isNew={organisation === null}
      />
      <fieldset className={styles.group}>
        <legend>{admin.colour}</legend>
        <div className={styles.colours}>
          {colours.map(known => (
            <label key={known} className={styles.tick}>
              <input
                type="radio"
                name="colour"
                value={known}
                checked={colour === known}
                onChange={() => setColour(known)}
              />
              <span className={styles.swatch} data-party={known} aria-hidden="true" />
              {admin.colours[known]}
            </label>
          ))}
        </div>
      </fieldset>
      <LineField
        label={admin.domains}
        help={admin.domainsHelp}
        fault={mailDomains === undefined && isTried ? admin.domainsWrong : null}
        value={domains}
        onChange={setDomains}
      />
      {signIns.length > 1 && (
        <ChoiceField
          label={admin.signIn}
          help={isSwitched ? admin.ownSignInMeans : admin.signInHelp}
          value={signIn}
          onChange={setSignIn}
          choices={signIns.map(way => ({ value: way, word: admin.signIns[way] }))}
        />
      )}
    </FormDialog>
  )
}

/** Carets are told apart by it: the first that fewest have. */
function leastTaken(taken: readonly PartyColour[]): PartyColour {
  const uses = (colour: PartyColour) => taken.filter(known => known === colour).length
  return colours.reduce((least, colour) => (uses(colour) < uses(least) ? colour : least))
}

/** With or without the at sign. */
function domainsIn(line: string): string[] {
  const words = line.split(/[\s,;]+/).map(word => word.replace(/^@/, ''))
  return words.filter(Boolean)
}
