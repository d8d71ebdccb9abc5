import { applicationStates } from '../../shared/document/applicationState.ts'
import type { FormTemplate } from '../../shared/form/FormTemplate.ts'
import { formById } from '../../shared/form/forms.ts'
import { type AuditEntry, detailKeys } from '../../shared/http/auditLog.ts'
import { roles } from '../../shared/people/role.ts'
import type { Told } from '../text/sv/log.ts'
import type { Text } from '../text/text.ts'

/** An entry's sentence. `form` is that of the ansökan, to name its sections; null when it is not known. */
export function sentenceOf(text: Text, entry: AuditEntry, form: FormTemplate | null): string {
  return text.log.sentences[entry.act](told(text, entry, form))
}

/** The party to write beside a name; empty when it is not known, or in the name already, as with those who have left. */
export function partyBeside({
  name,
  partyShortName,
}: {
  readonly name: string
  readonly partyShortName: string
}): string {
  return name.endsWith(`, ${partyShortName}`) ? '' : partyShortName
}

function told(text: Text, { details }: AuditEntry, form: FormTemplate | null): Told {
  const known = detailKeys.flatMap(key => {
    const value = details[key]
    const words = value === undefined ? undefined : wordsFor(text, key, value, form)
    return words === undefined ? [] : [[key, words] as const]
  })
  return Object.fromEntries(known)
}

/** Undefined for what there are no words for: a code is of no use to whoever reads. */
function wordsFor(
  text: Text,
  key: (typeof detailKeys)[number],
  value: string,
  form: FormTemplate | null,
): string | undefined {
  switch (key) {
    case 'role':
    case 'from':
    case 'to':
      return roleOrState(text, value)
    case 'section':
      return form?.sections.find(section => section.key === value)?.heading
    case 'form':
      return formById(value)?.name
    case 'way':
      return lookUp(text.people.way, value)
    case 'reason':
      return lookUp(text.log.reasons, value)
    default:
      return value
  }
}

function roleOrState(text: Text, value: string): string {
  const role = roles.find(known => known === value)
  if (role) return text.access.roles[role]
  const state = applicationStates.find(known => known === value)
  return state ? text.pages.state[state] : value
}

function lookUp(words: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(words, key) ? words[key] : undefined
}
