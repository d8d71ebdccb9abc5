import { useMemo } from 'react'
import { useText } from '../../text/useText.ts'
import { Edited } from '../../version/compare/Mark.tsx'
import { together } from '../../version/compare/together.ts'
import styles from './parts.module.css'
import { wordingChanges } from './wordingChanges.ts'

interface WordingProps {
  readonly quote: string
  readonly wording: string
}

/** The words of the version sent that a remark is about, and those proposed instead: as one text where they are alike. */
export function Wording({ quote, wording }: WordingProps) {
  const { compilation: words } = useText()
  const pieces = useMemo(() => wordingChanges(quote, wording), [quote, wording])
  if (pieces !== null) {
    return (
      <div className={styles.wording}>
        <p className={styles.soft}>{words.wordingChange}</p>
        <p className={styles.words}>
          {together(pieces, ({ is, text }, at) => (
            <>
              {is === 'added' && pieces[at - 1]?.is === 'removed' && ' '}
              <Edited is={is === 'kept' ? null : is}>{text}</Edited>
            </>
          ))}
        </p>
      </div>
    )
  }
  return (
    <>
      {quote !== '' && (
        <blockquote className={styles.quote}>
          <span className="sr-only">{words.quote} </span>
          {quote}
        </blockquote>
      )}
      {wording.trim() !== '' && (
        <div className={styles.wording}>
          <p className={styles.soft}>{words.wording}</p>
          <p className={styles.words}>{wording}</p>
        </div>
      )}
    </>
  )
}
