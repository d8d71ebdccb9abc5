import { isAboutRound, type NoticeKind, type NoticeSettings } from '../../shared/http/notices.ts'
import type { Log } from '../operations/LogEvent.ts'
import { DamagedFile } from '../storage/damage.ts'
import { addNotices } from './addNotices.ts'
import type { NoticeFiles } from './NoticeFiles.ts'
import type { NoticeLetters } from './NoticeLetters.ts'
import { letterIdOf } from './noticeIds.ts'
import type { KeptNotice } from './noticesFile.ts'

export type NewNotice = Omit<KeptNotice, 'isRead' | 'isShown' | 'letter'>

/** What is not so any more, and what stands there instead; null for nothing. */
export interface Over {
  readonly id: string
  readonly instead: NoticeKind | null
}

/** What is new for one person, and what is not so any more. */
interface Change {
  readonly made: readonly NewNotice[]
  readonly over: readonly Over[]
}

interface KeeperParts {
  readonly files: NoticeFiles
  readonly letters: Pick<NoticeLetters, 'lookAt'>
  /** Says to the open lines of these persons that there is something new for them. */
  readonly tell: (personIds: ReadonlySet<string>) => void
  readonly now: () => number
  readonly log: Log
}

/** Keeps what people are told, as each of them wants to be told, and sees to it that lines and letters say so. */
export class NoticeKeeper {
  readonly #parts: KeeperParts

  constructor(parts: KeeperParts) {
    this.#parts = parts
  }

  /** By person. On disk when resolved; letters go afterwards. Twice is once. */
  async keep(changes: ReadonlyMap<string, Change>): Promise<void> {
    if (changes.size === 0) return
    await Promise.all([...changes].map(([personId, change]) => this.#keepFor(personId, change)))
    this.#parts.tell(new Set(changes.keys()))
    this.#parts.letters.lookAt(changes.keys())
  }

  async #keepFor(personId: string, { made, over }: Change): Promise<void> {
    const { files, log, now } = this.#parts
    try {
      const file = await files.toChange(personId)
      await file.update(kept => {
        for (const { id, instead } of over) {
          kept.notices = kept.notices.flatMap(notice => {
            if (notice.id !== id) return notice
            return instead === null ? [] : { ...notice, kind: instead }
          })
        }
        const wanted = made.flatMap(notice => asWanted(notice, kept.settings.kinds[notice.kind]) ?? [])
        addNotices(kept, wanted, now())
      })
    } catch (fault) {
      // Nothing can be told to her until it has been mended; the others are not to wait for that.
      if (!(fault instanceof DamagedFile)) throw fault
      log({ kind: 'noticeFault', fault })
    }
  }
}

/** A notice as a person wants to be told of it; null when she does not want that. */
function asWanted(
  notice: NewNotice,
  { inProgram, mail }: NoticeSettings['kinds'][NoticeKind],
): KeptNotice | null {
  if (!inProgram && mail === 'never') return null
  const told = { ...notice, isRead: false, isShown: inProgram }
  if (mail === 'never') return { ...told, letter: null }
  // What is of rounds is never gathered.
  const isAtOnce = mail === 'atOnce' || isAboutRound(notice.kind)
  return { ...told, letter: isAtOnce ? letterIdOf(notice) : 'digest' }
}
