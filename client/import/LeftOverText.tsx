import { useState } from 'react'
import type { Block } from '../../shared/document/blockContent.ts'
import { StillText } from '../editor/StillText.tsx'
import { useText } from '../text/useText.ts'
import { Button } from '../ui/Button.tsx'
import { lengthOf } from './decisions.ts'
import styles from './leftOvers.module.css'

interface LeftOverTextProps {
  readonly blocks: readonly Block[]
  readonly imageUrl: (hash: string) => string
}

/** A text with more letters than this is shown from its beginning. */
const mostLetters = 600

const noComments = new Map<string, never>()

/** A text as it stands in the source; of a long one its beginning, and all of it by a button. */
export function LeftOverText({ blocks, imageUrl }: LeftOverTextProps) {
  const { formImport: words } = useText()
  const [isWhole, setWhole] = useState(false)
  const beginning = firstOf(blocks)
  return (
    <>
      <div className={`richText ${styles.text}`} lang="sv">
        <StillText blocks={isWhole ? blocks : beginning} imageUrl={imageUrl} drawn={noComments} />
      </div>
      {beginning.length < blocks.length && (
        <div>
          <Button look="quiet" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
            {isWhole ? words.showLess : words.showWhole}
          </Button>
        </div>
      )}
    </>
  )
}

/** The first blocks, until there is enough to see what it is. */
function firstOf(blocks: readonly Block[]): readonly Block[] {
  let letters = 0
  const end = blocks.findIndex(block => {
    letters += lengthOf(block)
    return letters >= mostLetters
  })
  return end === -1 ? blocks : blocks.slice(0, end + 1)
}
