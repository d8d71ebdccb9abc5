import { useState } from 'react'
import type { Member } from '../../shared/http/access.ts'
import type { Role } from '../../shared/people/role.ts'
import { changeRole, removeMember } from '../http/access.ts'
import { useText } from '../text/useText.ts'
import { IconButton } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import styles from './access.module.css'
import { Confirm } from './Confirm.tsx'
import { dayWords } from './dayWords.ts'
import { PersonRow } from './PersonRow.tsx'
import { RoleSelect } from './RoleSelect.tsx'
import { isLastOwner, partyOf, rolesFrom, useSharing } from './Sharing.ts'

/** Who has access, by party in the order the parties have, my own first. */
export function Members() {
  const { access: words } = useText()
  const { access, me } = useSharing()
  const parties = access.parties
    .filter(party => access.members.some(({ partyId }) => partyId === party.id))
    .sort((one, other) => Number(other.id === me.party.id) - Number(one.id === me.party.id))
  return (
    <section className={styles.group} aria-labelledby="access-members">
      <h3 id="access-members">{words.members}</h3>
      {parties.map(party => (
        <div key={party.id} className={styles.party}>
          <h4 id={`access-${party.id}`}>{party.name}</h4>
          <ul aria-labelledby={`access-${party.id}`}>
            {access.members
              .filter(({ partyId }) => partyId === party.id)
              .map(member => (
                <li key={member.personId}>
                  <MemberRow member={member} />
                </li>
              ))}
          </ul>
        </div>
      ))}
    </section>
  )
}

type Asking = { readonly is: 'remove' } | { readonly is: 'lowerSelf'; readonly role: Role }

function MemberRow({ member }: { readonly member: Member }) {
  const text = useText()
  const words = text.access
  const sharing = useSharing()
  const { access, applicationId, me, act } = sharing
  const [asking, setAsking] = useState<Asking | null>(null)
  const isMe = member.personId === me.person.id
  const given = rolesFrom(sharing, partyOf(access, member.partyId))
  const isLast = isLastOwner(access, member)
  const mayChange = given.includes(member.role) && !isLast

  const setRole = async (role: Role) => {
    setAsking(null)
    const done = words.roleChanged(member.name, words.roles[role])
    await act(() => changeRole(applicationId, member.personId, role), done)
  }
  const remove = async () => {
    setAsking(null)
    await act(() => removeMember(applicationId, member.personId), words.removed(member.name))
  }
  return (
    <>
      <PersonRow
        person={member}
        more={moreOf()}
        below={isLast && given.length > 0 && <p className={styles.help}>{words.onlyOwner}</p>}
      >
        {mayChange && member.isActive && member.guestLinkId === null ? (
          <RoleSelect
            label={words.roleOf(member.name)}
            value={member.role}
            roles={given}
            onChange={role => {
              if (isMe) setAsking({ is: 'lowerSelf', role })
              else void setRole(role)
            }}
          />
        ) : (
          <span className={styles.role}>{words.roles[member.role]}</span>
        )}
        {(mayChange || (isMe && !isLast)) && (
          <IconButton
            label={isMe ? words.leave : words.remove(member.name)}
            icon={<Icon name="close" />}
            onClick={() => setAsking({ is: 'remove' })}
          />
        )}
      </PersonRow>
      {asking?.is === 'remove' && (
        <Confirm
          title={isMe ? words.leaveTitle : words.removeTitle(member.name)}
          help={isMe ? words.leaveHelp : words.removeHelp(member.name)}
          confirm={isMe ? words.leaveConfirm : words.removeConfirm}
          danger
          onConfirm={() => void remove()}
          onClose={() => setAsking(null)}
        />
      )}
      {asking?.is === 'lowerSelf' && (
        <Confirm
          title={words.lowerSelfTitle}
          help={words.lowerSelfHelp(words.roles[asking.role])}
          confirm={words.lowerSelfConfirm}
          onConfirm={() => void setRole(asking.role)}
          onClose={() => setAsking(null)}
        />
      )}
    </>
  )

  function moreOf(): string | undefined {
    if (!member.isActive) return words.hasLeft
    const link = access.guestLinks.find(({ id }) => id === member.guestLinkId)
    return link && words.guestUntil(dayWords(text.form.dateLanguage, link.endsOn))
  }
}
