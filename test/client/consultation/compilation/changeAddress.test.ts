import { expect, it } from 'vitest'
import { changeAddress } from '../../../../client/consultation/compilation/changeAddress.ts'
import { round } from '../made.ts'

it('What was changed is seen in the comparison of the version sent with today, at its section', () => {
  expect(changeAddress('app', round(), 'purpose', true)).toBe(
    '/ansokningar/app/jamfor?fran=4&till=idag#changes-purpose',
  )
  expect(changeAddress('app', round(), 'purpose', false)).toBe(
    '/ansokningar/app/remiss/1?visa=idag#changes-purpose',
  )
})
