import {
  isAboutRound,
  mailHabits,
  type NoticeKind,
  type NoticeSettings,
  noticeKinds,
} from '../../shared/http/notices.ts'
import { useText } from '../text/useText.ts'
import styles from './NoticeChoices.module.css'

type Kinds = NoticeSettings['kinds']
type Habit = Kinds[NoticeKind]

interface NoticeChoicesProps {
  readonly kinds: Kinds
  readonly onChange: (kinds: Kinds) => void
  /** Guests have no address. */
  readonly hasMail: boolean
}

/** A table of what I can be told, and how I want to be told it. */
export function NoticeChoices({ kinds, onChange, hasMail }: NoticeChoicesProps) {
  const { notices: words } = useText()
  const change = (kind: NoticeKind, habit: Partial<Habit>) =>
    onChange({ ...kinds, [kind]: { ...kinds[kind], ...habit } })
  return (
    <table className={styles.table} aria-label={words.tableName}>
      <thead>
        <tr>
          <th scope="col">{words.what}</th>
          <th scope="col">{words.inProgram}</th>
          {hasMail && <th scope="col">{words.mail}</th>}
        </tr>
      </thead>
      <tbody>
        {noticeKinds.map(kind => (
          <tr key={kind}>
            <th scope="row">{words.kinds[kind]}</th>
            <td>
              <label className={styles.tick}>
                <input
                  type="checkbox"
                  aria-label={words.inProgramFor(words.kinds[kind])}
                  checked={kinds[kind].inProgram}
                  onChange={({ target }) => change(kind, { inProgram: target.checked })}
                />
              </label>
            </td>
            {hasMail && (
              <td>
                <MailHabit
                  label={words.mailFor(words.kinds[kind])}
                  isGathered={!isAboutRound(kind)}
                  value={kinds[kind].mail}
                  onChange={mail => change(kind, { mail })}
                />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface MailHabitProps {
  readonly label: string
  /** Whether it can be gathered with others. */
  readonly isGathered: boolean
  readonly value: Habit['mail']
  readonly onChange: (habit: Habit['mail']) => void
}

function MailHabit({ label, isGathered, value, onChange }: MailHabitProps) {
  const { notices: words } = useText()
  const habits = mailHabits.filter(habit => isGathered || habit !== 'digest')
  return (
    <select
      aria-label={label}
      value={habits.includes(value) ? value : 'atOnce'}
      onChange={({ target }) => {
        const chosen = mailHabits.find(habit => habit === target.value)
        if (chosen) onChange(chosen)
      }}
    >
      {habits.map(habit => (
        <option key={habit} value={habit}>
          {words.habit[habit]}
        </option>
      ))}
    </select>
  )
}
