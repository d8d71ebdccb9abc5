import type { Section } from '../../shared/form/FormTemplate.ts'
import type { Application } from '../../shared/http/application.ts'
import { useText } from '../text/useText.ts'
import { Icon } from '../ui/Icon.tsx'
import { dayWords } from './dayWords.ts'
import { LineButton } from './LineButton.tsx'
import styles from './section.module.css'

interface SectionLineProps {
  readonly section: Section
  readonly closed: Application['closings'][string]
  /** Name of the party that alone writes here; empty in a finished section. */
  readonly party: string
  /** That party is mine. */
  readonly isMine: boolean
  /** Null for those who may not open it. */
  readonly onOpen: (() => void) | null
}

/** Says under a heading who may write in the section, or that it is finished and who has said so. */
export function SectionLine({ section, closed, party, isMine, onOpen }: SectionLineProps) {
  const text = useText()
  const words = text.access
  const { closing, by, at } = closed
  if (closing.is === 'party') {
    return <p className={styles.line}>{isMine ? words.writtenByYou(party) : words.writtenBy(party)}</p>
  }
  return (
    <div className={styles.line}>
      <p>
        <Icon name="check" />
        {words.finishedBy(by.name, by.partyShortName, dayWords(text.form.dateLanguage, at))}
      </p>
      {onOpen !== null && (
        <LineButton section={section.key} name={words.openAgainSection(section.heading)} onPress={onOpen}>
          {words.openAgain}
        </LineButton>
      )}
    </div>
  )
}
