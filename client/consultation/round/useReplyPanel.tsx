import { type ReactNode, useCallback, useMemo, useState } from 'react'
import type { FormTemplate } from '../../../shared/form/FormTemplate.ts'
import type { Round } from '../../../shared/http/consultation.ts'
import type { MarginPanel } from '../../pages/margin/MarginPanel.ts'
import { useText } from '../../text/useText.ts'
import { ReplyPanel } from '../reply/ReplyPanel.tsx'
import { useKeptPanel } from './useKeptPanel.tsx'
import { hasReply } from './whyNoReply.ts'

export const replyKey = 'reply'

interface ReplyInMargin {
  /** Null where there is no answer for me to see. */
  readonly panel: MarginPanel | null
  /** What the panel shows, drawn while the page is. */
  readonly kept: ReactNode
}

/**
 * My party's answer in the margin. Once it has been opened it is there for as long as the page is, also out of sight:
 * comments are put into it from their cards. One that somebody has begun is there from the beginning.
 */
export function useReplyPanel(
  applicationId: string,
  form: FormTemplate,
  round: Round,
  isGuest: boolean,
  onRoundChanged: () => Promise<void>,
): ReplyInMargin {
  const { round: words } = useText()
  const [isOpened, setOpened] = useState(false)
  const onShown = useCallback(() => setOpened(true), [])
  const isThere = hasReply(round, isGuest)
  const isBegun = round.mine?.draftId != null
  const { kept, shown } = useKeptPanel(
    isThere && (isOpened || isBegun) ? (
      <ReplyPanel applicationId={applicationId} form={form} round={round} onRoundChanged={onRoundChanged} />
    ) : null,
    onShown,
  )
  const panel = useMemo<MarginPanel | null>(
    () =>
      isThere
        ? {
            key: replyKey,
            title: words.replyPanel,
            buttonName: words.replyPanelButton,
            icon: 'send',
            count: 0,
            tall: 'window',
            draw: () => shown,
          }
        : null,
    [isThere, words, shown],
  )
  return { panel, kept }
}
