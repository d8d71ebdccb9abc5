import { useState } from 'react'
import type { InvitationShown } from '../../shared/http/signIn.ts'
import { askSession } from '../http/session.ts'
import { lookAtInvitation, takeInvitation } from '../http/signIn.ts'
import { Form } from '../people/Form.tsx'
import { LinkPage } from '../people/LinkPage.tsx'
import { isNamed, NameFields } from '../people/NameFields.tsx'
import styles from '../people/people.module.css'
import { useText } from '../text/useText.ts'
import { Button } from '../ui/Button.tsx'
import { LinkLook } from './LinkLook.tsx'
import { useEntering } from './useEntering.ts'
import { useTabTitle } from './useTabTitle.ts'

/** Where an invitation by mail leads: who invites to what and for which party, and a way to say yes. */
export function InvitationPage() {
  const { people } = useText()
  useTabTitle(people.invitationTitle)
  return (
    <LinkPage title={people.invitationTitle}>
      {secret => (
        <LinkLook
          key={secret}
          secret={secret}
          look={lookAtInvitation}
          over="unknownInvitation"
          whenOver={people.invitationOver}
        >
          {invitation => <Answer secret={secret} invitation={invitation} />}
        </LinkLook>
      )}
    </LinkPage>
  )
}

interface AnswerProps {
  readonly secret: string
  readonly invitation: InvitationShown
}

function Answer({ secret, invitation }: AnswerProps) {
  const { people } = useText()
  const { enter } = useEntering()
  const [named, setNamed] = useState({ name: '', title: '' })
  const [isTried, setIsTried] = useState(false)
  const { address, applicationName, invitedBy, isKnown, openId, partyName } = invitation
  const take = async () => {
    const { applicationId } = await takeInvitation(secret, isKnown ? null : named)
    enter(await askSession(), `/ansokningar/${applicationId}`)
  }
  return (
    <>
      <p>
        {applicationName === ''
          ? people.invitedToUnnamed(invitedBy)
          : people.invitedTo(invitedBy, applicationName)}
      </p>
      <dl className={styles.facts}>
        <dt>{people.invitedFor}</dt>
        <dd>{partyName}</dd>
        <dt>{people.invitedAddress}</dt>
        <dd>{address}</dd>
      </dl>
      {openId === null ? (
        <>
          <Form
            sendWord={people.takeInvitation}
            isReady={isKnown || isNamed(named)}
            onTry={() => setIsTried(true)}
            send={take}
          >
            {!isKnown && <NameFields value={named} onChange={setNamed} isTried={isTried} />}
          </Form>
          <p className={styles.help}>{people.invitedOnce}</p>
        </>
      ) : (
        <>
          <p>{people.invitedOwnSignIn}</p>
          <Button look="primary" onClick={() => location.assign(openId)}>
            {people.toOwnSignIn}
          </Button>
        </>
      )}
    </>
  )
}
