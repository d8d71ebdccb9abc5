import type { Budget, BudgetLine } from '../Budget.ts'
import { isSalary } from '../BudgetTemplate.ts'
import type { Finding } from '../Finding.ts'
import { yearsBetween } from '../months.ts'
import { type BudgetSums, hasPeriod } from '../sums.ts'
import { isPlaceholder } from './placeholder.ts'

/** What a full-time year of work costs an employer, kronor; all that is known to have been asked for lies in it. */
export const plausibleKronorPerYear = { least: 500_000, most: 1_000_000 } as const

/** How much of what is asked for may be *Övrigt* before somebody asks what it is, per cent. */
const ordinaryMiscellaneousPercent = 10

/** The rows: BV1, BV11, BV12, BV14, BV15. */
export function lineFindings(budget: Budget, sums: BudgetSums): readonly Finding[] {
  const large = largeMiscellaneous(budget, sums)
  return budget.lines.flatMap(line => {
    const total = sums.lines.get(line.key) ?? 0
    return [
      ...wrongAmounts(line),
      ...wrongDays(line, budget),
      ...incompleteSalary(line, total),
      ...unspecified(line, total),
      ...large.filter(finding => finding.place?.line === line.key),
      ...implausibleSalary(line, total),
    ]
  })
}

/** BV1. No cell takes such an amount and the server lets none in: it is a document from elsewhere that may have one. */
function wrongAmounts({ key, amounts, years }: BudgetLine): readonly Finding[] {
  const wrong = ([, kronor]: readonly [unknown, number]) => !Number.isSafeInteger(kronor) || kronor < 0
  return [
    ...[...amounts].filter(wrong).map(([party, kronor]) => ({ place: { line: key, party }, kronor })),
    ...[...years].filter(wrong).map(([year, kronor]) => ({ place: { line: key, year }, kronor })),
  ].map(found => ({ rule: 'BV1', level: 'error', ...found }))
}

/** BV11. Days that are the wrong way round are not also told that they lie outside. */
function wrongDays({ key, from, to }: BudgetLine, budget: Budget): readonly Finding[] {
  const fault = (field: 'from' | 'to', reason: 'reversed' | 'outside'): Finding => ({
    rule: 'BV11',
    level: 'error',
    place: { line: key, field },
    reason,
  })
  if (from !== null && to !== null && to < from) return [fault('to', 'reversed')]
  const { start, end } = budget
  if (start === null || end === null || !hasPeriod(budget)) return []
  const outside = (day: string | null) => day !== null && (day < start || day > end)
  return [
    ...(outside(from) ? [fault('from', 'outside')] : []),
    ...(outside(to) ? [fault('to', 'outside')] : []),
  ]
}

/** BV12. The sheet has no period for what the parties pay themselves. */
function incompleteSalary(line: BudgetLine, total: number): readonly Finding[] {
  if (!isSalary(line.block) || total <= 0) return []
  const noPeriod = line.block === 'salary' && (line.from === null || line.to === null)
  const missing = [
    ...(isNamed(line) ? [] : ['label' as const]),
    ...(line.percent !== null && line.percent > 0 ? [] : ['percent' as const]),
    ...(noPeriod ? ['period' as const] : []),
  ]
  if (missing.length === 0) return []
  const [first] = missing
  const field = first === 'period' ? (line.from === null ? 'from' : 'to') : (first ?? 'label')
  return [{ rule: 'BV12', level: 'error', place: { line: line.key, field }, missing }]
}

/** BV14. A cost without a name says as little as *Övrigt*. */
function unspecified(line: BudgetLine, kronor: number): readonly Finding[] {
  if (kronor <= 0 || !isMiscellaneous(line) || line.specification !== null) return []
  const place = { line: line.key, field: 'specification' } as const
  return [{ rule: 'BV14', level: 'error', place, reason: 'unspecified', kronor }]
}

/** BV14. All such rows together, at the first of them: what is large stays so when it is divided into two rows. */
function largeMiscellaneous({ lines }: Budget, sums: BudgetSums): readonly Finding[] {
  const rows = lines.filter(
    line => line.block === 'other' && isMiscellaneous(line) && (sums.lines.get(line.key) ?? 0) > 0,
  )
  const [first] = rows
  const kronor = rows.reduce((total, { key }) => total + (sums.lines.get(key) ?? 0), 0)
  const percent = (kronor / sums.sought.total) * 100
  if (!first || !(percent > ordinaryMiscellaneousPercent)) return []
  return [{ rule: 'BV14', level: 'warning', place: { line: first.key }, reason: 'large', kronor, percent }]
}

/** BV15, of rows that say how much and how long. */
function implausibleSalary({ key, block, percent, from, to }: BudgetLine, total: number): readonly Finding[] {
  if (!isSalary(block) || total <= 0 || percent === null || from === null || to === null) return []
  const worked = (percent / 100) * yearsBetween(from, to)
  if (worked <= 0) return []
  const kronorPerYear = Math.round(total / worked)
  const { least, most } = plausibleKronorPerYear
  if (kronorPerYear >= least && kronorPerYear <= most) return []
  return [{ rule: 'BV15', level: 'warning', place: { line: key }, kronorPerYear }]
}

function isMiscellaneous(line: BudgetLine): boolean {
  if (isSalary(line.block)) return false
  return (
    !isNamed(line) ||
    /^övrig[at]?(?:\s+(?:kostnad|kostnader|utgift|utgifter))?$/i.test(line.label?.trim() ?? '')
  )
}

function isNamed({ label }: BudgetLine): boolean {
  return label !== null && !isPlaceholder(label)
}
