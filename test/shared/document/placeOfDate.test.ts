import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { itemsIn } from '../../../shared/document/items.ts'
import { placeOfDate } from '../../../shared/document/placeOfDate.ts'

/** Lines with these dates, in this order. */
function lines(...dates: readonly (string | null)[]) {
  const root = new Y.Doc().getMap('discussions')
  for (const [at, on] of dates.entries()) {
    const map = new Y.Map<unknown>()
    map.set('order', `a${at}`)
    map.set('removed', false)
    map.set('on', on)
    root.set(`line${at}`, map)
  }
  return itemsIn(root)
}

describe('The place of a line by its date', () => {
  it('is after those before it and those of the same day', () => {
    expect(placeOfDate(lines('2024-04-05', '2024-05-15', '2024-06-10'), '2024-05-15')).toBe(2)
    expect(placeOfDate(lines('2024-04-05'), '2024-05-15')).toBe(1)
  })

  it('is before the first that has a date, when all are later', () => {
    expect(placeOfDate(lines(null, '2024-05-15'), '2024-04-05')).toBe(1)
  })

  it('is last when none has a date, or it has none itself', () => {
    expect(placeOfDate(lines(null, null), '2024-04-05')).toBe(2)
    expect(placeOfDate(lines('2024-04-05', '2024-05-15'), 'i våras')).toBe(2)
  })

  it('goes by the first day of weeks and seasons', () => {
    expect(placeOfDate(lines('2024-04-05', '2024-W19/W20', '2024-05-15'), '2024-05-10')).toBe(2)
    expect(placeOfDate(lines('2024-02-19', '2024-04-05'), '2024-spring')).toBe(1)
  })

  it('leaves lines as people have put them: it follows the last that is not later', () => {
    expect(placeOfDate(lines('2024-W19/W20', '2024-04-29', '2024-05-15'), '2024-05-01')).toBe(2)
  })
})
