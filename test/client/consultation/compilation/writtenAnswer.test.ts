import { describe, expect, it } from 'vitest'
import {
  answerToSend,
  lacksReason,
  nothingWritten,
  saysTheSame,
  writtenOf,
} from '../../../../client/consultation/compilation/writtenAnswer.ts'
import { answer } from './said.ts'

describe('What the owner writes about a remark', () => {
  it('is an answer when something is chosen, and the reason is there where it is needed', () => {
    expect(answerToSend(nothingWritten)).toBeNull()
    expect(answerToSend({ ...nothingWritten, verdict: 'met' })).toEqual({
      ...{ verdict: 'met', reason: '', changedSection: null },
    })
    for (const verdict of ['partly', 'notMet'] as const) {
      expect(lacksReason({ ...nothingWritten, verdict, reason: ' \n' })).toBe(true)
      expect(answerToSend({ ...nothingWritten, verdict, reason: ' \n' })).toBeNull()
      expect(answerToSend({ ...nothingWritten, verdict, reason: ' Nej. ' })?.reason).toBe('Nej.')
    }
  })

  it('names no section that was changed for what is not met', () => {
    const written = { verdict: 'notMet', reason: 'Nej.', changedSection: 'purpose' } as const
    expect(answerToSend(written)?.changedSection).toBeNull()
    expect(answerToSend({ ...written, verdict: 'partly' })?.changedSection).toBe('purpose')
  })

  it('is nothing to save while it says what is saved', () => {
    const saved = answer({ verdict: 'partly', reason: 'Delvis.' })
    expect(saysTheSame(writtenOf(saved), saved)).toBe(true)
    expect(saysTheSame({ ...writtenOf(saved), reason: 'Delvis. ' }, saved)).toBe(true)
    expect(saysTheSame({ ...writtenOf(saved), verdict: 'met' }, saved)).toBe(false)
    expect(saysTheSame({ ...writtenOf(saved), changedSection: 'purpose' }, saved)).toBe(false)
    expect(saysTheSame(nothingWritten, null)).toBe(true)
    expect(saysTheSame(nothingWritten, saved)).toBe(false)
  })
})
