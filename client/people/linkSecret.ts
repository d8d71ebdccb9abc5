import { useSyncExternalStore } from 'react'
import { linkSecretSchema } from '../../shared/http/signIn.ts'

/** Where links with a secret in their fragment lead. */
const places: ReadonlySet<string> = new Set(['/logga-in', '/inbjudan', '/gast', '/forsta'])

let secret: string | null = null
const listeners = new Set<() => void>()

/**
 * Takes the secret of a link out of the address bar before anything is drawn, and of every link that is opened in the
 * same tab later on. It is kept in the page only, and nothing is spent by it.
 */
export function watchLinkSecrets(): void {
  take()
  addEventListener('hashchange', take)
}

/** The secret that this page was opened with; null when the link had none, or was cut off. */
export function useLinkSecret(): string | null {
  return useSyncExternalStore(subscribe, () => secret)
}

/** It has been used. */
export function forgetLinkSecret(): void {
  tell(null)
}

function take(): void {
  const { hash, pathname } = location
  if (!places.has(pathname) || hash === '') return
  history.replaceState(history.state, '', pathname)
  const parsed = linkSecretSchema.safeParse(hash.slice(1))
  tell(parsed.success ? parsed.data : null)
}

function tell(now: string | null): void {
  secret = now
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
