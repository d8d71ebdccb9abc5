import { type ReactNode, useId } from 'react'
import { useText } from '../text/useText.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { type FormActs, FormBody } from './FormBody.tsx'

interface FormDialogProps extends FormActs {
  readonly title: string
  /** Word of the button that sends it. */
  readonly sendWord: string
  readonly look?: 'primary' | 'danger'
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A form above the page. Whoever sends it closes it when that went well. */
export function FormDialog({
  title,
  sendWord,
  look = 'primary',
  onClose,
  children,
  ...acts
}: FormDialogProps) {
  const { pages } = useText()
  const id = useId()
  return (
    <Dialog
      title={title}
      closeWord={pages.cancel}
      onClose={onClose}
      actions={
        <Button type="submit" form={id} look={look}>
          {sendWord}
        </Button>
      }
    >
      <FormBody id={id} {...acts}>
        {children}
      </FormBody>
    </Dialog>
  )
}
