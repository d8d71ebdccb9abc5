import { isHref } from '../../../../shared/document/nodes/href.ts'

/** The target of a link as a form may have it: `http` becomes `https`, as when it is written. Null for any other. */
export function toLink(target: string): string | null {
  const trimmed = target.trim().slice(0, 4_000).replaceAll(' ', '%20')
  const scheme = /^[a-z]+:/i.exec(trimmed)?.[0] ?? ''
  const href = scheme.toLowerCase() + trimmed.slice(scheme.length)
  const safe = href.startsWith('http://') ? `https://${href.slice('http://'.length)}` : href
  return isHref(safe) ? safe : null
}
