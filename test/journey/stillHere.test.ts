import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { decodeFrame } from '../../shared/sync/frame.ts'
import { World } from '../harness/world.ts'
import { eventually } from './eventually.ts'

let world: World
beforeAll(async () => {
  world = await World.begin()
})
afterAll(async () => await world.end())
afterEach(() => expect(world.faults.splice(0)).toEqual([]))

describe('Somebody who only reads', () => {
  it('is heard of when she moves, once a minute, so that her session does not run out under her', async () => {
    const anna = await world.seat('anna')
    const id = await world.newApplication(anna, '2024')
    let said = 0
    anna.page.on('websocket', socket =>
      socket.on('framesent', ({ payload }) => {
        if (decodeFrame(new Uint8Array(Buffer.from(payload)))?.kind === 'presence') said += 1
      }),
    )
    await anna.page.clock.install()
    await anna.open(id)
    await eventually(async () => said).toBeGreaterThan(0)
    for (let minute = 0; minute < 2; minute += 1) {
      const before = said
      await anna.page.clock.fastForward(61_000)
      await anna.page.mouse.move(300 + minute, 300)
      await anna.page.mouse.move(310 + minute, 320)
      await eventually(async () => said).toBe(before + 1)
    }
  })
})
