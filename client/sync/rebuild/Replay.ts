import * as Y from 'yjs'
import type { IdRanges } from './IdRanges.ts'
import { Lines } from './Lines.ts'

/** Any shared type, as a document knows its roots. */
export type SharedType = Y.Doc['share'] extends Map<string, infer Type> ? Type : never

/** What is to become of an item that the fresh document does not have. */
type Fate = 'enter' | 'leave' | 'ignore'

export interface ReplayRules {
  /** Mine, and to be entered again. */
  readonly mine: IdRanges
  /** Mine, and not to be entered again: to be left over. */
  readonly barred: IdRanges
  /** What I have deleted and may delete again. */
  readonly deletes: IdRanges
  /** Text that I have only moved: it still stands where it stood if that is not let in. */
  readonly copies: IdRanges
}

/** A part of the document with rights of its own: a section of running text, or a first-level key of another. */
export interface Piece {
  readonly section: string
  readonly key: string | null
}

/** Elements that stand within the words of a paragraph. */
const withinLine = new Set(['footnote', 'budgetFigure'])

/** Fields of an item that nobody typed. */
const unspoken = new Set(['order', 'removed', 'block'])

/**
 * Enters again in a fresh document what stands in `mine` and not there. Both hold the server's state, so they share
 * the identities of its items: what I did is told exactly, and where. It is made anew under the fresh document's own
 * client id, beside the same neighbours.
 */
export class Replay {
  readonly #fresh: Y.Doc
  readonly #known: Map<number, number>
  readonly #rules: ReplayRules
  /** Items of mine that have been entered or are left over. */
  readonly done: IdRanges
  #lines = new Lines()
  #entering = true

  constructor(fresh: Y.Doc, rules: ReplayRules, done: IdRanges) {
    this.#fresh = fresh
    this.#known = Y.decodeStateVector(Y.encodeStateVector(fresh))
    this.#rules = rules
    this.done = done
  }

