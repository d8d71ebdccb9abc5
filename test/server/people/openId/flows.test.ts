import { beforeEach, describe, expect, it } from 'vitest'
import { Flows, flowLastsMs } from '../../../../server/people/ways/openId/Flows.ts'

const flow = { partyId: 'heby', verifier: 'verifier', nonce: 'nonce', to: '/' }

let now: number
let flows: Flows
beforeEach(() => {
  now = 0
  flows = new Flows(() => now)
  flows.keep('state', 'browser', flow)
})

describe('A sign-in that has been begun', () => {
  it('is taken once', () => {
    expect(flows.take('state', 'browser')).toMatchObject(flow)
    expect(flows.take('state', 'browser')).toBe('signInOver')
  })

  it('is there for ten minutes and not longer', () => {
    flows.keep('later', 'browser', flow)
    now = flowLastsMs
    expect(flows.take('state', 'browser')).toMatchObject(flow)
    now += 1
    expect(flows.take('later', 'browser')).toBe('signInOver')
    expect(flowLastsMs).toBe(600_000)
  })

  it('is neither taken nor spent by another browser, or by one that says nothing', () => {
    expect(flows.take('state', 'another')).toBe('otherBrowser')
    expect(flows.take('state', null)).toBe('otherBrowser')
    expect(flows.take('state', 'browser')).toMatchObject(flow)
  })

  it('is forgotten when there are too many after it, and they are not', () => {
    for (let other = 1; other <= 10_000; other += 1) flows.keep(`state ${other}`, 'browser', flow)
    expect(flows.take('state', 'browser')).toBe('signInOver')
    expect(flows.take('state 1', 'browser')).toMatchObject(flow)
    expect(flows.take('state 10000', 'browser')).toMatchObject(flow)
  })
})
