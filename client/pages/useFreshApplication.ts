import { useCallback, useEffect, useState } from 'react'
import type { Application } from '../../shared/http/application.ts'
import { readApplication } from '../http/applications.ts'

/** What is drawn from something is not drawn anew because it has been heard again. */
function keptIfEqual<T>(before: T, now: T): T {
  return JSON.stringify(before) === JSON.stringify(now) ? before : now
}

/**
 * An open ansökan as its records are now: what I am in it, and which sections are closed. The second value asks again,
 * and resolves when that is known; without an answer it stays as it was.
 */
export function useFreshApplication(loaded: Application): readonly [Application, () => Promise<void>] {
  const [fresh, setFresh] = useState(loaded)
  useEffect(() => setFresh(loaded), [loaded])
  const { id } = loaded
  const reload = useCallback(async () => {
    try {
      const answer = await readApplication(id)
      setFresh(before => ({ ...answer, closings: keptIfEqual(before.closings, answer.closings) }))
    } catch {
      // No contact, or no access any more: the line says which.
    }
  }, [id])
  return [fresh, reload]
}
