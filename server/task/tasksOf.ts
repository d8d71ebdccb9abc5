import { mayWithThread } from '../../shared/comment/mayWithThread.ts'
import { opposesStill } from '../../shared/consultation/compilation.ts'
import { hasPassed, isOpen, mayReply } from '../../shared/consultation/roundRules.ts'
import { workingDaysLeft } from '../../shared/consultation/workingDays.ts'
import type { Me } from '../../shared/http/session.ts'
import type { Task } from '../../shared/http/tasks.ts'
import { may, rolesToGive, type Standing } from '../../shared/people/may.ts'
import { askingOf, threadStanding } from '../comment/Commenting.ts'
import type { KeptThread } from '../comment/commentsFile.ts'
import { askingAs } from '../consultation/answerRound.ts'
import { ordinalOf, replyOf, standingOfRound } from '../consultation/DocumentRounds.ts'
import type { KeptRound } from '../consultation/roundsFile.ts'
import type { Applications } from '../document/Applications.ts'
import type { Access } from '../people/access/Access.ts'
import type { People } from '../people/People.ts'

export interface TaskSight {
  readonly applications: Pick<Applications, 'find' | 'describe' | 'ids'>
  readonly access: Access
  readonly people: Pick<People, 'party'>
}

/** An ansökan, and what somebody is in it. */
interface Here {
  readonly sight: TaskSight
  readonly id: string
  readonly me: Me
  readonly standing: Standing
  /** The calendar day in Sweden. */
  readonly today: string
  readonly about: { readonly applicationId: string; readonly applicationName: string }
}

/** What waits for somebody in all ansökningar that she sees: oldest day first, those without a day last. */
export function tasksOf(sight: TaskSight, me: Me, today: string): Task[] {
  const tasks = sight.applications.ids().flatMap(id => {
    const standing = sight.access.standingOf(id, me)
    if (!standing || !may(standing, 'read')) return []
    const about = { applicationId: id, applicationName: sight.applications.describe(id)?.name ?? '' }
    const here = { sight, id, me, standing, today, about }
    return [...roundTasks(here), ...accessRequests(here), ...comments(here)]
  })
  // Sorting keeps what is alike in its order.
  return tasks.toSorted((one, other) => dayOf(one).localeCompare(dayOf(other)))
}

/** What has no day comes after all that have one. */
function dayOf(task: Task): string {
  return (task.is === 'reply' && task.closesOn) || '9999'
}

function roundTasks(here: Here): Task[] {
  const rounds = here.sight.applications.find(here.id)?.rounds.rounds ?? []
  return rounds.flatMap(round => {
    const { number, purpose } = round
    const about = { ...here.about, round: number, purpose, ordinal: ordinalOf(rounds, round) }
    return [...reply(here, round, about), ...closeRound(here, round, about), ...remarks(here, round, about)]
  })
}

type AboutRound = Here['about'] & Pick<Extract<Task, { is: 'closeRound' }>, 'round' | 'purpose' | 'ordinal'>

/** My party has not answered, and I may write on its answer. */
function reply({ me, standing, today }: Here, round: KeptRound, about: AboutRound): Task[] {
  const { closesOn } = round
  const mayDo = (act: 'draft' | 'send') =>
    mayReply(standing, askingAs(me), standingOfRound(round), false, today, act)
  if (replyOf(round, me.party.id) !== null || !mayDo('draft')) return []
  const recipient = round.recipients.find(({ partyId }) => partyId === me.party.id)
  return [
    {
      is: 'reply',
      ...about,
      closesOn,
      workingDaysLeft: closesOn === null ? null : workingDaysLeft(today, closesOn),
      hasDraft: recipient?.draftedAt != null,
      maySend: mayDo('send'),
    },
  ]
}

function closeRound({ standing, today }: Here, round: KeptRound, about: AboutRound): Task[] {
  if (!may(standing, 'holdRounds') || !isOpen(standingOfRound(round))) return []
  const haveAllAnswered = round.recipients.every(({ partyId }) => replyOf(round, partyId) !== null)
  return haveAllAnswered || hasPassed(round, today) ? [{ is: 'closeRound', ...about }] : []
}

/** What was answered before a round was called off needs no answer; that a party opposes stands. */
function remarks({ standing }: Here, round: KeptRound, about: AboutRound): Task[] {
  if (!may(standing, 'holdRounds')) return []
  const replies = round.replies.filter(({ replacedAt }) => replacedAt === null)
  const isCalledOff = round.over?.why === 'calledOff'
  const waiting = isCalledOff
    ? []
    : replies.flatMap(({ answers, remarks }) => remarks.filter(({ id }) => !Object.hasOwn(answers, id)))
  const opposing = replies.filter(opposesStill).length
  if (waiting.length === 0 && opposing === 0) return []
  return [{ is: 'remarks', ...about, unanswered: waiting.length, opposing }]
}

/** Requests for access that I may answer. */
function accessRequests({ sight, id, me, standing, about }: Here): Task[] {
  const requests = sight.access.documentAccess(id)?.kept.requests ?? []
  const mine = requests.filter(({ partyId }) => {
    const party = sight.people.party(partyId)
    return party !== null && rolesToGive(standing, party.kind, partyId === me.party.id).includes('reader')
  })
  return mine.length === 0 ? [] : [{ is: 'accessRequests', ...about, count: mine.length }]
}

/** Threads that wait for me or my party, and that I may answer. */
function comments({ sight, id, me, standing, about }: Here): Task[] {
  const threads = sight.applications.find(id)?.comments.threads ?? []
  const waiting = threads.filter(
    thread =>
      isFor(me, thread) &&
      thread.resolved === null &&
      mayWithThread(standing, askingOf(me), threadStanding(thread), 'answer'),
  )
  const [oldest] = waiting.toSorted((one, other) => begunAt(one).localeCompare(begunAt(other)))
  if (!oldest) return []
  return [{ is: 'comments', ...about, threadId: oldest.id, round: oldest.round, count: waiting.length }]
}

function isFor({ person, party }: Me, { assignee }: KeptThread): boolean {
  if (assignee?.is === 'person') return assignee.personId === person.id
  return assignee?.is === 'party' && assignee.partyId === party.id
}

function begunAt({ posts }: KeptThread): string {
  return posts[0]?.at ?? ''
}
