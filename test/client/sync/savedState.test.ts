import { describe, expect, it } from 'vitest'
import {
  noContactAfterMs,
  type SavedFacts,
  savedStateAt,
  savingAfterMs,
} from '../../../client/sync/savedState.ts'

const live: SavedFacts = {
  outstanding: 0,
  outstandingSince: null,
  line: 'live',
  lostSince: null,
  savedAt: null,
  trouble: null,
  ended: null,
  leftElsewhere: false,
}

describe('what the page says about my words', () => {
  it('says saved while nothing is outstanding, for as long as it stays so', () => {
    expect(savedStateAt(live, 10)).toEqual({ state: { is: 'saved', at: null }, changesInMs: null })
  })

  it('does not flicker when an acknowledgement comes within a second', () => {
    const typing = { ...live, outstanding: 1, outstandingSince: 1000 }
    expect(savedStateAt(typing, 1000 + savingAfterMs - 1)).toEqual({
      state: { is: 'saved', at: null },
      changesInMs: 1,
    })
    expect(savedStateAt(typing, 1000 + savingAfterMs).state).toEqual({ is: 'saving' })
  })

  it('stays quiet about a short loss of contact, and then says how much waits on this computer', () => {
    const lost: SavedFacts = {
      ...live,
      line: 'lost',
      lostSince: 2000,
      outstanding: 3,
      outstandingSince: 2000,
    }
    expect(savedStateAt(lost, 2000 + savingAfterMs)).toEqual({
      state: { is: 'saving' },
      changesInMs: noContactAfterMs - savingAfterMs,
    })
    expect(savedStateAt(lost, 2000 + noContactAfterMs).state).toEqual({ is: 'noContact', changes: 3 })
  })

  it('never says saved of something outstanding after contact has been lost and come back', () => {
    const back: SavedFacts = { ...live, line: 'catchingUp', outstanding: 2, outstandingSince: 0 }
    expect(savedStateAt(back, 1).state).toEqual({ is: 'catchingUp' })
  })

  it('says why it ended, and what is still here', () => {
    expect(savedStateAt({ ...live, ended: 'olderSchema', outstanding: 4 }, 1).state).toEqual({
      is: 'ended',
      reason: 'olderSchema',
      changes: 4,
    })
  })

  it('says at once that the disk is full, and never saved until something has been saved again', () => {
    const full: SavedFacts = { ...live, line: 'lost', trouble: 'diskFault', lostSince: 0 }
    expect(savedStateAt(full, 1).state).toEqual({ is: 'away', reason: 'diskFault', changes: 0 })
    const waiting: SavedFacts = { ...full, outstanding: 2, outstandingSince: 0 }
    const away = { is: 'away', reason: 'diskFault', changes: 2 }
    expect(savedStateAt(waiting, 1).state).toEqual(away)
    expect(savedStateAt({ ...waiting, line: 'catchingUp', lostSince: null }, 1).state).toEqual(away)
    expect(savedStateAt({ ...live, savedAt: new Date(0) }, 1).state).toEqual({ is: 'saved', at: new Date(0) })
  })

  it('says what the server said, where it has been long in coming back', () => {
    const stopping: SavedFacts = { ...live, line: 'lost', trouble: 'serverStopping', lostSince: 0 }
    expect(savedStateAt(stopping, 1).state).toEqual({ is: 'saved', at: null })
    expect(savedStateAt(stopping, noContactAfterMs).state).toEqual({
      is: 'away',
      reason: 'serverStopping',
      changes: 0,
    })
  })

  it('says of a person who has left in another window that nothing more is kept', () => {
    const left: SavedFacts = { ...live, ended: 'signedOut', leftElsewhere: true, outstanding: 1 }
    expect(savedStateAt(left, 1).state).toEqual({ is: 'left', changes: 1 })
  })
})
