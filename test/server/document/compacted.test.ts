import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { DemoServer } from '../../harness/demoServer.ts'

vi.setConfig({ testTimeout: 60_000 })

it('a document that many have written in is a verified snapshot when the program has stopped, and reads the same', async () => {
  const server = await DemoServer.start()
  const anna = await server.enter('anna')
  const id = await anna.newApplication()
  const line = await anna.join(id)
  for (let word = 0; word < 250; word += 1) line.doc.getMap('budgetAmount').set('total', word)
  await line.saved()
  await line.close()
  await server.stop()
  const folder = join(server.dataDir, 'documents', id)
  const names = await readdir(folder)
  // Nothing but the file's header: every update is in the snapshot, and what it replaced is kept.
  expect((await stat(join(folder, 'updates.log'))).size).toBe(16)
  const kept = names.filter(name => /^(snapshot|updates)-\d{4}-\d\d-\d\d\./.test(name))
  expect(kept).toHaveLength(2)
  expect(names.filter(name => name.endsWith('.new'))).toEqual([])
  const [oldUpdates = ''] = kept.filter(name => name.startsWith('updates'))
  expect((await readFile(join(folder, oldUpdates))).length).toBeGreaterThan(250 * 60)
  await server.restart()
  const again = await anna.at(server.origin).join(id)
  expect(again.doc.getMap('budgetAmount').get('total')).toBe(249)
  await again.close()
  await server.dispose()
})
