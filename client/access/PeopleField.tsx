import { type ClipboardEvent, type KeyboardEvent, type Ref, useId, useState } from 'react'
import type { Text } from '../text/text.ts'
import { useText } from '../text/useText.ts'
import { Icon } from '../ui/Icon.tsx'
import styles from './access.module.css'
import { addressesIn, type NoAddress } from './addresses.ts'
import { type Chosen, chosenAddress, nameOf, withMore } from './Chosen.ts'
import { FaultLine } from './FaultLine.tsx'
import { useSharing } from './Sharing.ts'
import { optionId, SuggestionList } from './SuggestionList.tsx'
import { type Suggestion, useSuggestions } from './suggestions.ts'
import { type Hits, useHits } from './useHits.ts'

interface PeopleFieldProps {
  readonly ref: Ref<HTMLInputElement>
  readonly written: string
  readonly onWritten: (written: string) => void
  readonly chosen: readonly Chosen[]
  readonly onChosen: (chosen: readonly Chosen[]) => void
  /** What has been written and is no address. */
  readonly faults: readonly NoAddress[]
  readonly onFaults: (faults: readonly NoAddress[]) => void
}

/**
 * People to let in, by name or address: a combobox whose choices become chips before it. Whole addresses become chips
 * when a comma, a semicolon or Enter follows them, or when the field is left; a pasted list of them at once.
 */
export function PeopleField(props: PeopleFieldProps) {
  const { ref, written, onWritten, chosen, onChosen, faults, onFaults } = props
  const text = useText()
  const words = text.access
  const sharing = useSharing()
  const id = useId()
  const hits = useHits(sharing.applicationId, written)
  const suggestions = useSuggestions(hits, written, chosen)
  const [isOpen, setOpen] = useState(false)
  const [at, setAt] = useState(0)
  const [said, setSaid] = useState('')
  const opened = isOpen && suggestions.length > 0
  const active = opened ? suggestions[Math.min(at, suggestions.length - 1)] : undefined

  const choose = (more: readonly Chosen[]) => {
    onChosen(withMore(chosen, more))
    const [first] = more
    if (first) setSaid(words.chosenNow(more.map(nameOf)))
    setOpen(false)
    setAt(0)
  }
  const unchoose = (gone: Chosen) => {
    onChosen(chosen.filter(known => known !== gone))
    setSaid(words.notChosenNow(nameOf(gone)))
  }
  /** Makes chips of the whole addresses; what is none stays to be put right. */
  const take = (whole: string) => {
    const read = addressesIn(whole)
    if (read.addresses.length > 0) choose(read.addresses.map(chosenAddress))
    onWritten(
      [...read.faults.map(fault => fault.written), ...(read.rest === '' ? [] : [read.rest])].join(', '),
    )
    onFaults(read.faults)
  }
  const pick = ({ chosen: picked, isMember }: Suggestion) => {
    if (isMember) return
    choose([picked])
    onWritten('')
    onFaults([])
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    // With Ctrl it is the form's.
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (suggestions.length === 0) return
      event.preventDefault()
      const step = event.key === 'ArrowDown' ? 1 : -1
      setAt(opened ? (at + step + suggestions.length) % suggestions.length : 0)
      setOpen(true)
    } else if (event.key === 'Enter') {
      // It only chooses: nobody is let in by a key too many.
      event.preventDefault()
      if (active) pick(active)
      else if (written.trim() !== '') take(written)
    } else if (event.key === 'Escape' && opened) {
      // Only the list closes, not the dialog.
      event.preventDefault()
      setOpen(false)
    } else if (event.key === 'Backspace' && written === '') {
      const last = chosen.at(-1)
      if (last) unchoose(last)
    }
  }
  const onPaste = (event: ClipboardEvent<HTMLInputElement>) => {
    const pasted = event.clipboardData.getData('text/plain')
    // A name, or a part of an address, goes in where the caret is.
    if (!/[,;\n\t]/.test(pasted.trim()) && addressesIn(pasted).addresses.length === 0) return
    event.preventDefault()
    take(`${written}, ${pasted}`)
  }

  return (
    <div className={styles.people}>
      <label htmlFor={id} className={styles.label}>
        {words.inviteField}
      </label>
      <div className={styles.box}>
        <div className={styles.chipBox} data-invalid={faults.length > 0 || undefined}>
          {chosen.length > 0 && (
            <ul className={styles.chips} aria-label={words.chosen}>
              {chosen.map(known => (
                <li key={known.key} className={styles.chip}>
                  <span>{nameOf(known)}</span>
                  <button
                    type="button"
                    aria-label={words.unchoose(nameOf(known))}
                    onClick={() => {
                      unchoose(known)
                      document.getElementById(id)?.focus()
                    }}
                  >
                    <Icon name="close" />
                  </button>
                </li>
              ))}
            </ul>
          )}
          <input
            ref={ref}
            id={id}
            className={styles.combobox}
            type="text"
            role="combobox"
            aria-expanded={opened}
            aria-controls={`${id}-list`}
            aria-autocomplete="list"
            aria-activedescendant={active && optionId(`${id}-list`, active)}
            aria-describedby={`${id}-help`}
            aria-invalid={faults.length > 0 || undefined}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            value={written}
            onChange={event => {
              const value = event.target.value
              setAt(0)
              setOpen(true)
              onFaults([])
              if (/[,;]/.test(value) && addressesIn(value).addresses.length > 0) take(value)
              else onWritten(value)
            }}
            onKeyDown={onKeyDown}
            onPaste={onPaste}
            onBlur={() => {
              setOpen(false)
              if (written.includes('@')) take(written)
            }}
          />
        </div>
        <SuggestionList
          id={`${id}-list`}
          suggestions={opened ? suggestions : []}
          active={active}
          onPick={pick}
        />
      </div>
      <p id={`${id}-help`} className={styles.help}>
        {chosen.length === 0 ? words.inviteHelp : words.inviteKeys}
      </p>
      <div role="status" className={styles.faults}>
        {faults.map(fault => (
          <FaultLine
            key={fault.written}
            fault={fault}
            onMeant={meant => {
              choose([chosenAddress(meant)])
              onWritten(
                faults
                  .filter(other => other !== fault)
                  .map(other => other.written)
                  .join(', '),
              )
              onFaults(faults.filter(other => other !== fault))
              document.getElementById(id)?.focus()
            }}
          />
        ))}
      </div>
      <p role="status" className="sr-only">
        {faults.length === 0 && isOpen ? hitWords(text, hits, suggestions.length) : said}
      </p>
      {hits.is === 'tooShort' && <p className={styles.help}>{words.tooFewLetters}</p>}
      {hits.is === 'failed' && <p className={styles.help}>{words.searchFailed}</p>}
      {hits.is === 'found' && suggestions.length === 0 && faults.length === 0 && (
        <p className={styles.help}>{words.hits(0)}</p>
      )}
    </div>
  )
}

function hitWords({ access }: Text, hits: Hits, count: number): string {
  switch (hits.is) {
    case 'tooShort':
      return access.tooFewLetters
    case 'failed':
      return access.searchFailed
    case 'found':
      return access.hits(count)
    case 'none':
    case 'looking':
      return ''
  }
}
