import { useEffect, useId, useRef, useState } from 'react'
import { type InvitedAnswer, invitedTogether, messageMaxLength } from '../../shared/http/access.ts'
import { type Role, roles } from '../../shared/people/role.ts'
import { addMember, invite } from '../http/access.ts'
import { useText } from '../text/useText.ts'
import { Button } from '../ui/Button.tsx'
import styles from './access.module.css'
import { addressesIn, type NoAddress } from './addresses.ts'
import { type Chosen, chosenAddress, nameOf, withMore } from './Chosen.ts'
import { PeopleField } from './PeopleField.tsx'
import { RoleSelect } from './RoleSelect.tsx'
import { partyOf, rolesFrom, type Sharing, useSharing } from './Sharing.ts'

type Outcome = InvitedAnswer['invited'][number]

/** Lets people in: who, as what, and a word to go with it. Says of each what became of it. */
export function InviteForm() {
  const { access: words } = useText()
  const sharing = useSharing()
  const field = useRef<HTMLInputElement>(null)
  const messageId = useId()
  const [written, setWritten] = useState('')
  const [faults, setFaults] = useState<readonly NoAddress[]>([])
  const [chosen, setChosen] = useState<readonly Chosen[]>([])
  const [wanted, setWanted] = useState<Role>('partyEditor')
  const [message, setMessage] = useState('')
  const [isSending, setSending] = useState(false)
  /** She has tried to send while something written was no address. */
  const [isHeld, setHeld] = useState(false)
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>([])

  useEffect(() => {
    // On a touch screen the keys would come up over the list.
    if (matchMedia('(pointer: fine)').matches) field.current?.focus()
  }, [])

  const offered = rolesOffered(sharing, chosen)
  const role = offered.includes(wanted) ? wanted : offered[0]
  const tooMany = chosen.length > invitedTogether

  const send = async () => {
    const left = addressesIn(written)
    setFaults(left.faults)
    const all = withMore(chosen, left.addresses.map(chosenAddress))
    const isWrong = left.faults.length > 0 || left.rest !== ''
    setHeld(isWrong)
    if (isWrong) {
      field.current?.focus()
      return
    }
    if (all.length === 0 || all.length > invitedTogether || role === undefined || isSending) return
    setSending(true)
    setOutcomes([])
    const heard: Outcome[] = []
    await sharing.act(async () => {
      await letIn(sharing.applicationId, all, role, message.trim(), heard)
    }, '')
    setSending(false)
    setOutcomes(heard)
    // Those that something is the matter with stay, to be put right.
    const isDone = (known: Chosen) =>
      heard.some(({ address, outcome }) => address === addressedAs(known) && !isTrouble(outcome))
    setChosen(all.filter(known => !isDone(known)))
    setWritten('')
    if (heard.length > 0) {
      setMessage('')
      field.current?.focus()
    }
  }

  return (
    <form
      className={styles.invite}
      noValidate
      onSubmit={event => {
        event.preventDefault()
        void send()
      }}
      onKeyDown={event => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing)
          return
        event.preventDefault()
        event.currentTarget.requestSubmit()
      }}
    >
      <PeopleField
        ref={field}
        written={written}
        onWritten={setWritten}
        chosen={chosen}
        onChosen={setChosen}
        faults={faults}
        onFaults={setFaults}
      />
      {chosen.length > 0 && (
        <div className={styles.card}>
          {role === undefined ? (
            <p role="alert">{words.noCommonRole}</p>
          ) : (
            <div className={styles.field}>
              <span className={styles.label} aria-hidden="true">
                {words.role}
              </span>
              <RoleSelect label={words.role} value={role} roles={offered} onChange={setWanted} explains />
            </div>
          )}
          <div className={styles.field}>
            <label htmlFor={messageId} className={styles.label}>
              {words.message}
            </label>
            <textarea
              id={messageId}
              className={styles.message}
              rows={2}
              maxLength={messageMaxLength}
              aria-describedby={`${messageId}-help`}
              value={message}
              onChange={event => setMessage(event.target.value)}
            />
            <p id={`${messageId}-help`} className={styles.help}>
              {words.messageHelp}
            </p>
          </div>
          {isHeld && written.trim() !== '' && <p role="alert">{words.putRightFirst}</p>}
          {tooMany && <p role="alert">{words.tooMany(invitedTogether)}</p>}
          <div className={styles.cardActions}>
            <Button
              type="submit"
              look="primary"
              aria-keyshortcuts="Control+Enter"
              aria-disabled={isSending || role === undefined || tooMany}
            >
              {isSending ? words.inviting : words.invite}
            </Button>
          </div>
        </div>
      )}
      <div role="status">
        {outcomes.length > 0 && (
          <div className={styles.outcomes}>
            <h3>{words.outcomesTitle}</h3>
            <ul>
              {outcomes.map(({ address, outcome }) => (
                <li key={address} data-trouble={isTrouble(outcome) || undefined}>
                  <strong>{address}</strong> {words.outcomes[outcome]}
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </form>
  )
}

/**
 * Invites those with an address together, since a message goes with it, and lets the others in one by one. What became
 * of each is added to `heard` as it is known: those before a fault have been let in.
 */
async function letIn(
  id: string,
  all: readonly Chosen[],
  role: Role,
  message: string,
  heard: Outcome[],
): Promise<void> {
  const addresses = all.flatMap(known => addressOf(known) ?? [])
  if (addresses.length > 0) heard.push(...(await invite(id, { addresses, role, message })))
  for (const known of all) {
    if (known.is !== 'person' || known.person.address !== null) continue
    const { personId, partyId } = known.person
    await addMember(id, { personId, partyId, role })
    heard.push({ address: nameOf(known), outcome: 'added' })
  }
}

function addressOf(chosen: Chosen): string | null {
  return chosen.is === 'address' ? chosen.address : chosen.person.address
}

function addressedAs(chosen: Chosen): string {
  return addressOf(chosen) ?? nameOf(chosen)
}

function isTrouble(outcome: Outcome['outcome']): boolean {
  return outcome === 'noParty' || outcome === 'mayNot' || outcome === 'left'
}

/** The roles that all of those chosen can be given; of an address the party is not known yet. */
function rolesOffered(sharing: Sharing, chosen: readonly Chosen[]): readonly Role[] {
  const { access } = sharing
  const parties = chosen.flatMap(known =>
    known.is === 'person' ? [partyOf(access, known.person.partyId)] : [],
  )
  const some = new Set(access.parties.flatMap(party => rolesFrom(sharing, party)))
  return roles.filter(
    role => some.has(role) && parties.every(party => rolesFrom(sharing, party).includes(role)),
  )
}
