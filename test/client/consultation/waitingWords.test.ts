import { describe, expect, it } from 'vitest'
import { leftWords, waitingWords } from '../../../client/consultation/waitingWords.ts'
import { texts } from '../../../client/text/text.ts'
import { waiting } from './made.ts'

const today = '2024-05-22'
const said = (changes: Parameters<typeof waiting>[0] = {}) =>
  plain(waitingWords(texts.sv, waiting(changes), today))

/** Numbers stay on the line of what they count: the spaces there do not break. */
const plain = (words: string) => words.replaceAll('\u00a0', ' ')

describe('The line on top of an ansökan', () => {
  it('says who is waited for, until when, and how many have answered', () => {
    expect(said()).toBe('väntar på AF och FK till fre 24 maj 2024 (2 arbetsdagar kvar). 2 av 4 svar.')
  })

  it('says so when there is no day to answer', () => {
    expect(said({ closesOn: null, workingDaysLeft: null })).toBe(
      'väntar på AF och FK. Inget svarsdatum. 2 av 4 svar.',
    )
  })

  it('says that the day has passed, and who is late', () => {
    expect(said({ workingDaysLeft: -1, waitsFor: ['FK'], answered: 3 })).toBe(
      'svarsdatumet fre 24 maj 2024 har passerat. Väntar på FK. 3 av 4 svar.',
    )
  })

  it('says that all have answered, whatever day it is', () => {
    expect(said({ waitsFor: [], answered: 4, workingDaysLeft: -3 })).toBe('alla 4 har svarat.')
    expect(said({ waitsFor: [], answered: 1, asked: 1 })).toBe('svaret har kommit.')
  })

  it('leaves out the year when it is this one', () => {
    const year = new Date().getFullYear()
    expect(said({ closesOn: `${year}-05-24` })).not.toContain(String(year))
  })
})

describe('What is left of a day to answer', () => {
  const left = (closesOn: string | null, workingDaysLeft: number | null) =>
    plain(leftWords(texts.sv, { closesOn, workingDaysLeft }, today))

  it('is counted in working days', () => {
    expect(left('2024-05-24', 2)).toBe('2 arbetsdagar kvar')
    expect(left('2024-05-23', 1)).toBe('1 arbetsdag kvar')
  })

  it('is told apart from a last day that is free', () => {
    expect(left('2024-05-22', 0)).toBe('sista dagen är i dag')
    expect(left('2024-05-26', 0)).toBe('ingen arbetsdag kvar efter i dag')
  })

  it('is nothing when the day has passed, or there is none', () => {
    expect(left('2024-05-21', -1)).toBe('')
    expect(left(null, null)).toBe('')
  })
})
