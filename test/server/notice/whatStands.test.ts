import { expect, it } from 'vitest'
import { whatStands } from '../../../server/notice/whatStands.ts'
import { event } from './made.ts'

const karim = { is: 'person', personId: 'karim' } as const
const other = { threadId: 'other0000000' }

it('of what a thread is the last is told; of what was said everything', () => {
  const events = [
    event({ id: '1', assignee: karim }),
    event({ id: '2', kind: 'assigned' }),
    event({ id: '3', kind: 'answered' }),
    event({ id: '4', kind: 'resolved' }),
    event({ id: '5', kind: 'assigned', assignee: karim }),
    event({ id: '6', kind: 'reopened' }),
    event({ id: '7', kind: 'edited' }),
    event({ id: '8', kind: 'resolved', ...other }),
  ]
  const stands = whatStands(events)
  expect(stands.map(({ id }) => id)).toEqual(['1', '3', '5', '6', '7', '8'])
  // Whom it waited for when it was begun is not so any more.
  expect(stands[0]).toEqual({ ...events[0], assignee: null })
  expect(stands.slice(1)).toEqual(events.filter(({ id }) => '35678'.includes(id)))
})

it('for whom a thread was begun is told when nothing has been changed since', () => {
  const events = [event({ assignee: karim }), event({ kind: 'assigned', ...other })]
  expect(whatStands(events)).toEqual(events)
})
