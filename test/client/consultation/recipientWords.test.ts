import { expect, it } from 'vitest'
import { recipientWords } from '../../../client/consultation/recipientWords.ts'
import { texts } from '../../../client/text/text.ts'
import type { Recipient, Round } from '../../../shared/http/consultation.ts'
import { recipient, round } from './made.ts'

const openedAt = '2024-05-21T06:05:00.000Z'
const answeredAt = '2024-05-22T08:12:00.000Z'
const said = (party: Partial<Recipient>, changes: Partial<Round> = {}) =>
  recipientWords(texts.sv, round(changes), recipient(party))

it('A party that has not answered is told to have opened it, or not', () => {
  expect(said({})).toBe('Har inte öppnat')
  expect(said({ state: 'opened', openedAt })).toBe('Har öppnat, tis 21 maj 2024 kl. 08.05')
})

it('One that writes or is late is told so first', () => {
  expect(said({ state: 'drafting', openedAt })).toMatch(/^Skriver på sitt svar\. Har öppnat, tis 21 maj/)
  expect(said({ state: 'late' })).toBe('Har inte svarat i tid. Har inte öppnat.')
})

it('An answer is told with its stance and time, and without its stance as long as that may not be seen', () => {
  const answered = { state: 'answered', openedAt, answeredAt } as const
  expect(said({ ...answered, stance: 'endorsesWithRemarks' })).toBe(
    'Tillstyrker med synpunkter, ons 22 maj 2024 kl. 10.12',
  )
  expect(said(answered)).toBe('Har svarat, ons 22 maj 2024 kl. 10.12. Svaret visas inte än.')
  expect(said(answered, { purpose: 'proof' })).toBe('Har läst korrektur, ons 22 maj 2024 kl. 10.12')
})

it('Of a round that is over nobody writes any more', () => {
  const over = { why: 'closed', reason: '', by: null, at: answeredAt } as const
  expect(said({ state: 'drafting', openedAt }, { over })).toMatch(/^Svarade inte\. Har öppnat, tis 21 maj/)
})

it('Of what is sent to be known it is only told whether it has been opened', () => {
  const over = { why: 'closed', reason: '', by: null, at: answeredAt } as const
  expect(said({}, { purpose: 'information', over })).toBe('Har inte öppnat')
})
