import type { Budget, BudgetLine, BudgetParty } from '../../../../shared/budget/Budget.ts'
import {
  type BudgetBlock,
  type BudgetTemplate,
  ownBlocks,
  soughtBlocks,
} from '../../../../shared/budget/BudgetTemplate.ts'
import { isWritten } from '../../../../shared/budget/seedBudget.ts'
import { type BudgetSums, hasYears, type PartySums } from '../../../../shared/budget/sums.ts'
import { yearName } from '../../../../shared/budget/yearName.ts'
import { digits, formWords } from '../../words.ts'
import { type Html, html, joined, nothing } from '../html.ts'

/**
 * The three sheets of the budget, with every sum worked out. Rows that nobody has written in are left out; nothing where
 * there are no others. `name` is that of the insats.
 */
export function budgetSection(
  template: BudgetTemplate,
  budget: Budget,
  sums: BudgetSums,
  name: string,
): Html {
  const sheets: Sheets = {
    template,
    budget,
    sums,
    name,
    lines: budget.lines.filter(line => isWritten(template, line)),
  }
  if (sheets.lines.length === 0 && sums.allYears === 0) return nothing
  return html`<p>${formWords.inKronor}</p>\n${detailed(sheets)}${perYear(sheets)}${summary(sheets)}`
}

interface Sheets {
  readonly template: BudgetTemplate
  readonly budget: Budget
  readonly sums: BudgetSums
  readonly name: string
  readonly lines: readonly BudgetLine[]
}

/** Cost by row and party. */
function detailed(sheets: Sheets): Html {
  const { template, budget, sums } = sheets
  const { labels } = template
  const row = (label: string, { byParty, total }: PartySums) =>
    sumRow(label, [null, null, ...budget.parties.map(({ key }) => byParty.get(key) ?? 0), total])
  const part = (blocks: readonly BudgetBlock[]) =>
    joined(
      blocks.flatMap(block => {
        const lines = sheets.lines.filter(line => line.block === block)
        return lines.length === 0
          ? []
          : [blockOf(sheets, block, lines, row(labels.sums[block], sums.blocks[block]))]
      }),
    )
  return sheet(
    named(template.sheets.detailed, sheets),
    [
      formWords.costType,
      labels.percent,
      labels.period,
      ...budget.parties.map((party, place) => columnName(template, party, place)),
      labels.rowSum,
    ],
    html`${headRow(labels.sought, budget.parties.length + 4)}${part(soughtBlocks)}<tbody>\n${row(labels.soughtSum, sums.sought)}</tbody>\n${headRow(labels.own, budget.parties.length + 4)}${part(ownBlocks)}<tbody>\n${row(labels.ownSum, sums.own)}${row(labels.grandSum, sums.grand)}</tbody>\n`,
  )
}

function blockOf(
  { template, budget, sums }: Sheets,
  block: BudgetBlock,
  lines: readonly BudgetLine[],
  sumOfBlock: Html,
): Html {
  const rows = lines.map(line => {
    const period = [line.from, line.to].filter(day => day !== null).join('–')
    const cells = [
      html`<td class="n">${line.percent === null ? '' : `${line.percent}\u00a0%`}</td>`,
      html`<td>${period}</td>`,
      ...budget.parties.map(({ key }) => amount(line.amounts.get(key))),
      amount(sums.lines.get(line.key)),
    ]
    const explained = line.specification === null ? nothing : html`<br>${line.specification}`
    return html`<tr><th scope="row">${line.label ?? formWords.unnamedRow}${explained}</th>${joined(cells)}</tr>\n`
  })
  return html`<tbody>\n<tr><th scope="rowgroup" colspan="${budget.parties.length + 4}">${template.labels.blocks[block]}</th></tr>\n${rows}${sumOfBlock}</tbody>\n`
}

/** What is asked for by row and calendar year; nothing while the insats has no years. */
function perYear(sheets: Sheets): Html {
  const { template, budget, sums } = sheets
  const { labels } = template
  const years = [...sums.years.keys()]
  if (years.length === 0) return nothing
  const inYears = (of: 'salary' | 'premises' | 'other' | 'total') =>
    years.map(year => sums.years.get(year)?.[of] ?? 0)
  const rows = (block: 'salary' | 'premises') =>
    joined([
      ...sheets.lines
        .filter(line => line.block === block && hasYears(line))
        .map(
          line =>
            html`<tr><th scope="row">${line.label ?? formWords.unnamedRow}</th>${amount(sums.lines.get(line.key))}${years.map(year => amount(line.years.get(year)))}</tr>\n`,
        ),
      sumRow(labels.sums[block], [sums.blocks[block].total, ...inYears(block)]),
    ])
  const other = html`<tr><th scope="row">${labels.otherPerYear}</th>${amount(sums.blocks.other.total)}${years.map(year => amount(budget.otherYears.get(year)))}</tr>\n`
  const all = [
    sumRow(labels.soughtSum, [sums.sought.total, ...inYears('total')]),
    sumRow(labels.yearCheck, [sums.allYears, ...years.map(() => null)]),
  ]
  return sheet(
    named(template.sheets.perYear, sheets),
    [formWords.costType, labels.yearTotal, ...years.map(year => yearName(labels, budget, year))],
    html`<tbody>\n${rows('salary')}</tbody>\n<tbody>\n${rows('premises')}</tbody>\n<tbody>\n${other}${all}</tbody>\n`,
  )
}

/** *Budgetsammanställning*: what each party asks for and pays itself. */
function summary(sheets: Sheets): Html {
  const { template, budget, sums } = sheets
  const { labels } = template
  const parts = [sums.sought, sums.own, sums.grand]
  const rows = budget.parties.map(
    (party, place) =>
      html`<tr><th scope="row">${columnName(template, party, place)}</th>${parts.map(({ byParty }) => amount(byParty.get(party.key) ?? 0))}</tr>\n`,
  )
  const all = sumRow(
    labels.summarySum,
    parts.map(({ total }) => total),
  )
  return sheet(
    named(template.sheets.summary, sheets),
    [formWords.party, labels.summarySought, labels.summaryOwn, labels.summaryTotal],
    html`<tbody>\n${rows}${all}</tbody>\n`,
  )
}

function sheet(caption: string, heads: readonly string[], bodies: Html): Html {
  const cells = heads.map(head => html`<th scope="col">${head}</th>`)
  return html`<table class="budget">\n<caption><h3>${caption}</h3></caption>\n<thead>\n<tr>${cells}</tr>\n</thead>\n${bodies}</table>\n`
}

function headRow(label: string, columns: number): Html {
  return html`<tbody>\n<tr class="part"><th scope="rowgroup" colspan="${columns}">${label}</th></tr>\n</tbody>\n`
}

/** A row of sums; null is a cell that has none. */
function sumRow(label: string, sums: readonly (number | null)[]): Html {
  return html`<tr class="sum"><th scope="row">${label}</th>${sums.map(one => amount(one ?? undefined))}</tr>\n`
}

function amount(kronor: number | undefined): Html {
  return html`<td class="n">${kronor === undefined ? '' : digits(kronor)}</td>`
}

function columnName({ labels }: BudgetTemplate, { role, organisation }: BudgetParty, place: number): string {
  const label = role === 'owner' ? labels.owner : labels.partner.replace('{number}', String(place))
  return `${label}: ${organisation ?? formWords.unnamedParty}`
}

function named(sheet: string, { name }: Sheets): string {
  return sheet.replace('{name}', () => name).trim()
}
