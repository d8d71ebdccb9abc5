import { describe, expect, it } from 'vitest'
import type { Way } from '../../../../client/sync/line/Carrier.ts'
import { WayChoice } from '../../../../client/sync/line/WayChoice.ts'

/** Tries the next way, and lets it fail. */
function fail(choice: WayChoice): Way {
  const way = choice.next
  choice.tried(way)
  choice.failed(way)
  return way
}

describe('The way to try next', () => {
  it('is a socket at first', () => {
    expect(new WayChoice(false).next).toBe('socket')
  })

  it('is requests where the first socket of all has failed, and both in turn where they fail too', () => {
    const choice = new WayChoice(false)
    expect([fail(choice), fail(choice), fail(choice), fail(choice)]).toEqual([
      'socket',
      'polling',
      'socket',
      'polling',
    ])
  })

  it('is requests where it is known from before that they work', () => {
    const choice = new WayChoice(true)
    expect([fail(choice), fail(choice)]).toEqual(['polling', 'polling'])
  })

  it('is a socket again, where one has got through, until three in a row have been of no use', () => {
    const choice = new WayChoice(false)
    choice.tried('socket')
    choice.answered('socket')
    choice.failed('socket')
    expect([fail(choice), fail(choice), fail(choice)]).toEqual(['socket', 'socket', 'polling'])
    choice.answered('socket')
    choice.good('socket')
    expect([fail(choice), fail(choice), fail(choice), fail(choice)]).toEqual([
      'socket',
      'socket',
      'socket',
      'polling',
    ])
  })

  it('stays with requests that have been heard, until a socket has been of use', () => {
    const choice = new WayChoice(false)
    fail(choice)
    choice.answered('polling')
    choice.answered('socket')
    expect(fail(choice)).toBe('polling')
    choice.answered('socket')
    choice.good('socket')
    expect(fail(choice)).toBe('socket')
  })
})
