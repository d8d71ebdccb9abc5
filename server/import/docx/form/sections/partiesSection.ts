import type { ParagraphContent } from '../../../../../shared/document/blockContent.ts'
import type {
  OwnerContent,
  PartnersContent,
  PartyContent,
} from '../../../../../shared/document/filledForm.ts'
import type { PartiesSection, PartyFieldName } from '../../../../../shared/form/FormTemplate.ts'
import { forms } from '../../../../../shared/form/forms.ts'
import type { ReadNote } from '../../../../../shared/import/ReadForm.ts'
import type { WordPart, WordTable } from '../../word/WordContent.ts'
import { note } from '../note.ts'
import { type Label, labelOf } from '../text/labels.ts'
import { blockOf, type Line, linesOf } from '../text/linesOf.ts'
import { type Loose, loose, type SectionRead } from './SectionRead.ts'

/** Longest one-line value of a party (`roots.ts`). */
const longestLine = 500

/** Longest name that stands alone on a line without a label. */
const longestName = 120

const spellings: Readonly<Record<PartyFieldName, readonly string[]>> = {
  organisation: ['Organisation', 'Organisationer', 'Organisation/myndighet', 'Myndighet', 'Part'],
  contacts: ['Kontaktperson', 'Kontaktpersoner', 'Kontaktperson(er)', 'Kontakt', 'Kontaktperson/er'],
  email: ['E-post', 'Epost', 'E-postadress', 'E-mail', 'Mejl', 'Mail', 'E-postadresser'],
  resourcesSought: ['Resurser vi söker medel till', 'Resurser som vi söker medel till'],
  resourcesContributed: [
    ...['Resurser som vi bidrar med', 'Resurser vi bidrar med', 'Resurs/er', 'Resurser', 'Resurs'],
  ],
}

const fieldNames = Object.keys(spellings) as readonly PartyFieldName[]

/** All that any form calls the fields of this role. */
function labelsOf(section: PartiesSection): readonly Label<PartyFieldName>[] {
  const all = [section, ...forms.flatMap(form => form.sections)].flatMap(other =>
    other.kind === 'parties' && other.role === section.role ? other.fields : [],
  )
  return fieldNames.map(name => ({
    name,
    texts: [...all.filter(field => field.name === name).map(({ label }) => label), ...spellings[name]],
  }))
}

/** What people also say of a party, and no form asks. */
const otherLabel =
  /^(?:tel(?:efon)?|mobil|fax|(?:post|besöks)?adress|org(?:anisations)?)[-.\s]?(?:nr|nummer)?\s*:/i

/** A party while it is read. */
type Values = Partial<Record<PartyFieldName, string[]>>

/** The organisations, each begun by the label of its name. */
export function partiesSection(
  section: PartiesSection,
  parts: readonly WordPart[],
): SectionRead<OwnerContent | PartnersContent> {
  const reader = new PartiesReader(section)
  const { lines, figures } = linesOf(parts.flatMap(part => withLabels(part, labelsOf(section))))
  for (const line of lines) reader.read(line)
  const { parties, notes, left } = reader.finished()
  const [owner, ...others] = parties
  const beyond = section.role === 'owner' ? others : []
  return {
    content:
      section.role === 'owner'
        ? { kind: 'parties', role: 'owner', ...(owner ?? nobody) }
        : { kind: 'parties', role: 'partner', items: parties },
    notes,
    loose: [...left, ...beyond.flatMap(party => wholeParty(section, party)), ...loose('doesNotFit', figures)],
  }
}

const nobody: PartyContent = {
  organisation: null,
  contacts: null,
  email: null,
  resourcesSought: '',
  resourcesContributed: '',
}

class PartiesReader {
  readonly #section: PartiesSection
  readonly #labels: readonly Label<PartyFieldName>[]
  readonly #parties: Values[] = []
  readonly #notes: ReadNote[] = []
  readonly #left: Loose[] = []
  #field: PartyFieldName | null = null
  /** What labels have been found: none, some in ordinary letters, or bold ones alone. */
  #labelsAre: 'none' | 'plain' | 'bold' = 'none'

