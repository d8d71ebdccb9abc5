import { align, inPlace, type Match } from './align.ts'
import { otherYears, rankOfField } from './budgetStructure.ts'
import type { Comparer } from './Comparer.ts'
import { compareText } from './compareText.ts'
import { compareValue } from './compareValue.ts'
import type { FieldDifference, ItemContent, ItemEntry } from './comparison.ts'
import { entriesOf } from './entries.ts'
import { plain } from './flatText.ts'
import { Likable } from './likeness.ts'
import { isProse } from './structuredContent.ts'
import { wordsOf } from './words.ts'

/** The fields of a section or of an item. A field that only one of them has is empty in the other. */
export function compareFields(
  before: ItemContent,
  after: ItemContent,
  comparer: Comparer,
): FieldDifference[] {
  return namesOf(before, after).map(name => {
    const [was, is] = [before[name] ?? null, after[name] ?? null]
    if (isProse(name)) {
      return { is: 'prose', name, segments: compareText(proseOf(was), proseOf(is), comparer) }
    }
    // Which party a signature is of is its place in another list, and not what has been changed here.
    if (name === 'party') return { is: 'value', name, before: was, after: is, change: null }
    return { is: 'value', name, ...compareValue(was, is, comparer) }
  })
}

/** In reading order; the years of an amount, which come first among the keys of an object, after its total. */
function namesOf(before: ItemContent, after: ItemContent): string[] {
  const names = Object.keys({ ...after, ...before })
  const rank = (name: string) => (name === 'total' ? 0 : /^\d/.test(name) ? 1 : 2 + rankOfField(name))
  return names.sort((one, other) => rank(one) - rank(other))
}

function proseOf(value: ItemContent[string]) {
  return plain(typeof value === 'string' ? value : '')
}

/** Partners and log lines, by likeness and order. */
export function compareItems(
  before: readonly ItemContent[],
  after: readonly ItemContent[],
  comparer: Comparer,
): ItemEntry[] {
  return itemEntries(before, after, alignItems(before, after, comparer), comparer)
}

/**
 * Goals, read level by level in the order of `levels`: how those of different levels are mixed in the list says
 * nothing. A goal that got another level has not moved.
 */
export function compareGoals(
  before: readonly ItemContent[],
  after: readonly ItemContent[],
  levels: readonly string[],
  comparer: Comparer,
): ItemEntry[] {
  const [oldOrder, newOrder] = [readingOrder(before, levels), readingOrder(after, levels)]
  const olds = picked(before, oldOrder)
  const news = picked(after, newOrder)
  const matches = alignItems(olds, news, comparer).map(match => ({
    ...match,
    isMoved: match.isMoved && olds[match.from]?.level === news[match.to]?.level,
  }))
  return itemEntries(olds, news, matches, comparer).map(entry => ({
    ...entry,
    ...('from' in entry ? { from: oldOrder[entry.from] ?? entry.from } : {}),
    ...('to' in entry ? { to: newOrder[entry.to] ?? entry.to } : {}),
  }))
}

/** Signatures, by whose they are; `partnerNow` gives the present place of the partner that stood at a place. */
export function compareSignatures(
  before: readonly ItemContent[],
  after: readonly ItemContent[],
  partnerNow: (place: number) => number | null,
  comparer: Comparer,
): ItemEntry[] {
  const placeOf = new Map(after.map(({ party }, place) => [party, place]))
  const matches = before.flatMap(({ party }, from) => {
    const now = typeof party === 'number' ? partnerNow(party) : party
    const to = now === null || now === undefined ? undefined : placeOf.get(now)
    return to === undefined ? [] : [inPlace(from, to)]
  })
  return itemEntries(before, after, matches, comparer)
}

/** Rows of a budget, by what they are called, each in its block. `before` is by the parties as they are now. */
export function compareBudget(
  before: readonly ItemContent[],
  after: readonly ItemContent[],
  comparer: Comparer,
): ItemEntry[] {
  const matches = align(likableRows(before, comparer), likableRows(after, comparer), comparer)
  return itemEntries(before, after, matches, comparer)
}

function picked(items: readonly ItemContent[], places: readonly number[]): ItemContent[] {
  return places.map(place => items[place]).filter(item => item !== undefined)
}

function readingOrder(goals: readonly ItemContent[], levels: readonly string[]): number[] {
  const rank = (place: number) => levels.indexOf(String(goals[place]?.level))
  return [...goals.keys()].sort((one, other) => rank(one) - rank(other))
}

function alignItems(
  before: readonly ItemContent[],
  after: readonly ItemContent[],
  comparer: Comparer,
): Match[] {
  const likables = (items: readonly ItemContent[]) => items.map(item => likableItem(item, comparer))
  return align(likables(before), likables(after), comparer)
}

function itemEntries(
  before: readonly ItemContent[],
  after: readonly ItemContent[],
  matches: readonly Match[],
  comparer: Comparer,
): ItemEntry[] {
  return entriesOf<ItemContent, readonly FieldDifference[]>(before, after, matches, comparer, {
    difference: (old, now) =>
      JSON.stringify(old) === JSON.stringify(now) ? null : compareFields(old, now, comparer),
    regrouped: () => null,
  })
}

/**
 * None becomes a row of another block. Rows that nobody has written in are counted from the end of their block: somebody
 * begins with the first of them, which is then the same row. What all other costs are per year has no name, and there
 * is only one of it.
 */
function likableRows(items: readonly ItemContent[], comparer: Comparer): Likable[] {
  const unwritten = new Map<ItemContent[string] | undefined, number>()
  return items
    .toReversed()
    .map(({ block, ...item }) => {
      if (block === otherYears) return likable(`row ${block}`, { label: otherYears }, comparer)
      const isWritten = Object.values(item).some(value => value !== null)
      if (isWritten) return likable(`row ${block}`, item, comparer)
      const nth = (unwritten.get(block) ?? 0) + 1
      unwritten.set(block, nth)
      return new Likable(
        comparer.vocabulary.id(`\0row ${block} ${nth}`),
        `row ${block}`,
        comparer.vocabulary,
        () => [],
      )
    })
    .toReversed()
}

/** What an organisation or a row is called, and when something happened, says more of which it is than other words. */
const tellingFields = { organisation: 20, on: 8, label: 20 } as const

function likableItem(item: ItemContent, comparer: Comparer): Likable {
  return likable('item', item, comparer)
}

function likable(kind: string, item: ItemContent, { vocabulary }: Comparer): Likable {
  return new Likable(vocabulary.id(`\0${kind} ${JSON.stringify(item)}`), kind, vocabulary, () => {
    const words = Object.values(item).flatMap(value => [...wordsOf(String(value ?? ''), vocabulary).ids])
    for (const [name, weight] of Object.entries(tellingFields)) {
      const value = item[name]
      if (value !== undefined && value !== null) words.push(vocabulary.id(`\0${name} ${value}`, weight))
    }
    return words
  })
}
