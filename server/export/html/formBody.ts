import type { Budget } from '../../../shared/budget/Budget.ts'
import type { BudgetSum } from '../../../shared/budget/budgetFigure.ts'
import { budgetOfForm } from '../../../shared/budget/budgetOfForm.ts'
import { type BudgetSums, sumsOf } from '../../../shared/budget/sums.ts'
import type { FilledForm, SectionContent } from '../../../shared/document/filledForm.ts'
import type { FormTemplate, Section } from '../../../shared/form/FormTemplate.ts'
import { budgetFigures } from '../budgetFigures.ts'
import { formWords } from '../words.ts'
import { type Html, html, joined, nothing } from './html.ts'
import { blocks } from './nodes/blocks.ts'
import { Footnotes } from './nodes/Footnotes.ts'
import { amountSection } from './sections/amountSection.ts'
import { budgetSection } from './sections/budgetSection.ts'
import { goalsSection } from './sections/goalsSection.ts'
import { lockedTextSection } from './sections/lockedTextSection.ts'
import { logSection } from './sections/logSection.ts'
import { participantsSection } from './sections/participantsSection.ts'
import { partiesSection } from './sections/partiesSection.ts'
import { periodSection } from './sections/periodSection.ts'
import { signaturesSection } from './sections/signaturesSection.ts'
import { yesNoSection } from './sections/yesNoSection.ts'

/** A form with its answers, a heading of the second level for each section. Marks of comments are left out. */
export function formBody(template: FormTemplate, form: FilledForm): Html {
  const budget = budgetOfForm(template, form)
  const around: Around = { form, budget, sums: sumsOf(budget), figure: budgetFigures(template, form) }
  return joined(
    template.sections.map(section => {
      const said = bodyOf(section, around)
      const words = said.isEmpty ? html`<p class="empty">${formWords.empty}</p>\n` : said
      return html`<section${pageOf(section, said)}>\n<h2>${section.heading}</h2>\n${words}</section>\n`
    }),
  )
}

/** The rest of the form, for the sections that say something of it. */
interface Around {
  readonly form: FilledForm
  readonly budget: Budget
  readonly sums: BudgetSums
  readonly figure: (sum: BudgetSum) => string
}

/** An annex begins a page, and the tables of a budget need a wide one. */
function pageOf(section: Section, said: Html): Html {
  if (section.kind === 'rich' && section.annex) return html` class="annex"`
  return section.kind === 'budget' && !said.isEmpty ? html` class="annex wide"` : nothing
}

/** What the form calls the insats; empty when it has no name. */
function nameIn({ sections }: FilledForm): string {
  const name = sections.name
  return name?.kind === 'text' ? (name.value ?? '') : ''
}

function bodyOf(section: Section, around: Around): Html {
  if (section.kind === 'lockedText') return lockedTextSection(section)
  if (section.kind === 'computedLine') return line(nameIn(around.form))
  const content = around.form.sections[section.key]
  return content ? contentOf(section, content, around) : nothing
}

/** Nothing where the content is of another kind than the section: it says nothing that the form asks for. */
function contentOf(section: Section, content: SectionContent, around: Around): Html {
  const { form, budget, sums, figure } = around
  if (section.kind === 'text' && content.kind === 'text') return line(content.value ?? '')
  if (section.kind === 'rich' && content.kind === 'rich') {
    const notes = new Footnotes(section.key)
    const words = blocks(content.blocks, { notes, figure })
    return html`${words}${notes.list()}`
  }
  if (section.kind === 'parties' && content.kind === 'parties') return partiesSection(section, content)
  if (section.kind === 'goals' && content.kind === 'goals') return goalsSection(section, content)
  if (section.kind === 'period' && content.kind === 'period') return periodSection(section, content)
  if (section.kind === 'participants' && content.kind === 'participants') return participantsSection(content)
  if (section.kind === 'yesNo' && content.kind === 'yesNo') return yesNoSection(section, content)
  if (section.kind === 'log' && content.kind === 'log') return logSection(content)
  if (section.kind === 'amount' && content.kind === 'amount')
    return amountSection(section, content, budget, sums)
  if (section.kind === 'signatures' && content.kind === 'signatures')
    return signaturesSection(section, content, form)
  if (section.kind === 'budget' && content.kind === 'budget')
    return budgetSection(section.budget, budget, sums, nameIn(form))
  return nothing
}

function line(text: string): Html {
  return text === '' ? nothing : html`<p>${text}</p>\n`
}
