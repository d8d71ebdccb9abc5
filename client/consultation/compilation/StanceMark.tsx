import type { Purpose } from '../../../shared/http/consultation.ts'
import type { Stance } from '../../../shared/http/replies.ts'
import { useText } from '../../text/useText.ts'
import { Icon, type IconName } from '../../ui/Icon.tsx'
import { stanceWords } from '../reply/stanceWords.ts'
import styles from './parts.module.css'

const icons: Readonly<Record<Stance, IconName>> = {
  endorses: 'check',
  endorsesWithRemarks: 'comment',
  opposes: 'close',
  abstains: 'minus',
}

/** A stance: a sign and a word, and a colour beside. */
export function StanceMark({ purpose, stance }: { readonly purpose: Purpose; readonly stance: Stance }) {
  const text = useText()
  return (
    <span className={styles.stance} data-stance={stance}>
      <Icon name={icons[stance]} />
      {stanceWords(text, purpose, stance)}
    </span>
  )
}
