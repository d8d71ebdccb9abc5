import type { Block, CellContent } from '../../document/blockContent.ts'
import type { ChangePlace, Thing, WhatChanged } from './changes.ts'
import type {
  BlockDifference,
  CellDifference,
  CellEntry,
  Entry,
  FieldDifference,
  ItemContent,
  JoinedEntry,
  ParagraphDifference,
  Row,
  SectionDifference,
  Segment,
  SplitEntry,
  TableDifference,
} from './comparison.ts'
import {
  blockDifferenceText,
  blockText,
  cellsText,
  figuresIn,
  inlineText,
  itemOf,
  itemText,
  notesIn,
  rowText,
  type Side,
  segmentsText,
} from './differenceText.ts'

/** Told of each change, of some more than once: those with several places, and neighbours that moved together. */
export type Tell = (number: number, inside: readonly ChangePlace[], what: WhatChanged) => void

/** Tells every change of a section. */
export function tellDifference(difference: SectionDifference, tell: Tell): void {
  if (difference.is === 'blocks') tellEntries(difference.entries, blockTelling([], tell), [], tell)
  else if (difference.is === 'fields') tellFields(difference.fields, [], tell)
  else {
    tellEntries<ItemContent, readonly FieldDifference[]>(
      difference.entries,
      {
        thing: () => 'item',
        text: itemText,
        item: item => item,
        changedText: (fields, side) => itemText(itemOf(fields, side)),
        changed: fields => tellFields(fields, [{ is: 'item', item: itemOf(fields, 'after') }], tell),
      },
      [],
      tell,
    )
  }
}

/** How entries of one kind are told. */
interface Telling<Item, Difference> {
  readonly thing: (item: Item) => Thing
  readonly text: (item: Item) => string
  readonly item: (item: Item) => ItemContent | null
  readonly changedText: (difference: Difference, side: Side) => string
  readonly changed: (difference: Difference, to: number) => void
}

function tellEntries<Item, Difference>(
  entries: readonly (Entry<Item, Difference> | SplitEntry | JoinedEntry)[],
  telling: Telling<Item, Difference>,
  inside: readonly ChangePlace[],
  tell: Tell,
): void {
  const texts = entries.some(entry => entry.is === 'moved') ? textsOf(entries, telling) : null
  for (const entry of entries) {
    switch (entry.is) {
      case 'added':
      case 'removed':
        tell(entry.change, inside, { is: entry.is, ...about(entry.item, telling) })
        break
      case 'moved':
        tell(entry.change, inside, {
          is: 'moved',
          ...about(entry.item, telling),
          count: 1,
          wasBefore: texts?.before.get(entry.from + 1) ?? null,
          isAfter: texts?.after.get(entry.to - 1) ?? null,
        })
        if (entry.difference !== null) telling.changed(entry.difference, entry.to)
        break
      case 'changed':
        telling.changed(entry.difference, entry.to)
        break
      case 'split':
      case 'joined': {
        const [first] = entry.parts
        const text = first ? segmentsText(first.segments, 'after') : ''
        tell(entry.change, [...inside, { is: 'paragraph', text }], {
          is: entry.is,
          count: entry.parts.length,
        })
        for (const part of entry.parts) tellParagraph(part, inside, tell)
        break
      }
      case 'unchanged':
      case 'movedAway':
        break
    }
  }
}

function about<Item>(item: Item, telling: Telling<Item, never>) {
  return { thing: telling.thing(item), text: telling.text(item), item: telling.item(item) }
}

/** What stood at each place of the older list, and stands at each of the newer. */
function textsOf<Item, Difference>(
  entries: readonly (Entry<Item, Difference> | SplitEntry | JoinedEntry)[],
  { text, changedText }: Telling<Item, Difference>,
): Record<Side, Map<number, string>> {
  const before = new Map<number, string>()
  const after = new Map<number, string>()
  for (const entry of entries) {
    if (entry.is === 'split' || entry.is === 'joined') {
      for (const [nth, { segments }] of entry.parts.entries()) {
        before.set(entry.from + (entry.is === 'joined' ? nth : 0), segmentsText(segments, 'before'))
        after.set(entry.to + (entry.is === 'split' ? nth : 0), segmentsText(segments, 'after'))
      }
    } else if (entry.is === 'changed') {
      before.set(entry.from, changedText(entry.difference, 'before'))
      after.set(entry.to, changedText(entry.difference, 'after'))
    } else {
      const said = text(entry.item)
      if (entry.is === 'unchanged' || entry.is === 'removed' || entry.is === 'movedAway')
        before.set(entry.from, said)
      if (entry.is === 'unchanged' || entry.is === 'added' || entry.is === 'moved') after.set(entry.to, said)
    }
  }
  return { before, after }
}

