import type { BudgetBlock } from '../../../shared/budget/BudgetTemplate.ts'
import type { Finding } from '../../../shared/budget/Finding.ts'
import { plausibleKronorPerYear } from '../../../shared/budget/rules/lines.ts'
import { plausibleYearlyIncrease } from '../../../shared/budget/rules/years.ts'
import { formatKronor } from '../../form/amount.ts'

/** What things of the budget are called, for the sentences about them. */
export interface FindingNames {
  /** A column: its organisation, or its role while there is none. */
  party(key: string): string
  /** The sum of a block, as the workbook prints it. */
  blockSum(block: BudgetBlock): string
}

const percent = (value: number) => `${Math.abs(value).toFixed(1).replace('.', ',')}\u00a0%`

const list = (parts: readonly string[]) =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} och ${parts.at(-1)}`

const missing = {
  label: (it: string) => `vad ${it} heter`,
  percent: (it: string) => `hur många procent ${it} är på`,
  period: (it: string) => `när ${it} börjar och slutar`,
}

const summaryColumns = {
  sought: 'att rekvirera',
  own: 'egenfinansiering',
  grand: 'totalt',
}

/** `63 000 kr för hög`: how much more `said` is than it should be. */
const wrongBy = (said: number, right: number) =>
  `${formatKronor(Math.abs(said - right))} för ${said > right ? 'hög' : 'låg'}`

function whose(finding: Finding, names: FindingNames): string {
  const party = finding.place?.party
  return party === undefined ? '' : ` för ${names.party(party)}`
}

/** Where the two figures of a workbook differ. */
const inFile = (what: string, printed: number, computed: number) =>
  `${what} är ${formatKronor(printed)} i filen, men raderna blir ${formatKronor(computed)}.`

function say(finding: Finding, names: FindingNames): string {
  switch (finding.rule) {
    case 'BV1':
      return `Här står ${String(finding.kronor).replace('-', '−').replace('.', ',')}. Ett belopp ska vara hela kronor och inte under noll.`
    case 'BV2':
      return inFile('Radens summa', finding.printed, finding.computed)
    case 'BV3':
      return inFile(
        `”${names.blockSum(finding.block)}”${whose(finding, names)}`,
        finding.printed,
        finding.computed,
      )
    case 'BV4':
      return inFile(
        `Summan från Samordningsförbundet${whose(finding, names)}`,
        finding.printed,
        finding.computed,
      )
    case 'BV5':
      return inFile(`Den totala kostnaden${whose(finding, names)}`, finding.printed, finding.computed)
    case 'BV6':
      return finding.years === 0
        ? `Raden är på ${formatKronor(finding.total)} men är inte fördelad på åren.`
        : `Årens summa är ${wrongBy(finding.years, finding.total)}. Åren blir ${formatKronor(finding.years)}, men raden är på ${formatKronor(finding.total)}.`
    case 'BV7':
      return `Årens summa är ${wrongBy(finding.years, finding.total)}. Åren blir ${formatKronor(finding.years)}, men ni söker ${formatKronor(finding.total)}.`
    case 'BV8':
      return inFile(
        `Budgetsammanställningen, ${summaryColumns[finding.column]}${whose(finding, names)},`,
        finding.printed,
        finding.computed,
      )
    case 'BV9': {
      const year = finding.place?.year
      const when = year === undefined ? '' : ` för ${year}`
      return `I ansökan står ${formatKronor(finding.typed)}${when}, men budgeten blir ${formatKronor(finding.computed)}.`
    }
    case 'BV10': {
      const ends = finding.end === 'start' ? 'börjar' : 'slutar'
      return finding.planned === null
        ? `Tiden i filen ${ends} ${finding.printed}, men ansökan säger inte när insatsen ${ends}.`
        : `Tiden i filen ${ends} ${finding.printed}, men insatsen ${ends} ${finding.planned}.`
    }
    case 'BV11':
      if (finding.reason === 'reversed') return 'Raden slutar innan den börjar.'
      return finding.place?.field === 'to'
        ? 'Raden slutar utanför insatsens tid.'
        : 'Raden börjar utanför insatsens tid.'
    case 'BV12':
      return `Skriv ${list(finding.missing.map((part, index) => missing[part](index === 0 ? 'tjänsten' : 'den')))}.`
    case 'BV13':
      return `${formatKronor(finding.kronor)} står på ${finding.place?.year}, som ligger utanför insatsens tid.`
    case 'BV14':
      return finding.reason === 'unspecified'
        ? `Skriv i specifikationen vad ${formatKronor(finding.kronor)} ska gå till.`
        : `Övrigt är ${formatKronor(finding.kronor)}, ${percent(finding.percent)} av det ni söker. Går det att dela upp på fler rader?`
    case 'BV15':
      return `En heltid blir ${formatKronor(finding.kronorPerYear)} om året. Det brukar vara mellan ${formatKronor(plausibleKronorPerYear.least)} och ${formatKronor(plausibleKronorPerYear.most)}. Stämmer belopp, procent och tid?`
    case 'BV16':
      return `${finding.place?.year} kostar ${percent(finding.percent)} ${finding.percent < 0 ? 'mindre' : 'mer'} än året före, räknat på lika lång tid. Det brukar vara ${plausibleYearlyIncrease.least} till ${plausibleYearlyIncrease.most}\u00a0% mer. Stämmer det?`
    case 'BV17':
      return `Kolumnen ”${finding.heading}” i filen har ${formatKronor(finding.kronor)}, men är ingen part i ansökan.`
    case 'BV18':
      return finding.organisation === null
        ? 'Kolumnen saknar organisation. Skriv den under parterna, eller ta bort parten.'
        : `I kolumnen står ”${finding.organisation}” i stället för en organisation. Skriv den under parterna, eller ta bort parten.`
    case 'BV19':
      return `${names.party(finding.place?.party ?? '')} söker ${formatKronor(finding.kronor)} men har inte skrivit vilka resurser medlen ska gå till.`
    case 'BV20':
      if (finding.reason === 'period') {
        return 'Insatsens tid behöver ett startdatum och ett senare slutdatum.'
      }
      return finding.typed === null
        ? 'Budgeten har inga belopp att söka än.'
        : `I ansökan står ${formatKronor(finding.typed)}, men budgeten har inga belopp att söka.`
    case 'BV21':
      return `Insatsen pågår under ${finding.years} kalenderår. Fördela beloppen på åren.`
  }
}

const faults = (count: number) => `${count} fel att rätta`
const thoughts = (count: number) => (count === 1 ? '1 sak att tänka på' : `${count} saker att tänka på`)

/** Swedish words of the room `findings`: what the rules say of a budget. */
export const findings = {
  say,
  none: 'Inget att rätta i budgeten.',
  lead: 'Fel behöver rättas innan ansökan kan skrivas under.',
  counted: (errors: number, warnings: number) =>
    list([...(errors > 0 ? [faults(errors)] : []), ...(warnings > 0 ? [thoughts(warnings)] : [])]),
  level: { error: 'Fel', warning: 'Att tänka på' },
  whole: 'Hela budgeten',
  allYears: 'Åren tillsammans',
  amount: 'Beloppet i ansökan',
  period: 'Insatsens tid',
  inYear: (what: string, year: number) => `${what}, ${year}`,
}
