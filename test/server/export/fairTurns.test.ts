import { describe, expect, it } from 'vitest'
import { FairTurns } from '../../../server/export/FairTurns.ts'
import { asking } from './asking.ts'

const limits = { together: 1, mostWaiting: 20, mostOfOne: 10 }

/** Turns that are noted in the order they come, each until it is said to be over. */
class Noted {
  readonly order: string[] = []
  readonly #turns: FairTurns
  readonly #overs: (() => void)[] = []

  constructor(turns: FairTurns) {
    this.#turns = turns
  }

  ask(personId: string, gone = asking().gone): Promise<void> {
    return this.#turns.begin({ personId, gone }).then(over => {
      this.order.push(personId)
      this.#overs.push(over)
    })
  }

  /** Ends the turns that there are, and those that come of it, until nobody has one. */
  async endAll(): Promise<void> {
    await settled()
    for (let over = this.#overs.shift(); over; over = this.#overs.shift()) {
      over()
      await settled()
    }
  }
}

/** Everything that was ready to go on has gone on. */
async function settled(): Promise<void> {
  await new Promise(resolve => setImmediate(resolve))
}

describe('turns', () => {
  it('come to everybody who waits before anybody has a second one', async () => {
    const turns = new Noted(new FairTurns(limits))
    const all = ['anna', 'anna', 'anna', 'anna', 'karim', 'elin', 'karim'].map(who => turns.ask(who))
    await turns.endAll()
    await Promise.all(all)
    expect(turns.order).toEqual(['anna', 'karim', 'elin', 'anna', 'karim', 'anna', 'anna'])
  })

  it('are never two of the same person at the same time, though there is room', async () => {
    const turns = new Noted(new FairTurns({ ...limits, together: 2 }))
    const all = ['anna', 'anna', 'karim'].map(who => turns.ask(who))
    await settled()
    expect(turns.order).toEqual(['anna', 'karim'])
    await turns.endAll()
    await Promise.all(all)
  })

  it('do not come to whoever has gone meanwhile, nor hold up others for her', async () => {
    const turns = new Noted(new FairTurns(limits))
    const first = turns.ask('anna')
    const [browser, closed] = [new AbortController(), new AbortController()]
    const gone = turns.ask('karim', browser.signal)
    const stays = turns.ask('elin')
    browser.abort()
    await expect(gone).rejects.toMatchObject({ kind: 'malformedRequest' })
    closed.abort()
    await expect(turns.ask('sofia', closed.signal)).rejects.toMatchObject({ kind: 'malformedRequest' })
    await turns.endAll()
    await Promise.all([first, stays])
    expect(turns.order).toEqual(['anna', 'elin'])
  })

  it('are waited for by no more than there may be, of all and of one', async () => {
    const turns = new Noted(new FairTurns({ together: 1, mostWaiting: 3, mostOfOne: 2 }))
    const taken = ['anna', 'anna', 'anna'].map(who => turns.ask(who))
    await expect(turns.ask('anna')).rejects.toMatchObject({ kind: 'tooManyAttempts', retryAfterSeconds: 10 })
    taken.push(turns.ask('karim'))
    await expect(turns.ask('elin')).rejects.toMatchObject({ kind: 'tooManyAttempts' })
    await turns.endAll()
    await Promise.all(taken)
    await expect(Promise.race([turns.ask('elin'), settled()])).resolves.toBeUndefined()
    expect(turns.order.at(-1)).toBe('elin')
  })

  it('leave room again when somebody who waited has gone', async () => {
    const turns = new Noted(new FairTurns({ together: 1, mostWaiting: 1, mostOfOne: 1 }))
    const first = turns.ask('anna')
    const browser = new AbortController()
    const gone = turns.ask('karim', browser.signal)
    browser.abort()
    await expect(gone).rejects.toThrow()
    const next = turns.ask('karim')
    await turns.endAll()
    await Promise.all([first, next])
    expect(turns.order).toEqual(['anna', 'karim'])
  })
})
