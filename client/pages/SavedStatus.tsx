import { useSyncExternalStore } from 'react'
import type { OpenDocument } from '../sync/OpenDocument.ts'
import type { SavedState } from '../sync/savedState.ts'
import type { Text } from '../text/text.ts'
import { useText } from '../text/useText.ts'
import { Button } from '../ui/Button.tsx'
import { ComeBack } from './ComeBack.tsx'
import { timeOfDay } from './moment.ts'
import styles from './SavedStatus.module.css'
import { savedWords } from './savedWords.ts'
import { useSignedOut } from './useSignedOut.ts'

/** One text that says where my words are. Never only a colour, and never more than is true. */
export function SavedStatus({ document }: { readonly document: OpenDocument }) {
  const text = useText()
  const saved = useSyncExternalStore(document.subscribe, () => document.saved)
  const isOut = useSignedOut(document)
  const ended = saved.is === 'ended' || (saved.is === 'left' && saved.changes === 0)
  return (
    <div className={styles.saved} data-state={isOut.is ? 'signedOut' : saved.is}>
      <p role="status" title={hint(text, saved)}>
        {savedWords(text, saved, document.loaded)}
      </p>
      {isOut.is && <ComeBack document={document} onBack={isOut.look} />}
      {ended && !isOut.is && <Button onClick={() => location.reload()}>{text.sync.reload}</Button>}
    </div>
  )
}

function hint({ sync }: Text, saved: SavedState): string | undefined {
  if (saved.is !== 'saved') return undefined
  return saved.at ? sync.savedAt(timeOfDay(saved.at)) : sync.nothingUnsaved
}
