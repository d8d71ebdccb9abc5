import type { Purpose } from '../../../shared/http/consultation.ts'
import type { Stance } from '../../../shared/http/replies.ts'
import type { Text } from '../../text/text.ts'

/** A stance in words. In a proof-reading one says whether there is something to correct. */
export function stanceWords({ reply, consultation }: Text, purpose: Purpose, stance: Stance): string {
  const proof: Partial<Record<Stance, string>> = reply.proofStances
  return (purpose === 'proof' ? proof[stance] : undefined) ?? consultation.stance[stance]
}
