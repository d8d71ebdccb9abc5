import * as Y from 'yjs'
import { isBeforeLock } from '../../shared/consultation/roundRules.ts'
import { itemsIn } from '../../shared/document/items.ts'
import { makeRoom } from '../../shared/document/makeRoom.ts'
import { placeOfDate } from '../../shared/document/placeOfDate.ts'
import type { Applications } from '../document/Applications.ts'
import type { People } from '../people/People.ts'
import type { Rooms } from '../sync/rooms.ts'
import { linesOfRounds, type RoundLine } from './linesOfRounds.ts'

/** The section *Hur och när har ansökan diskuterats?*, in the forms that have it as a list. */
const sectionKey = 'discussions'

interface LinesParts {
  readonly applications: Pick<Applications, 'find'>
  readonly people: Pick<People, 'party'>
  readonly rooms: Pick<Rooms, 'write'>
}

/**
 * Writes what has happened in rounds into the list of how the ansökan was discussed. A line that somebody has changed is
 * never written over, and one that somebody has removed never comes back.
 */
export class DiscussionLines {
  readonly #parts: LinesParts

  constructor(parts: LinesParts) {
    this.#parts = parts
  }

  /** On disk when resolved. One at a time for an ansökan. Rejects as `Rooms.write`, and what the disk says. */
  async write(id: string): Promise<void> {
    const { applications, people, rooms } = this.#parts
    const open = applications.find(id)
    const hasList = open?.form.sections.some(({ key, kind }) => key === sectionKey && kind === 'log')
    if (!open || !hasList || !isBeforeLock(open.records.application.data.state)) return
    const written = (line: RoundLine) => open.rounds.find(line.round)?.lines[line.key]
    const lines = linesOfRounds(open.rounds.rounds, partyId => people.party(partyId)?.name ?? partyId)
    const due = lines.filter(line => written(line) !== asWritten(line))
    if (due.length === 0) return
    await rooms.write(id, null, doc => {
      const root = doc.getMap(sectionKey)
      for (const line of due) writeLine(root, line, written(line))
    })
    await Promise.all(
      due.map(line =>
        open.rounds.change(line.round, round => {
          round.lines[line.key] = asWritten(line)
        }),
      ),
    )
  }
}

/** A line as it is remembered: its day and its words. */
function asWritten({ on, text }: Pick<RoundLine, 'on' | 'text'>): string {
  return `${on} ${text}`
}

/** `before`: what the program has written there. */
function writeLine(root: Y.Map<unknown>, line: RoundLine, before: string | undefined): void {
  const item = root.get(line.key)
  if (!(item instanceof Y.Map)) {
    // It has been there: somebody has taken it away for good.
    if (before === undefined) addLine(root, line)
    return
  }
  const text = item.get('text')
  const now = asWritten({ on: String(item.get('on') ?? ''), text: String(text ?? '') })
  if (item.get('removed') === true || now !== before || !(text instanceof Y.Text)) return
  if (item.get('on') !== line.on) {
    item.set('on', line.on)
    const others = itemsIn(root).filter(({ key }) => key !== line.key)
    item.set('order', makeRoom(others, placeOfDate(others, line.on)))
  }
  changeText(text, line.text)
}

function addLine(root: Y.Map<unknown>, { key, on, text }: RoundLine): void {
  const items = itemsIn(root)
  const item = new Y.Map<unknown>()
  item.set('removed', false)
  item.set('order', makeRoom(items, placeOfDate(items, on)))
  item.set('on', on)
  item.set('text', new Y.Text(text))
  root.set(key, item)
}

/** Changes only what differs, so that whoever types there loses as little as can be. */
function changeText(text: Y.Text, to: string): void {
  const from = text.toString()
  const most = Math.min(from.length, to.length)
  let start = 0
  while (start < most && from[start] === to[start]) start += 1
  let end = 0
  while (end < most - start && from.at(-1 - end) === to.at(-1 - end)) end += 1
  text.delete(start, from.length - start - end)
  text.insert(start, to.slice(start, to.length - end))
}
