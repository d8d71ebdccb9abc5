import { describe, expect, it } from 'vitest'
import { texts } from '../../../client/text/text.ts'
import { groupVersions, growths } from '../../../client/version/groupVersions.ts'
import { newRestored } from '../../../client/version/newRestored.ts'
import { howMade, whosWords } from '../../../client/version/versionWords.ts'
import { everyWriter, writersBetween } from '../../../client/version/writersBetween.ts'
import type { Version } from '../../../shared/http/versions.ts'
import { listOf, parties, version, who } from './versions.ts'

const [anna, karim, elin] = [who('Anna', 'heby'), who('Karim', 'af'), who('Elin', 'fk')]

describe('The list of versions', () => {
  it('puts what was kept by itself under the version that it led to, and the latest of it on top', () => {
    const { versions } = listOf([
      version(1, 'automatic'),
      version(2, 'byHand'),
      version(3, 'automatic'),
      version(4, 'beforeRestore'),
      version(5, 'restored'),
      version(6, 'automatic'),
      version(7, 'automatic'),
    ])
    const groups = groupVersions(versions)
    expect(
      groups.map(({ top, between }) => [top?.number ?? null, between.map(({ number }) => number)]),
    ).toEqual([
      [null, [7, 6]],
      [5, [4, 3]],
      [2, [1]],
    ])
  })

  it('is empty where there are none, and has no group of the latest where the newest was made', () => {
    expect(groupVersions([])).toEqual([])
    expect(groupVersions([version(1, 'byHand')])[0]?.top?.number).toBe(1)
  })

  it('says how much each has grown since the one before it, and nothing of the first', () => {
    const list = listOf([version(1, 'byHand', { letters: 500 }), version(2, 'automatic', { letters: 420 })])
    expect([...growths(list.versions)]).toEqual([[2, -80]])
    expect(texts.sv.versions.grown(-80)).toBe('−80 tecken')
    expect(texts.sv.versions.grown(1240).replace(/\s/g, ' ')).toBe('+1 240 tecken')
  })

  it('writes times as they are written here, in Swedish time', () => {
    expect(texts.sv.versions.lookingAt('0.2', '2026-11-22T12:25:00.000Z')).toBe(
      'Du tittar på version 0.2 från 22 november 2026 kl. 13.25',
    )
  })

  it('says how each came to be', () => {
    const say = (one: Parameters<typeof howMade>[1]) => howMade(texts.sv, one, parties, () => '0.1')
    expect(say(version(1, 'byHand'))).toBe('sparad av Anna (Heby)')
    expect(say(version(2, 'automatic'))).toBe('sparad av sig själv medan någon skrev')
    expect(say(version(3, 'restored', { restoredFrom: 1 }))).toBe(
      'återställd från version 0.1 av Anna (Heby)',
    )
  })
})

describe('Who has written between two versions', () => {
  const list = listOf(
    [
      version(1, 'byHand', { writers: { background: [anna] } }),
      version(2, 'automatic', { writers: { background: [karim], goals: [elin] } }),
      version(3, 'byHand', { writers: { background: [anna, karim] } }),
    ],
    { writersSince: { goals: [anna] } },
  )

  it('are those of every version after the earlier up to the later, once each', () => {
    expect(writersBetween(list, 1, 3)).toEqual({ background: [karim, anna], goals: [elin] })
    expect(writersBetween(list, 2, 3)).toEqual({ background: [anna, karim] })
  })

  it('are with those since the newest when the later is today', () => {
    expect(writersBetween(list, 2, 'today')).toEqual({ background: [anna, karim], goals: [anna] })
    expect(writersBetween(list, 3, 'today')).toEqual({ goals: [anna] })
  })

  it('are the same whichever of the two stands first', () => {
    expect(writersBetween(list, 'today', 1)).toEqual(writersBetween(list, 1, 'today'))
    expect(writersBetween(list, 3, 1)).toEqual(writersBetween(list, 1, 3))
  })

  it('are nobody between a version and itself', () => {
    expect(writersBetween(list, 2, 2)).toEqual({})
    expect(writersBetween(list, 'today', 'today')).toEqual({})
  })

  it('are told apart by whom they act for', () => {
    const forAf = { ...anna, partyId: 'af' }
    const both = { ...list, writersSince: { goals: [anna, forAf, anna] } }
    expect(writersBetween(both, 3, 'today')).toEqual({ goals: [anna, forAf] })
    expect(everyWriter(writersBetween(both, 3, 'today'))).toHaveLength(2)
  })

  it('are named with their parties, the first of many', () => {
    expect(whosWords(texts.sv, [karim, anna], parties)).toBe('Karim (AF) och Anna (Heby)')
    const many = ['Bo', 'Eva', 'Ali', 'Kim', 'Lo'].map(name => who(name, 'heby'))
    expect(whosWords(texts.sv, many, parties)).toBe('Bo (Heby), Eva (Heby), Ali (Heby) och 2 till')
    expect(whosWords(texts.sv, [], parties)).toBe('')
  })
})

describe('An earlier version that has been brought back', () => {
  const oldestFirst = [
    version(1, 'byHand'),
    version(2, 'automatic'),
    version(3, 'beforeRestore'),
    version(4, 'restored', { restoredFrom: 1 }),
    version(5, 'automatic'),
  ]
  const { versions } = listOf(oldestFirst)
  const isKarims = ({ by }: Version) => by?.personId === karim.personId

  it('is told of with what it came from and what it took the place of, also when more has been kept since', () => {
    const found = newRestored(versions, 2, isKarims)
    expect(found?.version.number).toBe(4)
    expect(found?.fromLabel).toBe('0.1')
    expect(found?.before?.number).toBe(3)
  })

  it('is not told of twice, nor to the one who did it', () => {
    expect(newRestored(versions, 4, isKarims)).toBeNull()
    expect(newRestored(versions, 2, ({ by }) => by?.personId === anna.personId)).toBeNull()
    expect(newRestored([], 0, isKarims)).toBeNull()
  })

  it('is told of as the last of them, when there are several', () => {
    const more = listOf([...oldestFirst, version(6, 'restored', { restoredFrom: 2, by: who('Elin', 'fk') })])
    expect(newRestored(more.versions, 2, isKarims)?.version.number).toBe(6)
  })
})
