import { useEffect, useState } from 'react'
import type { NoticeSettings } from '../../shared/http/notices.ts'
import { readNoticeSettings, saveNoticeSettings } from '../http/notices.ts'
import { problemWords } from '../text/problemWords.ts'
import { useText } from '../text/useText.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { useNotices } from '../ui/notices.ts'

/** *Bevaka*: to be told when somebody comments on an ansökan. It rests until the server has said whether I am. */
export function WatchButton({ applicationId }: { readonly applicationId: string }) {
  const text = useText()
  const { notices: words } = text
  const board = useNotices()
  const [isWatched, setWatched] = useState<boolean | null>(null)
  const [isSending, setSending] = useState(false)
  useEffect(() => {
    let isGone = false
    readNoticeSettings().then(
      ({ watched }) => isGone || setWatched(watched.includes(applicationId)),
      // Without contact it rests; the page says that there is none.
      () => {},
    )
    return () => {
      isGone = true
    }
  }, [applicationId])
  const turn = async () => {
    if (isWatched === null || isSending) return
    setSending(true)
    try {
      // What has been chosen meanwhile in another tab stays.
      const now = await saveNoticeSettings(withWatch(await readNoticeSettings(), applicationId, !isWatched))
      const isWatchedNow = now.watched.includes(applicationId)
      setWatched(isWatchedNow)
      board.toast(isWatchedNow ? words.watching : words.notWatching)
    } catch (fault) {
      board.toast(problemWords(text, fault))
    } finally {
      setSending(false)
    }
  }
  return (
    <Button
      look="quiet"
      icon={<Icon name={isWatched ? 'check' : 'bell'} />}
      aria-pressed={isWatched ?? false}
      aria-disabled={isWatched === null || undefined}
      title={words.watchHelp}
      onClick={() => void turn()}
    >
      {words.watch}
    </Button>
  )
}

function withWatch(settings: NoticeSettings, id: string, isWatched: boolean): NoticeSettings {
  const others = settings.watched.filter(other => other !== id)
  return { ...settings, watched: isWatched ? [...others, id] : others }
}
