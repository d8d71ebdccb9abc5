import { useMemo, useState } from 'react'
import type { Finding } from '../../../shared/budget/Finding.ts'
import { checkPrintedSums } from '../../../shared/budget/printedSums.ts'
import { hasAmounts, sumsOf } from '../../../shared/budget/sums.ts'
import type { BudgetSection } from '../../../shared/form/FormTemplate.ts'
import type { ReadWorkbook } from '../../../shared/http/budget.ts'
import { formatKronor } from '../../form/amount.ts'
import { useOpenFields } from '../../form/FieldsContext.ts'
import { useForm } from '../../form/FormContext.ts'
import { useText } from '../../text/useText.ts'
import { useBudget, useBudgetStore } from '../useBudget.ts'
import { type FileBudget, fileBudget, filePartyKey } from './fileBudget.ts'
import type { FileUnit } from './kronorOf.ts'
import { type ImportMode, type ImportPlan, planImport } from './planImport.ts'
import { type PartyChoices, proposeParties } from './proposeParties.ts'
import { writeImport } from './writeImport.ts'

/** What somebody wishes to be done with a file that has been read, and what comes of it. */
export interface ImportWish {
  /** Null until it has been chosen, where the file leaves it open. */
  readonly unit: FileUnit | null
  readonly setUnit: (unit: FileUnit) => void
  readonly choices: PartyChoices
  readonly choose: (column: number, party: string | null) => void
  /** Null where the budget has no amounts to decide about. */
  readonly mode: ImportMode | null
  readonly setMode: (mode: ImportMode) => void
  /** What the file says in each unit. */
  readonly files: Readonly<Record<FileUnit, FileBudget>>
  /** Null until the unit is known. */
  readonly plan: ImportPlan | null
  /** Where the file does not agree with itself or with the form. */
  readonly findings: readonly Finding[]
  /** Why nothing can be read in yet; null when it can. */
  readonly whyNot: string | null
  /** Writes it, and says in words what was done. */
  readonly write: () => string
}

export function useImport(read: ReadWorkbook): ImportWish {
  const words = useText().budgetImport
  const { form, rights } = useForm()
  const open = useOpenFields()
  const store = useBudgetStore()
  const now = useBudget()
  const [chosenUnit, setUnit] = useState<FileUnit | null>(null)
  const [choices, setChoices] = useState(() => proposeParties(read.parties, now.parties))
  const [chosenMode, setMode] = useState<ImportMode>('replace')
  const unit = read.unit === 'undecided' ? chosenUnit : read.unit
  const files = useMemo(() => ({ kr: fileBudget(read, 'kr'), tkr: fileBudget(read, 'tkr') }), [read])
  const mode = hasAmounts(now) ? chosenMode : null
  const file = unit === null ? null : files[unit]
  const plan = useMemo(() => {
    if (file === null) return null
    const parties = new Map(
      choices.flatMap((party, place) => (party === null ? [] : [[filePartyKey(place), party] as const])),
    )
    return planImport({
      ...{ now, file, parties, template: store.template },
      mode: mode ?? 'replace',
      mayWrite: key => rights === null || rights.whyNotCell(key) === null,
    })
  }, [now, store, file, choices, mode, rights])
  const findings = useMemo(() => (file === null ? [] : findingsIn(file, choices, now)), [file, choices, now])
  const whyNot = whyNotYet(words, unit, choices, plan)
  return {
    ...{ unit, setUnit, choices, mode, setMode, files, plan, findings, whyNot },
    choose: (column, party) => setChoices(choices.with(column, party)),
    write: () => {
      const section = form.sections.find((section): section is BudgetSection => section.kind === 'budget')
      if (plan === null || !section) return words.nothing
      const { values, rows } = writeImport(open, section, plan)
      return words.done(values, rows, formatKronor(store.sums().sought.total))
    },
  }
}

/** The sums that the file prints against its rows, its days against the form's, and the columns that are left out. */
function findingsIn(
  { budget, printed }: FileBudget,
  choices: PartyChoices,
  { start, end }: { readonly start: string | null; readonly end: string | null },
): readonly Finding[] {
  const { sought } = sumsOf(budget)
  const strangers = budget.parties.flatMap(({ key, organisation }, place) =>
    choices[place] === null ? [{ heading: organisation ?? '', kronor: sought.byParty.get(key) ?? 0 }] : [],
  )
  const findings = checkPrintedSums({ ...budget, start, end }, { ...printed, strangers })
  return findings.filter(finding => !findings.some(other => saysMore(other, finding)))
}

/** Whether one finding says of a column what the other says of all of them together. */
function saysMore(one: Finding, other: Finding): boolean {
  if (!('printed' in one && 'printed' in other) || one.rule === 'BV10' || other.rule === 'BV10') return false
  const isSame =
    one.rule === other.rule &&
    ('block' in one ? one.block : null) === ('block' in other ? other.block : null) &&
    ('column' in one ? one.column : null) === ('column' in other ? other.column : null)
  const isOfColumn = one.place?.party !== undefined && other.place === null
  return isSame && isOfColumn && one.printed - one.computed === other.printed - other.computed
}

function whyNotYet(
  words: ReturnType<typeof useText>['budgetImport'],
  unit: FileUnit | null,
  choices: PartyChoices,
  plan: ImportPlan | null,
): string | null {
  const chosen = choices.filter(choice => choice !== null)
  if (new Set(chosen).size < chosen.length) return words.sameParty
  if (choices.length > 0 && chosen.length === 0) return words.noParty
  if (unit === null || plan === null) return words.chooseUnit
  return plan.writes.length === 0 && plan.rows.length === 0 ? words.nothing : null
}
