import { type AuditAct, auditActs } from '../../shared/http/auditLog.ts'
import type { StoredEntry } from './auditLine.ts'

/** Which entries are asked for; what is left out does not matter. */
export interface AuditFilter {
  readonly applicationId?: string | undefined
  readonly act?: AuditAct | undefined
  /** Entries of these acts are passed over. */
  readonly without?: ReadonlySet<AuditAct> | undefined
  readonly personId?: string | undefined
  /** Ids of persons, and addresses, that it was done to: those of any of them. */
  readonly subjects?: ReadonlySet<string> | undefined
  /** From this instant on, in ms since 1970. */
  readonly fromMs?: number | undefined
  /** Before this instant, in ms since 1970. */
  readonly untilMs?: number | undefined
}

/** Where an entry stands. */
export interface EntryPlace {
  readonly number: number
  /** Which of the files, from 0. */
  readonly file: number
  /** The byte after its line. */
  readonly end: number
}

/** Who has entries, acting for which party last. */
export interface AuditPerson {
  readonly personId: string
  readonly partyId: string
}

const firstRoom = 1024

/**
 * What is known in memory of every entry: 25 bytes each, in columns, so that a million entries take 25 MB (up to 50
 * while there is room for as many again) and a filter looks through them in a few milliseconds. What is written in them stays on disk.
 */
export class AuditIndex {
  #count = 0
  #numbers = new Uint32Array(firstRoom)
  #ends = new Uint32Array(firstRoom)
  #seconds = new Uint32Array(firstRoom)
  #persons = new Uint32Array(firstRoom)
  #applications = new Uint32Array(firstRoom)
  #acts = new Uint8Array(firstRoom)
  /** A number for whom it was done to; others may have the same. 0 is nobody. */
  #subjects = new Uint32Array(firstRoom)
  /** Position of the first entry of each file. */
  readonly #fileStarts: number[] = []
  /** 0 is nobody, or no ansökan. */
  readonly #personIds = new Map<string, number>()
  readonly #partyOf = new Map<string, string>()
  readonly #applicationIds = new Map<string, number>()

  get count(): number {
    return this.#count
  }

  /** What follows stands in file number `file`. */
  beginFile(file: number): void {
    while (this.#fileStarts.length <= file) this.#fileStarts.push(this.#count)
  }

  /** Takes in the entry after those there are. `end` is the byte in its file after its line. */
  add(entry: StoredEntry, end: number): void {
    if (this.#count === this.#numbers.length) this.#grow()
    const at = this.#count
    this.#numbers[at] = entry.number
    this.#ends[at] = end
    this.#seconds[at] = Math.floor(Date.parse(entry.at) / 1000)
    this.#persons[at] = entry.personId === null ? 0 : numberOf(this.#personIds, entry.personId)
    this.#applications[at] =
      entry.applicationId === null ? 0 : numberOf(this.#applicationIds, entry.applicationId)
    this.#acts[at] = auditActs.indexOf(entry.act)
    this.#subjects[at] = subjectNumber(subjectOf(entry))
    if (entry.personId !== null && entry.partyId !== null) this.#partyOf.set(entry.personId, entry.partyId)
    this.#count += 1
  }

  /**
   * Newest first, those before entry `before` that pass, at most so many. With `subjects` there may be some among them
   * that are about others.
   */
  find(filter: AuditFilter, before: number | null, most: number): EntryPlace[] {
    const places: EntryPlace[] = []
    const passes = this.#test(filter)
    if (passes === null) return places
    let file = this.#fileStarts.length - 1
    for (let at = this.#countBefore(before) - 1; at >= 0 && places.length < most; at -= 1) {
      if (!passes(at)) continue
      while ((this.#fileStarts[file] ?? 0) > at) file -= 1
      places.push({ number: this.#numbers[at] ?? 0, file, end: this.#ends[at] ?? 0 })
    }
    return places
  }

  /** Everybody who has an entry, or one with this ansökan. */
  people(applicationId: string | undefined): AuditPerson[] {
    const passes = this.#test({ applicationId })
    const seen = new Set<number>()
    for (let at = 0; passes !== null && at < this.#count; at += 1) {
      if (passes(at)) seen.add(this.#persons[at] ?? 0)
    }
    return [...this.#personIds]
      .filter(([, number]) => seen.has(number))
      .map(([personId]) => ({ personId, partyId: this.#partyOf.get(personId) ?? '' }))
  }

  /** Null when nothing can pass. */
  #test(filter: AuditFilter): ((at: number) => boolean) | null {
    const person = filter.personId === undefined ? 0 : this.#personIds.get(filter.personId)
    const application =
      filter.applicationId === undefined ? 0 : this.#applicationIds.get(filter.applicationId)
    if (person === undefined || application === undefined) return null
    const act = filter.act === undefined ? -1 : auditActs.indexOf(filter.act)
    const without = filter.without && new Set([...filter.without].map(one => auditActs.indexOf(one)))
    const subjects = filter.subjects && new Set([...filter.subjects].map(subjectNumber))
    const from = (filter.fromMs ?? Number.NEGATIVE_INFINITY) / 1000
    const until = (filter.untilMs ?? Number.POSITIVE_INFINITY) / 1000
    return at => {
      if (application !== 0 && this.#applications[at] !== application) return false
      if (person !== 0 && this.#persons[at] !== person) return false
      if (act !== -1 && this.#acts[at] !== act) return false
      if (without?.has(this.#acts[at] ?? 0)) return false
      if (subjects && !subjects.has(this.#subjects[at] ?? 0)) return false
      const second = this.#seconds[at] ?? 0
      return second >= from && second < until
    }
  }

  /** How many entries have a lower number. */
  #countBefore(before: number | null): number {
    if (before === null) return this.#count
    let low = 0
    let high = this.#count
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.#numbers[middle] ?? 0) < before) low = middle + 1
      else high = middle
    }
    return low
  }

  #grow(): void {
    this.#numbers = doubled(this.#numbers, new Uint32Array(this.#count * 2))
    this.#ends = doubled(this.#ends, new Uint32Array(this.#count * 2))
    this.#seconds = doubled(this.#seconds, new Uint32Array(this.#count * 2))
    this.#persons = doubled(this.#persons, new Uint32Array(this.#count * 2))
    this.#applications = doubled(this.#applications, new Uint32Array(this.#count * 2))
    this.#subjects = doubled(this.#subjects, new Uint32Array(this.#count * 2))
    this.#acts = doubled(this.#acts, new Uint8Array(this.#count * 2))
  }
}

/** Whom an entry is about: the person it was done to, or the address where none is known. */
export function subjectOf({ details }: Pick<StoredEntry, 'details'>): string | null {
  return details.person ?? details.address ?? null
}

/** FNV-1a: addresses that strangers try must not stay in memory by their letters. */
function subjectNumber(subject: string | null): number {
  if (subject === null) return 0
  let number = 0x811c9dc5
  for (let at = 0; at < subject.length; at += 1) {
    number = Math.imul(number ^ subject.charCodeAt(at), 0x01000193)
  }
  return number >>> 0 || 1
}

function doubled<T extends Uint8Array | Uint32Array>(from: T, into: T): T {
  into.set(from)
  return into
}

function numberOf(numbers: Map<string, number>, id: string): number {
  const known = numbers.get(id)
  if (known !== undefined) return known
  numbers.set(id, numbers.size + 1)
  return numbers.size
}
