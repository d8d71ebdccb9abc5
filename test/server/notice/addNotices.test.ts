import { describe, expect, it } from 'vitest'
import { addNotices, atOnceMost, keptMost } from '../../../server/notice/addNotices.ts'
import {
  type KeptNotice,
  type NoticesFile,
  noNotices,
  noticesFileSchema,
} from '../../../server/notice/noticesFile.ts'
import { at, notice } from './made.ts'

const now = Date.parse(at)
const minute = 60_000

function fileWith(notices: NoticesFile['notices']): NoticesFile {
  return { ...structuredClone(noNotices), notices }
}

describe('what a person is told', () => {
  it('is the same told twice', () => {
    const file = fileWith([])
    addNotices(file, [notice(1)], now)
    addNotices(file, [notice(1), notice(2)], now)
    expect(file.notices).toEqual([notice(1), notice(2)])
  })

  it('becomes what says more of the same, as something new', () => {
    const file = fileWith([notice(1, { kind: 'answered', isRead: true, letter: null }), notice(2)])
    addNotices(file, [notice(1)], now)
    expect(file.notices).toEqual([notice(2), notice(1)])
  })

  it('stays what it is when less is said of the same, or is read', () => {
    const file = fileWith([notice(1, { isRead: true, letter: null })])
    addNotices(file, [notice(1, { kind: 'commented', letter: 'digest' }), notice(1)], now)
    expect(file.notices).toEqual([notice(1, { isRead: true, letter: null })])
  })

  it('keeps the letter that waits when what says more has none', () => {
    const file = fileWith([notice(1, { kind: 'commented', letter: 'digest' })])
    addNotices(file, [notice(1, { letter: null })], now)
    expect(file.notices).toEqual([notice(1, { letter: 'digest' })])
  })

  it('is so much and no more: what is read goes first, then what no letter waits for, the oldest of them', () => {
    const told = { letter: null }
    const file = fileWith([
      notice(1),
      notice(2, told),
      notice(3, { ...told, isRead: true }),
      ...Array.from({ length: keptMost - 3 }, (_, index) => notice(10 + index, told)),
    ])
    addNotices(file, [notice(4, told)], now)
    expect(file.notices.slice(0, 3)).toEqual([notice(1), notice(2, told), notice(10, told)])
    addNotices(file, [notice(5, told)], now)
    expect(file.notices.slice(0, 3)).toEqual([notice(1), notice(10, told), notice(11, told)])
    expect(file.notices).toHaveLength(keptMost)
    expect(noticesFileSchema.parse(file)).toEqual(file)
  })
})

describe('what a thread is', () => {
  const of = (number: number, changed: Parameters<typeof notice>[1] = {}) =>
    notice(number, { kind: 'assigned', ...changed })

  it('is said once while she has not read it, as the last thing that was done', () => {
    const file = fileWith([])
    addNotices(file, [of(1)], now)
    addNotices(file, [notice(2)], now)
    addNotices(file, [of(3, { by: 'elin@fk' })], now)
    // The letter about the first may be on its way.
    expect(file.notices).toEqual([notice(2), of(3, { by: 'elin@fk', letter: 'digest' })])
  })

  it('is gathered when it changes after she has had her letter, and she has not read it', () => {
    const file = fileWith([of(1, { letter: null })])
    addNotices(file, [of(2)], now + 24 * 60 * minute)
    expect(file.notices).toEqual([of(2, { letter: 'digest' })])
  })

  it('has no letter afterwards when she wants none', () => {
    const file = fileWith([of(1, { letter: null })])
    addNotices(file, [of(2, { letter: null })], now)
    expect(file.notices).toEqual([of(2, { letter: null })])
  })

  it('is of one thread, as one thing, of one ansökan', () => {
    const others = [
      of(2, { threadId: 'other0000000' }),
      of(3, { applicationId: 'b1b2c3d4e5f60718' }),
      of(4, { kind: 'resolved', letter: 'digest' }),
    ]
    const file = fileWith([])
    addNotices(file, [of(1), ...others], now)
    expect(file.notices).toEqual([of(1), ...others])
  })

  it('is a letter at once only once in a quarter of an hour, also when she has read it or it was taken back', () => {
    const file = fileWith([])
    addNotices(file, [of(1)], now)
    file.notices = []
    addNotices(file, [of(2)], now + 14 * minute)
    expect(file.notices).toEqual([of(2, { letter: 'digest' })])
    file.notices = []
    addNotices(file, [of(3)], now + 15 * minute)
    expect(file.notices).toEqual([of(3)])
  })
})

