import { Link, useLocation } from 'wouter'
import { useText } from '../text/useText.ts'
import { Icon } from '../ui/Icon.tsx'
import styles from './TaskLink.module.css'
import { useTasks } from './TasksContext.ts'
import { tasksAddress } from './taskAddress.ts'

/** The way to *Att göra* in the head of every page, with how much waits for me. */
export function TaskLink() {
  const { tasks: words } = useText()
  const [path] = useLocation()
  const count = useTasks().tasks?.length ?? 0
  return (
    <Link
      href={tasksAddress}
      className={styles.link ?? ''}
      title={words.linkName(count)}
      aria-current={path === tasksAddress ? 'page' : undefined}
    >
      <Icon name="list" />
      <span className="sr-only">{words.linkName(count)}</span>
      <span className={styles.words} aria-hidden="true">
        {words.title}
      </span>
      {count > 0 && (
        <span className={styles.count} aria-hidden="true">
          {count}
        </span>
      )}
    </Link>
  )
}