  constructor(section: PartiesSection) {
    this.#section = section
    this.#labels = labelsOf(section)
  }

  read(line: Line): void {
    // The number of a party alone.
    if (this.#section.role === 'partner' && !this.#isInProse() && /^\d{1,2}[.)]?$/.test(line.text)) {
      this.#field = null
      return
    }
    for (const piece of this.#pieces(line)) this.#readPiece(piece)
  }

  /** Several labels may stand on one line: `Organisation: X, Kontaktperson: Y`. */
  #pieces(line: Line): readonly Line[] {
    const first = labelOf(line, this.#labels)
    if (!first || isProse(first.name) || !this.#asks(first.name)) return [line]
    const from = line.text.length - first.rest.length
    const inside = /[,;\s]\s*(?:Organisation|Kontaktperson(?:er|\(er\))?|E-?post(?:adress)?|E-?mail)\s*:/gi
    const cuts = [...line.text.matchAll(inside)].map(({ index }) => index).filter(index => index >= from)
    return [0, ...cuts].map((start, place) => {
      const text = line.text
        .slice(start, cuts[place])
        .replace(place > 0 ? /^[,;\s]+/ : '', '')
        .trim()
      return { ...line, text, boldLength: place > 0 ? 0 : line.boldLength }
    })
  }

  #readPiece(line: Line): void {
    const found = labelOf(line, this.#labels)
    // A line of prose may begin as a label does.
    const isWords = line.goesOn && line.boldLength === 0 && this.#isInProse() && this.#labelsAre === 'bold'
    if (found && !isWords) {
      if (this.#labelsAre !== 'plain') this.#labelsAre = line.boldLength > 0 ? 'bold' : 'plain'
      const begins = found.name === 'organisation' ? this.#begins() : this.#parties.length === 0
      if (begins) this.#parties.push({})
      this.#field = found.name
      this.#add(found.rest)
    } else if (line.text === '') {
      if (this.#isInProse()) this.#add('')
    } else if (!this.#isInProse() && otherLabel.test(line.text)) {
      this.#left.push(...loose('unknownLabel', [blockOf(line)]))
    } else if (this.#field === null || this.#beginsName(line)) this.#name(line)
    else this.#add(line.text, line)
  }

  /** A label of the name begins the next party, unless this one has been begun by its number alone. */
  #begins(): boolean {
    const party = this.#parties.at(-1)
    return party === undefined || Object.keys(party).length > 0
  }

  /** The name of the next partner, without its label. */
  #beginsName(line: Line): boolean {
    if (this.#section.role !== 'partner' || line.goesOn || line.text.length > longestName) return false
    if (this.#isInProse()) return false
    const party = this.#parties.at(-1)
    const isNumbered = line.list === 'number' || /^\d{1,2}[.)]\s/.test(line.text)
    // A list of names alone.
    const isList = this.#labelsAre === 'none' && party !== undefined && Object.keys(party).length === 1
    return isNumbered || (isList && party.organisation?.length === 1 && !/[.!?]$/.test(line.text))
  }

  #isInProse(): boolean {
    return this.#field !== null && isProse(this.#field)
  }

  #name(line: Line): void {
    const text = line.text.replace(/^\d{1,2}[.)]\s+/, '')
    if (text.length > longestName || /[.!?]$/.test(text)) {
      this.#left.push(...loose('unknownLabel', [blockOf(line)]))
      return
    }
    if (this.#section.role === 'partner' || this.#parties.length === 0) this.#parties.push({})
    this.#field = 'organisation'
    this.#notes.push(note('partyGuessed', text))
    this.#add(text)
  }

  #add(text: string, line?: Line): void {
    const party = this.#parties.at(-1)
    if (!party || this.#field === null) return
    if (line && this.#field === 'organisation' && party.organisation?.some(value => value !== '')) {
      this.#left.push(...loose('unknownLabel', [blockOf(line)]))
      return
    }
    const values = party[this.#field] ?? []
    party[this.#field] = values
    if (text !== '' || values.length > 0 || isProse(this.#field)) values.push(text)
  }

  #asks(name: PartyFieldName): boolean {
    return this.#section.fields.some(field => field.name === name)
  }

  finished(): { parties: readonly PartyContent[]; notes: readonly ReadNote[]; left: readonly Loose[] } {
    const parties = this.#parties.map(values => this.#party(values))
    const last = parties.findLastIndex(party =>
      Object.values(party).some(value => value !== null && value !== ''),
    )
    return { parties: parties.slice(0, last + 1), notes: this.#notes, left: this.#left }
  }

  #party(values: Values): PartyContent {
    const who = values.organisation?.join(' ')
    const prose = (name: PartyFieldName) => {
      const text = (values[name] ?? []).join('\n').trim()
      return this.#asks(name) ? text : this.#notAsked(name, text, who)
    }
    const line = (name: PartyFieldName) => {
      const text = (values[name] ?? []).filter(value => value !== '').join(', ')
      if (!this.#asks(name)) return this.#notAsked(name, text, who) || null
      if (text.length <= longestLine) return text || null
      this.#notes.push(note('valueTooLong', text))
      this.#left.push(...loose('doesNotFit', [paragraph(text)]))
      return null
    }
    return {
      organisation: line('organisation'),
      contacts: line('contacts'),
      email: line('email'),
      resourcesSought: prose('resourcesSought'),
      resourcesContributed: prose('resourcesContributed'),
    }
  }

  /** Said of a party, but not asked by this version of the form. */
  #notAsked(name: PartyFieldName, text: string, who = ''): '' {
    if (text !== '') {
      const [label = ''] = spellings[name]
      const lines = text.split('\n').map((line, place) => paragraph(place === 0 ? `${label}: ${line}` : line))
      const whose = who === '' ? [] : [paragraph(who)]
      this.#left.push(...loose('notAsked', [...whose, ...lines]))
    }
    return ''
  }
}

function isProse(name: PartyFieldName): boolean {
  return name === 'resourcesSought' || name === 'resourcesContributed'
}

function paragraph(text: string): ParagraphContent {
  return { type: 'paragraph', content: text === '' ? [] : [{ type: 'text', text }] }
}

/** A second owner: the form has one. */
function wholeParty({ fields }: PartiesSection, party: PartyContent): readonly Loose[] {
  const lines = fields.flatMap(({ name, label }) => {
    const value = party[name] ?? ''
    return value === '' ? [] : `${label} ${value}`.split('\n')
  })
  return loose('doesNotFit', lines.map(paragraph))
}

/** A table with the labels over its columns, as lines of labels and answers. */
function withLabels(part: WordPart, labels: readonly Label<PartyFieldName>[]): readonly WordPart[] {
  if (part.is === 'paragraph') return [part]
  const [head, ...rows] = part.rows
  const names = (head?.cells ?? []).map(({ parts }) => labelTextOf(parts, labels))
  if (names.length < 2 || names.some(name => name === null) || rows.length === 0) return [part]
  return rows.map(
    (row): WordTable => ({
      ...part,
      rows: row.cells.map((cell, column) => ({
        isHead: false,
        cells: [...(head?.cells.slice(column, column + 1) ?? []), cell],
      })),
    }),
  )
}

function labelTextOf(
  parts: readonly WordPart[],
  labels: readonly Label<PartyFieldName>[],
): PartyFieldName | null {
  const { lines } = linesOf(parts)
  const [line, ...others] = lines.filter(({ text }) => text !== '')
  return line && others.length === 0 ? (labelOf(line, labels)?.name ?? null) : null
}
