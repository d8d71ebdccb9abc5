import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { KeptThread } from '../../../server/comment/commentsFile.ts'
import type { FoundPlace } from '../../../server/comment/DocumentComments.ts'
import { InternalPlaces } from '../../../server/comment/InternalPlaces.ts'
import type { Applications } from '../../../server/document/Applications.ts'
import { keptThread } from './keptThread.ts'

const around = 'Alla kommuner i länet är med och bidrar med personal och lokaler till insatsen'

/** A thread on words that are gone, though what stood before them is there: these take the longest to look for. */
function goneThread(): KeptThread {
  const place = {
    is: 'text',
    section: 'background',
    quote: '#'.repeat(500),
    before: around,
    after: 'z'.repeat(80),
  } as const
  return keptThread({ place, internalTo: 'af' })
}

/** The places of these threads in a section that says `words`. */
function placesOf(threads: readonly KeptThread[], words: string) {
  const doc = new Y.Doc()
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(words)])
  doc.getXmlFragment('background').push([paragraph])
  const moved = new Map<string, FoundPlace>()
  const comments = {
    threads,
    moved: async (places: ReadonlyMap<string, FoundPlace>) => {
      for (const [id, place] of places) moved.set(id, place)
    },
  }
  const looked: number[] = []
  const applications = { find: () => ({ comments }) } as unknown as Pick<Applications, 'find'>
  const look =
    () =>
    async <T>(at: (doc: Y.Doc) => T) => {
      looked.push(performance.now())
      return at(doc)
    }
  const places = new InternalPlaces(applications, look, (_id, fault) => {
    throw fault
  })
  return { places, moved, looked }
}

describe('words of internal threads that are gone', () => {
  it('are looked for with others in between, and hold up no stop', async () => {
    const threads = Array.from({ length: 400 }, goneThread)
    const { places, looked } = placesOf(
      threads,
      `${'Orden är andra nu. '.repeat(100)}${around} ${'Mer. '.repeat(500)}`,
    )
    places.changed('a', new Set(['background']))
    let turns = 0
    const counting = setInterval(() => (turns += 1))
    const begun = performance.now()
    await places.settle()
    clearInterval(counting)
    expect(looked).toHaveLength(1)
    expect(turns).toBeGreaterThan(2)
    expect(performance.now() - begun).toBeLessThan(10_000)
  })
})
