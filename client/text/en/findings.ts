import type { Finding } from '../../../shared/budget/Finding.ts'
import { plausibleKronorPerYear } from '../../../shared/budget/rules/lines.ts'
import { plausibleYearlyIncrease } from '../../../shared/budget/rules/years.ts'
import { formatKronor } from '../../form/amount.ts'
import type { FindingNames, findings as swedish } from '../sv/findings.ts'

const percent = (value: number) => `${Math.abs(value).toFixed(1)}\u00a0%`

const list = (parts: readonly string[]) =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`

const missing = {
  label: 'what the post is called',
  percent: 'its share of full time',
  period: 'from when until when',
}

const summaryColumns = { sought: 'asked for', own: 'own financing', grand: 'in all' }

const wrongBy = (said: number, right: number) =>
  `${formatKronor(Math.abs(said - right))} too ${said > right ? 'much' : 'little'}`

function whose(finding: Finding, names: FindingNames): string {
  const party = finding.place?.party
  return party === undefined ? '' : ` for ${names.party(party)}`
}

const inFile = (what: string, printed: number, computed: number) =>
  `${what} is ${formatKronor(printed)} in the file, but the rows make ${formatKronor(computed)}.`

function say(finding: Finding, names: FindingNames): string {
  switch (finding.rule) {
    case 'BV1':
      return `This says ${String(finding.kronor).replace('-', '−')}. An amount is whole kronor, and not below zero.`
    case 'BV2':
      return inFile('The sum of the row', finding.printed, finding.computed)
    case 'BV3':
      return inFile(
        `“${names.blockSum(finding.block)}”${whose(finding, names)}`,
        finding.printed,
        finding.computed,
      )
    case 'BV4':
      return inFile(
        `The sum from Samordningsförbundet${whose(finding, names)}`,
        finding.printed,
        finding.computed,
      )
    case 'BV5':
      return inFile(`The total cost${whose(finding, names)}`, finding.printed, finding.computed)
    case 'BV6':
      return finding.years === 0
        ? `The row is ${formatKronor(finding.total)} but is not divided between the years.`
        : `The years make ${wrongBy(finding.years, finding.total)}: ${formatKronor(finding.years)}, but the row is ${formatKronor(finding.total)}.`
    case 'BV7':
      return `The years make ${wrongBy(finding.years, finding.total)}: ${formatKronor(finding.years)}, but you ask for ${formatKronor(finding.total)}.`
    case 'BV8':
      return inFile(
        `The summary, ${summaryColumns[finding.column]}${whose(finding, names)},`,
        finding.printed,
        finding.computed,
      )
    case 'BV9': {
      const year = finding.place?.year
      const when = year === undefined ? '' : ` for ${year}`
      return `The application says ${formatKronor(finding.typed)}${when}, but the budget makes ${formatKronor(finding.computed)}.`
    }
    case 'BV10': {
      const ends = finding.end === 'start' ? 'begins' : 'ends'
      return finding.planned === null
        ? `The time in the file ${ends} ${finding.printed}, but the application does not say when it ${ends}.`
        : `The time in the file ${ends} ${finding.printed}, but that of the application ${ends} ${finding.planned}.`
    }
    case 'BV11':
      if (finding.reason === 'reversed') return 'The row ends before it begins.'
      return finding.place?.field === 'to'
        ? 'The row ends outside the period.'
        : 'The row begins outside the period.'
    case 'BV12':
      return `Say ${list(finding.missing.map(part => missing[part]))}.`
    case 'BV13':
      return `${formatKronor(finding.kronor)} stands under ${finding.place?.year}, which is outside the period.`
    case 'BV14':
      return finding.reason === 'unspecified'
        ? `Say in the specification what ${formatKronor(finding.kronor)} is for.`
        : `Other costs without a kind of their own are ${formatKronor(finding.kronor)}, ${percent(finding.percent)} of what you ask for. Can they be divided into more rows?`
    case 'BV15':
      return `A full-time year makes ${formatKronor(finding.kronorPerYear)}. It is usually between ${formatKronor(plausibleKronorPerYear.least)} and ${formatKronor(plausibleKronorPerYear.most)}. Are the amount, the share and the time right?`
    case 'BV16':
      return `${finding.place?.year} costs ${percent(finding.percent)} ${finding.percent < 0 ? 'less' : 'more'} than the year before, for as long a time. It is usually ${plausibleYearlyIncrease.least} to ${plausibleYearlyIncrease.most}\u00a0% more. Is that right?`
    case 'BV17':
      return `The column “${finding.heading}” in the file has ${formatKronor(finding.kronor)}, but is no party to the application.`
    case 'BV18':
      return finding.organisation === null
        ? 'The column has no organisation. Write it under the parties, or remove the party.'
        : `The column says “${finding.organisation}” instead of an organisation. Write it under the parties, or remove the party.`
    case 'BV19':
      return `${names.party(finding.place?.party ?? '')} asks for ${formatKronor(finding.kronor)} but has not written what resources that is for.`
    case 'BV20':
      if (finding.reason === 'period') return 'The period needs a first day, and a last day after it.'
      return finding.typed === null
        ? 'The budget asks for nothing yet.'
        : `The application says ${formatKronor(finding.typed)}, but the budget asks for nothing.`
    case 'BV21':
      return `It goes on for ${finding.years} calendar years. Divide the amounts between them.`
  }
}

const faults = (count: number) => (count === 1 ? '1 fault to put right' : `${count} faults to put right`)
const thoughts = (count: number) =>
  count === 1 ? '1 thing to think about' : `${count} things to think about`

/** English words of the room `findings`: what the rules say of a budget. */
export const findings: typeof swedish = {
  say,
  none: 'Nothing to put right in the budget.',
  lead: 'Faults must be put right before the application can be signed.',
  counted: (errors, warnings) =>
    list([...(errors > 0 ? [faults(errors)] : []), ...(warnings > 0 ? [thoughts(warnings)] : [])]),
  level: { error: 'Fault', warning: 'To think about' },
  whole: 'The whole budget',
  allYears: 'The years together',
  amount: 'The amount in the application',
  period: 'The period',
  inYear: (what, year) => `${what}, ${year}`,
}
