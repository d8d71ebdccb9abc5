import { expect, it } from 'vitest'
import type * as Y from 'yjs'
import { newDocument } from '../../../../server/document/newDocument.ts'
import { Moving } from '../../../../server/import/move/Moving.ts'
import { DiskFault } from '../../../../server/storage/diskFault.ts'
import { form2022 } from '../../../../shared/form/forms/2022/form.ts'
import { demoMe } from '../../../harness/demoMe.ts'

/** What moves one ansökan, whose room has something on its way to the disk. */
function moving() {
  const { doc } = newDocument(form2022, { name: { kind: 'text', value: 'Stöd på väg' } })
  let land = () => {}
  const settled = new Promise<void>(resolve => {
    land = resolve
  })
  let broken: DiskFault | null = null
  const room = {
    settled,
    look: async <T>(at: (doc: Y.Doc) => T): Promise<T> => {
      if (broken) throw broken
      return at(doc)
    },
  }
  const standing = { role: 'ownerEditor', state: 'draft', adviceIsOpen: false, textIsOpen: false }
  const parts = {
    applications: { find: () => ({ form: form2022 }) },
    access: { standingOf: () => standing },
    starting: { require: () => {} },
    rooms: { withRoom: async <T>(_id: string, work: (of: typeof room) => Promise<T>) => await work(room) },
  }
  return {
    // What these two tests do not reach is not there.
    moving: new Moving(parts as never),
    land,
    breakDown: () => {
      broken = new DiskFault(Object.assign(new Error('i/o error'), { code: 'EIO' }))
    },
  }
}

it('What an ansökan would be on a newer form is told when all that it is told of is on disk', async () => {
  const { moving: it, land } = moving()
  let isTold = false
  const told = it.read('id', demoMe('anna'), '2024').then(read => {
    isTold = true
    return read
  })
  await new Promise(setImmediate)
  expect(isTold).toBe(false)
  land()
  expect((await told).read.form.sections.name).toEqual({ kind: 'text', value: 'Stöd på väg' })
})

it('It is not told of what the disk has refused', async () => {
  const { moving: it, land, breakDown } = moving()
  const told = it.read('id', demoMe('anna'), '2024')
  await new Promise(setImmediate)
  breakDown()
  land()
  await expect(told).rejects.toBeInstanceOf(DiskFault)
})
