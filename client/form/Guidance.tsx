import { useId, useState } from 'react'
import { useText } from '../text/useText.ts'
import { Icon } from '../ui/Icon.tsx'
import { emphasisIn } from './emphasis.ts'
import styles from './Guidance.module.css'
import type { GuidanceMemory } from './guidanceMemory.ts'

interface GuidanceProps {
  readonly paragraphs: readonly string[]
  readonly memory: GuidanceMemory
}

/** The help under a heading, folded under «Så här skriver du». Never printed. */
export function Guidance({ paragraphs, memory }: GuidanceProps) {
  const text = useText().form
  const [open, setOpen] = useState(() => memory.isOpen())
  const id = useId()
  const turn = () => {
    setOpen(!open)
    memory.turned(!open)
  }
  return (
    <div className={styles.guidance} data-open={open || undefined}>
      <button type="button" className={styles.turn} aria-expanded={open} aria-controls={id} onClick={turn}>
        <Icon name="turn" />
        {text.howToWrite}
      </button>
      <div id={id} className={styles.help} hidden={!open}>
        {paragraphs.map(paragraph => (
          <p key={paragraph}>
            {emphasisIn(paragraph).map(piece =>
              piece.emphasised ? <em key={piece.text}>{piece.text}</em> : piece.text,
            )}
          </p>
        ))}
      </div>
    </div>
  )
}
