import { dayFormat } from '../dayFormat.ts'
import type { tasks as swedish } from '../sv/tasks.ts'

const { day } = dayFormat('en-GB', (on, time) => `${on} at ${time}`)

/** English words of the room `task`: what waits for me. */
export const tasks: typeof swedish = {
  title: 'To do',
  linkName: count =>
    count === 0 ? 'To do' : `To do, ${count === 1 ? '1 thing waits' : `${count} things wait`}`,
  listName: count => (count === 1 ? '1 thing waits for you' : `${count} things wait for you`),
  loading: 'Fetching what waits for you …',
  none: 'Nothing waits for you.',
  noneHelp:
    'Here you find rounds to answer, remarks to deal with, comments assigned to you and requests for access.',

  reply: title => `Answer ${title}`,
  until: (on, left) => `Answer by ${day(on)}${left === '' ? '' : ` (${left})`}.`,
  noDay: 'No last day to answer.',
  dayPassed: on => `The last day to answer, ${day(on)}, has passed.`,
  hasDraft: 'A draft has been begun.',
  youSend: 'You send the answer for your organisation.',
  leadSends: 'The lead of your organisation sends the answer.',

  closeRound: title => `Close or extend ${title}`,
  closeRoundWhy: 'All have answered, or the last day has passed.',

  remarks: title => `Deal with the answers to ${title}`,
  unanswered: count =>
    count === 1 ? '1 remark waits for your answer.' : `${count} remarks wait for your answer.`,
  opposing: count =>
    count === 1
      ? '1 party opposes, and that is not settled.'
      : `${count} parties oppose, and that is not settled.`,

  comments: count => (count === 1 ? '1 comment waits for an answer' : `${count} comments wait for an answer`),
  commentsWhy: 'Assigned to you or your organisation. The oldest is opened first.',

  accessRequests: count => (count === 1 ? '1 person asks for access' : `${count} people ask for access`),
  accessRequestsWhy: 'Answer under Share in the application.',
}
