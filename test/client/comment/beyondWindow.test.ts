import { describe, expect, it } from 'vitest'
import { beyondWindow } from '../../../client/comment/beyondWindow.ts'
import { draftId } from '../../../client/editor/comments/TextComments.ts'

const card = (id: string, top: number) => ({ id, top, height: 100 })
const window = { from: 1000, to: 1800 }

describe('Comments that are not to be seen', () => {
  it('are counted above and below, and the nearest of them is known', () => {
    const cards = [card('far', 0), card('near', 850), card('under', 1900)]
    expect(beyondWindow(cards, window)).toEqual({ above: 2, below: 1, nearest: 'near' })
    expect(beyondWindow([card('far', 0), card('under', 1900)], window)).toEqual({
      above: 1,
      below: 1,
      nearest: 'under',
    })
    expect(beyondWindow([card('far', 0)], window)).toEqual({ above: 1, below: 0, nearest: 'far' })
  })

  it('are not spoken of while one reaches into the window, or when there are none', () => {
    expect(beyondWindow([card('far', 0), card('edge', 901)], window)).toBeNull()
    expect(beyondWindow([card('edge', 1799)], window)).toBeNull()
    expect(beyondWindow([], window)).toBeNull()
  })

  it('are not spoken of while a new one is written in the window, which is not counted outside it', () => {
    expect(beyondWindow([card('far', 0), card(draftId, 1200)], window)).toBeNull()
    expect(beyondWindow([card(draftId, 3000)], window)).toBeNull()
    expect(beyondWindow([card(draftId, 1900), card('under', 2100)], window)).toEqual({
      above: 0,
      below: 1,
      nearest: 'under',
    })
  })
})
