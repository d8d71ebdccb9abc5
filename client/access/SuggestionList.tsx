import { useText } from '../text/useText.ts'
import styles from './access.module.css'
import type { Suggestion } from './suggestions.ts'

interface SuggestionListProps {
  readonly id: string
  /** None while the list is closed. */
  readonly suggestions: readonly Suggestion[]
  /** The one that Enter picks. */
  readonly active: Suggestion | undefined
  readonly onPick: (suggestion: Suggestion) => void
}

/** The list under the combobox. Its keys are the combobox's. */
export function SuggestionList({ id, suggestions, active, onPick }: SuggestionListProps) {
  const { access: words } = useText()
  return (
    <div
      id={id}
      role="listbox"
      aria-label={words.suggestions}
      className={styles.hits}
      hidden={suggestions.length === 0}
    >
      {suggestions.map(suggestion => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the combobox
        <div
          key={suggestion.chosen.key}
          id={optionId(id, suggestion)}
          role="option"
          tabIndex={-1}
          aria-selected={suggestion === active}
          aria-disabled={suggestion.isMember || undefined}
          // The field keeps its focus when one is pressed.
          onMouseDown={event => event.preventDefault()}
          onClick={() => onPick(suggestion)}
        >
          <span>{suggestion.words}</span>
          <span className={styles.soft}>{suggestion.more}</span>
        </div>
      ))}
    </div>
  )
}

/** Id of a suggestion in a list: where the combobox says that it stands. */
export function optionId(listId: string, { chosen }: Suggestion): string {
  return `${listId}-${chosen.key}`
}
