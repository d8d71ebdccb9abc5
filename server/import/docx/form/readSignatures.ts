import { parseDay } from '../../../../shared/form/day.ts'
import { forms } from '../../../../shared/form/forms.ts'
import { formWords } from '../../../export/words.ts'
import { foldedWords } from './letters.ts'
import { type Label, labelOf } from './text/labels.ts'
import type { Line } from './text/linesOf.ts'

type FieldName = 'date' | 'name' | 'clarification' | 'email'

/** What stands in the table, or the part of one, that a party signs in. Absent values are empty. */
export interface ReadSignature {
  organisation: string
  /** What it signs as; null when no label says it. */
  isOwner: boolean | null
  date: string
  name: string
  clarification: string
  email: string
  /** What has no place in it. */
  readonly others: string[]
  readonly lines: Line[]
}

interface SignatureLabel {
  readonly field: FieldName
  readonly isOwner: boolean | null
}

const layouts = forms.flatMap(form =>
  form.sections.flatMap(section => (section.kind === 'signatures' ? [section.layout] : [])),
)

const labels: readonly Label<SignatureLabel>[] = [
  { name: { field: 'date', isOwner: null }, texts: ['Organisation och datum', 'Datum'] },
  ...layouts.flatMap(layout => [
    { name: { field: 'name' as const, isOwner: true }, texts: [layout.ownerName] },
    { name: { field: 'name' as const, isOwner: false }, texts: [layout.partnerName] },
    { name: { field: 'clarification' as const, isOwner: true }, texts: [layout.ownerClarification] },
    { name: { field: 'clarification' as const, isOwner: false }, texts: [layout.partnerClarification] },
    { name: { field: 'email' as const, isOwner: null }, texts: [layout.email] },
  ]),
  { name: { field: 'clarification', isOwner: null }, texts: ['Namnförtydligande'] },
  { name: { field: 'name', isOwner: null }, texts: ['Underskrift', 'Namn', 'Namnteckning'] },
  { name: { field: 'email', isOwner: null }, texts: ['Epost', 'E-mail', 'Mejl'] },
]

/** `‹organisation›, datum: 2025-01-01` and `‹organisation› Datum:`. */
const namedDate = /^(.*?\S),?\s+datum\s*:?(?:\s+(.*))?$/is

/** The signatures in lines of labels and answers, each begun by the organisation or the label of its date. */
export function readSignatures(
  lines: readonly Line[],
  organisations: readonly string[],
): { readonly signatures: readonly ReadSignature[]; readonly others: readonly Line[] } {
  const signatures: ReadSignature[] = []
  const others: Line[] = []
  const names = new Set(organisations.map(foldedWords))
  let waiting: FieldName | null = null
  const begin = (organisation: string): ReadSignature => {
    const begun = {
      organisation: isBlankName(organisation) ? '' : organisation,
      isOwner: null,
      date: '',
      name: '',
      clarification: '',
      email: '',
      others: [],
      lines: [],
    }
    signatures.push(begun)
    return begun
  }
  for (const line of lines) {
    const named = readNamedDate(line.text)
    // A party may be called what a label is.
    const isParty = named !== null && names.has(foldedWords(named.organisation))
    const found = isParty ? null : (labelOf(line, labels) ?? readRole(line.text))
    const dated = found ? null : named
    const last = signatures.at(-1)
    if (dated) {
      const signature = begin(dated.organisation)
      signature.lines.push(line)
      signature.date = dated.date
      waiting = dated.date === '' ? 'date' : null
    } else if (found) {
      const { field, isOwner } = found.name
      const isNext = field === 'date' && last !== undefined && last.lines.length > 1
      const signature = last === undefined || isNext ? begin('') : last
      signature.lines.push(line)
      signature.isOwner ??= isOwner
      put(signature, field, found.rest, names)
      waiting = found.rest === '' ? field : null
    } else if (names.has(foldedWords(line.text)) && waiting !== 'date') {
      begin(line.text).lines.push(line)
      waiting = null
    } else if (last && waiting !== null) {
      last.lines.push(line)
      put(last, waiting, line.text, names)
      // A title stands under the name in print.
      if (waiting !== 'clarification') waiting = null
    } else others.push(line)
  }
  return { signatures, others }
}

/** Where nobody has written a name: so our own files say it, and lines to write on. */
function isBlankName(text: string): boolean {
  return text === formWords.unnamedParty || /^[.…_\s]*$/.test(text)
}

/** `Insatsägare Stina Ek`, the role and the name without a colon. */
function readRole(text: string): { readonly name: SignatureLabel; readonly rest: string } | null {
  const [, role, rest] = /^(insatsägare|samverkanspart)\s+([^(].*)$/i.exec(text) ?? []
  if (role === undefined || rest === undefined) return null
  return { name: { field: 'name', isOwner: foldedWords(role).startsWith('insats') }, rest }
}

function readNamedDate(text: string): { readonly organisation: string; readonly date: string } | null {
  const [, organisation, date = ''] = namedDate.exec(text) ?? []
  return organisation === undefined || organisation.length > 200 ? null : { organisation, date }
}

function put(signature: ReadSignature, field: FieldName, text: string, names: ReadonlySet<string>): void {
  if (text === '' || (field === 'date' && isBlankName(text))) return
  if (field !== 'date') {
    signature[field] = joined(signature[field], text)
    return
  }
  // «Heby kommun, 2025-01-01» is the answer to «Organisation och datum».
  const words = [...text.matchAll(/\S+/g)]
  for (const { index } of words) {
    if (parseDay(text.slice(index)) === null) continue
    signature.date = joined(signature.date, text.slice(index))
    nameParty(signature, text.slice(0, index).replace(/[\s,]+$/, ''))
    return
  }
  const isDate = !names.has(foldedWords(text)) && /\d\s?[-/.]\s?\d|^\d+$/.test(text)
  if (isDate) signature.date = joined(signature.date, text)
  else nameParty(signature, text)
}

/** A party has one name; another one is somebody else. */
function nameParty(signature: ReadSignature, name: string): void {
  if (signature.organisation === '') signature.organisation = name
  else if (name !== '' && foldedWords(name) !== foldedWords(signature.organisation))
    signature.others.push(name)
}

function joined(before: string, text: string): string {
  return [before, text].filter(said => said !== '').join(', ')
}
