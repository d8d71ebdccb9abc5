import { type RefObject, useMemo } from 'react'
import type { FormTemplate, Section } from '../../../shared/form/FormTemplate.ts'
import type { SectionComparison } from '../../../shared/version/compare/comparison.ts'
import { useText } from '../../text/useText.ts'
import { changeWords } from './changeWords.ts'
import type { Columns } from './columns.ts'
import type { Compared } from './comparing.ts'
import styles from './comparison.module.css'
import { type Drawing, DrawingContext } from './Drawing.ts'
import { Fold } from './Fold.tsx'
import { partyNames } from './partyNames.ts'
import { SectionChanges } from './SectionChanges.tsx'
import '../../editor/richText.css'
import '../../editor/lists.css'

interface ComparisonProps {
  readonly ref: RefObject<HTMLElement | null>
  readonly form: FormTemplate
  readonly compared: Compared
  readonly columns: Columns
  readonly imageUrl: (hash: string) => string
  /** Who has changed a section, in words; empty where nobody is known. */
  readonly changedBy: (section: string) => string
}

/** What differs between two moments of an ansökan, section by section in the order of the form. */
export function Comparison({ ref, form, compared, columns, imageUrl, changedBy }: ComparisonProps) {
  const text = useText()
  const { comparison, changes } = compared
  const drawing = useMemo<Drawing>(() => {
    const byNumber = new Map(changes.map(change => [change.number, change]))
    const parties = partyNames(form, comparison)
    return {
      imageUrl,
      parties,
      changeOf: number => byNumber.get(number),
      sentenceOf: number => {
        const change = byNumber.get(number)
        return change ? changeWords(text, form, change, comparison.changeCount, parties) : ''
      },
    }
  }, [form, imageUrl, changes, comparison, text])
  const sections = new Map(form.sections.map(section => [section.key, section]))
  return (
    <DrawingContext value={drawing}>
      <article
        ref={ref}
        className={styles.sheet}
        data-columns={columns}
        aria-label={text.versions.comparison}
      >
        {groupUnchanged(comparison.sections).map(group => {
          const [first] = group
          const section = first && sections.get(first.key)
          if (!first || !section) return null
          if (first.changeCount === 0) {
            return (
              <Unchanged key={first.key} sections={group.flatMap(({ key }) => sections.get(key) ?? [])} />
            )
          }
          return (
            <SectionChanges
              key={first.key}
              section={section}
              compared={first}
              columns={columns}
              changedBy={changedBy(first.key)}
            />
          )
        })}
      </article>
    </DrawingContext>
  )
}

/** So many in a row are told together. */
const fewestTogether = 3

/** Those in which nothing has changed, together where there are many in a row. */
function groupUnchanged(sections: readonly SectionComparison[]): readonly (readonly SectionComparison[])[] {
  const groups: SectionComparison[][] = []
  for (const section of sections) {
    const last = groups.at(-1)
    if (section.changeCount === 0 && last?.[0]?.changeCount === 0) last.push(section)
    else groups.push([section])
  }
  return groups.flatMap(group => (group.length < fewestTogether ? group.map(one => [one]) : [group]))
}

function Unchanged({ sections }: { readonly sections: readonly Section[] }) {
  const { versions: words } = useText()
  if (sections.length < fewestTogether) {
    return sections.map(({ key, heading }) => (
      <section key={key} className={styles.unchanged} aria-labelledby={`changes-${key}`}>
        <h2 id={`changes-${key}`}>{heading}</h2>
        <p>{words.unchanged}</p>
      </section>
    ))
  }
  const together = words.unchangedSections(sections.length)
  return (
    <div className={styles.unchanged}>
      <Fold show={together} hide={together}>
        <ul>
          {sections.map(({ key, heading }) => (
            <li key={key}>{heading}</li>
          ))}
        </ul>
      </Fold>
    </div>
  )
}
