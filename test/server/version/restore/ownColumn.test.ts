import { expect, it } from 'vitest'
import type * as Y from 'yjs'
import { Restoring } from '../../../../server/version/restore/Restoring.ts'
import type { VersionDoor, VersionedHere } from '../../../../server/version/VersionDoor.ts'
import { form2024 } from '../../../../shared/form/forms/2024/form.ts'
import type { WritableKeys } from '../../../../shared/people/closedSection.ts'
import { demoMe } from '../../../harness/demoMe.ts'
import { KeptByHand } from '../KeptByHand.ts'

/** Restoring by somebody who may write this of the section `background`, and all of the others. */
function restoringOf(kept: KeptByHand, background: WritableKeys): Promise<unknown> {
  const here = { id: kept.id, me: demoMe('anna'), open: { form: form2024 } } as VersionedHere
  const door = { enter: () => here, note: async () => {} } as unknown as VersionDoor
  const sections = new Map<string, WritableKeys>(form2024.sections.map(({ key }) => [key, 'all']))
  const rooms = {
    withRoom: async (_: string, act: (room: never) => unknown) =>
      act({ look: async (at: (doc: Y.Doc) => unknown) => at(kept.doc) } as never),
    write: async (_: string, __: unknown, change: (doc: Y.Doc) => unknown) =>
      kept.doc.transact(() => change(kept.doc)),
  }
  const access = { writable: () => sections.set('background', background) }
  const parts = { versions: kept.versions, rooms, access, door, restored: async () => {} } as never
  return new Restoring(parts).restore(here, 1, '')
}

it('whoever may write only a part of a section does not bring back what it said', async () => {
  const kept = await KeptByHand.begin()
  await kept.byHand('Ett')
  kept.writes('karim', 'Två.')
  await expect(restoringOf(kept, () => true)).rejects.toMatchObject({
    kind: 'sectionsClosed',
    fields: ['background'],
  })
  expect(await kept.list()).toEqual(['byHand 0.1.0'])
  await restoringOf(kept, 'all')
  expect((await kept.list()).at(-1)).toContain('restored')
})
