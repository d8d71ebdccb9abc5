import { useText } from '../text/useText.ts'
import { Button } from '../ui/Button.tsx'
import type { NoAddress } from './addresses.ts'

interface FaultLineProps {
  readonly fault: NoAddress
  readonly onMeant: (meant: string) => void
}

/** Says kindly what is wrong with an address, and offers the one that was probably meant. */
export function FaultLine({ fault: { written, meant }, onMeant }: FaultLineProps) {
  const { access } = useText()
  return (
    <p>
      {/\s/.test(written) ? access.hasSpace(written) : access.notAnAddress(written)}
      {meant !== null && (
        <>
          {' '}
          <Button look="quiet" onClick={() => onMeant(meant)}>
            {access.didYouMean(meant)}
          </Button>
        </>
      )}
    </p>
  )
}
