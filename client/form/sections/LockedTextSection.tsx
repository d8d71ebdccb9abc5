import { useText } from '../../text/useText.ts'
import { StillArea } from '../../ui/StillArea.tsx'
import { useSectionOf } from '../FormContext.ts'
import styles from './LockedTextSection.module.css'

/** Fixed text. Nothing in it can be edited; who tries is told why not, at the place. */
export function LockedTextSection() {
  const { heading, parts } = useSectionOf('lockedText')
  const text = useText().form
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
      {parts.map(part => (
        <div key={part.heading} className={styles.part}>
          <h3 className={styles.heading}>{part.heading}</h3>
          {part.paragraphs.map(paragraph => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </div>
      ))}
    </StillArea>
  )
}
