import { marginButtonId } from '../../pages/margin/MarginPanel.ts'
import type { Margin } from '../../pages/margin/useMargin.ts'
import { useText } from '../../text/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { replyKey } from './useReplyPanel.tsx'

interface ReplyButtonProps {
  readonly margin: Margin
  /** The answer can be written in; else it can be read. */
  readonly mayReply: boolean
  /** There is an answer that was sent; else what can be read is a draft. */
  readonly hasReplied: boolean
}

/** The way to my party's answer, and back: it takes the place of the button of its panel. */
export function ReplyButton({ margin: { shown, is, show, close }, mayReply, hasReplied }: ReplyButtonProps) {
  const { round: words } = useText()
  const isShown = shown?.key === replyKey
  return (
    <Button
      look="primary"
      id={marginButtonId(replyKey)}
      {...(is === 'drawer' ? { 'aria-haspopup': 'dialog' } : { 'aria-expanded': isShown })}
      onClick={() => (isShown ? close() : show(replyKey, 'enter'))}
    >
      {mayReply ? words.reply : hasReplied ? words.showReply : words.showDraft}
    </Button>
  )
}
