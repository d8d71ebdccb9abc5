import { useState } from 'react'
import type { FormTemplate } from '../../shared/form/FormTemplate.ts'
import { useText } from '../text/useText.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Authors } from './Authors.tsx'

interface AuthorsButtonProps {
  readonly applicationId: string
  readonly form: FormTemplate
}

/** Opens the list of who has written what. */
export function AuthorsButton({ applicationId, form }: AuthorsButtonProps) {
  const { authors, pages } = useText()
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <Button look="quiet" onClick={() => setIsOpen(true)}>
        {authors.open}
      </Button>
      {isOpen && (
        <Dialog title={authors.title} closeWord={pages.close} onClose={() => setIsOpen(false)} place="large">
          <Authors applicationId={applicationId} form={form} />
        </Dialog>
      )}
    </>
  )
}