function blockTelling(inside: readonly ChangePlace[], tell: Tell): Telling<Block, BlockDifference> {
  return {
    thing: ({ type }) => type,
    text: blockText,
    item: () => null,
    changedText: blockDifferenceText,
    changed: difference => {
      const place = [...inside, { is: difference.type, text: blockDifferenceText(difference, 'after') }]
      switch (difference.type) {
        case 'paragraph':
          tellParagraph(difference, inside, tell)
          break
        case 'table':
          tellTable(difference, place, tell)
          break
        case 'figure':
          if (difference.picture.change !== null) tell(difference.picture.change, place, { is: 'picture' })
          tellSegments(difference.alt, [...place, { is: 'alt' }], tell)
          tellSegments(difference.caption, [...place, { is: 'caption' }], tell)
          break
      }
    },
  }
}

function tellParagraph({ look, segments }: ParagraphDifference, inside: readonly ChangePlace[], tell: Tell) {
  const place: readonly ChangePlace[] = [
    ...inside,
    { is: 'paragraph', text: segmentsText(segments, 'after') },
  ]
  if (look.change !== null) tell(look.change, place, { is: 'look', before: look.before, after: look.after })
  tellSegments(segments, place, tell)
}

function tellSegments(segments: readonly Segment[], inside: readonly ChangePlace[], tell: Tell): void {
  for (const [index, segment] of segments.entries()) {
    switch (segment.is) {
      case 'removed':
      case 'added': {
        const previous = segments[index - 1]
        // The words that replaced others are told with them.
        if (previous?.is === 'removed' && segment.is === 'added') break
        const next = segments[index + 1]
        const replaces = segment.is === 'removed' && next?.is === 'added'
        const [removed, added] =
          segment.is === 'removed' ? [segment, replaces ? next : null] : [null, segment]
        const beside = segments[index + (replaces ? 2 : 1)]
        tell(segment.change, inside, {
          is: 'words',
          removed: inlineText(removed?.content ?? []),
          added: inlineText(added?.content ?? []),
          removedNotes: notesIn(removed?.content ?? []),
          addedNotes: notesIn(added?.content ?? []),
          removedFigures: figuresIn(removed?.content ?? []),
          addedFigures: figuresIn(added?.content ?? []),
          before: previous ? segmentsText([previous], 'after') : '',
          after: beside ? segmentsText([beside], 'after') : '',
        })
        break
      }
      case 'formatted': {
        const [first] = segment.pieces
        const text = segment.pieces.map(piece => piece.text).join('')
        if (first)
          tell(segment.change, inside, { is: 'format', text, before: first.before, after: first.after })
        break
      }
      case 'footnote':
        tellSegments(segment.segments, [...inside, { is: 'footnote' }], tell)
        break
      case 'kept':
        break
    }
  }
}

function tellTable({ columns, rows }: TableDifference, inside: readonly ChangePlace[], tell: Tell): void {
  for (const { is, text, change } of columns) tell(change, inside, { is, thing: 'column', text, item: null })
  tellEntries<Row, readonly CellEntry[]>(
    rows,
    {
      thing: () => 'row',
      text: rowText,
      item: () => null,
      changedText: cellsText,
      changed: (cells, to) => {
        const place: readonly ChangePlace[] = [
          ...inside,
          { is: 'row', place: to, text: cellsText(cells, 'after') },
        ]
        tellCells(cells, place, tell)
      },
    },
    inside,
    tell,
  )
}

function tellCells(cells: readonly CellEntry[], inside: readonly ChangePlace[], tell: Tell): void {
  tellEntries<CellContent, CellDifference>(
    cells,
    {
      thing: () => 'cell',
      text: cell => rowText([cell]),
      item: () => null,
      changedText: () => '',
      changed: ({ shape, entries }, to) => {
        const place: readonly ChangePlace[] = [...inside, { is: 'cell', place: to }]
        if (shape.change !== null) {
          tell(shape.change, place, { is: 'cellShape', before: shape.before, after: shape.after })
        }
        tellEntries(entries, blockTelling(place, tell), place, tell)
      },
    },
    inside,
    tell,
  )
}

function tellFields(fields: readonly FieldDifference[], inside: readonly ChangePlace[], tell: Tell): void {
  for (const field of fields) {
    const place: readonly ChangePlace[] = [...inside, { is: 'field', name: field.name }]
    if (field.is === 'prose') tellSegments(field.segments, place, tell)
    else if (field.change !== null) {
      tell(field.change, place, { is: 'value', before: field.before, after: field.after })
    }
  }
}
