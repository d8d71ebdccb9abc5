import { useText } from '../text/useText.ts'
import { LineField } from './LineField.tsx'

/** What a person calls herself. */
export interface Named {
  readonly name: string
  readonly title: string
}

/** As long as the server takes, in UTF-16 units. */
const longest = 100

interface NameFieldsProps {
  readonly value: Named
  readonly onChange: (value: Named) => void
  /** She has tried to send it: what is missing is said from now on. */
  readonly isTried: boolean
  /** A guest has no title here. */
  readonly asksTitle?: boolean
  /** They are not the writer's own. */
  readonly isSomebodyElse?: boolean
}

/** Name and title, with what is wrong with them. */
export function NameFields(props: NameFieldsProps) {
  const { value, onChange, isTried, asksTitle = true, isSomebodyElse = false } = props
  const { admin, people } = useText()
  const tooLong = (words: string) => (words.trim().length > longest ? people.lineTooLong(words.length) : null)
  const missing = isSomebodyElse ? admin.nameMissing : people.nameMissing
  return (
    <>
      <LineField
        label={isSomebodyElse ? admin.name : people.yourName}
        help={isSomebodyElse ? admin.nameHelp : people.yourNameHelp}
        fault={isTried && value.name.trim() === '' ? missing : tooLong(value.name)}
        autoComplete={isSomebodyElse ? 'off' : 'name'}
        value={value.name}
        onChange={name => onChange({ ...value, name })}
      />
      {asksTitle && (
        <LineField
          label={isSomebodyElse ? admin.title : people.yourTitle}
          help={people.yourTitleHelp}
          fault={tooLong(value.title)}
          autoComplete={isSomebodyElse ? 'off' : 'organization-title'}
          value={value.title}
          onChange={title => onChange({ ...value, title })}
        />
      )}
    </>
  )
}

/** Whether the server would take it. */
export function isNamed({ name, title }: Named): boolean {
  return name.trim() !== '' && name.trim().length <= longest && title.trim().length <= longest
}