describe('letters at once', () => {
  const numbers = (from: number, count: number) => Array.from({ length: count }, (_, index) => from + index)

  it('are so many in a quarter of an hour about one ansökan; what comes then is gathered', () => {
    const file = fileWith([])
    const hers = numbers(1, 60).map(number => notice(number))
    const other = notice(100, { applicationId: 'b1b2c3d4e5f60718' })
    addNotices(file, [...hers, other], now)
    const gathered = hers.slice(atOnceMost).map(one => ({ ...one, letter: 'digest' }))
    expect(file.notices).toEqual([...hers.slice(0, atOnceMost), ...gathered, other])
    addNotices(file, [notice(200)], now + 15 * minute)
    expect(file.notices.at(-1)).toEqual(notice(200))
    expect(noticesFileSchema.parse(file)).toEqual(file)
  })

  it('that have been decided do not count twice, and none is held back by a clock that was wrong', () => {
    const file = fileWith([])
    for (let time = 0; time < 3; time += 1) {
      file.notices = []
      addNotices(
        file,
        numbers(1, atOnceMost).map(number => notice(number)),
        now,
      )
      expect(file.notices.every(({ letter }) => letter !== 'digest')).toBe(true)
    }
    addNotices(file, [notice(50)], now - 24 * 60 * minute)
    expect(file.notices.at(-1)).toEqual(notice(50))
  })
})

it('nobody drives out what others have said: of what is unread half is left to them', () => {
  const told = { letter: null }
  const others = Array.from({ length: 100 }, (_, index) => notice(index + 1, { ...told, by: 'elin@fk' }))
  const file = fileWith(others)
  for (let number = 1000; number < 1000 + 2 * keptMost; number += 1) {
    addNotices(file, [notice(number, { letter: 'digest' })], now)
  }
  expect(file.notices).toHaveLength(keptMost)
  expect(file.notices.slice(0, 100)).toEqual(others)
  // The newest of hers are those that are left.
  expect(file.notices.at(-1)).toEqual(notice(1000 + 2 * keptMost - 1, { letter: 'digest' }))
})

describe('reminders of a round', () => {
  const reminder = (number: number, at: string, changed: Partial<KeptNotice> = {}): KeptNotice =>
    notice(number, {
      ...{ kind: 'roundReminder', threadId: null, postId: null, at },
      round: { number: 1, what: 'soon' },
      ...changed,
    })
  const first = reminder(1, '2024-05-21T06:00:00.000Z')
  const second = reminder(2, '2024-05-24T06:00:00.000Z')

  it('are one while it is unread: the newest, with a letter of its own', () => {
    const file = structuredClone(noNotices)
    addNotices(file, [first], now)
    addNotices(file, [second], now)
    expect(file.notices).toEqual([second])
  })

  it('that are told again after a stop do not come after the newest, though that has been read', () => {
    const file = structuredClone(noNotices)
    addNotices(file, [first, second], now)
    for (const notice of file.notices) notice.isRead = true
    addNotices(file, [first, second], now)
    expect(file.notices.map(({ id }) => id)).toEqual([second.id])
  })

  it('of another round stand beside it', () => {
    const file = structuredClone(noNotices)
    addNotices(file, [first, { ...second, round: { number: 2, what: 'soon' } }], now)
    expect(file.notices).toHaveLength(2)
  })

  it('go by letter at once, however many others have', () => {
    const file = structuredClone(noNotices)
    const others = Array.from({ length: atOnceMost }, (_, number) => notice(10 + number))
    addNotices(file, [...others, first], now)
    expect(file.notices.at(-1)?.letter).toBe(first.letter)
  })
})
