import { Hono } from 'hono'
import type { Task } from '../../shared/http/tasks.ts'
import type { SignedIn } from '../people/sessionCookie.ts'
import { dayInSweden } from '../time/swedishTime.ts'
import { type TaskSight, tasksOf } from './tasksOf.ts'

/** `/api/tasks`: what waits for whoever asks (*Att göra*). */
export function taskRoutes(sight: TaskSight, now: () => number): Hono<SignedIn> {
  return new Hono<SignedIn>().get('/tasks', c => {
    const tasks = tasksOf(sight, c.get('me'), dayInSweden(now()))
    return c.json({ tasks } satisfies { tasks: Task[] })
  })
}
