import * as Y from 'yjs'
import { itemsIn } from '../document/items.ts'
import {
  attachmentsMost,
  type Reply,
  remarkMaxLength,
  remarksMost,
  replyMaxLength,
  type Stance,
  stances,
  summaryMaxLength,
} from '../http/replies.ts'

/** What a draft of a *remissvar* says now. */
export interface ReplyContent extends Pick<Reply, 'summary' | 'remarks' | 'attachments'> {
  /** Null until it is chosen. */
  readonly stance: Stance | null
}

/**
 * Reads a draft: its remarks and attachments in order, remarks that say nothing left out, and an attachment that stands
 * there twice once. Only reads, and never throws.
 */
export function readReply(doc: Y.Doc): ReplyContent {
  const stance = doc.getMap('stance').get('stance')
  return {
    stance: stances.find(known => known === stance) ?? null,
    summary: words(doc.getMap('summary').get('text')),
    remarks: itemsIn(doc.getMap('remarks')).flatMap(({ key, map }) => {
      const [text, wording] = [words(map.get('text')), words(map.get('wording'))]
      if (isBlank(text) && isBlank(wording)) return []
      const section = words(map.get('section'))
      const threadId = words(map.get('thread'))
      return {
        id: key,
        section: section === '' ? null : section,
        ...{ text, wording, quote: words(map.get('quote')) },
        threadId: /^[a-z0-9]{12,32}$/.test(threadId) ? threadId : null,
      }
    }),
    attachments: [...attachmentsIn(doc).values()],
  }
}

/** What a reply still needs before it can be sent: a stance, and something said where the stance promises that. */
export function lackingIn({
  stance,
  summary,
  remarks,
}: Pick<ReplyContent, 'stance' | 'summary' | 'remarks'>): ('stance' | 'remarks')[] {
  if (stance === null) return ['stance']
  const isSaid = remarks.length > 0 || (stance === 'opposes' && !isBlank(summary))
  const mustSay = stance === 'endorsesWithRemarks' || stance === 'opposes'
  return mustSay && !isSaid ? ['remarks'] : []
}

/** What of a reply is longer, or more, than one may be. */
export function tooMuchIn({
  summary,
  remarks,
  attachments,
}: Pick<ReplyContent, 'summary' | 'remarks' | 'attachments'>): ('summary' | 'remarks' | 'attachments')[] {
  const isLong = remarks.some(({ text, wording }) => Math.max(text.length, wording.length) > remarkMaxLength)
  const letters = remarks.map(({ text, wording, quote }) => text.length + wording.length + quote.length)
  const isMuch = letters.reduce((sum, count) => sum + count, summary.length) > replyMaxLength
  return [
    ...(summary.length > summaryMaxLength ? ['summary' as const] : []),
    ...(isLong || isMuch || remarks.length > remarksMost ? ['remarks' as const] : []),
    ...(attachments.length > attachmentsMost ? ['attachments' as const] : []),
  ]
}

function attachmentsIn(doc: Y.Doc): Map<string, Reply['attachments'][number]> {
  const found = new Map<string, Reply['attachments'][number]>()
  for (const { map } of itemsIn(doc.getMap('attachments'))) {
    const [name, hash, sizeBytes] = [words(map.get('name')), words(map.get('hash')), map.get('sizeBytes')]
    if (!/^[a-f0-9]{64}$/.test(hash) || typeof sizeBytes !== 'number' || found.has(hash)) continue
    found.set(hash, { hash, name, sizeBytes })
  }
  return found
}

function words(value: unknown): string {
  if (value instanceof Y.Text) return value.toString()
  return typeof value === 'string' ? value : ''
}

function isBlank(text: string): boolean {
  return !/\S/.test(text)
}
