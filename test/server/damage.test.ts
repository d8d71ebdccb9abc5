import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { jsonLine } from '../../server/operations/logLine.ts'
import { DamagedFile } from '../../server/storage/damage.ts'
import { problemSchema } from '../../shared/http/problem.ts'
import { DemoServer } from '../harness/demoServer.ts'
import type { Visitor } from '../harness/rawClient.ts'

let server: DemoServer
let anna: Visitor

const flipped = (at: number) => (bytes: Buffer) => {
  const place = bytes.length - at
  bytes.writeUInt8(bytes.readUInt8(place) ^ 0b0100_0000, place)
  return bytes
}
const halved = (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)
const onAnotherForm = (bytes: Buffer) =>
  Buffer.from(bytes.toString().replace('"formId": "2024"', '"formId": "2031"'))

/** Ways in which a document can be damaged: the file, and what becomes of its bytes (null: it is lost). */
const damages: readonly [string, string, ((bytes: Buffer) => Buffer) | null][] = [
  ['a flipped bit in its snapshot', 'snapshot.bin', flipped(20)],
  ['a snapshot that is lost', 'snapshot.bin', null],
  ['a flipped bit in its updates', 'updates.log', flipped(3)],
  ['half of its updates', 'updates.log', halved],
  ['half of its record', 'record.json', halved],
  ['an empty record', 'record.json', () => Buffer.alloc(0)],
  ['a record of another kind', 'record.json', () => Buffer.from('{"id":7}')],
  ['a form that this program does not have', 'record.json', onAnotherForm],
  ['half of its client ids', 'clientIds.json', halved],
  ['half of its rescued text', 'rescued.json', halved],
  ['half of its comments', 'comments.json', halved],
  ['half of its rounds', 'rounds.json', halved],
]

/** The ids of the damaged documents, by what is wrong with them, and their files as they were damaged. */
const damaged = new Map<string, { readonly id: string; readonly files: Readonly<Record<string, string>> }>()

beforeAll(async () => {
  server = await DemoServer.start()
  anna = await server.enter('anna')
  const ids = new Map<string, string>()
  for (const [what] of damages) {
    const id = await anna.newApplication('2024', what)
    const line = await anna.join(id)
    await line.write(doc => doc.getMap('budgetAmount').set('total', 1_000_000))
    await line.close()
    ids.set(what, id)
  }
  await server.stop()
  for (const [what, file, damage] of damages) {
    const id = ids.get(what) ?? ''
    const path = server.documentFile(id, file)
    if (damage) await writeFile(path, damage(await readFile(path)))
    else await rm(path)
    damaged.set(what, { id, files: await filesOf(id) })
  }
  await server.restart()
  anna = anna.at(server.origin)
})
afterAll(async () => await server.dispose())

/** Every file of a document and its bytes. */
async function filesOf(id: string): Promise<Record<string, string>> {
  const folder = join(server.dataDir, 'documents', id)
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries
    .filter(entry => entry.isFile())
    .map(async ({ name, parentPath }) => [name, (await readFile(join(parentPath, name))).toString('hex')])
  return Object.fromEntries(await Promise.all(files))
}

const idOf = (what: string) => damaged.get(what)?.id ?? ''

describe('a document with', () => {
  it.each(damages)('%s is closed, and whoever runs the program is told of the file', async (what, file) => {
    const id = idOf(what)
    const said = server.log.map(event => jsonLine(event, new Date())).filter(line => line.includes(id))
    expect(said).toHaveLength(1)
    expect(said[0]).toContain(join(id, file))

    const application = (await anna.applications()).find(one => one.id === id)
    expect(application?.damaged).toBe(true)
    for (const rest of ['/state', '/rescued', '/comments']) {
      const answer = await anna.get(`/api/applications/${id}${rest}`)
      expect(problemSchema.parse(await answer.json()).kind).toBe('damagedDocument')
    }
    expect((await anna.post(`/api/applications/${id}/images`, 'x')).status).toBe(409)
    const line = await anna.open(id)
    expect((await line.closed).reason).toBe('damagedDocument')
    expect(line.frames).toEqual([])
  })

  it('a text that cannot be read still has its name in the list, so that people know which one it is', async () => {
    const what = 'a flipped bit in its snapshot'
    expect((await anna.applications()).find(one => one.id === idOf(what))?.name).toBe(what)
  })
})

describe('damaged documents', () => {
  it('take none of the others along', async () => {
    const whole = (await anna.applications()).filter(application => !application.damaged)
    expect(whole).toHaveLength(3)
    for (const { id } of whole) {
      const line = await anna.join(id)
      await line.write(doc => doc.getMap('name').set('value', 'Går bra'))
      await line.close()
    }
  })

  it('are as they were when the program has been stopped and started again', async () => {
    await server.restart()
    anna = anna.at(server.origin)
    for (const { id, files } of damaged.values()) expect(await filesOf(id)).toEqual(files)
    expect((await anna.applications()).filter(application => application.damaged)).toHaveLength(
      damages.length,
    )
  })

  it('open again, as they were, when their files have been restored', async () => {
    const id = idOf('a flipped bit in its updates')
    const path = server.documentFile(id, 'updates.log')
    await server.stop()
    await writeFile(path, flipped(3)(await readFile(path)))
    await server.restart()
    anna = anna.at(server.origin)
    const line = await anna.join(id)
    expect(line.doc.getMap('budgetAmount').get('total')).toBe(1_000_000)
    await line.close()
    await server.stop()
    await writeFile(path, flipped(3)(await readFile(path)))
    await server.restart()
    anna = anna.at(server.origin)
  })
})

describe('a file that everything needs', () => {
  it.each<[string, string]>([
    ['cut', '{"sessions": {'],
    ['empty', ''],
    ['of another kind', '{"sessions": []}'],
    ['with a way to the prototype', '{"sessions": {}, "__proto__": {"admin": true}}'],
  ])(
    'stops the start when it is %s, with a sentence that names it, and is left as it is',
    async (_what, text) => {
      await server.stop()
      const path = join(server.dataDir, 'sessions.json')
      const whole = await readFile(path)
      await writeFile(path, text)
      const starting = DemoServer.start({}, server.dataDir)
      await expect(starting).rejects.toThrow(DamagedFile)
      await expect(starting).rejects.toThrow(path)
      await expect(starting).rejects.toThrow('Ta bort den och starta om')
      expect(await readFile(path, 'utf8')).toBe(text)
      await writeFile(path, whole)
      await server.restart()
      anna = anna.at(server.origin)
      expect((await anna.get('/api/applications')).status).toBe(200)
    },
  )
})
