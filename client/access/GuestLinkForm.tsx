import { useEffect, useId, useRef, useState } from 'react'
import type { GuestLinkMade } from '../../shared/http/access.ts'
import { makeGuestLink } from '../http/access.ts'
import { useText } from '../text/useText.ts'
import { Button } from '../ui/Button.tsx'
import styles from './access.module.css'
import { dayFromToday } from './dayWords.ts'
import { RoleSelect } from './RoleSelect.tsx'
import { rolesFrom, useSharing } from './Sharing.ts'

const guestRoles = ['reader', 'reviewer'] as const

/** A link lets in for so long unless somebody says otherwise: about a remiss. */
const usualDays = 30

interface GuestLinkFormProps {
  readonly onMade: (made: GuestLinkMade) => void
  readonly onClose: () => void
}

/** Asks whom a new guest link is for, of which party, as what and until when. */
export function GuestLinkForm({ onMade, onClose }: GuestLinkFormProps) {
  const { access: words } = useText()
  const sharing = useSharing()
  const { applicationId, me, act } = sharing
  const id = useId()
  const parties = sharing.access.parties.filter(party => rolesFrom(sharing, party).includes('reader'))
  const own = parties.find(party => party.id === me.party.id) ?? parties[0]
  const [label, setLabel] = useState('')
  const [partyId, setPartyId] = useState(own?.id ?? '')
  const [role, setRole] = useState<(typeof guestRoles)[number]>('reader')
  const [endsOn, setEndsOn] = useState(() => dayFromToday(usualDays))
  const [tried, setTried] = useState(false)
  const labelBox = useRef<HTMLInputElement>(null)
  const dayBox = useRef<HTMLInputElement>(null)
  const isNameless = label.trim() === ''
  const isOver = endsOn < dayFromToday()
  useEffect(() => {
    labelBox.current?.focus()
    labelBox.current?.form?.scrollIntoView({ block: 'nearest' })
  }, [])

  const make = async () => {
    setTried(true)
    if (isNameless) labelBox.current?.focus()
    else if (isOver) dayBox.current?.focus()
    else {
      let made: GuestLinkMade | null = null
      await act(async () => {
        made = await makeGuestLink(applicationId, { label: label.trim(), partyId, role, endsOn })
      }, '')
      if (made) onMade(made)
    }
  }
  return (
    <form
      className={styles.card}
      noValidate
      onSubmit={event => {
        event.preventDefault()
        void make()
      }}
      onKeyDown={event => {
        if (event.key !== 'Escape') return
        // Only the form closes, not the dialog around it.
        event.preventDefault()
        onClose()
      }}
    >
      <div className={styles.field}>
        <label htmlFor={`${id}-label`} className={styles.label}>
          {words.guestLabel}
        </label>
        <input
          ref={labelBox}
          id={`${id}-label`}
          className={styles.input}
          autoComplete="off"
          maxLength={100}
          aria-invalid={(tried && isNameless) || undefined}
          aria-describedby={`${id}-help`}
          value={label}
          onChange={event => setLabel(event.target.value)}
        />
        <p
          id={`${id}-help`}
          className={tried && isNameless ? styles.trouble : styles.help}
          aria-live="polite"
        >
          {tried && isNameless ? words.guestLabelMissing : words.guestLabelHelp}
        </p>
      </div>
      <div className={styles.fields}>
        <label className={styles.field}>
          <span className={styles.label}>{words.guestParty}</span>
          <select
            className={styles.select}
            value={partyId}
            onChange={event => setPartyId(event.target.value)}
          >
            {parties.map(party => (
              <option key={party.id} value={party.id}>
                {party.name}
              </option>
            ))}
          </select>
        </label>
        <div className={styles.field}>
          <span className={styles.label} aria-hidden="true">
            {words.role}
          </span>
          <RoleSelect label={words.role} value={role} roles={guestRoles} onChange={setRole} />
        </div>
        <label className={styles.field}>
          <span className={styles.label}>{words.guestEndsOn}</span>
          <input
            ref={dayBox}
            type="date"
            className={styles.input}
            min={dayFromToday()}
            aria-invalid={(tried && isOver) || undefined}
            value={endsOn}
            onChange={event => setEndsOn(event.target.value)}
          />
        </label>
      </div>
      <p className={styles.trouble} role="status">
        {tried && isOver ? words.guestDayMissing : ''}
      </p>
      <div className={styles.cardActions}>
        <Button type="submit" look="primary">
          {words.makeGuestLink}
        </Button>
        <Button onClick={onClose}>{words.cancel}</Button>
      </div>
    </form>
  )
}
