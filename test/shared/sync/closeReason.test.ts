import { describe, expect, it } from 'vitest'
import { closeReasonOf, closeReasons } from '../../../shared/sync/closeReason.ts'

describe('the list of reasons for a close', () => {
  it('has a code for each, and no code twice', () => {
    const codes = Object.values(closeReasons).map(entry => entry.code)
    expect(new Set(codes).size).toBe(codes.length)
  })

  it('gives the reason back for its code', () => {
    for (const [reason, { code }] of Object.entries(closeReasons)) expect(closeReasonOf(code)).toBe(reason)
  })

  it('has nothing for a line that was only lost', () => {
    for (const code of [1000, 1001, 1005, 1006]) expect(closeReasonOf(code)).toBeNull()
  })

  it('makes a stock client stay away where our own does not come back with the same document', () => {
    for (const { code, again } of Object.values(closeReasons)) {
      if (code === closeReasons.frameTooLarge.code) continue
      expect(code >= 4400 && code < 4500).toBe(again !== 'later')
    }
  })
})
