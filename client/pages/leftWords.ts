import type { FieldValue } from '../../shared/document/value.ts'
import type { FormTemplate, Section } from '../../shared/form/FormTemplate.ts'
import { formatFuzzyDate } from '../../shared/form/fuzzyDate.ts'
import { formatKronor, groupDigits } from '../form/amount.ts'
import type { LeftLine, LeftOver } from '../sync/rebuild/Lines.ts'
import type { Text } from '../text/text.ts'
import { leftBudgetWords } from './leftBudgetWords.ts'

type Value = Exclude<FieldValue, null>

/**
 * What could not be got in of a section, to be read and copied: text as it is, a value after its label. `state` is the
 * document that it could not be got into.
 */
export function leftWords(
  text: Text,
  form: FormTemplate,
  { section, lines }: LeftOver,
  state: Uint8Array,
): string {
  const known = form.sections.find(candidate => candidate.key === section)
  if (known?.kind === 'budget') return leftBudgetWords(text, form, known, lines, state)
  return lines.map(line => (known ? lineWords(text, known, line) : String(line.value))).join('\n')
}

function lineWords({ form }: Text, section: Section, { path, value }: LeftLine): string {
  if (path === null) return String(value)
  const name = nameIn(path)
  const say = (label: string, shown: string | number = shownPlain(value)) =>
    `${label.trim().replace(/:$/, '')}: ${shown}`
  switch (section.kind) {
    case 'parties': {
      const field = section.fields.find(known => known.name === name)
      return field ? say(field.label) : shownPlain(value)
    }
    case 'goals':
      return (
        section.levels.find(known => name === 'level' && known.level === value)?.label ?? shownPlain(value)
      )
    case 'period': {
      const labels = { start: section.startLabel, end: section.endLabel, intakeEnd: section.intakeEndLabel }
      const label = Object.entries(labels).find(([key]) => key === name)?.[1]
      return label ? say(label, fuzzy(form, value)) : fuzzy(form, value)
    }
    case 'participants': {
      const { atATime, differentPersons, perYear } = form
      const label = Object.entries({ atATime, differentPersons, perYear }).find(([key]) => key === name)?.[1]
      return label ? say(label, shownPlain(value)) : shownPlain(value)
    }
    case 'yesNo':
      if (name !== 'answer') return section.commentLabel ? say(section.commentLabel) : shownPlain(value)
      return value === 'yes' ? form.yes : form.no
    case 'log':
      return say(
        name === 'on' ? form.when : form.what,
        name === 'on' ? fuzzy(form, value) : shownPlain(value),
      )
    case 'amount': {
      const kronor = typeof value === 'number' ? formatKronor(value) : shownPlain(value)
      if (name === 'note') return say(form.amountNote)
      return say(/^\d{4}$/.test(name) ? form.yearAmount(Number(name)) : form.amount, kronor)
    }
    case 'signatures': {
      const { ownerName, ownerClarification, email } = section.layout
      const labels = { date: form.when, name: ownerName, clarification: ownerClarification, email }
      const label = Object.entries(labels).find(([key]) => key === name)?.[1]
      return label ? say(label) : shownPlain(value)
    }
    case 'rich':
    case 'budget':
    case 'text':
    case 'lockedText':
    case 'computedLine':
      return shownPlain(value)
  }
}

/** `k3f9/organisation` and `owner.email` say whose it is first. */
function nameIn(path: string): string {
  return path.split(/[/.]/).at(-1) ?? path
}

function shownPlain(value: Value): string {
  return typeof value === 'number' ? groupDigits(value) : String(value)
}

function fuzzy(form: Text['form'], value: Value): string {
  return typeof value === 'string' ? formatFuzzyDate(value, form.dateLanguage) : shownPlain(value)
}
