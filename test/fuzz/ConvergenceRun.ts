import * as Y from 'yjs'
import { demoPersons } from '../../server/demo/demoPersons.ts'
import { seedState } from '../server/sync/guard/guardedHouse.ts'
import type { HonestClient } from '../server/sync/guard/honestClient.ts'
import { RandomThreads } from '../server/sync/guard/markSomewhere.ts'
import { RandomEditor } from '../server/sync/guard/RandomEditor.ts'
import { Random } from '../server/sync/guard/random.ts'
import { visibleText } from '../server/sync/guard/visibleText.ts'
import { canonicalBytes } from './canonical.ts'
import { FuzzHouse } from './FuzzHouse.ts'
import { FuzzWriter } from './FuzzWriter.ts'

const writerCount = 10

/** Far more turns of give and take than it needs until everything has got through. */
const mostRounds = 500

/** What a run found wrong; empty lists when nothing is. */
export interface Findings {
  /** Characters that somebody typed, nobody who saw them took away, and are neither in the text nor rescued. */
  readonly lost: readonly string[]
  /** Client ids of which the server, after a kill, had less than it had promised to anybody. */
  readonly broken: readonly string[]
  /** Who does not have the same, byte for byte, as the server. */
  readonly apart: readonly string[]
  /** What the server could not do. */
  readonly faults: readonly unknown[]
  readonly counts: { readonly kills: number; readonly refusals: number; readonly rescued: number }
}

/**
 * Ten people at once in one document: they write, lose their lines, load their pages anew, come late, say things
 * twice and are refused, while the server is killed now and then.
 */
export class ConvergenceRun {
  readonly #random: Random
  readonly #editor: RandomEditor
  readonly #house: FuzzHouse
  readonly #writers: FuzzWriter[]
  readonly #broken = new Set<string>()
  readonly #underWay = new Set<Promise<void>>()
  /** Of its own, so that a seed means the same edits with and without comments. */
  readonly #forComments: Random
  #kills = 0

