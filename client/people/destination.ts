/**
 * In the browser's storage and not the tab's: a link in a mail opens in a tab of its own. It lasts as long as the
 * link does.
 */
const key = 'samskriv.goingTo'
const lastsMs = 10 * 60_000

/** Our own pages behind the sign-in, and nothing else: what stands here decides where somebody is sent. */
const ownPage = /^\/(?:ansokningar|konto|administration|logg)(?:\/[\w-]+)*(?:\?kommentar=[a-z0-9]{12,32})?$/

/** The page that is shown, with the comment that it was asked for, if any. */
export function pageShown({ pathname, search }: Pick<Location, 'pathname' | 'search'>): string {
  return ownPage.test(`${pathname}${search}`) ? `${pathname}${search}` : pathname
}

/** Where one goes who asked for nothing in particular. */
export const firstPage = '/ansokningar'

/** Remembers which page was asked for, by somebody who goes away to sign in. */
export function rememberDestination(path: string, now: number): void {
  if (ownPage.test(path)) localStorage.setItem(key, JSON.stringify({ path, until: now + lastsMs }))
}

/** The page that was asked for, once. */
export function takeDestination(now: number): string {
  const kept = localStorage.getItem(key)
  localStorage.removeItem(key)
  try {
    const { path, until } = JSON.parse(kept ?? '{}')
    return typeof path === 'string' && ownPage.test(path) && now < until ? path : firstPage
  } catch {
    // Not written by us.
    return firstPage
  }
}
