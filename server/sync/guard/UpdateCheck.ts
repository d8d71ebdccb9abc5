import * as Y from 'yjs'
import { ConflictBudget } from './ConflictBudget.ts'
import { type Container, checkContent, firstKeyOf, innerContainer, isSeededProse } from './Container.ts'
import { type DocumentPlaces, parentOf } from './DocumentPlaces.ts'
import type { GuardLimits } from './limits.ts'
import { MoveBudget } from './MoveBudget.ts'
import { type MayMark, orAsItStands } from './marks.ts'
import { type Neighbour, NewStruct, type Parent } from './NewStruct.ts'
import { besides, checkContinues, findPlaced, type Place } from './Place.ts'
import { Refused } from './Refused.ts'
import type { ClientStructs, Content, DecodedUpdate, Id, Range, Struct, TypeContent } from './readUpdate.ts'

/** What a session may do. */
export interface GuardRules {
  /** True when the client id belongs to this session's person, or to nobody yet. */
  mayWriteAs(clientId: number): boolean
  /** True when she may write under this first key of the section; the key is null in rich text. */
  mayTouch(section: string, firstKey: string | null): boolean
  /** True when she may write this thread's mark under this key anew; when she may end that key's mark, for null. */
  readonly mayMark: MayMark
}

/** What the checked update does. */
export interface CheckedUpdate {
  readonly touched: ReadonlySet<string>
  readonly clients: ReadonlySet<number>
  /** New structs whose place has been deleted and collected, each after those it refers to. */
  readonly buried: readonly Struct[]
}

/** The structs of one client on their way through the check. */
interface Section extends ClientStructs {
  /** What the document has of this client: its next clock. */
  readonly known: number
  /** The next clock when the structs checked so far are in. */
  reached: number
  next: number
  /** Waits for a struct of another section. */
  waiting: boolean
  readonly placed: NewStruct[]
}

/**
 * One run of the rule of the guard over one update. Structs are taken in the order in which Yjs will integrate
 * them, each once, and looked up by binary search, so that the time is about linear in the update.
 */
export class UpdateCheck {
  readonly #store: Y.Doc['store']
  readonly #places: DocumentPlaces
  readonly #rules: GuardRules
  readonly #sections: Section[]
  readonly #sectionOf: ReadonlyMap<number, Section> | null
  readonly #touched = new Set<string>()
  readonly #clients = new Set<number>()
  readonly #buried: Struct[] = []
  readonly #budget: ConflictBudget
  readonly #moves: MoveBudget
  readonly #limits: GuardLimits
  #lastContainer: Container | null = null
  #lastKey: string | null = null
  readonly #mayMark: MayMark

