import { describe, expect, it } from 'vitest'
import { taskAddress } from '../../../client/task/taskAddress.ts'
import { taskWords } from '../../../client/task/taskWords.ts'
import { texts } from '../../../client/text/text.ts'
import type { Task } from '../../../shared/http/tasks.ts'

const about = { applicationId: 'one', applicationName: 'Ett' }
const round = { ...about, round: 4, purpose: 'remarks', ordinal: 3 } as const
const reply: Extract<Task, { is: 'reply' }> = {
  is: 'reply',
  ...round,
  ...{ closesOn: '2099-05-22', workingDaysLeft: 5, hasDraft: true, maySend: true },
}

const said = (task: Task, today = '2099-05-15') => taskWords(texts.sv, task, today)

describe('an answer that waits', () => {
  it('says which, until when, how far it has come and who sends it', () => {
    expect(said(reply)).toEqual({
      what: 'Svara på Remiss 3',
      when: 'Svar senast fre 22 maj 2099 (5 arbetsdagar kvar).',
      more: 'Ett utkast är påbörjat. Du skickar svaret för din organisation.',
    })
    expect(said({ ...reply, hasDraft: false, maySend: false }).more).toBe(
      'Den som är partsansvarig hos er skickar svaret.',
    )
  })

  it('says that the day has passed, and when there is none', () => {
    expect(said({ ...reply, workingDaysLeft: -1 }).when).toBe('Svarsdatumet fre 22 maj 2099 har passerat.')
    expect(said({ ...reply, closesOn: null, workingDaysLeft: null }).when).toBe('Inget svarsdatum.')
  })
})

it.each<[Task, string, string]>([
  [reply, 'Svara på Remiss 3', '/ansokningar/one/remiss/4'],
  [{ is: 'closeRound', ...round }, 'Avsluta eller förläng Remiss 3', '/ansokningar/one/remiss/4'],
  [
    { is: 'remarks', ...round, unanswered: 2, opposing: 1 },
    'Ta hand om svaren på Remiss 3',
    '/ansokningar/one/remiss/4/sammanstallning',
  ],
  [
    { is: 'comments', ...about, threadId: 'abc', round: null, count: 2 },
    '2 kommentarer väntar på svar',
    '/ansokningar/one?kommentar=abc',
  ],
  [
    { is: 'comments', ...about, threadId: 'abc', round: 4, count: 1 },
    '1 kommentar väntar på svar',
    '/ansokningar/one/remiss/4?kommentar=abc',
  ],
  [{ is: 'accessRequests', ...about, count: 1 }, '1 person ber om åtkomst', '/ansokningar/one'],
])('%j is %s, at %s', (task, what, address) => {
  expect([said(task).what, taskAddress(task)]).toEqual([what, address])
})

it('remarks and parties that oppose are counted', () => {
  const task = { is: 'remarks', ...round, unanswered: 2, opposing: 1 } as const
  expect(said(task).more).toBe(
    '2 synpunkter väntar på ditt svar. 1 part avstyrker, och det är inte uppklarat.',
  )
  expect(said({ ...task, unanswered: 0 }).more).toBe('1 part avstyrker, och det är inte uppklarat.')
})
