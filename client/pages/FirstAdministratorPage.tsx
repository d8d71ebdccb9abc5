import { useState } from 'react'
import { addressSchema } from '../../shared/http/access.ts'
import { enterAsFirstAdministrator, lookAtAdministratorLink } from '../http/signIn.ts'
import { Form } from '../people/Form.tsx'
import { LineField } from '../people/LineField.tsx'
import { LinkPage } from '../people/LinkPage.tsx'
import { isNamed, NameFields } from '../people/NameFields.tsx'
import { isOrganisationNamed, noOrganisation, OrganisationFields } from '../people/OrganisationFields.tsx'
import styles from '../people/people.module.css'
import { useText } from '../text/useText.ts'
import { LinkLook } from './LinkLook.tsx'
import { useEntering } from './useEntering.ts'
import { useTabTitle } from './useTabTitle.ts'

/** Where the link that the command prints leads: who the first administrator is, and her organisation. */
export function FirstAdministratorPage() {
  const { people } = useText()
  useTabTitle(people.firstTitle)
  return (
    <LinkPage title={people.firstTitle}>
      {secret => (
        <LinkLook
          key={secret}
          secret={secret}
          look={lookAtAdministratorLink}
          over="linkOver"
          whenOver={people.firstOver}
        >
          {() => <Beginning secret={secret} />}
        </LinkLook>
      )}
    </LinkPage>
  )
}

function Beginning({ secret }: { readonly secret: string }) {
  const { people } = useText()
  const { enter } = useEntering()
  const [named, setNamed] = useState({ name: '', title: '' })
  const [address, setAddress] = useState('')
  const [organisation, setOrganisation] = useState(noOrganisation)
  const [isTried, setIsTried] = useState(false)
  const { data: known } = addressSchema.safeParse(address)
  const begin = async () => {
    if (known === undefined) return
    enter(
      await enterAsFirstAdministrator(secret, { ...named, address: known, organisation }),
      '/administration',
    )
  }
  return (
    <>
      <p>{people.firstLead}</p>
      <Form
        sendWord={people.begin}
        isReady={known !== undefined && isNamed(named) && isOrganisationNamed(organisation)}
        onTry={() => setIsTried(true)}
        send={begin}
      >
        <fieldset className={styles.group}>
          <legend>{people.yourself}</legend>
          <NameFields value={named} onChange={setNamed} isTried={isTried} />
          <LineField
            type="email"
            label={people.address}
            help={people.firstAddressHelp}
            fault={isTried && known === undefined ? people.addressWrong : null}
            autoComplete="email"
            value={address}
            onChange={setAddress}
          />
        </fieldset>
        <fieldset className={styles.group}>
          <legend>{people.yourOrganisation}</legend>
          <OrganisationFields value={organisation} onChange={setOrganisation} isTried={isTried} isNew />
        </fieldset>
      </Form>
    </>
  )
}