  constructor(
    doc: Y.Doc,
    places: DocumentPlaces,
    rules: GuardRules,
    update: DecodedUpdate,
    limits: GuardLimits,
  ) {
    this.#limits = limits
    this.#moves = new MoveBudget(limits.maxMoves, doc.store)
    this.#store = doc.store
    this.#places = places
    this.#rules = rules
    this.#mayMark = orAsItStands(rules.mayMark, doc.store)
    this.#sections = update.sections.map(({ client, structs }) => {
      const known = Y.getState(doc.store, client)
      return { client, structs, known, reached: known, next: 0, waiting: false, placed: [] }
    })
    this.#budget = new ConflictBudget(
      this.#sections.reduce((count, { structs }) => count + structs.length, 0),
    )
    this.#sectionOf =
      this.#sections.length > 1 ? new Map(this.#sections.map(section => [section.client, section])) : null
  }

  /** Throws `Refused`. */
  run(update: DecodedUpdate): CheckedUpdate {
    for (const section of this.#sections) {
      const first = section.structs[0]
      const last = section.structs.at(-1)
      if (first && first.clock > section.known) throw new Refused('gap')
      if (last && last.clock + last.length > section.known) {
        if (!this.#rules.mayWriteAs(section.client)) throw new Refused('foreignClient')
        this.#clients.add(section.client)
        if (this.#clients.size > this.#limits.maxClients) throw new Refused('foreignClient')
      }
    }
    for (const section of this.#sections) this.#take(section)
    for (const [client, ranges] of update.deletes) this.#checkDeletes(client, ranges)
    return { touched: this.#touched, clients: this.#clients, buried: this.#buried }
  }

  /** Takes all structs of a section, and before each what it waits for in the others. */
  #take(first: Section): void {
    const stack = [first]
    for (let section = stack.at(-1); section; section = stack.at(-1)) {
      const struct = section.structs[section.next]
      // The first section is taken to its end, another only until what waited for it can go on.
      if (struct === undefined) {
        stack.pop()
        continue
      }
      const missing = this.#missingClient(struct)
      if (missing === null) {
        this.#takeOne(section, struct)
        if (section !== first) {
          section.waiting = false
          stack.pop()
        }
      } else {
        const other = this.#sectionOf?.get(missing)
        // It exists nowhere, or it waits itself for what now waits for it.
        if (!other || other.waiting || other === first || other.next === other.structs.length)
          throw new Refused('gap')
        section.waiting = true
        stack.push(other)
      }
    }
  }

  #takeOne(section: Section, struct: Struct): void {
    // Also of what is known already: Yjs makes every root that an update names.
    if (typeof struct.parent === 'string') this.#places.root(struct.parent)
    const end = struct.clock + struct.length
    section.next += 1
    if (end <= section.known) return
    section.placed.push(this.#place(section, struct))
    section.reached = end
  }

  /** The client whose structs have to come first; null when all that `struct` refers to exists. */
  #missingClient(struct: Struct): number | null {
    const { origin, rightOrigin, parent } = struct
    if (origin !== null && !this.#exists(origin, struct)) return origin.client
    if (rightOrigin !== null && !this.#exists(rightOrigin, struct)) return rightOrigin.client
    if (parent !== null && typeof parent !== 'string' && !this.#exists(parent, struct)) return parent.client
    return null
  }

  #exists(id: Id, by: Struct): boolean {
    if (id.client !== by.client) return id.clock < this.#reached(id.client)
    if (id.clock >= by.clock) throw new Refused('gap')
    return true
  }

  #reached(client: number): number {
    return this.#sectionFor(client)?.reached ?? Y.getState(this.#store, client)
  }

  #sectionFor(client: number): Section | undefined {
    if (this.#sectionOf) return this.#sectionOf.get(client)
    const only = this.#sections[0]
    return only?.client === client ? only : undefined
  }

  #place(section: Section, struct: Struct): NewStruct {
    const { content } = struct
    // A client that has collected its own text has nothing to tell but the length.
    if (content.is === 'collected') return new NewStruct(struct, null, null, null)
    const left = struct.origin && this.#find(struct.origin)
    const right = struct.rightOrigin && this.#find(struct.rightOrigin)
    if (left && struct.origin) this.#cutBefore(left, struct.origin.client, struct.origin.clock + 1)
    if (right && struct.rightOrigin)
      this.#cutBefore(right, struct.rightOrigin.client, struct.rightOrigin.clock)
    const place = left || right ? besides(left, right) : this.#placeNamed(struct)
    const known = Math.max(0, section.known - struct.clock)
    const beginning = known > 0 ? this.#find({ client: struct.client, clock: section.known - 1 }) : null
    if (beginning) checkContinues(beginning, place)
    if (place === null) {
      this.#buried.push(struct)
      return new NewStruct(struct, null, null, null)
    }
    const { parent, key } = place
    const container = parent instanceof NewStruct ? parent.container : this.#places.containerOf(parent)
    if (container === null) throw new Refused('wrongShape')
    this.#touch(container, key)
    checkContent(container, key, content, this.#mayMark)
    if (key !== null && !(parent instanceof NewStruct)) keepSeededProse(container, key, parent._map.get(key))
    const origin = beginning ? { client: struct.client, clock: section.known - 1 } : struct.origin
    this.#budget.spend({ struct, parent, key, origin, left: beginning ?? left, right })
    return new NewStruct(struct, parent, key, isType(content) ? this.#inside(container, key, content) : null)
  }

  #inside(container: Container, key: string | null, content: TypeContent): Container {
    const inner = innerContainer(container, key, content)
    if (inner.depth > this.#limits.maxDepth) throw new Refused('tooDeep')
    return inner
  }

  /** Counts what it costs when `piece`, which has or ends at `clock`, is cut before it. */
  #cutBefore(piece: Neighbour, client: number, clock: number): void {
    if (piece instanceof NewStruct) {
      const { struct } = piece
      if (clock <= struct.clock || clock >= struct.clock + struct.length) return
      const placed = this.#sectionFor(client)?.placed ?? []
      this.#moves.cut(client, clock, placed.at(-1) === piece ? 0 : placed.length)
    } else {
      if (clock <= piece.id.clock || clock >= piece.id.clock + piece.length || piece instanceof Y.GC) return
      const structs = this.#store.clients.get(client) ?? []
      this.#moves.cut(client, clock, structs.length - 1 - Y.findIndexSS(structs, clock))
    }
  }

  /** Where a struct without neighbours will stand; null when that place has been collected. */
  #placeNamed({ parent, key }: Struct): Place | null {
    if (typeof parent === 'string') return { parent: this.#places.root(parent), key }
    if (parent === null) throw new Refused('malformed')
    const type = this.#typeAt(this.#find(parent))
    return type === null ? null : { parent: type, key }
  }

  /** The type that `holder` brings; null when it has been deleted and collected. */
  #typeAt(holder: Neighbour): Parent | null {
    if (holder instanceof NewStruct) {
      if (holder.parent === null || holder.struct.content.is === 'deleted') return null
      if (holder.container === null) throw new Refused('wrongShape')
      return holder
    }
    if (holder instanceof Y.GC || holder.content instanceof Y.ContentDeleted) return null
    if (!(holder.content instanceof Y.ContentType)) throw new Refused('wrongShape')
    return holder.content.type
  }

  /** What stands at an id that is known to exist. */
  #find(id: Id): Neighbour {
    const section = this.#sectionFor(id.client)
    if (section && id.clock >= section.known) return findPlaced(section.placed, id.clock)
    const structs = this.#store.clients.get(id.client)
    const struct = structs?.[Y.findIndexSS(structs, id.clock)]
    if (!struct) throw new Refused('gap')
    return struct
  }

  #checkDeletes(client: number, ranges: readonly Range[]): void {
    const reached = this.#reached(client)
    const structs = this.#store.clients.get(client) ?? []
    const known = structs.length > 0 ? Y.getState(this.#store, client) : 0
    for (const { clock, length } of ranges) {
      if (clock + length > reached) throw new Refused('gap')
      if (clock + length > known) this.#cutNew(client, Math.max(clock, known), clock + length)
      if (clock >= known) continue
      for (let i = Y.findIndexSS(structs, clock); i < structs.length; i++) {
        const struct = structs[i]
        if (struct === undefined || struct.id.clock >= clock + length) break
        // What is gone already may be named by anybody: a client that joins again names all that it knows of.
        if (!(struct instanceof Y.Item) || struct.deleted) continue
        const container = this.#places.containerOf(parentOf(struct))
        this.#touch(container, struct.parentSub)
        this.#cutBefore(struct, client, clock)
        this.#cutBefore(struct, client, clock + length)
        if (struct.content instanceof Y.ContentType) this.#moves.bury(struct.content.type)
        else if (struct.id.clock <= clock) this.#moves.spend(structs.length - i)
        if (struct.parentSub !== null) keepSeededProse(container, struct.parentSub, struct)
      }
    }
  }

  /** Counts what it costs to delete from `clock` to `end` of what the update itself brings. */
  #cutNew(client: number, clock: number, end: number): void {
    this.#cutBefore(this.#find({ client, clock }), client, clock)
    this.#cutBefore(this.#find({ client, clock: end - 1 }), client, end)
  }

  #touch(container: Container, key: string | null): void {
    if (container === this.#lastContainer && key === this.#lastKey) return
    if (!this.#rules.mayTouch(container.root, firstKeyOf(container, key))) throw new Refused('mayNotWrite')
    this.#touched.add(container.root)
    this.#lastContainer = container
    this.#lastKey = key
  }
}

/** Throws `Refused` when a change to `key` would take away the prose that the server has put there. */
function keepSeededProse(container: Container, key: string, there: Y.Item | undefined): void {
  if (there && !there.deleted && isSeededProse(container, key)) throw new Refused('wrongShape')
}

function isType(content: Content): content is TypeContent {
  return (
    content.is === 'element' || content.is === 'richText' || content.is === 'item' || content.is === 'prose'
  )
}
