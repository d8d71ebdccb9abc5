import { expect, it } from 'vitest'
import { texts } from '../../../client/text/text.ts'
import {
  noStanceWords,
  roundTitle,
  stanceWords,
  verdictWords,
} from '../../../server/consultation/roundWords.ts'
import { purposes } from '../../../shared/http/consultation.ts'
import { stances } from '../../../shared/http/replies.ts'

const { consultation, compilation } = texts.sv

it('what is fetched as a file calls everything of a round what it is called on the screen', () => {
  expect(verdictWords).toEqual(consultation.verdict)
  for (const state of ['answered', 'late'] as const)
    expect(noStanceWords(state)).toBe(consultation.recipientState[state])
  for (const state of ['sent', 'opened', 'drafting'] as const)
    expect(noStanceWords(state)).toBe(compilation.notAnswered)
  for (const stance of stances) expect(stanceWords('remarks', stance)).toBe(consultation.stance[stance])
  for (const stance of ['endorses', 'abstains'] as const)
    expect(stanceWords('proof', stance)).toBe(consultation.hasRead)
  for (const purpose of purposes)
    expect(roundTitle({ purpose, ordinal: 2 })).toBe(consultation.roundTitle(purpose, 2))
})
