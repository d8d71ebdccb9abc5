import type { GoalsContent } from '../../../../shared/document/filledForm.ts'
import type { GoalsSection } from '../../../../shared/form/FormTemplate.ts'
import { type Html, html, joined } from '../html.ts'
import { prose } from '../prose.ts'

/** The goals, a list for each level of the form. */
export function goalsSection({ levels }: GoalsSection, { items }: GoalsContent): Html {
  return joined(
    levels.flatMap(({ level, label, numbered }) => {
      const goals = items.filter(item => item.level === level)
      if (goals.length === 0) return []
      const lines = joined(goals.map(({ text }) => html`<li>${prose(text)}</li>\n`))
      const list = numbered ? html`<ol>\n${lines}</ol>\n` : html`<ul>\n${lines}</ul>\n`
      return [html`<h3>${label}</h3>\n${list}`]
    }),
  )
}
