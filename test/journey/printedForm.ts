import type { Page } from 'playwright-core'
import type { FormTemplate } from '../../shared/form/FormTemplate.ts'

/** The words of an empty form, a line each: its head and foot, and by the key of its sections. */
export type EmptyForm = Readonly<Record<string, readonly string[]>>

/** What a golden file (`test/golden/forms`) says that the original prints. */
export function printedForm(golden: string): EmptyForm {
  const sections: Record<string, string[]> = {}
  let lines: string[] = []
  for (const line of golden.split('\n')) {
    const headed = /^(title|preamble|footer tag) +(.+)$/.exec(line)
    const section = /^(\w+) \(/.exec(line)
    if (headed?.[1] && headed[2]) sections[headed[1]] = headed[2] === '–' ? [] : [headed[2]]
    else if (section?.[1]) {
      lines = []
      sections[section[1]] = lines
      // What is written in square brackets is not printed.
    } else if (line.trim() !== '' && !workedOut.test(line))
      lines.push(line.trim().replace(/ \[[\w, ]+\]$/, ''))
  }
  // Those of the owner and those of a partner stand on one line there.
  sections.signatures = distinct(
    (sections.signatures ?? []).flatMap(line => line.replace('‹organisation›', '').split(' / ')),
  )
  // In the page a day is written out.
  const budget = (sections.budget ?? []).map(line => line.replace(' (ååmmdd)', ''))
  sections.budget = distinct(budget).filter(line => line !== '‹to be named›')
  return sections
}

/** Of the budget's sheets, what is drawn only when there is something to work out; and the names of the sheets. */
const workedOut = /^ +sheet: |\[(?:nameLabel|periodLabel|yearTotal|year|yearCheck|otherPerYear|summary\w+)\]$/

/** What the page of an empty form shows: everything but the guidance, which is not printed, and signs of ours. */
export async function drawnForm(page: Page, form: FormTemplate): Promise<EmptyForm> {
  await page.locator('article[aria-busy="false"]').waitFor()
  const drawn = await page.locator('article').evaluate(article => {
    for (const turn of article.querySelectorAll('[aria-expanded]'))
      turn.parentElement?.setAttribute('hidden', '')
    const linesOf = (selector: string) =>
      [...article.querySelectorAll<HTMLElement>(selector)]
        .flatMap(element => element.innerText.split('\n'))
        .map(line => line.trim())
        .filter(line => line !== '')
    const [title = '', ...preamble] = linesOf(':scope > header')
    const sections = [...article.querySelectorAll('section[data-section]')].map(
      ({ id }) => [id, linesOf(`#${id}`)] as const,
    )
    return {
      title: [title],
      preamble,
      'footer tag': linesOf(':scope > footer').slice(1),
      ...Object.fromEntries(sections),
    }
  })
  return Object.fromEntries(Object.entries(drawn).map(([key, lines]) => [key, withoutOurs(form, key, lines)]))
}

/** The names of answers that the paper has only a line for, and what it prints once for each party. */
function withoutOurs(form: FormTemplate, key: string, lines: readonly string[]): readonly string[] {
  const ours: Readonly<Record<string, RegExp>> = {
    lockedText: /^Fast text$/,
    yesNo: /^(?:Ja|Nej)$/,
    amount: /^(?:Belopp|Kommentar till beloppet|Summa för åren|–)$/,
    signatures: /^Insatsens namn$| –$/,
    budget: oursInBudget,
  }
  const kind = form.sections.find(section => section.key === key)?.kind ?? ''
  const kept = lines
    .map(line => line.replaceAll('\u00ad', '').replace(/^Delinsatsägare \d$/, 'Delinsatsägare {number}'))
    .filter(line => !ours[kind]?.test(line))
  return kind === 'signatures' || kind === 'budget' ? distinct(kept) : kept
}

/** Sums of nothing, what to write in an empty row, and words about the sheet. */
const oursInBudget =
  /^(?:0|Tjänst|Lokal|Kostnad|Kostnadsslag|Specifikation|Vad avses\?|\(organisation saknas\)|Detaljerad budget|Alla belopp är .*)$/

/** Each once and sorted, since the owner's lines and the partners' stand in turn on the form and not in the file. */
function distinct(lines: readonly string[]): string[] {
  return [...new Set(lines.map(line => line.trim()))].sort()
}
