import { describe, expect, it } from 'vitest'
import {
  asSent,
  asWritten,
  mentionBefore,
  type Named,
  namesFor,
  piecesOf,
  suggestedNames,
} from '../../../client/comment/mentions.ts'

const person = (id: string, name: string, partyId: string, more = ''): Named => ({
  is: 'person',
  id,
  partyId,
  name,
  more,
})
const elin = person('elin', 'Elin Norgren', 'fk', 'handläggare, Försäkringskassan')
const elinB = person('elinb', 'Elin Norgren Berg', 'af', 'chef, Arbetsförmedlingen')
const fk: Named = { is: 'party', id: 'fk', partyId: 'fk', name: 'Försäkringskassan', more: 'hela parten' }
const all = [elin, elinB, fk]

describe('somebody who is named in a comment', () => {
  it('is sent by her id, and read by her name', () => {
    const sent = asSent('Kolla med @Elin Norgren, eller @Försäkringskassan.', all)
    expect(sent).toBe('Kolla med @{person:elin}, eller @{party:fk}.')
    const names: Record<string, string> = { elin: 'Elin Ny', fk: 'FK' }
    expect(asWritten(sent, ({ id }) => names[id] ?? '')).toBe('Kolla med @Elin Ny, eller @FK.')
  })

  it('is whoever has the longest of the names that stand there', () => {
    expect(asSent('@Elin Norgren Berg', [elin, elinB])).toBe('@{person:elinb}')
  })

  it('is nobody who was not picked, and no address', () => {
    expect(asSent('anna@heby.example och @Karim', all)).toBe('anna@heby.example och @Karim')
  })

  it('stands in pieces between the words', () => {
    expect(piecesOf('Hej @{person:elin}!')).toEqual([
      { is: 'words', text: 'Hej ' },
      { is: 'mention', of: 'person', id: 'elin' },
      { is: 'words', text: '!' },
    ])
  })
})

describe('a name that is being written', () => {
  it('begins with an @ at the beginning of a word', () => {
    expect(mentionBefore('Fråga @el', 9)).toEqual({ from: 6, words: 'el' })
    expect(mentionBefore('@', 1)).toEqual({ from: 0, words: '' })
    expect(mentionBefore('anna@heby', 9)).toBeNull()
    expect(mentionBefore('@el\nny rad', 10)).toBeNull()
  })

  it('suggests those whose names, titles or parties begin so', () => {
    expect(suggestedNames(all, 'nor')).toEqual([elin, elinB])
    expect(suggestedNames(all, 'elin förs')).toEqual([elin])
    expect(suggestedNames(all, 'FÖRSÄK')).toEqual([elin, fk])
    expect(suggestedNames(all, 'x')).toEqual([])
  })

  it('in an internal thread suggests only those who see it', () => {
    expect(namesFor(all, 'fk')).toEqual([elin, fk])
    expect(namesFor(all, null)).toBe(all)
  })
})
