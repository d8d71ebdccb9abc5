import { setImmediate as others } from 'node:timers/promises'
import { keepPlace, placeFinder } from '../../shared/comment/findPlace.ts'
import { MarkedText } from '../../shared/comment/MarkedText.ts'
import type { Applications } from '../document/Applications.ts'
import type { KeptThread } from './commentsFile.ts'
import type { FoundPlace } from './DocumentComments.ts'
import { stopWaitsMs, WhenQuiet } from './WhenQuiet.ts'
import type { Look } from './wantedPlace.ts'

type OnText = KeptThread & { place: { is: 'text' } }

/** So often words that are gone are looked for each time; then the 8th time, the 16th, and so on. */
const everyTime = 8

/**
 * Threads that one party sees have no mark in the text: they follow it by their words, which are looked for again, and
 * kept with what stands around them now, when the text of their section has changed.
 */
export class InternalPlaces {
  readonly #applications: Pick<Applications, 'find'>
  readonly #look: (id: string) => Look
  readonly #quiet: WhenQuiet
  /** How often the words of a thread have not been found since they were last, or since the program started. */
  readonly #missed = new Map<string, number>()
  /** When nothing more is looked for. */
  #endsAt = Number.POSITIVE_INFINITY

  /** `failed` is told when they could not be looked for: they are when the text changes again. */
  constructor(
    applications: Pick<Applications, 'find'>,
    look: (id: string) => Look,
    failed: (id: string, fault: unknown) => void,
  ) {
    this.#applications = applications
    this.#look = look
    this.#quiet = new WhenQuiet((id, sections) => this.#findAll(id, sections), failed)
  }

  /** The text of these sections has changed. Told with every update: the work is done later. */
  changed(id: string, sections: ReadonlySet<string>): void {
    this.#quiet.changed(id, sections)
  }

  /** Looks for what is still to be looked for, and waits for it. */
  async settle(): Promise<void> {
    this.#endsAt = performance.now() + stopWaitsMs
    await this.#quiet.settle()
  }

  /** Words that are gone may come back, but are not looked for with every pause of whoever writes. */
  #isWorthLooking(thread: string): boolean {
    const missed = this.#missed.get(thread) ?? 0
    return missed < everyTime || (missed & (missed - 1)) === 0
  }

  async #findAll(id: string, sections: ReadonlySet<string>): Promise<void> {
    const comments = this.#applications.find(id)?.comments
    const threads = (comments?.threads ?? []).filter(isOnInternalText)
    const moved = new Map<string, FoundPlace>()
    for (const [section, here] of Map.groupBy(threads, ({ place }) => place.section)) {
      if (!sections.has(section)) continue
      const text = await this.#look(id)(doc => new MarkedText(doc.getXmlFragment(section)).words)
      const find = placeFinder(text)
      for (const { id: thread, place } of here) {
        if (performance.now() > this.#endsAt) break
        const found = this.#isWorthLooking(thread) ? find(place) : null
        if (found === null) this.#missed.set(thread, (this.#missed.get(thread) ?? 0) + 1)
        else {
          this.#missed.delete(thread)
          const kept = keepPlace(text, found)
          if (!isSame(kept, place)) moved.set(thread, kept)
        }
        // Words that are gone take the longest.
        await others()
      }
    }
    if (moved.size > 0) await comments?.moved(moved)
  }
}

function isOnInternalText(thread: KeptThread): thread is OnText {
  return thread.internalTo !== null && thread.place.is === 'text'
}

function isSame(one: FoundPlace, other: FoundPlace): boolean {
  return one.quote === other.quote && one.before === other.before && one.after === other.after
}