  private constructor(random: Random, forComments: Random, house: FuzzHouse) {
    this.#random = random
    this.#forComments = forComments
    this.#house = house
    this.#editor = new RandomEditor(random)
    const persons = demoPersons.slice(0, 5)
    // Everybody sits at two places. Ids in random order of size, since Yjs resolves conflicts by them.
    const newId = () => 2 + random.below(2 ** 31)
    this.#writers = Array.from({ length: writerCount }, (_, index) => {
      const { id, partyId } = random.pick(persons.slice(index % 5, (index % 5) + 1))
      return new FuzzWriter(id, `${id}@${partyId}`, house, newId)
    })
  }

  /** Runs until so many edits have been made, lets everything come to rest, and says what is wrong then. */
  static async of(seed: number, edits: number): Promise<Findings> {
    const forComments = new Random(seed + 1_000_000)
    const state = seedState(['Ett stycke', 'Ett annat', ''])
    const house = await FuzzHouse.open(state, new RandomThreads(forComments))
    const run = new ConvergenceRun(new Random(seed), forComments, house)
    for (const writer of run.#writers) writer.connect()
    await run.#settle()
    for (let made = 0; made < edits; ) made += await run.#step()
    await run.#settle()
    const findings = await run.#findings()
    await house.stop()
    return findings
  }

  /** One thing that happens; gives how many edits it was. */
  async #step(): Promise<number> {
    if (this.#house.isDown) await this.#restart()
    if (this.#forComments.next() < 0.01) this.#house.comment()
    const random = this.#random
    const writer = random.pick(this.#writers)
    const kind = random.next()
    if (kind < 0.45) return this.#edit(writer)
    if (kind < 0.62) writer.carry(random.below(5))
    else if (kind < 0.8) writer.take(random.below(8), random.next() < 0.1 ? 2 : 1)
    else if (kind < 0.82) writer.isOnline ? writer.cut() : writer.connect()
    else if (kind < 0.86) writer.connect()
    else if (kind < 0.863) writer.reload()
    else if (kind < 0.87) writer.repeat()
    else if (kind < 0.873) writer.act(client => this.#transgress(client))
    else if (kind < 0.875) this.#begin(this.#house.rest())
    else if (kind < 0.8765) this.#house.killWithin(random.below(30), random)
    else if (kind < 0.88) this.#begin(writer.handIn())
    else await turns(random.below(4))
    return 0
  }

  #edit(writer: FuzzWriter): number {
    if (!writer.isLoaded) return 0
    writer.act(client => this.#editor.edit(client))
    return 1
  }

  /** Something that no form lets in, with words that must not be lost by it. */
  #transgress(client: HonestClient): void {
    const { doc } = client
    client.fields(() => {
      const prose = doc.getMap('participants').get('text')
      if (prose instanceof Y.Text) prose.insert(0, this.#editor.type())
      switch (this.#random.below(4)) {
        case 0:
          doc.getMap('participants').set('atATime', 'många')
          break
        case 1:
          doc.getMap('participants').set('heading', 'Ny rubrik')
          break
        case 2: {
          const block = doc.getXmlFragment('purpose').get(0)
          if (block instanceof Y.XmlElement) block.setAttribute('onclick', 'x')
          break
        }
        default:
          doc.getXmlFragment('purpose').push([new Y.XmlElement('script')])
      }
    })
  }

  /** What it had promised before it was killed, it must have. */
  async #restart(): Promise<void> {
    this.#kills += 1
    await this.#house.start()
    const has = this.#house.doc.store
    for (const { personId, promised } of this.#writers) {
      for (const [client, clock] of promised) {
        const kept = Y.getState(has, client)
        if (kept < clock) this.#broken.add(`${personId}: ${client} at ${kept} of ${clock}`)
      }
    }
  }

  /** Something that takes its time, while other things happen. */
  #begin(work: Promise<void>): void {
    const ending = work.finally(() => this.#underWay.delete(ending))
    this.#underWay.add(ending)
  }

  /** Everybody comes back, and everything that is on its way gets through. */
  async #settle(): Promise<void> {
    for (let quietRounds = 0, rounds = 0; quietRounds < 2; rounds++) {
      if (rounds > mostRounds) throw new Error('They never come to rest')
      if (this.#house.isDown) await this.#restart()
      for (const writer of this.#writers) {
        writer.connect()
        writer.carry(Infinity)
        await turns(1)
        writer.take(Infinity)
        if (!this.#house.isDown) await writer.handIn()
      }
      await turns(10)
      quietRounds = this.#writers.every(writer => writer.isQuiet) ? quietRounds + 1 : 0
    }
    await Promise.all(this.#underWay)
    await this.#house.bringHome()
  }

  async #findings(): Promise<Findings> {
    const owners = new Set(this.#writers.map(({ owner }) => owner))
    const rescued = [...owners].flatMap(owner => this.#house.rescuedOf(owner))
    const kept = new Set([...visibleText(this.#house.doc), ...rescued.join('')])
    for (const { deleted } of this.#writers)
      for (const page of deleted) for (const character of page) kept.add(character)
    const held = Buffer.from(canonicalBytes(this.#house.doc))
    const others = [
      ...this.#writers.map(({ personId, client }) => [personId, client.doc] as const),
      ['the disk', await this.#house.docOnDisk()] as const,
    ]
    return {
      lost: [...this.#editor.typed].filter(character => !kept.has(character)),
      broken: [...this.#broken],
      apart: others.filter(([, doc]) => !held.equals(canonicalBytes(doc))).map(([name]) => name),
      faults: this.#house.faults,
      counts: {
        kills: this.#kills,
        refusals: this.#writers.reduce((count, { refusals }) => count + refusals, 0),
        rescued: rescued.length,
      },
    }
  }
}

/** Lets what waits for nothing but its turn happen, so many turns long. */
async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn++) await new Promise(resolve => setImmediate(resolve))
}
