import { useEffect } from 'react'
import { TaskItem } from '../task/TaskItem.tsx'
import { useTasks } from '../task/TasksContext.ts'
import { swedishDay } from '../text/dayFormat.ts'
import { problemWords } from '../text/problemWords.ts'
import { useText } from '../text/useText.ts'
import { Button } from '../ui/Button.tsx'
import styles from './TasksPage.module.css'
import { useTabTitle } from './useTabTitle.ts'
import { Waiting } from './Waiting.tsx'

/** *Att göra*: what waits for me in all ansökningar, what has the nearest day first. */
export function TasksPage() {
  const text = useText()
  const { tasks: words, pages } = text
  const { tasks, fault, look } = useTasks()
  useTabTitle(words.title)
  useEffect(look, [look])
  if (tasks === null) {
    const loading = fault === null ? ({ is: 'loading' } as const) : ({ is: 'failed', fault } as const)
    return <Waiting loading={loading} onAgain={look} words={words.loading} />
  }
  const today = swedishDay(new Date())
  return (
    <main id="content" className={styles.page} tabIndex={-1}>
      <h1>{words.title}</h1>
      {fault !== null && (
        <p role="alert" className={styles.fault}>
          {problemWords(text, fault)} <Button onClick={look}>{pages.tryAgain}</Button>
        </p>
      )}
      {tasks.length === 0 ? (
        <div className={styles.none}>
          <p>{words.none}</p>
          <p className={styles.help}>{words.noneHelp}</p>
        </div>
      ) : (
        <ul className={styles.list} aria-label={words.listName(tasks.length)}>
          {tasks.map(task => (
            <TaskItem
              key={`${task.is} ${task.applicationId} ${'purpose' in task ? task.round : ''}`}
              task={task}
              today={today}
            />
          ))}
        </ul>
      )}
    </main>
  )
}
