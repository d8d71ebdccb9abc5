import type { VersionList } from '../../../shared/http/versions.ts'
import type { ComparedSide } from '../writersBetween.ts'

/** How today stands in an address. */
const today = 'idag'

/** Address of a comparison: the link is enough to see the same. */
export function compareAddress(applicationId: string, from: ComparedSide, to: ComparedSide): string {
  return `/ansokningar/${applicationId}/jamfor?fran=${sideWord(from)}&till=${sideWord(to)}`
}

/** What an address asks for; without it, what has happened since my last visit, or since the newest version. */
export function sidesIn(
  search: string,
  { versions, lastVisit }: VersionList,
): { readonly from: ComparedSide; readonly to: ComparedSide } {
  const asked = new URLSearchParams(search)
  return {
    from: sideIn(asked.get('fran')) ?? lastVisit?.number ?? versions[0]?.number ?? 'today',
    to: sideIn(asked.get('till')) ?? 'today',
  }
}

export function sideWord(side: ComparedSide): string {
  return side === 'today' ? today : String(side)
}

export function sideIn(word: string | null): ComparedSide | null {
  if (word === today) return 'today'
  return word !== null && /^[1-9]\d{0,8}$/.test(word) ? Number(word) : null
}
