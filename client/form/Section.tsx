import { useMemo } from 'react'
import type { Section as SectionOfForm } from '../../shared/form/FormTemplate.ts'
import { freeTextHelp } from '../../shared/form/help.ts'
import { useText } from '../text/useText.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { Icon } from '../ui/Icon.tsx'
import { browserStorage } from './browserStorage.ts'
import { useMayWrite } from './FieldsContext.ts'
import { useForm, useSection } from './FormContext.ts'
import { Guidance } from './Guidance.tsx'
import { GuidanceMemory } from './guidanceMemory.ts'
import styles from './Section.module.css'
import { type RenderRich, SectionBody } from './SectionBody.tsx'
import { partyShapes } from './sections/PartyFields.tsx'
import { usePeopleAt } from './usePeopleAt.ts'

/** A section's box as on the paper form: its exact heading, its help, its answer, and who is here. */
export function Section({ renderRich }: { readonly renderRich: RenderRich }) {
  const section = useSection()
  const { form, personId, guidance, open, rights, beside } = useForm()
  const mayWrite = useMayWrite()
  const text = useText().form
  const memory = useMemo(
    () => new GuidanceMemory(browserStorage(), personId, form.id, section.key),
    [personId, form, section],
  )
  const headingId = `${section.key}-heading`
  return (
    <section
      id={section.key}
      className={styles.section}
      data-section={section.key}
      data-kind={section.kind}
      data-annex={(section.kind === 'rich' && section.annex) || undefined}
      aria-labelledby={headingId}
    >
      <header className={styles.head}>
        <h2 id={headingId} className={styles.heading} tabIndex={-1}>
          {section.heading}
          {section.starred && <span title={text.starMeans}> (*)</span>}
          {section.kind === 'lockedText' && section.headingNote !== null && (
            <span className={styles.headingNote}> {section.headingNote}</span>
          )}
        </h2>
        {section.kind === 'lockedText' && (
          <span className={styles.lock}>
            <Icon name="lock" />
            {text.lockedSign}
          </span>
        )}
        {open !== null && <Here />}
        {beside?.heading(section)}
        {rights?.tools(section)}
      </header>
      {rights?.line(section)}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it only notices that somebody is in a field */}
      <div className={styles.body} onFocus={() => memory.used()}>
        {guidance === 'shown' && (mayWrite || open === null) && section.help.length > 0 && (
          <Guidance paragraphs={section.help} memory={memory} />
        )}
        <SectionBody renderRich={renderRich} />
        {mayWrite && takesFreeText(section) && <p className={styles.personalData}>{freeTextHelp}</p>}
      </div>
    </section>
  )
}

/** The others who are in the section now. */
function Here() {
  const text = useText().form
  const people = usePeopleAt(useForm().open?.live ?? null, useSection().key, null)
  if (people.length === 0) return null
  return (
    <ul className={styles.here} aria-label={text.hereNow}>
      {people.map(person => (
        <li key={person.id}>
          <Avatar person={person} size="small" />
        </li>
      ))}
    </ul>
  )
}

/** Whether people write running text here, where somebody could be pointed out. */
function takesFreeText(section: SectionOfForm): boolean {
  switch (section.kind) {
    case 'rich':
    case 'goals':
    case 'participants':
    case 'log':
    case 'amount':
      return true
    case 'parties':
      return section.fields.some(field => partyShapes(section)[field.name]?.is === 'prose')
    case 'yesNo':
      return section.commentLabel !== null
    default:
      return false
  }
}
