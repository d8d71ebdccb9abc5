import { useId, useState } from 'react'
import { internalPartyOf } from '../../shared/comment/mayWithThread.ts'
import type { Thread } from '../../shared/http/comments.ts'
import { useText } from '../text/useText.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import type { Entry } from './acts.ts'
import { partyNameOf, partyShortNameOf, useCommentsOnPage, useDesk } from './CommentsContext.ts'
import styles from './Filters.module.css'
import { chosenIn, type Filter, openOnly } from './filter.ts'

interface FiltersProps {
  /** All there are. */
  readonly entries: readonly Entry[]
  /** How many of them are shown. */
  readonly shown: number
}

/** Which comments are shown; how many that are is said politely. */
export function Filters({ entries, shown }: FiltersProps) {
  const { desk, me, parties } = useCommentsOnPage()
  const { comments: words } = useText()
  const filter = useDesk(desk, state => state.filter)
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  const change = (changed: Partial<Filter>) => desk.set({ filter: { ...filter, ...changed } })
  const chosen = chosenIn(filter)
  const authors = authorsOf(entries.map(({ thread }) => thread))
  const party = partyShortNameOf(parties, me.partyId)
  return (
    <>
      <Button
        look="quiet"
        icon={<Icon name="filter" />}
        aria-label={chosen === 0 ? words.filter : words.filterChosen(chosen)}
        aria-expanded={isOpen}
        aria-controls={`${id}-filters`}
        onClick={() => setOpen(!isOpen)}
      >
        {words.filter}
        {chosen > 0 && <span aria-hidden="true">{chosen}</span>}
      </Button>
      <div id={`${id}-filters`} className={styles.filters} hidden={!isOpen}>
        <Choice
          label={words.filterState}
          value={filter.state}
          options={[
            ['open', words.open],
            ['resolved', words.resolvedOnes],
            ['all', words.all],
          ]}
          onChange={state => change({ state })}
        />
        <Choice
          label={words.author}
          value={filter.personId ?? ''}
          options={[['', words.everybody], ...authors.persons]}
          onChange={personId => change({ personId: personId || null })}
        />
        <Choice
          label={words.authority}
          value={filter.partyId ?? ''}
          options={[
            ['', words.everybody],
            ...authors.partyIds.map(partyId => [partyId, partyNameOf(parties, partyId)] as const),
          ]}
          onChange={partyId => change({ partyId: partyId || null })}
        />
        {(
          [
            ['waitsForMe', words.waitsForMe],
            ['waitsForMyParty', words.waitsForParty(party)],
            ['isMaterial', words.material],
            ['isInternal', words.internalOnes(party)],
          ] as const
        )
          .filter(([name]) => name !== 'isInternal' || internalPartyOf(me) !== null)
          .map(([name, label]) => (
            <label key={name} className={styles.box}>
              <input
                type="checkbox"
                checked={filter[name]}
                onChange={({ currentTarget }) => change({ [name]: currentTarget.checked })}
              />
              {label}
            </label>
          ))}
        {chosen > 0 && (
          <Button look="quiet" onClick={() => desk.set({ filter: openOnly })}>
            {words.clearFilter}
          </Button>
        )}
      </div>
      <p role="status" className={chosen === 0 ? 'sr-only' : styles.count}>
        {words.shown(shown, entries.length)}
      </p>
    </>
  )
}

interface ChoiceProps<Value extends string> {
  readonly label: string
  readonly value: Value
  /** Values with their words. */
  readonly options: readonly (readonly [Value, string])[]
  readonly onChange: (value: Value) => void
}

function Choice<Value extends string>({ label, value, options, onChange }: ChoiceProps<Value>) {
  const id = useId()
  return (
    <div className={styles.choice}>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value}
        onChange={({ currentTarget }) => {
          const chosen = options[currentTarget.selectedIndex]
          if (chosen) onChange(chosen[0])
        }}
      >
        {options.map(([option, words]) => (
          <option key={option} value={option}>
            {words}
          </option>
        ))}
      </select>
    </div>
  )
}

interface Authors {
  /** Ids with names. */
  readonly persons: readonly (readonly [string, string])[]
  readonly partyIds: readonly string[]
}

function authorsOf(threads: readonly Thread[]): Authors {
  const persons = new Map<string, string>()
  const partyIds = new Set<string>()
  for (const { posts } of threads) {
    for (const { by } of posts) {
      persons.set(by.personId, by.name)
      partyIds.add(by.partyId)
    }
  }
  return {
    persons: [...persons].sort(([, one], [, other]) => one.localeCompare(other, 'sv')),
    partyIds: [...partyIds].sort(),
  }
}
