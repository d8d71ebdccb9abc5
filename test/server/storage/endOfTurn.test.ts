import { expect, it } from 'vitest'
import { atEndOfTurn, lastInTurn } from '../../../server/storage/endOfTurn.ts'

const turn = () => new Promise(resolve => setImmediate(resolve))

it('does what is last after everything else of the turn, also what that asks for', async () => {
  const done: string[] = []
  lastInTurn(() => done.push('asked for last, first'))
  atEndOfTurn(() => {
    lastInTurn(() => done.push('asked for last, by a room'))
    done.push('a room')
  })
  atEndOfTurn(() => done.push('another room'))
  expect(done).toEqual([])
  await turn()
  expect(done).toEqual(['a room', 'another room', 'asked for last, first', 'asked for last, by a room'])
})

it('leaves the rest of a long work to the next turn, so that sockets are read in between', async () => {
  const done: string[] = []
  atEndOfTurn(() => {
    atEndOfTurn(() => done.push('the rest'))
    done.push('the first part')
  })
  await turn()
  expect(done).toEqual(['the first part'])
  await turn()
  expect(done).toEqual(['the first part', 'the rest'])
})

it('does what is last also when nothing else is done', async () => {
  const done: string[] = []
  lastInTurn(() => {
    lastInTurn(() => done.push('in the next turn'))
    done.push('in this turn')
  })
  await turn()
  expect(done).toEqual(['in this turn'])
  await turn()
  expect(done).toEqual(['in this turn', 'in the next turn'])
})
