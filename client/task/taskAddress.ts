import type { Task } from '../../shared/http/tasks.ts'
import { compilationPageAddress, roundAddress } from '../consultation/roundAddress.ts'

/** The page *Att göra*. */
export const tasksAddress = '/att-gora'

/** Where something that waits is done. */
export function taskAddress(task: Task): string {
  const page = `/ansokningar/${task.applicationId}`
  switch (task.is) {
    case 'reply':
    case 'closeRound':
      return roundAddress(task.applicationId, task.round)
    case 'remarks':
      return compilationPageAddress(task.applicationId, task.round)
    case 'comments':
      return `${task.round === null ? page : roundAddress(task.applicationId, task.round)}?kommentar=${task.threadId}`
    case 'accessRequests':
      return page
  }
}
