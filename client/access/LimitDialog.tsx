import { useId, useState } from 'react'
import type { LimitedParty, SectionClosing } from '../../shared/people/closedSection.ts'
import type { Party } from '../../shared/people/person.ts'
import { problemWords } from '../text/problemWords.ts'
import { useText } from '../text/useText.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import styles from './access.module.css'
import { type Column, type Limit, limitedIn, limitsOf } from './columns.ts'

/** What parties can be limited to, and how. */
export interface Limiting {
  readonly columns: readonly Column[]
  /** The party whose form it is. */
  readonly ownerId: string | null
  /** Rejects when it is refused, or there is no contact. */
  readonly save: (limited: readonly LimitedParty[]) => Promise<void>
}

interface LimitDialogProps {
  readonly parties: readonly Party[]
  readonly closing: SectionClosing | undefined
  readonly limiting: Limiting
  readonly onClose: () => void
}

/** Asks which column of the budget each party fills in. */
export function LimitDialog({ parties, closing, limiting, onClose }: LimitDialogProps) {
  const text = useText()
  const { limits: words } = text.budget
  const { columns, ownerId, save } = limiting
  const id = useId()
  const [limits, setLimits] = useState(() => limitsOf(parties, columns, closing, ownerId))
  const [isSaving, setSaving] = useState(false)
  const [fault, setFault] = useState('')

  const onSave = async () => {
    if (isSaving) return
    setSaving(true)
    setFault('')
    try {
      await save(limitedIn(limits))
      onClose()
    } catch (thrown) {
      setFault(problemWords(text, thrown))
      setSaving(false)
    }
  }
  return (
    <Dialog
      title={words.title}
      closeWord={text.access.cancel}
      onClose={onClose}
      actions={
        <Button look="primary" onClick={() => void onSave()}>
          {isSaving ? words.saving : words.save}
        </Button>
      }
    >
      <p className={styles.soft}>{words.help}</p>
      <div className={styles.limits}>
        {parties.map(({ id: partyId, name }) => (
          <div key={partyId} className={styles.limit}>
            <label htmlFor={`${id}-${partyId}`}>{name}</label>
            <select
              id={`${id}-${partyId}`}
              className={styles.select}
              data-party={partyId}
              value={written(limits.get(partyId))}
              onChange={event => setLimits(new Map(limits).set(partyId, read(event.target.value)))}
            >
              <LimitOptions columns={columns} now={limits.get(partyId)} />
            </select>
          </div>
        ))}
      </div>
      <p className={styles.trouble} role="alert">
        {fault}
      </p>
    </Dialog>
  )
}

interface LimitOptionsProps {
  readonly columns: readonly Column[]
  readonly now: Limit | undefined
}

function LimitOptions({ columns, now }: LimitOptionsProps) {
  const { limits: words } = useText().budget
  const isGone = now?.is === 'column' && !columns.some(({ key }) => key === now.key)
  return (
    <>
      <option value={written({ is: 'all' })}>{words.all}</option>
      {columns.map(({ key, name }) => (
        <option key={key} value={written({ is: 'column', key })}>
          {words.onlyColumn(name)}
        </option>
      ))}
      {isGone && <option value={written(now)}>{words.gone}</option>}
      <option value={written({ is: 'none' })}>{words.none}</option>
    </>
  )
}

const ofColumn = 'column:'

function written(limit: Limit | undefined): string {
  return limit?.is === 'column' ? `${ofColumn}${limit.key}` : (limit?.is ?? 'all')
}

function read(value: string): Limit {
  if (value.startsWith(ofColumn)) return { is: 'column', key: value.slice(ofColumn.length) }
  return { is: value === 'none' ? 'none' : 'all' }
}
