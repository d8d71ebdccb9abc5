import { useEffect, useRef } from 'react'
import type { FormTemplate } from '../../../shared/form/FormTemplate.ts'
import { useText } from '../../text/useText.ts'
import styles from './bar.module.css'
import { Comparison } from './Comparison.tsx'
import { useColumns } from './columns.ts'
import type { Compared } from './comparing.ts'
import { StepsBar } from './StepsBar.tsx'
import { useSteps } from './useSteps.ts'

interface ShownChangesProps {
  readonly form: FormTemplate
  readonly compared: Compared
  readonly imageUrl: (hash: string) => string
  /** Who has changed a section, in words; empty where nobody is known. */
  readonly changedBy: (section: string) => string
}

/** What differs, with the ways through it: by section, and from change to change. */
export function ShownChanges({ form, compared, imageUrl, changedBy }: ShownChangesProps) {
  const { versions: words } = useText()
  const sheet = useRef<HTMLElement>(null)
  const choice = useColumns()
  const { sections, changeCount } = compared.comparison
  const steps = useSteps(sheet, changeCount)
  const changed = sections.filter(section => section.changeCount > 0)
  // A link to a section leads there when it has been compared.
  useEffect(() => goTo(decodeURIComponent(location.hash.slice(1))), [])
  return (
    <>
      {changed.length > 1 && (
        <nav aria-label={words.sectionsChanged} className={styles.contents}>
          <ul>
            {changed.map(section => (
              <li key={section.key}>
                <a
                  href={`#changes-${section.key}`}
                  onClick={event => {
                    event.preventDefault()
                    goTo(`changes-${section.key}`)
                  }}
                >
                  {form.sections.find(({ key }) => key === section.key)?.heading}
                </a>{' '}
                <span className={styles.soft}>{words.changes(section.changeCount)}</span>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <StepsBar steps={steps} count={changeCount} choice={choice} />
      <Comparison
        ref={sheet}
        form={form}
        compared={compared}
        columns={choice.columns}
        imageUrl={imageUrl}
        changedBy={changedBy}
      />
    </>
  )
}

function goTo(id: string): void {
  const heading = document.getElementById(id)
  heading?.focus({ preventScroll: true })
  heading?.scrollIntoView({ block: 'start' })
}
