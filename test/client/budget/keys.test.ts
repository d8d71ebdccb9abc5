import { describe, expect, it } from 'vitest'
import { actOf, type Key, type Typing } from '../../../client/budget/grid/keys.ts'

function press(words: string, typing: Typing = null, fillsIn = false) {
  const parts = words.split('+')
  const key: Key = {
    key: parts.at(-1) ?? '',
    shiftKey: parts.includes('Shift'),
    ctrlKey: parts.includes('Ctrl'),
    metaKey: parts.includes('Meta'),
    altKey: parts.includes('Alt'),
  }
  return actOf(key, typing, fillsIn)
}

describe('A key in the grid', () => {
  it('moves with the arrows, and selects with Shift', () => {
    expect(press('ArrowDown')).toEqual({ is: 'move', rows: 1, columns: 0, extends: false })
    expect(press('Shift+ArrowLeft')).toEqual({ is: 'move', rows: 0, columns: -1, extends: true })
  })

  it('goes to the edges with Home, End and Ctrl', () => {
    expect(press('Home')).toEqual({ is: 'edge', to: 'rowStart', extends: false })
    expect(press('Ctrl+Home')).toEqual({ is: 'edge', to: 'start', extends: false })
    expect(press('Ctrl+Shift+End')).toEqual({ is: 'edge', to: 'end', extends: true })
    expect(press('Ctrl+ArrowRight')).toEqual({ is: 'edge', to: 'rowEnd', extends: false })
    expect(press('PageDown')).toEqual({ is: 'page', by: 1, extends: false })
  })

  it.each(['7', 'å', ' ', 'Dead'])('%s begins typing over what stands there', key => {
    expect(press(key)).toEqual({ is: 'edit', how: 'over' })
  })

  it.each(['Enter', 'F2'])('%s goes on with what stands there', key => {
    expect(press(key)).toEqual({ is: 'edit', how: 'into' })
  })

  it('empties with Delete and Backspace', () => {
    expect(press('Delete')).toEqual({ is: 'empty' })
    expect(press('Backspace')).toEqual({ is: 'empty' })
  })

  it('moves the row with Alt and Shift, and opens its menu', () => {
    expect(press('Alt+Shift+ArrowUp')).toEqual({ is: 'moveRow', by: -1 })
    expect(press('Shift+F10')).toEqual({ is: 'menu' })
    expect(press('ContextMenu')).toEqual({ is: 'menu' })
  })

  it('leaves the grid by Tab, unless she is filling in', () => {
    expect(press('Tab')).toBeNull()
    expect(press('Tab', null, true)).toEqual({ is: 'next', to: 'right' })
    expect(press('Shift+Tab', null, true)).toEqual({ is: 'next', to: 'left' })
  })

  it.each(['Ctrl+c', 'Ctrl+v', 'Ctrl+x', 'Ctrl+z', 'Meta+z', 'Ctrl+s', 'Alt+7', 'Ctrl+Tab', 'F5'])(
    '%s is the page’s or the browser’s',
    keys => expect(press(keys)).toBeNull(),
  )
})

describe('A key while typing', () => {
  it.each(['over', 'into'] as const)('finishes with Enter and Tab, typing %s', typing => {
    expect(press('Enter', typing)).toEqual({ is: 'finish', go: 'down' })
    expect(press('Shift+Enter', typing)).toEqual({ is: 'finish', go: 'up' })
    expect(press('Tab', typing)).toEqual({ is: 'finish', go: 'right' })
    expect(press('Shift+Tab', typing)).toEqual({ is: 'finish', go: 'left' })
    expect(press('Escape', typing)).toEqual({ is: 'giveBack' })
    expect(press('Ctrl+s', typing)).toEqual({ is: 'finish', go: 'stay' })
  })

  it('finishes with an arrow what is typed over, and moves the caret in what is typed into', () => {
    expect(press('ArrowUp', 'over')).toEqual({ is: 'finish', go: 'up' })
    expect(press('ArrowLeft', 'into')).toBeNull()
    expect(press('Shift+ArrowLeft', 'over')).toBeNull()
  })

  it.each(['7', 'Backspace', 'Delete', 'Home', 'Ctrl+z', 'Ctrl+a'])('leaves %s to the text', keys => {
    expect(press(keys, 'over')).toBeNull()
    expect(press(keys, 'into')).toBeNull()
  })
})
