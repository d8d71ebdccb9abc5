import type { Standing } from '../../shared/people/may.ts'
import { useText } from '../text/useText.ts'
import styles from './reading.module.css'

interface ReadingBannerProps {
  readonly standing: Standing
  /** Why nothing on the page may be written in: it is not my part, or nobody's now. */
  readonly why: 'role' | 'state'
  /** Those who are responsible, in words; empty when it is not known. */
  readonly whom: string
}

/** One line where the tools would be: that I read, why, and whom to ask for more. */
export function ReadingBanner({ standing, why, whom }: ReadingBannerProps) {
  const { access: words } = useText()
  const reason = words.readingWhy(standing.role, standing.state, why)
  const advice = why === 'state' ? words.askAboutState(whom) : words.askToWrite(whom)
  return (
    <p className={styles.banner} role="note">
      <strong>{words.youRead}</strong> {[reason, advice].filter(part => part !== '').join(' ')}
    </p>
  )
}
