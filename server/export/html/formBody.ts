import type { FilledForm, SectionContent } from '../../../shared/document/filledForm.ts'
import type { FormTemplate, Section } from '../../../shared/form/FormTemplate.ts'
import { type Html, html, joined, nothing } from './html.ts'
import { blocks } from './nodes/blocks.ts'
import { Footnotes } from './nodes/Footnotes.ts'
import { amountSection } from './sections/amountSection.ts'
import { goalsSection } from './sections/goalsSection.ts'
import { lockedTextSection } from './sections/lockedTextSection.ts'
import { logSection } from './sections/logSection.ts'
import { participantsSection } from './sections/participantsSection.ts'
import { partiesSection } from './sections/partiesSection.ts'
import { periodSection } from './sections/periodSection.ts'
import { signaturesSection } from './sections/signaturesSection.ts'
import { yesNoSection } from './sections/yesNoSection.ts'
import { formWords } from './words.ts'

/** A form with its answers, a heading of the second level for each section. Marks of comments are left out. */
export function formBody(template: FormTemplate, form: FilledForm): Html {
  return joined(
    template.sections.map(section => {
      const said = bodyOf(section, form)
      const isAnnex = section.kind === 'rich' && section.annex
      const words = said.isEmpty ? html`<p class="empty">${formWords.empty}</p>\n` : said
      return html`<section${isAnnex ? html` class="annex"` : nothing}>\n<h2>${section.heading}</h2>\n${words}</section>\n`
    }),
  )
}

/** What the form calls the insats; empty when it has no name. */
function nameIn({ sections }: FilledForm): string {
  const name = sections.name
  return name?.kind === 'text' ? (name.value ?? '') : ''
}

function bodyOf(section: Section, form: FilledForm): Html {
  if (section.kind === 'lockedText') return lockedTextSection(section)
  if (section.kind === 'computedLine') return line(nameIn(form))
  const content = form.sections[section.key]
  return content ? contentOf(section, content, form) : nothing
}

/** Nothing where the content is of another kind than the section: it says nothing that the form asks for. */
function contentOf(section: Section, content: SectionContent, form: FilledForm): Html {
  if (section.kind === 'text' && content.kind === 'text') return line(content.value ?? '')
  if (section.kind === 'rich' && content.kind === 'rich') {
    const notes = new Footnotes(section.key)
    const words = blocks(content.blocks, notes)
    return html`${words}${notes.list()}`
  }
  if (section.kind === 'parties' && content.kind === 'parties') return partiesSection(section, content)
  if (section.kind === 'goals' && content.kind === 'goals') return goalsSection(section, content)
  if (section.kind === 'period' && content.kind === 'period') return periodSection(section, content)
  if (section.kind === 'participants' && content.kind === 'participants') return participantsSection(content)
  if (section.kind === 'yesNo' && content.kind === 'yesNo') return yesNoSection(section, content)
  if (section.kind === 'log' && content.kind === 'log') return logSection(content)
  if (section.kind === 'amount' && content.kind === 'amount') return amountSection(content)
  if (section.kind === 'signatures' && content.kind === 'signatures')
    return signaturesSection(section, content, form)
  return nothing
}

function line(text: string): Html {
  return text === '' ? nothing : html`<p>${text}</p>\n`
}
