import { type KeyboardEvent, memo, useRef, useState } from 'react'
import type { FormTemplate, Section } from '../../shared/form/FormTemplate.ts'
import type { LiveDocument } from '../sync/LiveDocument.ts'
import { useText } from '../text/useText.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { Icon, type IconName } from '../ui/Icon.tsx'
import type { BesideForm } from './BesideForm.ts'
import styles from './ContentsTree.module.css'
import { useCurrentSection } from './useCurrentSection.ts'
import { useFilledSections } from './useFilledSections.ts'
import { usePeopleAt } from './usePeopleAt.ts'

/** A sign before a heading, e.g. that the section is finished. */
export interface SectionMark {
  readonly icon: IconName
  readonly words: string
}

interface ContentsTreeProps {
  readonly form: FormTemplate
  readonly live: LiveDocument | null
  /** What a section is marked with instead of whether it is filled in, by its key. The same from drawing to drawing. */
  readonly marks?: ReadonlyMap<string, SectionMark>
  /** What the page draws beside the headings. */
  readonly beside?: BesideForm
  /** Called after going to a section, e.g. to close the drawer that the tree is in. */
  readonly onGo?: () => void
}

/**
 * The form's headings, each with its sign (fast, ifyllt, tomt) and who is there. One stop for Tab; arrow keys,
 * Home and End walk in it, Enter goes to the section.
 */
export const ContentsTree = memo(function ContentsTree({
  form,
  live,
  marks,
  beside,
  onGo,
}: ContentsTreeProps) {
  const text = useText().form
  const list = useRef<HTMLUListElement>(null)
  const current = useCurrentSection(form)
  const filled = useFilledSections(form, live)
  const [stop, setStop] = useState<string | null>(null)
  const tabStop = stop ?? current ?? form.sections[0]?.key

  const onKeyDown = (event: KeyboardEvent) => {
    const links = [...(list.current?.querySelectorAll('a') ?? [])]
    const at = links.findIndex(link => link.matches(':focus'))
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: links.length - 1 }[event.key]
    if (next === undefined || at === -1) return
    event.preventDefault()
    links[Math.min(Math.max(next, 0), links.length - 1)]?.focus()
  }

  return (
    <nav className={styles.tree} aria-label={text.contents}>
      {/* Keys only move focus among the links, which are the controls. */}
      <ul ref={list} onKeyDown={onKeyDown} onBlur={() => setStop(null)}>
        {form.sections.map(section => (
          <li key={section.key}>
            <a
              href={`#${section.key}`}
              className={styles.entry}
              aria-current={section.key === current ? 'location' : undefined}
              tabIndex={section.key === tabStop ? 0 : -1}
              onFocus={() => setStop(section.key)}
              onClick={event => {
                event.preventDefault()
                goTo(section.key)
                onGo?.()
              }}
            >
              <Sign
                section={section}
                mark={marks?.get(section.key)}
                filled={filled?.has(section.key) ?? null}
              />
              <span className={styles.words}>{section.heading}</span>
              {beside?.contents(section)}
              {live !== null && <Here live={live} section={section.key} />}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
})

interface SignProps {
  readonly section: Section
  readonly mark: SectionMark | undefined
  /** Null while the form is shown empty. */
  readonly filled: boolean | null
}

function Sign({ section, mark, filled }: SignProps) {
  const text = useText().form
  const isFixed = section.kind === 'lockedText' || section.kind === 'computedLine'
  const shown = isFixed ? { icon: 'lock' as const, words: text.lockedSign } : mark
  if (shown) {
    return (
      <span className={styles.sign} title={shown.words}>
        <Icon name={shown.icon} />
        <span className="sr-only">{shown.words}: </span>
      </span>
    )
  }
  const words = filled ? text.filledSign : text.emptySign
  return (
    <span className={styles.sign} title={filled === null ? undefined : words}>
      <span className={styles.dot} data-filled={filled || undefined} />
      {filled !== null && <span className="sr-only">{words}: </span>}
    </span>
  )
}

function Here({ live, section }: { readonly live: LiveDocument; readonly section: string }) {
  const [first, second, ...more] = usePeopleAt(live, section, null)
  if (first === undefined) return null
  return (
    <span className={styles.here}>
      <Avatar person={first} size="small" />
      {second !== undefined && <Avatar person={second} size="small" />}
      {more.length > 0 && <span>+{more.length}</span>}
    </span>
  )
}

function goTo(section: string): void {
  const heading = document.getElementById(`${section}-heading`)
  heading?.focus({ preventScroll: true })
  document.getElementById(section)?.scrollIntoView({ block: 'start' })
}
