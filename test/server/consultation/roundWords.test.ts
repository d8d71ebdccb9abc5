import { expect, it } from 'vitest'
import { texts } from '../../../client/text/text.ts'
import {
  recipientWords,
  roundTitle,
  stanceWords,
  verdictWords,
} from '../../../server/consultation/roundWords.ts'
import { purposes, stances } from '../../../shared/http/consultation.ts'

const { consultation } = texts.sv

it('what is fetched as a file calls everything of a round what it is called on the screen', () => {
  expect(verdictWords).toEqual(consultation.verdict)
  expect(recipientWords).toEqual(consultation.recipientState)
  for (const stance of stances) expect(stanceWords('remarks', stance)).toBe(consultation.stance[stance])
  for (const stance of ['endorses', 'abstains'] as const)
    expect(stanceWords('proof', stance)).toBe(consultation.hasRead)
  for (const purpose of purposes)
    expect(roundTitle({ purpose, ordinal: 2 })).toBe(consultation.roundTitle(purpose, 2))
})
