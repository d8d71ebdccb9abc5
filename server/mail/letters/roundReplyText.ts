import type { Stance } from '../../../shared/http/replies.ts'
import { given } from './givenText.ts'

/** An answer that has been sent, as a letter says it. */
export interface RoundReply {
  readonly partyName: string
  /** It is that of her own party. */
  readonly isOwn: boolean
  /** Null in a proof-reading, and when she may not see it. */
  readonly stance: Stance | null
  /** How many remarks it has; null when she may not see them. */
  readonly remarks: number | null
}

const stanceWords: Readonly<Record<Stance, string>> = {
  endorses: 'tillstyrker',
  endorsesWithRemarks: 'tillstyrker med synpunkter',
  opposes: 'avstyrker',
  abstains: 'avstår (inga synpunkter)',
}

/** What a letter says of an answer, or of the sammanställning of them all. */
export function replyLetterText(
  happened: 'replied' | 'replaced' | 'published',
  what: string,
  who: string,
  reply: RoundReply | null,
): { readonly subject: string; readonly paragraphs: readonly string[] } {
  if (happened === 'published') {
    return {
      subject: 'sammanställningen av svaren visas',
      paragraphs: [
        `${who}, visar sammanställningen av svaren på ${what}. Där står vad var och en har svarat, och vad som har blivit av synpunkterna.`,
      ],
    }
  }
  const { partyName = '', isOwn = false, stance = null, remarks = null } = reply ?? {}
  const party = given(partyName)
  const isNew = happened === 'replaced'
  const says = stance === null ? '' : `${party} ${stanceWords[stance]}. `
  const count = remarks === 1 ? '1 synpunkt' : `${remarks === 0 ? 'inga' : remarks} synpunkter`
  return {
    subject: isNew ? `${party} har ersatt sitt svar` : `${party} har svarat`,
    paragraphs: [
      isNew
        ? `${who}, har skickat ett nytt svar på ${what}. Det gäller i stället för det förra, som är sparat.`
        : `${who}, har skickat svaret på ${what}.`,
      remarks === null ? '' : `${says}Svaret har ${count}.`,
      isOwn ? 'Det är er organisations svar. Ingen av er behöver göra något mer.' : '',
    ],
  }
}
