import type { Task } from '../../shared/http/tasks.ts'
import { isPast, leftWords } from '../consultation/waitingWords.ts'
import type { Text } from '../text/text.ts'

/** What waits, until when, and what else there is to know of it; the last two may be empty. */
interface TaskWords {
  readonly what: string
  readonly when: string
  readonly more: string
}

/** A task in words. `today`: the calendar day in Sweden. */
export function taskWords(text: Text, task: Task, today: string): TaskWords {
  const { tasks: words, consultation } = text
  const title = 'purpose' in task ? consultation.roundTitle(task.purpose, task.ordinal) : ''
  switch (task.is) {
    case 'reply': {
      const more = [task.hasDraft ? words.hasDraft : '', task.maySend ? words.youSend : words.leadSends]
      return { what: words.reply(title), when: whenOf(text, task, today), more: joined(more) }
    }
    case 'closeRound':
      return { what: words.closeRound(title), when: '', more: words.closeRoundWhy }
    case 'remarks': {
      const { unanswered, opposing } = task
      const more = [
        unanswered > 0 ? words.unanswered(unanswered) : '',
        opposing > 0 ? words.opposing(opposing) : '',
      ]
      return { what: words.remarks(title), when: '', more: joined(more) }
    }
    case 'comments':
      return { what: words.comments(task.count), when: '', more: words.commentsWhy }
    case 'accessRequests':
      return { what: words.accessRequests(task.count), when: '', more: words.accessRequestsWhy }
  }
}

function whenOf(text: Text, task: Extract<Task, { is: 'reply' }>, today: string): string {
  const { tasks: words } = text
  const { closesOn } = task
  if (closesOn === null) return words.noDay
  if (isPast(task)) return words.dayPassed(closesOn)
  return words.until(closesOn, leftWords(text, task, today))
}

function joined(sentences: readonly string[]): string {
  return sentences.filter(sentence => sentence !== '').join(' ')
}
