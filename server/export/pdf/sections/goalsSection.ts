import type { GoalsContent } from '../../../../shared/document/filledForm.ts'
import type { GoalsSection } from '../../../../shared/form/FormTemplate.ts'
import { stacked } from '../prose.ts'
import { Arguments, joined, type Typst, typst } from '../typst.ts'

/** The goals under the label of their level, in a list of their own. */
export function goalsSection({ levels }: GoalsSection, { items }: GoalsContent): Typst {
  return joined(
    levels.flatMap(({ level, label, numbered }) => {
      const goals = items.filter(item => item.level === level)
      const entries = new Arguments(
        goals.map(({ text }) =>
          numbered ? typst`enum.item(${stacked(text)})` : typst`list.item(${stacked(text)})`,
        ),
      )
      const list = numbered ? typst`enum(${entries})` : typst`list(${entries})`
      return [typst`label-line(${label})`, ...(goals.length === 0 ? [] : [list])]
    }),
  )
}
