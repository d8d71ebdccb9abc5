import type { FieldValue } from '../../../shared/document/value.ts'
import type { PresentPerson } from '../../../shared/sync/presence.ts'
import type { OpenFields } from '../../form/FieldsContext.ts'
import type { FieldPath } from '../../form/fieldPath.ts'
import { type Draft, isOvertaken, leaveField, typeInto } from '../../form/fields/draft.ts'
import type { FieldFormat } from '../../form/fields/format.ts'
import { readValue, writerOf } from '../../form/sharedValue.ts'
import { samePeople } from '../../form/whoIsWhere.ts'
import type { LostValue } from '../../form/writtenValues.ts'
import { Signals } from './Signals.ts'

/** What there is to say of a cell beside its value. The same object until something of it changes. */
export interface CellState {
  /** What I am typing, or typed and was refused. */
  readonly draft: Draft | null
  /** My last value here was reckoned out of what I typed. */
  readonly converted: boolean
  /** Who changed it under my draft; undefined when nobody did, null when it is not known who. */
  readonly overtakenBy: PresentPerson | null | undefined
  /** A value of mine that another has taken the place of. */
  readonly lost: LostValue | null
  /** The others who are in it. */
  readonly people: readonly PresentPerson[]
  /** Why I may not write in it, after I have tried. */
  readonly whyNot: string | null
}

export const quietCell: CellState = {
  draft: null,
  converted: false,
  overtakenBy: undefined,
  lost: null,
  people: [],
  whyNot: null,
}

/**
 * What happens to the cells of one grid beside their values: what I am typing in them, what became of it, and who else is
 * there. A draft is written when it is left; one that is refused stays, with the reason, until it is right or given back.
 * Others' changes never touch it.
 */
export class CellStates {
  readonly #open: OpenFields
  readonly #section: string
  readonly #states = new Map<FieldPath, CellState>()
  readonly #formats = new Map<FieldPath, FieldFormat>()
  readonly #versions = new Map<FieldPath, number>()
  readonly #cells = new Signals()
  /** The cell that something passing was said of last. */
  #saidOf: FieldPath | null = null

  constructor(open: OpenFields, section: string) {
    this.#open = open
    this.#section = section
  }

  /** Begins to follow the others; returns how to stop, which writes what has been typed. */
  open(): () => void {
    const { live, values } = this.#open
    this.#takeLost()
    this.#takePeople()
    const stops = [
      values.subscribe(() => this.#takeLost()),
      live.presence.subscribe(() => this.#takePeople()),
    ]
    const onTransaction = () => this.#takeOvertaken()
    live.doc.on('afterTransaction', onTransaction)
    return () => {
      this.finishAll()
      live.doc.off('afterTransaction', onTransaction)
      for (const stop of stops) stop()
    }
  }

  stateOf(path: FieldPath): CellState {
    return this.#states.get(path) ?? quietCell
  }

  /** Grows with every change of any of these cells: what is drawn of several compares it. */
  versionOf(paths: readonly FieldPath[]): number {
    return paths.reduce((sum, path) => sum + (this.#versions.get(path) ?? 0), 0)
  }

  subscribe(path: FieldPath, listener: () => void): () => void {
    return this.#cells.on(path, listener)
  }

  type(path: FieldPath, text: string, format: FieldFormat): void {
    this.#formats.set(path, format)
    this.#sayNothingOf(path)
    const { draft } = this.stateOf(path)
    this.#set(path, { draft: typeInto(draft, text, this.#value(path)), converted: false, whyNot: null })
  }

  /** Writes the draft, or keeps it with the reason why not; false then. */
  finish(path: FieldPath): boolean {
    const { draft } = this.stateOf(path)
    const format = this.#formats.get(path)
    if (draft === null || !format) return true
    const leaving = leaveField(draft, this.#value(path), format)
    if (leaving.kind === 'stay') {
      this.#set(path, { draft: leaving.draft })
      return false
    }
    const converted = leaving.kind === 'write' && leaving.converted
    this.#set(path, { draft: null, converted, overtakenBy: undefined })
    if (converted) this.#saidOf = path
    if (leaving.kind === 'write') this.#open.values.write(this.#section, path, leaving.value)
    return true
  }

  finishAll(): void {
    for (const path of [...this.#states.keys()]) this.finish(path)
  }

  /** Gives back what stood there; false when nothing had been typed. */
  restore(path: FieldPath): boolean {
    const { draft, converted } = this.stateOf(path)
    this.#set(path, { draft: null, converted: false, overtakenBy: undefined, whyNot: null })
    return draft !== null || converted
  }

  /** Says why a cell cannot be written in, until another is tried. */
  refuse(path: FieldPath, whyNot: string): void {
    this.#sayNothingOf(path)
    this.#saidOf = path
    this.#set(path, { whyNot })
  }

  /** She has gone on to another cell: what passes has been read. */
  #sayNothingOf(other: FieldPath): void {
    const path = this.#saidOf
    if (path === null || path === other) return
    this.#saidOf = null
    this.#set(path, { converted: false, whyNot: null })
  }

  #value(path: FieldPath): FieldValue {
    return readValue(this.#open.live.doc, this.#section, path)
  }

  #takeLost(): void {
    const lost = this.#open.values.lostIn(this.#section)
    for (const [path, state] of [...this.#states]) {
      if (state.lost !== null && !lost.has(path)) this.#set(path, { lost: null })
    }
    for (const [path, value] of lost) if (this.stateOf(path).lost !== value) this.#set(path, { lost: value })
  }

  #takePeople(): void {
    const people = new Map<FieldPath, PresentPerson[]>()
    for (const { person, place } of this.#open.live.presence.others.values()) {
      if (place?.section !== this.#section || place.field === undefined) continue
      const there = people.get(place.field) ?? []
      if (!there.some(({ id }) => id === person.id)) there.push(person)
      people.set(place.field, there)
    }
    for (const [path, state] of [...this.#states]) {
      if (state.people.length > 0 && !people.has(path)) this.#set(path, { people: [] })
    }
    for (const [path, there] of people) {
      there.sort((one, other) => one.name.localeCompare(other.name, 'sv'))
      if (!samePeople(this.stateOf(path).people, there)) this.#set(path, { people: there })
    }
  }

  #takeOvertaken(): void {
    const { live } = this.#open
    for (const [path, { draft, overtakenBy }] of [...this.#states]) {
      if (draft === null) continue
      const writer = isOvertaken(draft, this.#value(path))
        ? writerOf(live.doc, this.#section, path)
        : undefined
      const by = writer === undefined || writer === null ? writer : live.presence.authorOf(writer)
      if (by?.id !== overtakenBy?.id || by !== overtakenBy) this.#set(path, { overtakenBy: by })
    }
  }

  #set(path: FieldPath, part: Partial<CellState>): void {
    const before = this.stateOf(path)
    const after = { ...before, ...part }
    const keys = Object.keys(part) as (keyof CellState)[]
    if (keys.every(key => before[key] === after[key])) return
    const isQuiet = (Object.keys(quietCell) as (keyof CellState)[]).every(key =>
      key === 'people' ? after.people.length === 0 : after[key] === quietCell[key],
    )
    if (isQuiet) this.#states.delete(path)
    else this.#states.set(path, after)
    this.#versions.set(path, (this.#versions.get(path) ?? 0) + 1)
    this.#cells.tell(path)
  }
}
