import { expect } from 'vitest'
import * as Y from 'yjs'
import type { Refusal } from '../../../../shared/sync/refusal.ts'
import type { GuardedHouse } from './guardedHouse.ts'

/** Expects that the update is refused for this reason, and that nothing of it can get in. */
export function expectRefused(house: GuardedHouse, update: Uint8Array, refusal: Refusal): void {
  const before = Y.encodeStateAsUpdate(house.doc)
  expect(house.check(update)).toEqual({ ok: false, refusal })
  expect(() => house.guarded.apply(update)).toThrow('checked')
  expect(Y.encodeStateAsUpdate(house.doc)).toEqual(before)
}