  /**
   * Enters one piece again as one transaction, or only looks what of it is left over. `from` is its section's root
   * in the document that has everything of mine. Gives the lines that could not be entered.
   */
  piece(from: SharedType, { section, key }: Piece, entering: boolean): Lines {
    this.#lines = new Lines()
    this.#entering = entering
    const to = this.#fresh.share.get(section)
    if (!to) throw new Error(`The fresh document has no ${section}.`)
    this.#fresh.transact(transaction => {
      if (key === null) this.#list(transaction, from, to, null)
      else this.#entry(transaction, from, to, key, key)
    })
    return this.#lines
  }

  #type(transaction: Y.Transaction, from: SharedType, to: SharedType | null, path: string | null): void {
    if (from instanceof Y.XmlElement && !withinLine.has(from.nodeName)) this.#lines.begin(path)
    if (path !== null && from instanceof Y.Text) this.#lines.begin(path)
    for (const key of from._map.keys()) {
      this.#entry(transaction, from, to, key, path === null ? null : `${path}/${key}`)
    }
    this.#list(transaction, from, to, path)
  }

  /** The children of a type, in order. `to` is the same type in the fresh document; null when it has no such. */
  #list(transaction: Y.Transaction, from: SharedType, to: SharedType | null, path: string | null): void {
    let left: Y.Item | null = null
    for (let item = from._start; item !== null; item = item.right) {
      for (const { offset, length, fate } of this.#runs(item)) {
        if (fate === 'known') {
          const last = Y.createID(item.id.client, item.id.clock + offset + length - 1)
          if (to) left = itemEndingAt(transaction, last) ?? left
          this.#meet(transaction, item, offset, length, path)
        } else if (!item.deleted) {
          const entered: Y.Item | null = this.#bring(transaction, item, offset, length, {
            fate: to ? fate : leaveOf(fate),
            to,
            left,
            key: null,
            path,
          })
          left = entered ?? left
        }
      }
    }
  }

  /** One key of a map or one attribute. `path` is null where nothing that is typed is kept in it. */
  #entry(
    transaction: Y.Transaction,
    from: SharedType,
    to: SharedType | null,
    key: string,
    path: string | null,
  ): void {
    const item = from._map.get(key)
    if (!item) return
    const lastOffset = item.length - 1
    const fate = this.#fateOf(item.id.client, item.id.clock + lastOffset)
    const there = to?._map.get(key) ?? null
    if (fate === 'known') this.#meet(transaction, item, 0, item.length, path)
    else if (!item.deleted) {
      this.#bring(transaction, item, lastOffset, 1, {
        fate: to ? fate : leaveOf(fate),
        to,
        left: there,
        key,
        path,
      })
    } else if (there && this.#mayDelete(there)) there.delete(transaction)
  }

  /** Something that both documents know: I may have deleted it, or written in it. */
  #meet(transaction: Y.Transaction, item: Y.Item, offset: number, length: number, path: string | null): void {
    const { client, clock } = item.id
    if (item.deleted) {
      if (this.#entering) this.#deleteAgain(transaction, client, clock + offset, length)
      return
    }
    if (item.content instanceof Y.ContentType) {
      const same = Y.getItem(this.#fresh.store, item.id)
      const there = same instanceof Y.Item && same.content instanceof Y.ContentType ? same.content.type : null
      this.#type(transaction, item.content.type, there, path)
    } else if (item.countable) this.#lines.passOver()
  }

  #deleteAgain(transaction: Y.Transaction, client: number, clock: number, length: number): void {
    for (let at = clock; at < clock + length; at += 1) {
      if (!this.#rules.deletes.has(client, at)) continue
      const there: unknown = Y.getItem(this.#fresh.store, Y.createID(client, at))
      if (!(there instanceof Y.Item) || there.deleted) continue
      Y.getItemCleanStart(transaction, Y.createID(client, at))
      itemEndingAt(transaction, Y.createID(client, at))?.delete(transaction)
    }
  }

  #mayDelete(there: Y.Item): boolean {
    const { client, clock } = there.lastId
    return this.#entering && !there.deleted && this.#rules.deletes.has(client, clock)
  }

  /** Something of mine that the fresh document does not have. Gives the item it has become there. */
  #bring(
    transaction: Y.Transaction,
    item: Y.Item,
    offset: number,
    length: number,
    place: {
      readonly fate: Fate
      readonly to: SharedType | null
      readonly left: Y.Item | null
      readonly key: string | null
      readonly path: string | null
    },
  ): Y.Item | null {
    const { to, left, key, path } = place
    const fate = this.#entering ? place.fate : leaveOf(place.fate)
    if (fate !== 'ignore') this.done.add(item.id.client, item.id.clock + offset, length)
    if (fate === 'enter' && to) {
      const made = this.#make(transaction, slice(item.content, offset, length), to, left, key)
      if (item.content instanceof Y.ContentType && made.content instanceof Y.ContentType) {
        this.#type(transaction, item.content.type, made.content.type, path)
      } else if (item.countable) this.#lines.passOver()
      return made
    }
    if (fate === 'leave') this.#writeDown(item, offset, length, key, path)
    // What stands in it has nowhere to stand either.
    if (item.content instanceof Y.ContentType) this.#type(transaction, item.content.type, null, path)
    return null
  }

  #make(
    transaction: Y.Transaction,
    content: Y.Item['content'],
    to: SharedType,
    left: Y.Item | null,
    key: string | null,
  ): Y.Item {
    const { clientID, store } = this.#fresh
    const right = key === null ? (left ? left.right : to._start) : null
    const made = new Y.Item(
      Y.createID(clientID, Y.getState(store, clientID)),
      left,
      left?.lastId ?? null,
      right,
      right?.id ?? null,
      to,
      key,
      content,
    )
    made.integrate(transaction, 0)
    return made
  }

  #writeDown(item: Y.Item, offset: number, length: number, key: string | null, path: string | null): void {
    const { content } = item
    if (content instanceof Y.ContentString) {
      const { client, clock } = item.id
      for (let at = offset; at < offset + length; at += 1) {
        if (this.#rules.copies.has(client, clock + at)) this.#lines.passOver()
        else this.#lines.write(content.str.charAt(at))
      }
    }
    if (!(content instanceof Y.ContentAny) || key === null || unspoken.has(key)) return
    const value: unknown = content.arr.at(-1)
    if (path === null) {
      // Of an element's attributes only the words for a picture are typed.
      if (key !== 'alt' || typeof value !== 'string') return
      this.#lines.write(value)
      this.#lines.begin(null)
    } else if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
      this.#lines.value(path, value)
    }
  }

  /** An item in runs of one fate each: neighbours that were typed at different times are one item by now. */
  *#runs(item: Y.Item): Generator<{ offset: number; length: number; fate: Fate | 'known' }> {
    const { client, clock } = item.id
    let offset = 0
    for (let at = 1; at <= item.length; at += 1) {
      const fate = this.#fateOf(client, clock + offset)
      if (at < item.length && this.#fateOf(client, clock + at) === fate) continue
      yield { offset, length: at - offset, fate }
      offset = at
    }
  }

  #fateOf(client: number, clock: number): Fate | 'known' {
    if (clock < (this.#known.get(client) ?? 0)) return 'known'
    if (this.#rules.barred.has(client, clock)) return 'leave'
    return this.#rules.mine.has(client, clock) ? 'enter' : 'ignore'
  }
}

function leaveOf(fate: Fate): Fate {
  return fate === 'enter' ? 'leave' : fate
}

/** The item that ends with this unit, split off if it goes on; null for what has been collected. */
function itemEndingAt(transaction: Y.Transaction, id: Y.ID): Y.Item | null {
  const found: unknown = Y.getItemCleanEnd(transaction, transaction.doc.store, id)
  return found instanceof Y.Item ? found : null
}

/** A part of a content, copied; of a type only its kind, without what is in it. */
function slice(content: Y.Item['content'], offset: number, length: number): Y.Item['content'] {
  const whole = content.copy()
  const fromOffset = offset > 0 ? whole.splice(offset) : whole
  if (length < fromOffset.getLength()) fromOffset.splice(length)
  return fromOffset
}
