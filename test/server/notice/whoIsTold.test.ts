import { describe, expect, it } from 'vitest'
import type { CommentEvent } from '../../../server/comment/CommentEvent.ts'
import type { KeptThread } from '../../../server/comment/commentsFile.ts'
import { type Reader, whoIsTold } from '../../../server/notice/whoIsTold.ts'
import type { Assignee } from '../../../shared/http/comments.ts'
import { event, post, thread } from './made.ts'

const reader = (personId: string, partyId: string, watches = false): Reader => ({
  ...{ personId, partyId, watches },
})
/** Anna answers for the ansökan and watches it. */
const everybody: readonly Reader[] = [
  reader('anna', 'heby', true),
  reader('hugo', 'heby'),
  reader('karim', 'af'),
  reader('asta', 'af'),
  reader('elin', 'fk'),
]
const person = (personId: string): Assignee => ({ is: 'person', personId })
const party = (partyId: string): Assignee => ({ is: 'party', partyId })

/** Who is told, as what, in the order of their names. */
function told(
  asked: Partial<CommentEvent>,
  about: KeptThread = thread(),
  readers = everybody,
): Record<string, string> {
  return Object.fromEntries([...whoIsTold(event(asked), about, readers)].sort())
}

describe('of a thread that has been begun', () => {
  it('those who watch the ansökan are told, and not whoever began it', () => {
    expect(told({})).toEqual({})
    expect(told({ by: 'karim@af' })).toEqual({ anna: 'commented' })
  })

  it('those who are named in it, and everybody of a party that is', () => {
    expect(told({ mentioned: [person('karim')] })).toEqual({ karim: 'mentioned' })
    expect(told({ mentioned: [party('af')] })).toEqual({ asta: 'mentioned', karim: 'mentioned' })
    expect(told({ mentioned: [party('heby')] })).toEqual({ hugo: 'mentioned' })
  })

  it('those for whom it waits', () => {
    expect(told({ assignee: person('elin') })).toEqual({ elin: 'assigned' })
    expect(told({ assignee: party('af') })).toEqual({ asta: 'assigned', karim: 'assigned' })
  })

  it('each once, as what concerns her most', () => {
    const all = { by: 'karim@af', mentioned: [party('heby'), person('anna')], assignee: party('heby') }
    expect(told(all)).toEqual({ anna: 'mentioned', hugo: 'mentioned' })
    expect(told({ ...all, mentioned: [] })).toEqual({ anna: 'assigned', hugo: 'assigned' })
  })

  it('nobody who does not see it, whoever is named', () => {
    const ownParty = everybody.filter(({ partyId }) => partyId === 'heby')
    const named = [person('karim'), party('fk'), person('hugo'), person('stranger')]
    expect(told({ mentioned: named, assignee: person('karim') }, thread(), ownParty)).toEqual({
      hugo: 'mentioned',
    })
  })
})

describe('of an answer', () => {
  const posts = [
    post('hugo@heby', 'first0000000'),
    post('karim@af', 'second000000'),
    post('elin@fk', 'third0000000'),
    post('asta@af', 'fourth000000'),
  ]
  const answered = { kind: 'answered', by: 'elin@fk', postId: 'third0000000' } as const

  it('those are told who had said something in the thread before, and those who watch', () => {
    expect(told(answered, thread({ posts }))).toEqual({
      ...{ anna: 'commented', hugo: 'answered', karim: 'answered' },
    })
  })

  it('those for whom the thread waits', () => {
    expect(told(answered, thread({ posts, assignee: person('asta') }))).toMatchObject({ asta: 'answered' })
    expect(told(answered, thread({ posts, assignee: party('af') }))).toMatchObject({ asta: 'answered' })
  })

  it('whoever is named in it as named, also when she takes part', () => {
    const named = { ...answered, mentioned: [person('karim'), person('asta')] }
    expect(told(named, thread({ posts }))).toMatchObject({ asta: 'mentioned', karim: 'mentioned' })
  })

  it('nobody as the colleague of somebody who takes part, or when she did for another party', () => {
    const other = [reader('hugo', 'af'), reader('pia', 'heby')]
    expect(told(answered, thread({ posts }), other)).toEqual({})
  })
})

describe('of what is done with a thread', () => {
  it.each(['resolved', 'reopened'] as const)('%s: whoever began it is told, unless she did it', kind => {
    expect(told({ kind, by: 'karim@af' })).toEqual({ anna: 'resolved' })
    expect(told({ kind })).toEqual({})
  })

  it('assigned: whom it waits for from now on', () => {
    expect(told({ kind: 'assigned', assignee: person('karim') })).toEqual({ karim: 'assigned' })
    expect(told({ kind: 'assigned', assignee: person('anna') })).toEqual({})
    expect(told({ kind: 'assigned', by: 'karim@af', assignee: null })).toEqual({})
  })

  it('edited: only who is named that was not', () => {
    expect(told({ kind: 'edited', by: 'karim@af', mentioned: [person('elin')] })).toEqual({
      elin: 'mentioned',
    })
  })

  it('released: those of other parties who watch or are named; her own party has seen it all along', () => {
    const named = [person('asta'), person('elin')]
    const released: Partial<CommentEvent> = { kind: 'released', by: 'karim@af', mentioned: named }
    expect(told(released)).toEqual({ anna: 'commented', elin: 'mentioned' })
  })
})
