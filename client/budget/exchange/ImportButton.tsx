import { useState } from 'react'
import { useMayWrite } from '../../form/FieldsContext.ts'
import { useText } from '../../text/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { StandingNotice } from '../../ui/StandingNotice.tsx'
import { ImportDialog } from './ImportDialog.tsx'

/** *Läs in från Excel*: for whoever may write in the budget. */
export function ImportButton() {
  const words = useText().budgetImport
  const mayWrite = useMayWrite()
  const [isOpen, setOpen] = useState(false)
  /** What has been read in, in words, until she has seen it. */
  const [done, setDone] = useState<string | null>(null)
  if (!mayWrite) return null
  return (
    <>
      <Button onClick={() => setOpen(true)}>{words.open}</Button>
      {isOpen && (
        <ImportDialog
          onClose={() => setOpen(false)}
          onDone={said => {
            setOpen(false)
            setDone(said)
          }}
        />
      )}
      {done !== null && (
        <StandingNotice closeWord={words.close} onClose={() => setDone(null)}>
          <p>{done}</p>
        </StandingNotice>
      )}
    </>
  )
}
