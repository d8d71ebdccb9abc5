import { type DependencyList, useCallback, useEffect, useState } from 'react'

/** Something on its way from the server. */
export type Loaded<T> =
  | { readonly is: 'loading' }
  | { readonly is: 'loaded'; readonly value: T }
  | { readonly is: 'failed'; readonly fault: unknown }

/** Loads now and whenever `dependencies` change; the second value loads again. */
export function useLoaded<T>(load: () => Promise<T>, dependencies: DependencyList): [Loaded<T>, () => void] {
  const [loaded, setLoaded] = useState<Loaded<T>>({ is: 'loading' })
  const [attempt, setAttempt] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the caller says what loading depends on
  useEffect(() => {
    let stale = false
    setLoaded({ is: 'loading' })
    load().then(
      value => stale || setLoaded({ is: 'loaded', value }),
      fault => stale || setLoaded({ is: 'failed', fault }),
    )
    return () => {
      stale = true
    }
  }, [...dependencies, attempt])
  return [loaded, useCallback(() => setAttempt(count => count + 1), [])]
}
