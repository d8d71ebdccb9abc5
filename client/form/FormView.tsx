import { memo, useMemo } from 'react'
import type { FormTemplate } from '../../shared/form/FormTemplate.ts'
import type { LiveDocument } from '../sync/LiveDocument.ts'
import { useText } from '../text/useText.ts'
import type { BesideForm } from './BesideForm.ts'
import type { FocusOrder } from './FieldsContext.ts'
import { FormContext, type FormOnPage, SectionContext } from './FormContext.ts'
import type { FormRights } from './FormRights.ts'
import styles from './FormView.module.css'
import { Section } from './Section.tsx'
import type { RenderRich } from './SectionBody.tsx'
import { SectionFields } from './SectionFields.tsx'
import { useFromTheTop } from './useFromTheTop.ts'
import { usePresses, useWrittenValues } from './useWriting.ts'

interface FormViewProps {
  readonly form: FormTemplate
  /** Null shows the form empty, as it lies in the drawer. */
  readonly live: LiveDocument | null
  /** Who reads. */
  readonly personId: string
  /** Draws a section of rich text. Not asked while the form is shown empty. */
  readonly renderRich: RenderRich
  /** «Dölj all vägledning» is the page's. */
  readonly guidance?: 'shown' | 'hidden'
  /** Who may write where; all may without. */
  readonly rights?: FormRights
  /** What stands beside its parts. */
  readonly beside?: BesideForm
  /** Order of focus over the whole page, so that arrow keys cross from section to section. */
  readonly focusOrder?: FocusOrder
}

/**
 * A whole form as a sheet of paper: title, preamble, its sections in order, and the tag at the foot. What changes in
 * the page around it does not draw it anew.
 */
export const FormView = memo(function FormView({
  form,
  live,
  personId,
  renderRich,
  guidance = 'shown',
  rights,
  beside,
  focusOrder,
}: FormViewProps) {
  const text = useText().form
  const values = useWrittenValues(live, personId)
  const presses = usePresses()
  const shown = useFromTheTop(form.sections.length)
  const complete = shown >= form.sections.length
  const onPage = useMemo<FormOnPage>(() => {
    const open =
      live === null || values === null
        ? null
        : { live, values, personId, presses, focusOrder: focusOrder ?? null }
    return { form, open, personId, guidance, rights: rights ?? null, beside: beside ?? null }
  }, [form, live, values, personId, presses, focusOrder, guidance, rights, beside])

  return (
    <FormContext value={onPage}>
      <article className={styles.sheet} lang="sv" aria-busy={!complete}>
        <header className={styles.top}>
          <p className={styles.title}>{form.title}</p>
          {form.preamble !== null && <p className={styles.preamble}>{form.preamble}</p>}
        </header>
        {form.sections.slice(0, shown).map(section => (
          <SectionContext key={section.key} value={section}>
            <SectionFields>
              <Section renderRich={renderRich} />
            </SectionFields>
          </SectionContext>
        ))}
        {complete && form.footerTag !== null && (
          <footer className={styles.foot}>
            <span className="sr-only">{text.formVersion}: </span>
            {form.footerTag}
          </footer>
        )}
      </article>
    </FormContext>
  )
})
