import type { BudgetTemplate } from '../../../budget/BudgetTemplate.ts'
import { budget2016 } from '../2016/budget.ts'

/** The workbook of the form of 2022: that of 2016 under another title. */
export const budget2022: BudgetTemplate = {
  ...budget2016,
  sheets: { ...budget2016.sheets, detailed: 'BUDGET - DETALJERAD Namn på insats: {name}' },
}
