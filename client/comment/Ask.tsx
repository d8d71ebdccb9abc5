import { useText } from '../text/useText.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'

interface AskProps {
  readonly title: string
  readonly help: string
  /** Word of the button that does it. */
  readonly confirm: string
  readonly onConfirm: () => void
  readonly onClose: () => void
}

/** Asks before something that cannot be taken back. */
export function Ask({ title, help, confirm, onConfirm, onClose }: AskProps) {
  const { comments: words } = useText()
  return (
    <Dialog
      title={title}
      closeWord={words.cancel}
      onClose={onClose}
      actions={
        <Button look="danger" onClick={onConfirm}>
          {confirm}
        </Button>
      }
    >
      <p>{help}</p>
    </Dialog>
  )
}
