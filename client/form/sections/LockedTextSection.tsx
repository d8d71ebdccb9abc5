import { useText } from '../../text/useText.ts'
import { StillArea } from '../../ui/StillArea.tsx'
import { useForm, useSectionOf } from '../FormContext.ts'
import { fixedStarts } from './fixedStarts.ts'
import styles from './LockedTextSection.module.css'

/** Fixed text. Nothing in it can be edited; who tries is told why not, at the place. */
export function LockedTextSection() {
  const section = useSectionOf('lockedText')
  const { heading, parts } = section
  const text = useText().form
  const { beside } = useForm()
  const starts = fixedStarts(section)
  const line = (words: string, part: number, at: number) =>
    beside?.fixedLine(section, words, starts[part]?.[at] ?? 0) ?? words
  return (
    <StillArea
      name={{ words: heading }}
      className={styles.text}
      hint={
        <>
          <p>{text.lockedTitle}</p>
          <details>
            <summary>{text.lockedWhy}</summary>
            <p>{text.lockedReason}</p>
          </details>
        </>
      }
    >
      {parts.map((part, at) => (
        <div key={part.heading} className={styles.part}>
          <h3 className={styles.heading}>{line(part.heading, at, 0)}</h3>
          {part.paragraphs.map((paragraph, below) => (
            <p key={paragraph}>{line(paragraph, at, below + 1)}</p>
          ))}
        </div>
      ))}
    </StillArea>
  )
}
