import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  firstPage,
  pageShown,
  rememberDestination,
  takeDestination,
} from '../../../client/people/destination.ts'

const now = Date.parse('2026-11-22T10:00:00Z')
const minuteMs = 60_000

let kept: Map<string, string>
beforeEach(() => {
  kept = new Map()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
})

describe('The page that was asked for before the sign-in', () => {
  it.each(['/ansokningar/k3f9a1b2c3d4', '/ansokningar/ny', '/konto', '/administration', '/logg'])(
    'is where one comes: %s',
    path => {
      rememberDestination(path, now)
      expect(takeDestination(now + 9 * minuteMs)).toBe(path)
    },
  )

  it('is where one comes with the comment that a letter leads to', () => {
    const asked = '/ansokningar/k3f9a1b2c3d4?kommentar=abcdef0123456789abcd'
    rememberDestination(
      pageShown({ pathname: '/ansokningar/k3f9a1b2c3d4', search: '?kommentar=abcdef0123456789abcd' }),
      now,
    )
    expect(takeDestination(now)).toBe(asked)
  })

  it.each(['?kommentar=//evil.example', '?next=/konto', '?kommentar=abcdef0123456789&next=x', '?kommentar='])(
    'is the page alone when something else is asked of it: %s',
    search => expect(pageShown({ pathname: '/ansokningar/ny', search })).toBe('/ansokningar/ny'),
  )

  it('is gone to once', () => {
    rememberDestination('/konto', now)
    takeDestination(now)
    expect(takeDestination(now)).toBe(firstPage)
    expect(kept.size).toBe(0)
  })

  it('is forgotten when the link is too old to be used', () => {
    rememberDestination('/konto', now)
    expect(takeDestination(now + 10 * minuteMs)).toBe(firstPage)
  })

  it.each([
    '//evil.example/ansokningar',
    '/\\evil.example',
    'https://evil.example/ansokningar',
    'javascript:alert(1)',
    '/ansokningar/../../elsewhere',
    '/ansokningar?next=//evil.example',
    '/ansokningar/x#//evil.example',
    '/ansokningar\n/konto',
    '/api/session',
    '/',
    '',
  ])('is one of our own, and not %j', path => {
    rememberDestination(path, now)
    expect(takeDestination(now)).toBe(firstPage)
    kept.set('samskriv.goingTo', JSON.stringify({ path, until: now + minuteMs }))
    expect(takeDestination(now)).toBe(firstPage)
  })

  it.each(['', 'null', '{', '[]', '{"path":7}', '{"path":"/konto"}'])(
    'is not made out of what others have put in its place: %j',
    words => {
      kept.set('samskriv.goingTo', words)
      expect(takeDestination(now)).toBe(firstPage)
    },
  )
})
