import { useState } from 'react'
import type { AccessRequest } from '../../shared/http/access.ts'
import type { Role } from '../../shared/people/role.ts'
import { denyAccess, grantAccess } from '../http/access.ts'
import { useText } from '../text/useText.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import styles from './access.module.css'
import { dayWords } from './dayWords.ts'
import { PersonRow } from './PersonRow.tsx'
import { RoleSelect } from './RoleSelect.tsx'
import { partyOf, rolesFrom, useSharing } from './Sharing.ts'

/** Those who have asked to be let in. */
export function Requests() {
  const { access: words } = useText()
  const { requests } = useSharing().access
  if (requests.length === 0) return null
  return (
    <section className={styles.group} aria-labelledby="access-requests">
      <h3 id="access-requests">{words.requests}</h3>
      <ul>
        {requests.map(request => (
          <li key={request.id}>
            <RequestRow request={request} />
          </li>
        ))}
      </ul>
    </section>
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
          <Button aria-label={words.grantTo(request.name)} onClick={() => void grant(role)}>
            {words.grant}
          </Button>
          <IconButton
            label={words.deny(request.name)}
            icon={<Icon name="close" />}
            onClick={() => void deny()}
          />
        </>
      )}
    </PersonRow>
  )
}
