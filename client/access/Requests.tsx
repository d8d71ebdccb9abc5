import { useState } from 'react'
import type { AccessRequest } from '../../shared/http/access.ts'
import type { Role } from '../../shared/people/role.ts'
import { denyAccess, grantAccess } from '../http/access.ts'
import { useText } from '../text/useText.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { dayWords } from './dayWords.ts'
import { Group } from './Group.tsx'
import styles from './group.module.css'
import { PersonRow } from './PersonRow.tsx'
import { RoleSelect } from './RoleSelect.tsx'
import { Rows } from './Rows.tsx'
import { partyOf, rolesFrom, useSharing } from './Sharing.ts'

/** Those who have asked to be let in. */
export function Requests() {
  const { access: words } = useText()
  const { access, listed } = useSharing()
  const id = 'access-requests'
  return (
    <Group id={id} title={words.requests} all={access.requests.length} listed={listed.requests.length}>
      <Rows items={listed.requests} keyOf={request => request.id} labelledBy={id} title={words.requests}>
        {request => <RequestRow request={request} />}
      </Rows>
    </Group>
  )
}

function RequestRow({ request }: { readonly request: AccessRequest }) {
  const text = useText()
  const words = text.access
  const sharing = useSharing()
  const { access, applicationId, act } = sharing
  const roles = rolesFrom(sharing, partyOf(access, request.partyId))
  // Reading is the least; whoever lets her in says more.
  const [wanted, setWanted] = useState<Role>('reader')
  const role = roles.includes(wanted) ? wanted : roles[0]
  const party = partyOf(access, request.partyId)?.name ?? ''
  const asked = words.askedOn(dayWords(text.form.dateLanguage, request.askedAt))
  const grant = async (given: Role) => {
    await act(() => grantAccess(applicationId, request.id, given), words.granted(request.name))
  }
  const deny = async () => {
    await act(() => denyAccess(applicationId, request.id), words.denied(request.name))
  }
  return (
    <PersonRow
      person={request}
      more={[party, asked].filter(part => part !== '').join(' · ')}
      below={request.message !== '' && <blockquote className={styles.quote}>{request.message}</blockquote>}
    >
      {role !== undefined && (
        <>
          <RoleSelect label={words.roleOf(request.name)} value={role} roles={roles} onChange={setWanted} />
          <Button data-does="grant" aria-label={words.grantTo(request.name)} onClick={() => void grant(role)}>
            {words.grant}
          </Button>
          <IconButton
            data-does="deny"
            label={words.deny(request.name)}
            icon={<Icon name="close" />}
            onClick={() => void deny()}
          />
        </>
      )}
    </PersonRow>
  )
}
