import { rootShape } from '../../shared/document/roots.ts'
import type { SectionReading } from '../../shared/import/ReadForm.ts'
import { useText } from '../text/useText.ts'
import { Icon, type IconName } from '../ui/Icon.tsx'
import { NoteList } from './NoteList.tsx'
import { useReport } from './ReportContext.ts'
import styles from './report.module.css'
import { SectionLink } from './SectionLink.tsx'

const kinds: readonly (readonly [SectionReading['is'], IconName])[] = [
  ['guessed', 'warning'],
  ['missing', 'minus'],
  ['read', 'check'],
]

/** How much was read, with ways to what is to be looked at, and what is to be known of the whole. */
export function ReadingSummary() {
  const { formImport: words } = useText()
  const { decisions, isMove } = useReport()
  const { read, form } = decisions
  const headingOf = (key: string) => form.sections.find(section => section.key === key)?.heading ?? key
  const remarks = [...new Set(read.notes.map(words.note))]
  // What a form does not store is never read either.
  const answered = new Set(form.sections.filter(section => rootShape(section) !== null).map(({ key }) => key))
  return (
    <div className={styles.summary}>
      {kinds.map(([is, icon]) => {
        const sections = read.sections.filter(one => one.is === is && answered.has(one.section))
        if (sections.length === 0) return null
        return (
          <details key={is} className={styles.kind} data-is={is} open={is === 'guessed'}>
            <summary>
              <Icon name={icon} />
              {(isMove ? words.summaryMoved : words.summaryOf)[is](sections.length)}
            </summary>
            <ul>
              {sections.map(({ section }) => (
                <li key={section}>
                  <SectionLink section={section}>{headingOf(section)}</SectionLink>
                </li>
              ))}
            </ul>
          </details>
        )
      })}
      {remarks.length > 0 && (
        <details className={styles.kind} open>
          <summary>
            <Icon name="list" />
            {(isMove ? words.remarksMoved : words.remarks)(remarks.length)}
          </summary>
          <div className={styles.remarks}>
            <NoteList notes={remarks} />
          </div>
        </details>
      )}
    </div>
  )
}
