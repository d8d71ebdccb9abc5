import { z } from 'zod'
import type { Handling } from '../storage/jsonFile.ts'
import { commentEventSchema } from './CommentEvent.ts'
import { type CommentsFile, type KeptThread, keptThreadSchema } from './commentsFile.ts'

const eventsSchema = z.array(commentEventSchema)

/**
 * How `comments.json` is handled: of thousands of threads a change looks at, and writes anew, the one that it is about;
 * of the others the bytes are kept. So a change must put a copy in the place of what it changes
 * (`DocumentComments`); threads that are kept are frozen, and whoever forgets it is told.
 */
export function handleComments(): Handling<CommentsFile> {
  const kept = new WeakSet<KeptThread>()
  const written = new WeakMap<KeptThread, Buffer>()
  const bytesOf = (thread: KeptThread): Buffer => {
    const bytes = written.get(thread) ?? Buffer.from(JSON.stringify(thread))
    written.set(thread, bytes)
    return bytes
  }
  return {
    copy: ({ threads, due }) => {
      for (const thread of threads) {
        if (kept.has(thread)) continue
        freeze(thread)
        kept.add(thread)
      }
      return { threads: [...threads], due: [...due] }
    },
    check: ({ threads, due }) => {
      for (const thread of threads) if (!kept.has(thread)) keptThreadSchema.parse(thread)
      eventsSchema.parse(due)
    },
    bytes: ({ threads, due }) => {
      const lines = threads.flatMap((thread, place) => [place === 0 ? firstLine : nextLine, bytesOf(thread)])
      return Buffer.concat([opening, ...lines, Buffer.from(`\n],"due":${JSON.stringify(due)}}\n`)])
    },
  }
}

const opening = Buffer.from('{"threads":[')
const firstLine = Buffer.from('\n')
const nextLine = Buffer.from(',\n')

function freeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return
  Object.freeze(value)
  for (const part of Object.values(value)) freeze(part)
}
