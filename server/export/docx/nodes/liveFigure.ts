import { BuilderElement, CheckBox, type ParagraphChild, TextRun, type XmlComponent } from 'docx'
import { type BudgetSum, isBudgetSum, yearOfSum } from '../../../../shared/budget/budgetFigure.ts'
import { plainText } from '../plainText.ts'

/**
 * A sum of the budget in a content control of its own, so that it is known again when the document is read back. Its tag
 * says which; so does its title, which is all that LibreOffice keeps, and what Word shows around it.
 */
export function liveFigure(sum: BudgetSum, words: string): ParagraphChild {
  return new FigureControl(sum, words)
}

/** Which sum of the budget a content control shows; null when it is none of these. */
export function sumOfControl(control: { readonly tag: string; readonly title: string }): BudgetSum | null {
  const byTag = control.tag.startsWith(tagBegins) ? control.tag.slice(tagBegins.length) : null
  if (isBudgetSum(byTag)) return byTag
  const whole = (['sought', 'own', 'grand'] as const).find(sum => titleOf(sum) === control.title)
  if (whole) return whole
  const year = control.title.startsWith(yearBegins) ? control.title.slice(yearBegins.length) : null
  return isBudgetSum(year) ? year : null
}

const tagBegins = 'samskriv:'
const yearBegins = 'Budgeten: sökt för '
const titles = {
  sought: 'Budgeten: sökt belopp',
  own: 'Budgeten: egenfinansiering',
  grand: 'Budgeten: total kostnad',
} as const

function titleOf(sum: BudgetSum): string {
  return sum === 'sought' || sum === 'own' || sum === 'grand' ? titles[sum] : `${yearBegins}${yearOfSum(sum)}`
}

/** The only control that the library lets stand in a line is its box to tick: this is one with other things in it. */
class FigureControl extends CheckBox {
  constructor(sum: BudgetSum, words: string) {
    super()
    this.root = [
      new BuilderElement({
        name: 'w:sdtPr',
        children: [
          value('w:alias', titleOf(sum)),
          value('w:tag', `${tagBegins}${sum}`),
          // Plain text: of other controls LibreOffice does not keep the title.
          new BuilderElement({ name: 'w:text' }),
        ],
      }),
      new BuilderElement({ name: 'w:sdtContent', children: [new TextRun(plainText(words))] }),
    ]
  }
}

function value(name: string, said: string): XmlComponent {
  return new BuilderElement({ name, attributes: { val: { key: 'w:val', value: said } } })
}
