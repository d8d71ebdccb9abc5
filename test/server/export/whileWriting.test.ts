import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { DemoServer } from '../../harness/demoServer.ts'
import type { RawClient, Visitor } from '../../harness/rawClient.ts'
import { applicants } from '../../harness/rawClient.ts'
import { seeded } from '../../shared/form/seeded.ts'
import { textOfFile } from './textOfFile.ts'

const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 1e9))
const random = seeded(seed)

/** Sections from the beginning to the end of the form that every typist has a line in. */
const sections = ['background', 'legacy', 'appendix']
/** What a typist's two rows of the budget cost together, whatever she has come to. */
const together = 8_000_000
const formats = ['application.docx', 'application.pdf', 'budget.xlsx'] as const

let server: DemoServer
let visitors: Visitor[]
let id: string

beforeAll(async () => {
  server = await DemoServer.start({ MAX_MESSAGES_PER_SECOND: '100000' })
  visitors = await Promise.all(applicants.map(({ personId }) => server.enter(personId)))
  id = (await visitors[0]?.newApplication('2024', 'Samtidigt')) ?? ''
})
afterAll(async () => await server.dispose())

/**
 * Somebody who has come to a number, and says it in all sections and in two rows of the budget; she goes on to another in
 * one change, in whatever order.
 */
class Counter {
  /** How often she has gone on. */
  steps = 0
  readonly name: string
  readonly #line: RawClient
  readonly #rows: readonly [string, string]

  constructor(name: string, nth: number, line: RawClient) {
    this.name = name
    this.#line = line
    this.#rows = [`other-${2 * nth + 1}`, `other-${2 * nth + 2}`]
  }

  async begin(): Promise<void> {
    await this.#line.write(doc => {
      for (const key of sections) {
        const paragraph = new Y.XmlElement('paragraph')
        paragraph.insert(0, [new Y.XmlText('')])
        doc.getXmlFragment(key).push([paragraph])
        this.#ours.set(key, paragraph.get(0) as Y.XmlText)
      }
      for (const [place, row] of this.#rows.entries()) {
        const kept = doc.getMap('budget').get(row)
        if (kept instanceof Y.Map) kept.set('label', `${this.name}rad${place}`)
      }
      this.#say(doc, 0)
    })
  }

  async countUntil(isEnough: () => boolean): Promise<void> {
    while (!isEnough()) {
      await this.#line.write(doc => this.#say(doc, random.between(0, 999_999)))
      this.steps += 1
    }
    await this.#line.close()
  }

  readonly #ours = new Map<string, Y.XmlText>()

  #say(doc: Y.Doc, number: number): void {
    const said = String(number).padStart(6, '0')
    const [one, other] = this.#rows
    const changes = [
      ...[...this.#ours].map(([key, text]) => () => {
        text.delete(0, text.length)
        text.insert(0, `${this.name}${key}${said}.`)
      }),
      () => doc.getMap('budget').set(`owner.${one}`, 1_000_000 + number),
      () => doc.getMap('budget').set(`owner.${other}`, together - 1_000_000 - number),
    ]
    while (changes.length > 0) changes.splice(random.between(0, changes.length - 1), 1)[0]?.()
  }
}

/** What a file says that somebody has come to: as many numbers as it says it in places. */
function numbersOf(name: string, text: string, format: (typeof formats)[number]): (number | null)[] {
  const found = (pattern: string) => {
    const [, digits] = new RegExp(`${name}${pattern}`).exec(text) ?? []
    return digits === undefined ? null : Number(digits)
  }
  const one = found('rad0[^\\d]*(\\d{7})')
  const other = found('rad1[^\\d]*(\\d{7})')
  return [
    ...(format === 'budget.xlsx' ? [] : sections.map(key => found(`${key}(\\d{6})\\.`))),
    one === null ? null : one - 1_000_000,
    other === null ? null : together - 1_000_000 - other,
  ]
}

describe(`files that are fetched while four write (SEED=${seed})`, () => {
  it('each say what all sections said at one moment', async () => {
    const counters = await Promise.all(
      visitors.map(async (visitor, nth) => new Counter(visitor.personId, nth, await visitor.join(id))),
    )
    for (const counter of counters) await counter.begin()
    let isEnough = false
    const counting = counters.map(counter => counter.countUntil(() => isEnough))
    const states = new Map<string, Set<string>>(formats.map(format => [format, new Set()]))
    for (let round = 0; round < 5; round += 1) {
      await Promise.all(
        formats.map(async (format, nth) => {
          const answer = await visitors[nth]?.get(`/api/applications/${id}/${format}`)
          expect([format, answer?.status]).toEqual([format, 200])
          const text = await textOfFile(format, new Uint8Array((await answer?.arrayBuffer()) ?? []))
          const said = counters.map(
            ({ name }) => [name, [...new Set(numbersOf(name, text, format))]] as const,
          )
          for (const [name, numbers] of said) {
            expect([format, name, numbers]).toEqual([format, name, [expect.any(Number)]])
          }
          states.get(format)?.add(JSON.stringify(said))
        }),
      )
    }
    isEnough = true
    await Promise.all(counting)
    // They did write meanwhile, and every file is of another moment.
    for (const { steps } of counters) expect(steps).toBeGreaterThan(10)
    for (const [format, all] of states) expect([format, all.size]).toEqual([format, 5])
  })
})
