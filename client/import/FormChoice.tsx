import { useId } from 'react'
import { formById, forms } from '../../shared/form/forms.ts'
import type { ReadWord } from '../../shared/http/formImport.ts'
import { useText } from '../text/useText.ts'
import styles from './choice.module.css'

interface FormChoiceProps {
  readonly legend: string
  /** Ids of the forms, in the order they are shown. */
  readonly formIds: readonly string[]
  /** Null while nothing has been chosen. */
  readonly chosen: string | null
  /** How many of the headings of each are in the file; empty where there is no saying. */
  readonly found: ReadWord['forms']
  readonly onChoose: (formId: string) => void
}

/** One of the forms. */
export function FormChoice({ legend, formIds, chosen, found, onChoose }: FormChoiceProps) {
  const { formImport: words } = useText()
  const id = useId()
  return (
    <fieldset className={styles.forms}>
      <legend>{legend}</legend>
      {formIds.map(formId => {
        const fits = found.find(one => one.formId === formId)
        return (
          <label key={formId} className={styles.form}>
            <input type="radio" name={id} checked={chosen === formId} onChange={() => onChoose(formId)} />
            <span>
              {formById(formId)?.name}
              {fits && <span className={styles.fits}>{words.formFits(fits.found, fits.of)}</span>}
            </span>
          </label>
        )
      })}
    </fieldset>
  )
}

/** Newest first. */
export const everyForm: readonly string[] = forms.map(({ id }) => id).toReversed()
