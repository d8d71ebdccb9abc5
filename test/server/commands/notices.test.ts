import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { checkFolder } from '../../../server/commands/checkFolder.ts'
import { copyFolder } from '../../../server/commands/copyFolder.ts'
import { nodeFileSystem } from '../../../server/storage/nodeFileSystem.ts'
import { DemoServer } from '../../harness/demoServer.ts'

let server: DemoServer
let copy: string
beforeAll(async () => {
  server = await DemoServer.start()
  copy = `${server.dataDir}-copy`
  const karim = await server.enter('karim')
  await karim.put('/api/notices/settings', {
    ...((await (await karim.get('/api/notices/settings')).json()) as object),
    watched: [],
  })
})
afterAll(async () => {
  await server.dispose()
  await rm(copy, { recursive: true, force: true })
})

it('a backup has what people have been told, and a check says when that is damaged or gone', async () => {
  const { problems } = await copyFolder(nodeFileSystem, server.dataDir, copy, {
    madeAt: '2026-11-22T09:00:00.000Z',
  })
  expect(problems).toEqual([])
  const file = (root: string) => join(root, 'notices', 'karim.json')
  expect(await readFile(file(copy), 'utf8')).toBe(await readFile(file(server.dataDir), 'utf8'))
  await writeFile(file(copy), '{ "notices": 7 }')
  const damaged = (await checkFolder(nodeFileSystem, copy)).problems
  expect(damaged.filter(problem => problem.includes(file(copy)))).toHaveLength(1)
  await rm(file(copy))
  expect((await checkFolder(nodeFileSystem, copy)).problems).toEqual([`Filen ${file(copy)} saknas.`])
})
