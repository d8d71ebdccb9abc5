import type { RoundEvent, RoundTold } from '../../consultation/RoundEvent.ts'
import type { NoticeFiles } from '../NoticeFiles.ts'
import type { NewNotice, NoticeKeeper, Over } from '../NoticeKeeper.ts'
import { roundNoticeIdOf } from '../noticeIds.ts'
import type { Sight } from '../Sight.ts'
import { isStillSo } from './isStillSo.ts'
import { kindOf, whoIsToldOfRound } from './whoIsToldOfRound.ts'

interface RoundNoticesParts {
  readonly files: NoticeFiles
  readonly sight: Pick<Sight, 'round' | 'roundReaders'>
  readonly keeper: NoticeKeeper
}

/** Tells people of what happens in rounds. */
export class RoundNotices {
  readonly #parts: RoundNoticesParts

  constructor(parts: RoundNoticesParts) {
    this.#parts = parts
  }

  /** As `RoundTold` says. What has not been read and is not so any more is taken away: each time it is asked of all. */
  readonly told: RoundTold = async (applicationId, events) => {
    const { files, keeper, sight } = this.#parts
    const readers = new Map(sight.roundReaders(applicationId).map(reader => [reader.personId, reader]))
    const changes = new Map<string, { readonly made: NewNotice[]; readonly over: Over[] }>()
    const changeOf = (personId: string) => {
      const change = changes.get(personId) ?? { made: [], over: [] }
      changes.set(personId, change)
      return change
    }
    for (const event of events) {
      const round = sight.round(applicationId, event.round)
      if (!round) continue
      for (const reader of whoIsToldOfRound(event, round, [...readers.values()])) {
        const isSo = isStillSo(round, { what: event.kind, at: event.at }, reader)
        if (isSo) changeOf(reader.personId).made.push(noticeOf(applicationId, event, reader.personId))
      }
    }
    const about = new Set(events.map(({ round }) => round))
    for (const [personId, { data }] of files.all()) {
      const reader = readers.get(personId)
      // Whoever does not see rounds now is shown nothing of them, and may see them again.
      if (!reader) continue
      for (const { id, at, isRead, round: told, ...notice } of data.notices) {
        if (isRead || told === null || notice.applicationId !== applicationId || !about.has(told.number))
          continue
        const round = sight.round(applicationId, told.number)
        if (round && !isStillSo(round, { what: told.what, at }, reader)) {
          changeOf(personId).over.push({ id, instead: null })
        }
      }
    }
    await keeper.keep(changes)
  }
}

function noticeOf(applicationId: string, event: RoundEvent, personId: string): NewNotice {
  const { id, kind: what, round: number, by, at } = event
  return {
    id: roundNoticeIdOf(applicationId, id, personId),
    ...{ kind: kindOf[what], applicationId, threadId: null, postId: null, isReopened: false },
    ...{ round: { number, what }, by, at },
  }
}
