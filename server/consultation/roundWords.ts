import type { Purpose, RecipientState } from '../../shared/http/consultation.ts'
import type { Stance, Verdict } from '../../shared/http/replies.ts'
import { clockTime, dayInSweden } from '../time/swedishTime.ts'

/** What a round is called, without its number. As on the screen, whose words are in client/text: a test keeps them alike. */
const titles: Readonly<Record<Purpose, string>> = {
  remarks: 'Remiss',
  proof: 'Korrekturläsning',
  information: 'Utskick för kännedom',
}

const stances: Readonly<Record<Stance, string>> = {
  endorses: 'Tillstyrker',
  endorsesWithRemarks: 'Tillstyrker med synpunkter',
  opposes: 'Avstyrker',
  abstains: 'Avstår (inga synpunkter)',
}

export const verdictWords: Readonly<Record<Verdict, string>> = {
  met: 'Tas om hand',
  partly: 'Tas delvis om hand',
  notMet: 'Tas inte om hand',
}

/** Stands where the stance of a party would, when there is none to show: who has opened it or writes is nothing to file. */
export function noStanceWords(state: RecipientState): string {
  if (state === 'answered') return 'Har svarat'
  return state === 'late' ? 'Har inte svarat i tid' : 'Har inte svarat'
}

/** `Remiss 3` */
export function roundTitle({ purpose, ordinal }: { purpose: Purpose; ordinal: number }): string {
  return `${titles[purpose]} ${ordinal}`
}

/** In a proof-reading no stance is taken: a party has read, or it opposes all the same. */
export function stanceWords(purpose: Purpose, stance: Stance): string {
  return purpose === 'proof' && stance !== 'opposes' ? 'Har läst korrektur' : stances[stance]
}

/** An ISO instant on paper: `2024-05-24 kl. 13.25`. */
export function sayMoment(at: string): string {
  return `${dayInSweden(Date.parse(at))} kl. ${clockTime(at)}`
}
