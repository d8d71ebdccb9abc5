import { type FileChild, Paragraph } from 'docx'
import type { GoalsContent } from '../../../../shared/document/filledForm.ts'
import type { GoalsSection } from '../../../../shared/form/FormTemplate.ts'
import { label } from '../prose.ts'
import { textRun } from '../textRun.ts'
import type { Writing } from '../Writing.ts'

/** The goals under the label of their level, in a list of their own: an item each. */
export function goalsSection(
  { levels }: GoalsSection,
  { items }: GoalsContent,
  { lists }: Writing,
): FileChild[] {
  return levels.flatMap(({ level, label: words, numbered }) => {
    const numbering = { reference: numbered ? 'number' : 'bullet', level: 0, instance: lists.begin() }
    const goals = items.filter(item => item.level === level)
    return [label(words), ...goals.map(({ text }) => new Paragraph({ numbering, children: [textRun(text)] }))]
  })
}
