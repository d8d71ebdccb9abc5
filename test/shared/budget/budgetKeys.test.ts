import { describe, expect, it } from 'vitest'
import { amountKey, readAmountKey, readShareKey, shareKey } from '../../../shared/budget/budgetKeys.ts'
import { keyShape, rootShape } from '../../../shared/document/roots.ts'
import { form2024 } from '../../../shared/form/forms/2024/form.ts'

describe('the keys of the cells of a budget', () => {
  it('say which party and row, or which year and row', () => {
    expect(readAmountKey(amountKey('owner', 'salary-1'))).toEqual({ party: 'owner', line: 'salary-1' })
    expect(readShareKey(shareKey(2025, 'other'))).toEqual({ year: 2025, line: 'other' })
  })

  it.each([
    'constructor.salary-1',
    'owner.constructor',
    'owner.__proto__',
    'owner.',
    '.salary-1',
    'owner.salary-1.x',
    'OWNER.salary-1',
    `${'a'.repeat(41)}.salary-1`,
    'owner.salary-1\n',
  ])('are not %j', key => {
    expect(readAmountKey(key)).toBeNull()
  })

  it.each(['1989:salary-1', '2100:salary-1', '2025:constructor', '2025:', '2025.5:x', '02025:x'])(
    'are not %j',
    key => {
      expect(readShareKey(key)).toBeNull()
    },
  )

  it('leave no room for a row that would have the years of all others', () => {
    const section = form2024.sections.find(({ kind }) => kind === 'budget')
    const shape = section && rootShape(section)
    if (shape?.type !== 'fields') throw new Error('The form has no budget')
    expect(keyShape(shape, 'other')).toBeNull()
    expect(keyShape(shape, 'other-1')).toHaveProperty('item')
  })
})
