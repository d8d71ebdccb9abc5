import { type BudgetTemplate, budgetBlocks } from '../../../shared/budget/BudgetTemplate.ts'
import type { FormTemplate, Section, SignatureLayout } from '../../../shared/form/FormTemplate.ts'

/**
 * A form that nobody has written in, as plain text: every word that it prints and how it is answered, without the
 * help. The files in `test/golden/forms` are written by hand in this shape, from the originals.
 */
export function emptyFormText(form: FormTemplate): string {
  const head = [
    `title       ${form.title}`,
    `preamble    ${form.preamble ?? '–'}`,
    `footer tag  ${form.footerTag ?? '–'}`,
  ]
  return `${[head.join('\n'), ...form.sections.map(sectionText)].join('\n\n')}\n`
}

function sectionText(section: Section): string {
  const kind = [section.kind, ...remarks(section)].join(', ')
  const heading = `  ${section.heading}${section.starred ? ' (*)' : ''}`
  return [`${section.key} (${kind})`, heading, ...sublabels(section)].join('\n')
}

function remarks(section: Section): string[] {
  switch (section.kind) {
    case 'parties':
      return section.numbered ? ['numbered'] : []
    case 'rich':
      return section.annex ? ['annex'] : []
    case 'amount':
      return section.perYear ? ['per year'] : []
    case 'computedLine':
      return [`repeats ${section.repeats}`]
    case 'signatures':
      return [section.layout.arrangement, `name repeated: ${section.layout.repeatsName}`]
    default:
      return []
  }
}

function sublabels(section: Section): string[] {
  switch (section.kind) {
    case 'parties':
      return section.fields.map(field => `    ${field.label} [${field.name}]`)
    case 'goals':
      return section.levels.map(
        goal => `    ${goal.label} [${goal.level}${goal.numbered ? ', numbered' : ''}]`,
      )
    case 'period':
      return present([section.startLabel, section.endLabel, section.intakeEndLabel])
    case 'yesNo':
      return present([section.commentLabel])
    case 'lockedText':
      return [
        ...(section.headingNote === null ? [] : [`  ${section.headingNote}`]),
        ...section.parts.flatMap(part => ['', `  ${part.heading}`, ...present(part.paragraphs)]),
      ]
    case 'signatures':
      return signatureRows(section.layout)
    case 'budget':
      return budgetSheets(section.budget)
    default:
      return []
  }
}

function signatureRows(layout: SignatureLayout): string[] {
  return present([
    layout.organisationAndDate.replace('{organisation}', '‹organisation›'),
    `${layout.ownerName} / ${layout.partnerName}`,
    `${layout.ownerClarification} / ${layout.partnerClarification}`,
    layout.email,
    layout.note,
  ])
}

function budgetSheets({ sheets, labels, rows }: BudgetTemplate): string[] {
  const { blocks, sums, ...printed } = labels
  return [
    ...Object.values(sheets).map(name => `    sheet: ${name.replace('{name}', '‹name›')}`),
    ...Object.entries(printed).map(([name, label]) => `    ${label} [${name}]`),
    ...budgetBlocks.flatMap(block => [
      `    ${blocks[block]} [${block}]`,
      ...rows[block].map(label => `      ${label ?? '‹to be named›'}`),
      `    ${sums[block]}`,
    ]),
  ]
}

function present(lines: readonly (string | null)[]): string[] {
  return lines.filter(line => line !== null).map(line => `    ${line}`)
}
