import { useText } from '../text/useText.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'

interface ConfirmProps {
  readonly title: string
  readonly help: string
  /** Word of the button that does it. */
  readonly confirm: string
  readonly danger?: boolean
  readonly onConfirm: () => void
  readonly onClose: () => void
}

/** Asks before something that others will notice. */
export function Confirm({ title, help, confirm, danger = false, onConfirm, onClose }: ConfirmProps) {
  const { access } = useText()
  return (
    <Dialog
      title={title}
      closeWord={access.cancel}
      onClose={onClose}
      actions={
        <Button look={danger ? 'danger' : 'primary'} onClick={onConfirm}>
          {confirm}
        </Button>
      }
    >
      <p>{help}</p>
    </Dialog>
  )
}
