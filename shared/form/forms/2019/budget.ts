import type { BudgetTemplate } from '../../../budget/BudgetTemplate.ts'
import { budget2016 } from '../2016/budget.ts'

/** The workbook of the form of 2019, of which only the summary is known: the rest is that of 2016. */
export const budget2019: BudgetTemplate = budget2016
