import { Link } from 'wouter'
import type { Task } from '../../shared/http/tasks.ts'
import { isPast } from '../consultation/waitingWords.ts'
import { useText } from '../text/useText.ts'
import { Icon, type IconName } from '../ui/Icon.tsx'
import styles from './TaskItem.module.css'
import { taskAddress } from './taskAddress.ts'
import { taskWords } from './taskWords.ts'

const icons: Readonly<Record<Task['is'], IconName>> = {
  reply: 'send',
  closeRound: 'check',
  remarks: 'list',
  comments: 'comment',
  accessRequests: 'people',
}

interface TaskItemProps {
  readonly task: Task
  /** The calendar day in Sweden. */
  readonly today: string
}

/** Something that waits for me: what, in which ansökan, until when, and the way to it. */
export function TaskItem({ task, today }: TaskItemProps) {
  const text = useText()
  const { what, when, more } = taskWords(text, task, today)
  const isLate = task.is === 'reply' && isPast(task)
  return (
    <li className={styles.task}>
      <span className={styles.icon}>
        <Icon name={icons[task.is]} />
      </span>
      <div className={styles.words}>
        <h2>
          <Link href={taskAddress(task)}>{what}</Link>
        </h2>
        <p className={styles.application}>{task.applicationName || text.pages.unnamed}</p>
        {when !== '' && (
          <p className={styles.when} data-late={isLate ? '' : undefined}>
            {when}
          </p>
        )}
        {more !== '' && <p className={styles.more}>{more}</p>}
      </div>
    </li>
  )
}
