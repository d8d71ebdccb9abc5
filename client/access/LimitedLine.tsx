import type { Application } from '../../shared/http/application.ts'
import type { LimitedParty } from '../../shared/people/closedSection.ts'
import type { Text } from '../text/text.ts'
import { useText } from '../text/useText.ts'
import { Icon } from '../ui/Icon.tsx'
import type { Column } from './columns.ts'
import { dayWords } from './dayWords.ts'
import { LineButton } from './LineButton.tsx'
import styles from './section.module.css'

interface LimitedLineProps {
  /** Key and heading of the section. */
  readonly section: { readonly key: string; readonly heading: string }
  readonly limited: readonly LimitedParty[]
  readonly closed: Pick<Application['closings'][string], 'by' | 'at'>
  readonly columns: readonly Column[]
  readonly nameOf: (partyId: string) => string
  /** Id of my party: what it may is said first. */
  readonly mine: string
  /** Null for those who may not lift it. */
  readonly onLift: (() => void) | null
}

/** Says under the heading of the budget which parties write only in columns of their own, and who has said so. */
export function LimitedLine(props: LimitedLineProps) {
  const { section, limited, closed, columns, nameOf, mine, onLift } = props
  const text = useText()
  const { limits: words } = text.budget
  const own = limited.find(({ partyId }) => partyId === mine)
  const others = limited.filter(({ partyId }) => partyId !== mine)
  const sentences = [
    ...(own ? [ownLimitWords(text, own, columns)] : []),
    ...others.map(({ partyId, column }) => {
      if (column === null) return words.writesNothing(nameOf(partyId))
      const name = nameOfColumn(columns, column)
      return name === null ? words.writesGone(nameOf(partyId)) : words.writesColumn(nameOf(partyId), name)
    }),
    words.decidedBy(closed.by.name, closed.by.partyShortName, dayWords(text.form.dateLanguage, closed.at)),
  ]
  return (
    <div className={`${styles.line} ${styles.limited}`}>
      <p>
        <Icon name="lock" />
        <span>{sentences.join(' ')}</span>
      </p>
      {onLift !== null && (
        <LineButton section={section.key} name={words.liftIn(section.heading)} onPress={onLift}>
          {words.lift}
        </LineButton>
      )}
    </div>
  )
}

/** What my party may write in the budget, in words. */
export function ownLimitWords(text: Text, { column }: LimitedParty, columns: readonly Column[]): string {
  const { limits: words } = text.budget
  if (column === null) return words.youWriteNothing
  const name = nameOfColumn(columns, column)
  return name === null ? words.youWriteGone : words.youWriteColumn(name)
}

/** Null for a column that is not in the form any more. */
function nameOfColumn(columns: readonly Column[], key: string): string | null {
  return columns.find(column => column.key === key)?.name ?? null
}
