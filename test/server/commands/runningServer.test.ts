import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { Visitor } from '../../harness/rawClient.ts'
import { type ServerProcess, startServerProcess } from '../../harness/serverProcess.ts'
import { Typist, wordsOnServer } from '../sync/Typist.ts'
import { runCommand } from './runCommand.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 30_000 })

const people = ['anna', 'karim', 'elin']

let folder: string
const servers: ServerProcess[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samskriv-backup-'))
})
afterEach(async () => {
  for (const server of servers.splice(0)) await server.dispose()
  await rm(folder, { recursive: true, force: true })
})

async function start(environment: Readonly<Record<string, string>> = {}): Promise<ServerProcess> {
  // So small that what is written is moved to the documents' folders all the time.
  const server = await startServerProcess({ CHECKPOINT_BYTES: '20000', ...environment })
  servers.push(server)
  return server
}

/** The name of an ansökan as its text says it, on the server. */
async function nameOf(visitor: Visitor, id: string): Promise<unknown> {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, await visitor.state(id))
  return doc.getMap('name').get('value')
}

describe('a backup taken while people write', () => {
  it('has everything that was saved before it began, checks out, and a server can go on from it', async () => {
    const server = await start()
    const visitors = await Promise.all(people.map(name => Visitor.enter(server.origin, name)))
    const [anna] = visitors as [Visitor]
    const id = await anna.newApplication()
    const typists = visitors.map((visitor, at) => new Typist(visitor, id, `${people[at]}`, () => {}))
    await Promise.all(typists.map(typist => typist.join()))
    let isOver = false
    const typing = Promise.all(typists.map(typist => typist.type(() => isOver)))
    const saved = () => typists.flatMap(typist => typist.saved)
    const before: string[][] = []
    for (let round = 0; round < 4; round += 1) {
      const other = await anna.newApplication('2024', `Runda ${round}`)
      before.push(saved())
      const target = join(folder, `backup${round}`)
      const { code, said } = await runCommand('backup', server.dataDir, target)
      expect(said).toContain('Allt är helt')
      expect(code).toBe(0)
      expect(said).toContain(other)
      const check = await runCommand('check', target)
      expect(check.said).toContain(`Ansökan ${id} (Prov): hel`)
      expect(check.code).toBe(0)
    }
    const beside = await runCommand('check', server.dataDir)
    expect(beside.said).toContain('medan programmet är igång')
    expect(beside.code).toBe(0)
    isOver = true
    await typing
    expect(before.at(-1)?.length).toBeGreaterThan(100)
    for (const [round, words] of before.entries()) {
      const data = join(folder, `data${round}`)
      expect((await runCommand('restore', join(folder, `backup${round}`), data)).code).toBe(0)
      const restored = await start({ DATA_DIR: data })
      const kept = new Set(await wordsOnServer(anna.at(restored.origin), id))
      expect(words.filter(word => !kept.has(word))).toEqual([])
      expect((await anna.at(restored.origin).applications()).every(({ damaged }) => !damaged)).toBe(true)
    }
  })
})

describe('one document of a backup', () => {
  it('comes back beside a running server as a new one, which people see and can write in', async () => {
    const server = await start()
    const anna = await Visitor.enter(server.origin, 'anna')
    const id = await anna.newApplication('2024', 'Samverkan')
    const line = await anna.join(id)
    await line.write(doc => doc.getMap('budgetAmount').set('total', 1000))
    const backup = join(folder, 'backup')
    expect((await runCommand('backup', server.dataDir, backup)).code).toBe(0)
    await line.write(doc => doc.getMap('budgetAmount').set('total', 7))
    const known = new Set((await anna.applications()).map(application => application.id))

    const { code, said } = await runCommand('restore', backup, server.dataDir, id)
    expect(code).toBe(0)
    const found = (await anna.applications()).filter(application => !known.has(application.id))
    expect(found).toHaveLength(1)
    const [restored] = found
    expect(said).toContain(restored?.id)
    expect(restored?.name).toMatch(/^Samverkan \(återställd \d{4}-\d\d-\d\d\)$/)
    const newId = restored?.id ?? ''
    expect(await nameOf(anna, newId)).toBe(restored?.name)
    const there = await anna.join(newId)
    expect(there.doc.getMap('budgetAmount').get('total')).toBe(1000)
    // With the document she had it in, her own client id comes along; she may go on under it.
    there.doc.clientID = line.doc.clientID
    await there.write(doc => doc.getMap('budgetAmount').set('total', 2000))
    expect(line.doc.getMap('budgetAmount').get('total')).toBe(7)
    const { code: checked } = await runCommand('check', server.dataDir)
    expect(checked).toBe(0)
  })
})

