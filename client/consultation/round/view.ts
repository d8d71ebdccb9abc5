import type { Round } from '../../../shared/http/consultation.ts'

/** What is read of a round: what was sent, what has changed since, or what had changed since the round before. */
export const views = ['sent', 'today', 'before'] as const
export type View = (typeof views)[number]

const parameter = 'visa'
const inAddress = { today: 'idag', before: 'forra' } as const

/** The view that an address asks for. Without a round before there is nothing to compare with. */
export function viewIn(question: string, { versionBefore }: Pick<Round, 'versionBefore'>): View {
  const asked = new URLSearchParams(question).get(parameter)
  if (asked === inAddress.today) return 'today'
  return asked === inAddress.before && versionBefore !== null ? 'before' : 'sent'
}

/** The question of the address that shows a view; empty for what was sent. */
export function questionOf(view: View): string {
  return view === 'sent' ? '' : `?${parameter}=${inAddress[view]}`
}
