import { useState } from 'react'
import type { Round } from '../../shared/http/consultation.ts'
import { remindParties } from '../http/consultation.ts'
import { FormDialog } from '../people/FormDialog.tsx'
import { useText } from '../text/useText.ts'
import { useNotices } from '../ui/notices.ts'
import { type AboutRound, missingIn } from './aboutRound.ts'
import styles from './rounds.module.css'

/** Asks which of those who have not answered are to be reminded. */
export function RemindDialog({ applicationId, round, onRound, onClose }: AboutRound) {
  const { consultation: words, versions } = useText()
  const notices = useNotices()
  const missing = missingIn(round)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(missing.map(({ partyId }) => partyId)),
  )
  const [isTried, setIsTried] = useState(false)
  const toggle = (partyId: string) => {
    const next = new Set(chosen)
    if (!next.delete(partyId)) next.add(partyId)
    setChosen(next)
  }
  const send = async () => {
    const reminded: Round = await remindParties(applicationId, round.number, [...chosen])
    const names = missing.filter(({ partyId }) => chosen.has(partyId)).map(({ partyName }) => partyName)
    notices.toast((names.length === 1 ? words.reminded : words.remindedMany)(versions.list(names)))
    onRound(reminded)
    onClose()
  }
  const fault = isTried && chosen.size === 0
  return (
    <FormDialog
      title={words.remindTitle(words.roundTitle(round.purpose, round.ordinal))}
      sendWord={words.remindNow}
      onClose={onClose}
      isReady={chosen.size > 0}
      onTry={() => setIsTried(true)}
      send={send}
    >
      <p>{words.remindHelp}</p>
      <fieldset className={styles.choices}>
        <legend>{words.remindWhom}</legend>
        {missing.map(({ partyId, partyName, persons, reminders }) => {
          const last = reminders.at(-1)
          return (
            <label key={partyId} className={styles.choice}>
              <input
                type="checkbox"
                checked={chosen.has(partyId)}
                aria-invalid={fault}
                onChange={() => toggle(partyId)}
              />
              <span>
                {partyName}
                <span className={styles.more}>
                  {words.persons(persons.length)}
                  {last && `. ${words.lastReminder(last.at, last.by?.name ?? '')}`}
                </span>
              </span>
            </label>
          )
        })}
      </fieldset>
      {fault && (
        <p role="alert" className={styles.fault}>
          {words.remindNone}
        </p>
      )}
      {round.closesOn !== null && <p className={styles.soft}>{words.remindByThemselves}</p>}
    </FormDialog>
  )
}
