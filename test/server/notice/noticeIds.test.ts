import { expect, it } from 'vitest'
import { digestIdOf, letterIdOf, noticeIdOf, restoredIdOf } from '../../../server/notice/noticeIds.ts'
import { applicationId, event } from './made.ts'

it('what was said has one id for a person, whatever is told of it; what was done has one each time', () => {
  const idOf = (changed: Parameters<typeof event>[0], personId = 'karim') =>
    noticeIdOf(applicationId, event(changed), personId)
  expect(idOf({ id: 'one' })).toBe(idOf({ id: 'other', kind: 'edited', at: '2026-11-22T10:00:00.000Z' }))
  expect(idOf({ kind: 'resolved', id: 'one' })).not.toBe(idOf({ kind: 'resolved', id: 'other' }))
  const different = [
    idOf({}),
    idOf({}, 'elin'),
    idOf({ postId: 'other0000000' }),
    idOf({ threadId: 'other0000000' }),
    idOf({ kind: 'resolved' }),
    restoredIdOf(applicationId, 1, 'karim'),
    restoredIdOf(applicationId, 2, 'karim'),
    letterIdOf({ id: idOf({}), kind: 'mentioned' }),
    letterIdOf({ id: idOf({}), kind: 'answered' }),
    digestIdOf([{ id: idOf({}), kind: 'mentioned' }]),
  ]
  expect(new Set(different).size).toBe(different.length)
  for (const id of different) expect(id).toMatch(/^[a-f0-9]{24}$/)
})
