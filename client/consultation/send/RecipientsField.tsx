import { useId } from 'react'
import { useText } from '../../text/useText.ts'
import styles from '../rounds.module.css'
import type { Askable } from './askable.ts'
import type { RoundDraft } from './RoundDraft.ts'
import sendStyles from './send.module.css'

interface RecipientsFieldProps {
  readonly askable: readonly Askable[]
  readonly persons: RoundDraft['persons']
  readonly onPersons: (persons: RoundDraft['persons']) => void
  /** An answer is asked for, so somebody must be able to send it. */
  readonly isAnswered: boolean
  readonly fault: string | null
}

/** The parties and their people, to be asked or not. */
export function RecipientsField(props: RecipientsFieldProps) {
  const { askable, persons, onPersons, isAnswered, fault } = props
  const { sendRound: words } = useText()
  const id = useId()
  return (
    <fieldset className={styles.choices} aria-describedby={fault === null ? undefined : `${id}-fault`}>
      <legend>{words.recipients}</legend>
      {fault !== null && (
        <p id={`${id}-fault`} role="alert" className={styles.fault}>
          {fault}
        </p>
      )}
      {askable.map(one => (
        <PartyField
          key={one.party.id}
          askable={one}
          chosen={persons[one.party.id] ?? []}
          onChosen={chosen => onPersons({ ...persons, [one.party.id]: chosen })}
          isAnswered={isAnswered}
          isInvalid={fault !== null}
        />
      ))}
      <p className={styles.soft}>{words.recipientsHelp}</p>
    </fieldset>
  )
}

interface PartyFieldProps {
  readonly askable: Askable
  readonly chosen: readonly string[]
  readonly onChosen: (chosen: readonly string[]) => void
  readonly isAnswered: boolean
  readonly isInvalid: boolean
}

function PartyField({ askable, chosen, onChosen, isAnswered, isInvalid }: PartyFieldProps) {
  const { sendRound: words } = useText()
  const { party, persons, lacksLead, invited } = askable
  const all = persons.map(({ personId }) => personId)
  const count = all.filter(personId => chosen.includes(personId)).length
  return (
    <div className={sendStyles.party} data-party={party.colour}>
      <label className={styles.choice}>
        <input
          type="checkbox"
          checked={count > 0}
          aria-invalid={isInvalid}
          ref={box => {
            if (box) box.indeterminate = count > 0 && count < all.length
          }}
          onChange={() => onChosen(count > 0 ? [] : all)}
        />
        <span>
          <strong>{party.name}</strong>{' '}
          <span className={styles.soft}>{words.chosenOf(count, all.length)}</span>
        </span>
      </label>
      <ul className={sendStyles.persons} aria-label={words.personsOf(party.name)}>
        {persons.map(({ personId, name, title }) => (
          <li key={personId}>
            <label className={styles.choice}>
              <input
                type="checkbox"
                checked={chosen.includes(personId)}
                onChange={() =>
                  onChosen(
                    chosen.includes(personId)
                      ? chosen.filter(other => other !== personId)
                      : [...chosen, personId],
                  )
                }
              />
              <span>
                {name} {title !== '' && <span className={styles.soft}>{title}</span>}
              </span>
            </label>
          </li>
        ))}
      </ul>
      {isAnswered && lacksLead && count > 0 && (
        <p className={styles.warning}>{words.lacksLead(party.shortName)}</p>
      )}
      {invited > 0 && <p className={styles.soft}>{words.invited(invited)}</p>}
    </div>
  )
}
