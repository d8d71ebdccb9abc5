import { type ReactNode, useId } from 'react'
import { type AuditAct, type AuditLogAnswer, auditActs } from '../../shared/http/auditLog.ts'
import { useText } from '../text/useText.ts'
import { Button } from '../ui/Button.tsx'
import styles from './log.module.css'
import { partyBeside } from './told.ts'
import type { LogFilter } from './useLog.ts'

interface LogFiltersProps {
  readonly filter: LogFilter
  readonly onChange: (filter: LogFilter) => void
  readonly people: AuditLogAnswer['people']
}

/** True when the first day is after the last. */
export function hasWrongDays({ from, to }: LogFilter): boolean {
  return from !== undefined && to !== undefined && from > to
}

/** Who, what and when to show; each choice is in force at once. */
export function LogFilters({ filter, onChange, people }: LogFiltersProps) {
  const { log } = useText()
  const id = useId()
  const isWrong = hasWrongDays(filter)
  const byWord = auditActs.toSorted((a, b) => log.acts[a].localeCompare(log.acts[b], 'sv'))
  const byName = people.toSorted((a, b) => a.name.localeCompare(b.name, 'sv'))
  const days = (which: 'from' | 'to') => ({
    type: 'date',
    value: filter[which] ?? '',
    'aria-invalid': isWrong,
    'aria-describedby': isWrong ? `${id}-days` : undefined,
    onChange: ({ target }: { readonly target: HTMLInputElement }) =>
      onChange({ ...filter, [which]: target.value || undefined }),
  })
  return (
    <fieldset className={styles.filters}>
      <legend className="sr-only">{log.filters}</legend>
      <Field label={log.person}>
        {field => (
          <select
            id={field}
            value={filter.person ?? ''}
            onChange={({ target }) => onChange({ ...filter, person: target.value || undefined })}
          >
            <option value="">{log.everybody}</option>
            {byName.map(person => (
              <option key={person.id} value={person.id}>
                {[person.name || log.unknownPerson, partyBeside(person)].filter(Boolean).join(', ')}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={log.act}>
        {field => (
          <select
            id={field}
            value={filter.act ?? ''}
            onChange={({ target }) => onChange({ ...filter, act: actOf(target.value) })}
          >
            <option value="">{log.everything}</option>
            {byWord.map(act => (
              <option key={act} value={act}>
                {log.acts[act]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={log.from}>{field => <input id={field} {...days('from')} />}</Field>
      <Field label={log.to}>{field => <input id={field} {...days('to')} />}</Field>
      {Object.values(filter).some(value => value !== undefined) && (
        <Button look="quiet" onClick={() => onChange({})}>
          {log.clear}
        </Button>
      )}
      {isWrong && (
        <p id={`${id}-days`} role="alert" className={styles.fault}>
          {log.wrongDays}
        </p>
      )}
    </fieldset>
  )
}

function Field({
  label,
  children,
}: {
  readonly label: string
  readonly children: (id: string) => ReactNode
}) {
  const id = useId()
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  )
}

function actOf(value: string): AuditAct | undefined {
  return auditActs.find(act => act === value)
}
