import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { ProblemKind } from '../../shared/http/problem.ts'
import { CallFailed } from '../http/call.ts'
import { problemWords } from '../text/problemWords.ts'
import { useText } from '../text/useText.ts'
import { Button } from '../ui/Button.tsx'
import { useLoaded } from './useLoaded.ts'

interface LinkLookProps<T> {
  /** Of the link. */
  readonly secret: string
  /** Asks what the link is to. Spends nothing. */
  readonly look: (secret: string) => Promise<T>
  /** How a link is refused that is of no use any more, and what to do then. */
  readonly over: ProblemKind
  readonly whenOver: string
  readonly children: (shown: T) => ReactNode
}

/** What a link leads to, when it does: that it is over is said before anybody has filled in anything. */
export function LinkLook<T>({ secret, look, over, whenOver, children }: LinkLookProps<T>) {
  const text = useText()
  const [shown, reload] = useLoaded(() => look(secret), [secret])
  if (shown.is === 'loading') return <p role="status">{text.pages.loading}</p>
  if (shown.is === 'loaded') return children(shown.value)
  const isOver = shown.fault instanceof CallFailed && shown.fault.kind === over
  return (
    <>
      <p role="alert">{problemWords(text, shown.fault)}</p>
      {isOver ? (
        <>
          <p>{whenOver}</p>
          <Link href="/">{text.pages.toStart}</Link>
        </>
      ) : (
        <Button onClick={reload}>{text.pages.tryAgain}</Button>
      )}
    </>
  )
}
