import { useId } from 'react'
import type { FormTemplate } from '../../../shared/form/FormTemplate.ts'
import { useText } from '../../text/useText.ts'
import styles from '../rounds.module.css'
import { Choices } from './Choices.tsx'
import type { RoundDraft } from './RoundDraft.ts'
import sendStyles from './send.module.css'

interface SectionsFieldProps {
  readonly form: FormTemplate
  readonly draft: RoundDraft
  readonly onChange: (change: Pick<RoundDraft, 'isWhole' | 'sections'>) => void
  readonly fault: string | null
}

/** Whether a round is about the whole ansökan, or some of its sections. */
export function SectionsField({ form, draft, onChange, fault }: SectionsFieldProps) {
  const { sendRound: words } = useText()
  const id = useId()
  const { isWhole, sections } = draft
  const toggle = (key: string) =>
    onChange({
      isWhole,
      sections: sections.includes(key) ? sections.filter(other => other !== key) : [...sections, key],
    })
  return (
    <>
      <Choices
        legend={words.about}
        value={isWhole ? 'whole' : 'sections'}
        onChange={value => onChange({ isWhole: value === 'whole', sections })}
        choices={[
          { value: 'whole', word: words.aboutWhole },
          { value: 'sections', word: words.aboutSections, help: words.aboutSectionsHelp },
        ]}
      />
      {!isWhole && (
        <fieldset
          className={`${styles.choices} ${sendStyles.within}`}
          aria-describedby={fault === null ? undefined : `${id}-fault`}
        >
          <legend>{words.sections}</legend>
          {fault !== null && (
            <p id={`${id}-fault`} role="alert" className={styles.fault}>
              {fault}
            </p>
          )}
          <div className={sendStyles.sections}>
            {form.sections
              .filter(({ kind }) => kind !== 'computedLine')
              .map(({ key, heading }) => (
                <label key={key} className={styles.choice}>
                  <input
                    type="checkbox"
                    checked={sections.includes(key)}
                    aria-invalid={fault !== null}
                    onChange={() => toggle(key)}
                  />
                  <span>{heading}</span>
                </label>
              ))}
          </div>
        </fieldset>
      )}
    </>
  )
}
