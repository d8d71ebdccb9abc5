import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { Restoring } from '../../../../server/version/restore/Restoring.ts'
import type { VersionDoor, VersionedHere } from '../../../../server/version/VersionDoor.ts'
import { form2024 } from '../../../../shared/form/forms/2024/form.ts'
import { demoMe } from '../../../harness/demoMe.ts'
import { KeptByHand } from '../KeptByHand.ts'
import { loaded } from './House.ts'

/** Restoring in a room that writes, or refuses when the disk does. */
function restoringOf(kept: KeptByHand, diskRefuses: boolean): (number: number) => Promise<unknown> {
  const here = { id: kept.id, me: demoMe('anna'), open: { form: form2024 } } as VersionedHere
  const door = { enter: () => here, note: async () => {} } as unknown as VersionDoor
  const sections = new Map(form2024.sections.map(({ key }) => [key, 'all']))
  const rooms = {
    withRoom: async (_: string, act: (room: never) => unknown) =>
      act({ look: async (at: (doc: Y.Doc) => unknown) => at(kept.doc) } as never),
    write: async (_: string, __: unknown, change: (doc: Y.Doc) => unknown) => {
      if (!diskRefuses) return kept.doc.transact(() => change(kept.doc))
      // It was written in the room, and nobody has seen it.
      change(loaded(Y.encodeStateAsUpdate(kept.doc)))
      throw new Error('The disk is full')
    },
  }
  const access = { writable: () => sections }
  const restoring = new Restoring({
    versions: kept.versions,
    rooms,
    access,
    door,
    restored: async () => {},
  } as never)
  return number => restoring.restore(here, number, '')
}

it('a version whose text the disk refuses is in no list, and what had been written is in the next', async () => {
  const kept = await KeptByHand.begin()
  await kept.byHand('Ett')
  kept.writes('karim', 'Två.')
  await kept.byHand('Två')
  kept.writes('elin', 'Tre.')
  await expect(restoringOf(kept, true)(1)).rejects.toThrow('full')
  expect(await kept.list()).toEqual(['byHand 0.1.0', 'byHand 0.2.0', 'beforeRestore 0.2.1'])
  await restoringOf(kept, false)(1)
  const [, , before, restored] = await kept.versions.list(kept.id)
  expect(before?.writers).toEqual({ background: ['elin@heby'] })
  expect(restored).toMatchObject({
    reason: 'restored',
    restoredFrom: 1,
    writers: { background: ['anna@heby'] },
  })
})
