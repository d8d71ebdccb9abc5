import type { FormTemplate } from '../../../shared/form/FormTemplate.ts'
import { useFields, useOpenFields } from '../../form/FieldsContext.ts'
import type { FieldPath } from '../../form/fieldPath.ts'
import { FieldShell } from '../../form/fields/FieldShell.tsx'
import { LostValueNote } from '../../form/fields/LostValueNote.tsx'
import { StillField } from '../../form/fields/StillField.tsx'
import { headingIn } from '../../form/headingIn.ts'
import { useSharedValue } from '../../form/useSharedValue.ts'
import { useText } from '../../text/useText.ts'
import styles from './reply.module.css'

interface SectionFieldProps {
  readonly path: FieldPath
  readonly label: string
  readonly form: FormTemplate
  /** Those that the round is about; null for all. */
  readonly asked: readonly string[] | null
}

/** The section that a remark is about, or the whole. */
export function SectionField(props: SectionFieldProps) {
  const { path, label, form } = props
  const { reply: words } = useText()
  const { section, mayWrite } = useFields()
  const value = useSharedValue(section, path)
  const shown = (key: unknown) =>
    (typeof key === 'string' ? headingIn(form, key) : null) ?? words.wholeApplication
  if (!mayWrite) return <StillField path={path} label={label} labelPlace="unseen" words={shown(value)} />
  return (
    <FieldShell
      path={path}
      label={label}
      labelPlace="unseen"
      notes={<LostValueNote path={path} show={shown} />}
    >
      {ids => <Choice {...props} {...ids} value={typeof value === 'string' ? value : ''} />}
    </FieldShell>
  )
}

interface ChoiceProps extends SectionFieldProps {
  readonly id: string
  readonly describedBy: string
  readonly value: string
}

function Choice({ id, describedBy, path, form, asked, value }: ChoiceProps) {
  const { reply: words } = useText()
  const { section } = useFields()
  const { live, values } = useOpenFields()
  const all = form.sections.map(({ key, heading }) => (
    <option key={key} value={key}>
      {heading}
    </option>
  ))
  const among = (isAsked: boolean) => all.filter(({ key }) => asked?.includes(String(key)) === isAsked)
  return (
    <select
      id={id}
      className={styles.section}
      aria-describedby={describedBy}
      value={value}
      onChange={event => values.write(section, path, event.currentTarget.value || null)}
      onFocus={() => live.presence.setPlace({ section, field: path })}
      onBlur={() => live.presence.setPlace(null)}
    >
      <option value="">{words.wholeApplication}</option>
      {asked === null ? (
        all
      ) : (
        <>
          <optgroup label={words.asked}>{among(true)}</optgroup>
          <optgroup label={words.others}>{among(false)}</optgroup>
        </>
      )}
    </select>
  )
}