describe('the commands', () => {
  it('say in a sentence what they do not do, and end with something else than 0', async () => {
    const server = await start()
    const backup = join(folder, 'backup')
    expect((await runCommand('backup', server.dataDir, backup)).code).toBe(0)
    const refusals: [Parameters<typeof runCommand>, string][] = [
      [['backup', server.dataDir, backup], 'är inte tom'],
      [['backup', server.dataDir, join(server.dataDir, 'backup')], 'ligger i varandra'],
      [['backup', join(folder, 'nowhere'), join(folder, 'other')], 'är ingen datamapp'],
      [['check', join(folder, 'nowhere')], 'är ingen datamapp'],
      [['restore', backup, server.dataDir], 'Programmet är igång på'],
      [['restore', backup, backup], 'ligger i varandra'],
      [['restore', backup, server.dataDir, 'cccccccccccc'], 'finns ingen ansökan'],
    ]
    for (const [args, words] of refusals) {
      const { code, said } = await runCommand(...args)
      expect(said).toContain(words)
      expect(said.trim().split('\n')).toHaveLength(1)
      expect(code).toBe(1)
    }
    await mkdir(join(folder, 'empty'))
    expect((await runCommand('restore', backup, join(folder, 'empty'))).code).toBe(0)
    expect((await runCommand('check', join(folder, 'empty'))).code).toBe(0)
    await mkdir(join(folder, 'full', 'documents'), { recursive: true })
    expect((await runCommand('restore', backup, join(folder, 'full'))).said).toContain('är inte tom')
    expect((await readdir(folder)).toSorted()).toEqual(['backup', 'empty', 'full'])
  })

  it('say how they are used when the arguments make no sense', async () => {
    for (const [name, ...args] of [
      ['backup'],
      ['check'],
      ['restore', 'one'],
      ['check', '--all', 'x'],
    ] as const) {
      const { code, said } = await runCommand(name, ...args)
      expect(said).toContain(`npm run ${name} -- <`)
      expect(code).toBe(2)
    }
    expect((await runCommand('backup', '--help')).code).toBe(0)
  })

  it('name the damaged document and end with 1', async () => {
    const server = await start()
    const backup = join(folder, 'backup')
    await runCommand('backup', server.dataDir, backup)
    // Not the draft of an answer, which stands among them.
    const id = (await readdir(join(backup, 'documents'))).find(id => !id.startsWith('r')) ?? ''
    const path = join(backup, 'documents', id, 'snapshot.bin')
    const bytes = await readFile(path)
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 9) ^ 4, bytes.length - 9)
    await writeFile(path, bytes)
    const { code, said } = await runCommand('check', backup)
    expect(said).toMatch(new RegExp(`Ansökan ${id} .*: FEL\\n.*${path}`))
    expect(said).toContain('Något är fel: 1 av 3 ansökningar och 1 remissvar har fel')
    expect(code).toBe(1)
    // The whole backup can still be restored: it says again which one will be closed.
    const restored = await runCommand('restore', backup, join(folder, 'data'))
    expect(restored.said).toContain(`Ansökan ${id}`)
    expect(restored.code).toBe(1)
    expect((await readdir(join(folder, 'data', 'documents'))).toSorted()).toHaveLength(4)
  })
})
