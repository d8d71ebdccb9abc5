import { useState } from 'react'
import type { Member } from '../../shared/http/access.ts'
import type { Party } from '../../shared/people/person.ts'
import type { Role } from '../../shared/people/role.ts'
import { changeRole, removeMember } from '../http/access.ts'
import { useText } from '../text/useText.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import styles from './access.module.css'
import { Confirm } from './Confirm.tsx'
import { dayWords } from './dayWords.ts'
import { Group } from './Group.tsx'
import groupStyles from './group.module.css'
import { PersonRow } from './PersonRow.tsx'
import { RoleSelect } from './RoleSelect.tsx'
import { Rows } from './Rows.tsx'
import { isLastOwner, partyOf, rolesFrom, useSharing } from './Sharing.ts'

/** Who has access, by party in the order the parties have, my own first. */
export function Members() {
  const { access: words } = useText()
  const { access, listed, me } = useSharing()
  const parties = access.parties
    .filter(party => listed.members.some(({ partyId }) => partyId === party.id))
    .sort((one, other) => Number(other.id === me.party.id) - Number(one.id === me.party.id))
  return (
    <Group
      id="access-members"
      title={words.members}
      all={access.members.filter(({ isActive }) => isActive).length}
      listed={listed.members.filter(({ isActive }) => isActive).length}
    >
      {parties.map(party => (
        <PartyMembers
          key={party.id}
          party={party}
          members={listed.members.filter(({ partyId }) => partyId === party.id)}
        />
      ))}
    </Group>
  )
}

interface PartyMembersProps {
  readonly party: Party
  readonly members: readonly Member[]
}

function PartyMembers({ party, members }: PartyMembersProps) {
  const id = `access-${party.id}`
  // Those who have left come last: nothing can be done with them but take them away.
  const sorted = [...members].sort((one, other) => Number(other.isActive) - Number(one.isActive))
  return (
    <div className={groupStyles.party}>
      <h4 id={id}>{party.name}</h4>
      <Rows items={sorted} keyOf={member => member.personId} labelledBy={id} title={party.name}>
        {member => <MemberRow member={member} />}
      </Rows>
    </div>
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
  const mayRemove = mayChange || (isMe && !isLast)

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
        person={{ ...member, ...(member.guestLinkId === null ? {} : { isGuest: true }) }}
        {...(member.isActive ? {} : { mark: words.hasLeft })}
        more={moreOf()}
        below={isLast && given.length > 0 && <p className={styles.help}>{words.onlyOwner}</p>}
      >
        {member.isActive && mayChange && member.guestLinkId === null && (
          <RoleSelect
            label={words.roleOf(member.name)}
            value={member.role}
            roles={given}
            onChange={role => {
              if (isMe) setAsking({ is: 'lowerSelf', role })
              else void setRole(role)
            }}
          />
        )}
        {member.isActive && !(mayChange && member.guestLinkId === null) && (
          <span className={groupStyles.role}>{words.roles[member.role]}</span>
        )}
        {mayRemove && member.isActive && (
          <IconButton
            data-does="remove"
            label={isMe ? words.leave : words.remove(member.name)}
            icon={<Icon name="close" />}
            onClick={() => setAsking({ is: 'remove' })}
          />
        )}
        {mayRemove && !member.isActive && (
          <Button
            look="quiet"
            data-does="remove"
            aria-label={words.remove(member.name)}
            onClick={() => setAsking({ is: 'remove' })}
          >
            {words.removeConfirm}
          </Button>
        )}
      </PersonRow>
      {asking?.is === 'remove' && (
        <Confirm
          title={isMe ? words.leaveTitle : words.removeTitle(member.name)}
          help={isMe ? words.leaveHelp : removeHelp()}
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

  function removeHelp(): string {
    return member.isActive ? words.removeHelp(member.name) : words.removeLeftHelp(member.name)
  }

  function moreOf(): string | undefined {
    const link = access.guestLinks.find(({ id }) => id === member.guestLinkId)
    return link && words.guestUntil(dayWords(text.form.dateLanguage, link.endsOn))
  }
}
