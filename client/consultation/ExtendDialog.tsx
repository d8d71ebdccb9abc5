import { useState } from 'react'
import { changeRound } from '../http/consultation.ts'
import { FormDialog } from '../people/FormDialog.tsx'
import { swedishDay } from '../text/dayFormat.ts'
import { useText } from '../text/useText.ts'
import { useNotices } from '../ui/notices.ts'
import { AnswerDayField } from './AnswerDayField.tsx'
import type { AboutRound } from './aboutRound.ts'
import { proposedDay } from './answerDay.ts'
import styles from './rounds.module.css'

/** Working days that a round is extended by, unless somebody says otherwise. */
const usualExtension = 5

/** Asks for a new day to answer. */
export function ExtendDialog({ applicationId, round, onRound, onClose }: AboutRound) {
  const { consultation: words } = useText()
  const notices = useNotices()
  const today = swedishDay(new Date())
  const { closesOn } = round
  const after = closesOn !== null && closesOn > today ? closesOn : today
  const [day, setDay] = useState(() => proposedDay(after, usualExtension))
  const [isTried, setIsTried] = useState(false)
  const fault = day === '' ? words.dayMissing : day <= after ? words.dayTooEarly(after) : null
  const send = async () => {
    onRound(await changeRound(applicationId, round.number, { is: 'extend', closesOn: day }))
    notices.toast(words.extended(day))
    onClose()
  }
  return (
    <FormDialog
      title={words.extendTitle(words.roundTitle(round.purpose, round.ordinal))}
      sendWord={closesOn === null ? words.setDayNow : words.extendNow}
      onClose={onClose}
      isReady={fault === null}
      onTry={() => setIsTried(true)}
      send={send}
    >
      {closesOn !== null && <p>{words.dayNow(closesOn)}</p>}
      <AnswerDayField
        label={words.newDay}
        value={day}
        onChange={setDay}
        today={today}
        fault={isTried ? fault : null}
      />
      <p className={styles.soft}>{words.extendHelp}</p>
    </FormDialog>
  )
}
