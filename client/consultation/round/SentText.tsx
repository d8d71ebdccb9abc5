import { useEffect, useRef } from 'react'
import { sectionText } from '../../../shared/comment/sectionText.ts'
import type { Block } from '../../../shared/document/blockContent.ts'
import type { TextComments, TextPlace } from '../../editor/comments/TextComments.ts'
import { useDrawn } from '../../editor/comments/useDrawn.ts'
import { StillText } from '../../editor/StillText.tsx'
import { useText } from '../../text/useText.ts'
import { sentPlace } from './sentPlace.ts'
import styles from './sheet.module.css'
import { markByKey } from './wordKeys.ts'

interface SentTextProps {
  readonly section: string
  readonly blocks: readonly Block[]
  readonly imageUrl: (hash: string) => string
  readonly comments: TextComments
  /** Where the texts of the page are found, by section. */
  readonly texts: Map<string, TextPlace>
  /** Id of how words are marked with the keys. */
  readonly hintId: string
}

/** The text of a section as it was sent: to be read, marked with mouse, finger or keys, and commented on. */
export function SentText({ section, blocks, imageUrl, comments, texts, hintId }: SentTextProps) {
  const { round: words } = useText()
  const frame = useRef<HTMLDivElement>(null)
  const { drawn, blocks: shown } = useDrawn(section, blocks, comments)
  useEffect(() => {
    texts.set(
      section,
      sentPlace(() => frame.current, section, sectionText(blocks)),
    )
    return () => {
      texts.delete(section)
    }
  }, [section, blocks, texts])
  return (
    <div className="richSection">
      {/* biome-ignore lint/a11y/useSemanticElements: no element means text that stands still */}
      <div
        ref={frame}
        className={`richText ${styles.text}`}
        role="group"
        aria-labelledby={`${section}-heading`}
        aria-describedby={hintId}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: focus is for marking with the keys
        tabIndex={0}
        onKeyDown={markByKey}
      >
        <StillText blocks={shown} imageUrl={imageUrl} drawn={drawn} />
      </div>
      <p className={styles.hint} aria-hidden="true">
        {words.wordKeys}
      </p>
    </div>
  )
}
