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
import { Dialog } from '../ui/Dialog.tsx'
import { ChoiceField } from './ChoiceField.tsx'
import { Form } from './Form.tsx'
import { LineField } from './LineField.tsx'
import { isOrganisationNamed, noOrganisation, OrganisationFields } from './OrganisationFields.tsx'
import styles from './people.module.css'

const colours: readonly PartyColour[] = [1, 2, 3, 4, 5, 6]

interface OrganisationDialogProps {
  /** Null for a new one. */
  readonly organisation: Organisation | null
  readonly signIns: OrganisationsAnswer['signIns']
  readonly onClose: () => void
  readonly onSaved: (organisation: Organisation) => void
}

/** Adds an organisation or changes one. */
export function OrganisationDialog({ organisation, signIns, onClose, onSaved }: OrganisationDialogProps) {
  const { admin, pages } = useText()
  const [named, setNamed] = useState(organisation ?? noOrganisation)
  const [colour, setColour] = useState<PartyColour>(organisation?.colour ?? 1)
  const [domains, setDomains] = useState(organisation?.mailDomains.join(' ') ?? '')
  const [signIn, setSignIn] = useState(organisation?.signIn ?? signIns[0] ?? 'mailLink')
  const [isTried, setIsTried] = useState(false)
  const { data: mailDomains } = addOrganisationSchema.shape.mailDomains.safeParse(wordsIn(domains))

  const save = async () => {
    if (mailDomains === undefined) return
    const { name, shortName, kind } = named
    const made: NewOrganisation = { name, shortName, kind, colour, mailDomains, signIn }
    onSaved(await (organisation ? changeOrganisation(organisation.id, made) : addOrganisation(made)))
  }

  return (
    <Dialog
      title={organisation ? admin.changeOf(organisation.name) : admin.addOrganisation}
      closeWord={pages.cancel}
      onClose={onClose}
    >
      <Form
        sendWord={admin.save}
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
        <ChoiceField
          label={admin.colour}
          help={admin.colourHelp}
          value={String(colour)}
          onChange={chosen => setColour(colours.find(known => String(known) === chosen) ?? 1)}
          choices={colours.map(known => ({ value: String(known), word: admin.colours[known] }))}
        />
        <span className={styles.swatch} data-party={colour} aria-hidden="true" />
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
            help={admin.signInHelp}
            value={signIn}
            onChange={setSignIn}
            choices={signIns.map(way => ({ value: way, word: admin.signIns[way] }))}
          />
        )}
      </Form>
    </Dialog>
  )
}

function wordsIn(line: string): string[] {
  return line.split(/[\s,;]+/).filter(Boolean)
}
