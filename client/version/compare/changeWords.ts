import type { BudgetSum } from '../../../shared/budget/budgetFigure.ts'
import type { FormTemplate, Section } from '../../../shared/form/FormTemplate.ts'
import type { Change, ChangePlace, WhatChanged } from '../../../shared/version/compare/changes.ts'
import type { CellShape, ParagraphLook, TextLook } from '../../../shared/version/compare/comparison.ts'
import { sumName } from '../../editor/budgetFigures/figureWords.ts'
import type { Text } from '../../text/text.ts'
import { fieldLabel, itemName, itemWords, valueWords } from './fieldWords.ts'
import type { PartyNames } from './partyNames.ts'

/** Longest stretch of words that is said whole. */
const saidLetters = 160
/** Words beside a change, to find it by. */
const besideLetters = 30

/** A change in a whole sentence, for those who listen. */
export function changeWords(
  text: Text,
  form: FormTemplate,
  change: Change,
  count: number,
  parties: PartyNames,
): string {
  const section = form.sections.find(({ key }) => key === change.sectionKey)
  if (!section) return ''
  const what = whatWords(text, section, change, parties)
  return text.versions.sentence(
    change.number,
    count,
    section.heading,
    what,
    placeWords(text, section, change, parties),
  )
}

/** How a paragraph looks: `underrubrik`, `punktlista med ett indrag`. */
export function lookWords({ versions: { look } }: Text, { level, list, indent }: ParagraphLook): string {
  const kind =
    level === 1 ? look.heading : level === 2 ? look.subheading : list === null ? look.text : look[list]
  return indent > 0 ? `${kind} ${look.indent(indent)}` : kind
}

/** What words have gained and lost: `fetstil, inte längre kursivt`. */
export function formatWords({ versions: { format, list } }: Text, before: TextLook, after: TextLook): string {
  const said: string[] = []
  if (before.bold !== after.bold) said.push(after.bold ? format.boldNow : format.boldGone)
  if (before.italic !== after.italic) said.push(after.italic ? format.italicNow : format.italicGone)
  if (before.link !== after.link) {
    if (after.link === undefined) said.push(format.linkGone)
    else if (before.link === undefined) said.push(format.linkNow(after.link))
    else said.push(format.linkChanged(after.link, before.link))
  }
  return list(said)
}

export function cellWords(
  { versions: { cellNow, list } }: Text,
  before: CellShape,
  after: CellShape,
): string {
  const said: string[] = []
  if (before.header !== after.header) said.push(after.header ? cellNow.header : cellNow.plain)
  if (before.colspan !== after.colspan) said.push(cellNow.columns(after.colspan))
  if (before.rowspan !== after.rowspan) said.push(cellNow.rows(after.rowspan))
  return list(said)
}

/** The first of many words. */
export function shortened(words: string, most: number): string {
  const line = words.replace(/\s+/g, ' ').trim()
  return line.length > most ? `${line.slice(0, most).trimEnd()}…` : line
}

function whatWords(text: Text, section: Section, { inside, what }: Change, parties: PartyNames): string {
  const words = text.versions
  switch (what.is) {
    case 'words':
      return wordsWords(text, what)
    case 'format':
      return words.formatted(shortened(what.text, saidLetters), formatWords(text, what.before, what.after))
    case 'look':
      return words.lookTag(lookWords(text, what.after), lookWords(text, what.before))
    case 'added':
    case 'removed': {
      const sign = what.is === 'added' ? words.newBlock[what.thing] : words.goneBlock[what.thing]
      const name = what.item === null ? '' : itemName(text, section, what.item)
      const fields = what.item === null ? null : itemWords(text, section, what.item, parties)
      if (fields === '') return `${sign}, ${name}`
      if (fields !== null) return `${sign}, ${name}: ${shortened(fields, saidLetters)}`
      const said = shortened(what.text, saidLetters)
      return name === '' || said.startsWith(name)
        ? words.blockWith(sign, said)
        : words.blockWith(`${sign}, ${name},`, said)
    }
    case 'moved':
      return words.movedSentence(
        shortened(what.text, besideLetters),
        what.count,
        what.wasBefore === null
          ? words.stoodLast
          : words.stoodBefore(shortened(what.wasBefore, besideLetters)),
        what.isAfter === null ? words.standsFirst : words.standsAfter(shortened(what.isAfter, besideLetters)),
      )
    case 'split':
      return words.splitInto(what.count)
    case 'joined':
      return words.joinedFrom(what.count)
    case 'value': {
      const name = fieldName(inside)
      const was = valueWords(text, section, name, what.before)
      const now = valueWords(text, section, name, what.after)
      if (was === '') return words.valueAdded(now)
      return now === '' ? words.valueGone(was) : words.valueChanged(was, now)
    }
    case 'picture':
      return words.pictureChanged
    case 'cellShape':
      return cellWords(text, what.before, what.after)
  }
}

function wordsWords(text: Text, what: Extract<WhatChanged, { is: 'words' }>): string {
  const { versions: words } = text
  const figure = (sum: BudgetSum) => words.budgetFigure(sumName(text.editor, sum))
  const [was, now] = [shortened(what.removed, saidLetters), shortened(what.added, saidLetters)]
  const said: string[] = []
  if (was !== '' && now !== '') said.push(words.replaced(was, now))
  else if (was !== '') said.push(words.gone(was))
  else if (now !== '') {
    const beside = lastWords(what.before)
    said.push(beside === '' ? words.inserted(now) : words.insertedAfter(now, beside))
  }
  for (const note of what.removedNotes) said.push(words.noteGone(shortened(note, saidLetters)))
  for (const note of what.addedNotes) said.push(words.noteInserted(shortened(note, saidLetters)))
  for (const sum of what.removedFigures) said.push(words.gone(figure(sum)))
  for (const sum of what.addedFigures) said.push(words.inserted(figure(sum)))
  // Only spaces, say.
  return said.length > 0 ? words.list(said) : words.inserted(what.added || ' ')
}

function placeWords(text: Text, section: Section, { inside }: Change, parties: PartyNames): string {
  const said = inside.map(place => placeWord(text, section, place, parties))
  return said.filter(part => part !== '').join(', ')
}

function placeWord(text: Text, section: Section, place: ChangePlace, parties: PartyNames): string {
  const words = text.versions
  switch (place.is) {
    case 'item':
      return itemName(text, section, place.item)
    case 'field':
      return fieldLabel(text, section, place.name, parties)
    case 'table':
      return words.inTable
    case 'row':
      return words.inRow(place.place + 1)
    case 'cell':
      return words.inCell(place.place + 1)
    case 'footnote':
      return words.inFootnote
    case 'caption':
      return words.inCaption
    case 'alt':
      return words.inAlt
    case 'paragraph':
    case 'figure':
      return ''
  }
}

function fieldName(inside: readonly ChangePlace[]): string {
  const field = inside.findLast(place => place.is === 'field')
  return field?.is === 'field' ? field.name : ''
}

/** The end of what stands before, from the beginning of a word. */
function lastWords(before: string): string {
  const line = before.replace(/\s+/g, ' ').trim()
  if (line.length <= besideLetters) return line
  return line.slice(-besideLetters).replace(/^\S*\s+/, '')
}
