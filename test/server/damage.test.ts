import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DamagedDocument, DamagedFile } from '../../server/storage/damage.ts'
import { problemSchema } from '../../shared/http/problem.ts'
import { DemoServer } from '../harness/demoServer.ts'
import type { Visitor } from '../harness/rawClient.ts'

let server: DemoServer
let anna: Visitor
let id: string

beforeEach(async () => {
  server = await DemoServer.start()
  anna = await server.enter('anna')
  id = await anna.newApplication('2024', 'Den skadade')
  const line = await anna.join(id)
  await line.write(doc => doc.getMap('budgetAmount').set('total', 1_000_000))
  await line.close()
  await server.stop()
})
afterEach(async () => await server.dispose())

/** Every file of the damaged document and its bytes. */
async function filesOf(document: string): Promise<Record<string, string>> {
  const folder = join(server.dataDir, 'documents', document)
  const names = (await readdir(folder, { recursive: true, withFileTypes: true })).filter(entry =>
    entry.isFile(),
  )
  const files = names.map(async entry => {
    const bytes = await readFile(join(entry.parentPath, entry.name))
    return [entry.name, bytes.toString('hex')] as const
  })
  return Object.fromEntries(await Promise.all(files))
}

async function change(name: string, how: (bytes: Buffer) => Buffer): Promise<void> {
  const path = server.documentFile(id, name)
  await writeFile(path, how(await readFile(path)))
}

const flipped = (at: number) => (bytes: Buffer) => {
  const place = at < 0 ? bytes.length + at : at
  bytes.writeUInt8(bytes.readUInt8(place) ^ 0b0100_0000, place)
  return bytes
}
const halved = (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)

/** Ways in which a file of a document can be damaged, and the file that is named for it. */
const damages: readonly [string, string, () => Promise<void>][] = [
  ['a flipped bit in its snapshot', 'snapshot.bin', () => change('snapshot.bin', flipped(-20))],
  ['a flipped bit in its updates', 'updates.log', () => change('updates.log', flipped(-3))],
  ['half of its updates', 'updates.log', () => change('updates.log', halved)],
  ['a snapshot that is lost', 'snapshot.bin', () => rm(server.documentFile(id, 'snapshot.bin'))],
  ['half of its record', 'record.json', () => change('record.json', halved)],
  ['an empty record', 'record.json', () => change('record.json', () => Buffer.alloc(0))],
  ['a record of another kind', 'record.json', () => change('record.json', () => Buffer.from('{"id":7}'))],
  ['a form that this program does not have', 'record.json', () => change('record.json', onForm('2031'))],
  ['half of its client ids', 'clientIds.json', () => change('clientIds.json', halved)],
  ['half of its rescued text', 'rescued.json', () => change('rescued.json', halved)],
]

function onForm(formId: string) {
  return (bytes: Buffer) => Buffer.from(bytes.toString().replace('"formId": "2024"', `"formId": "${formId}"`))
}

describe('a document with', () => {
  it.each(damages)(
    '%s is closed alone and by name, and nothing of it is overwritten',
    async (_what, file, damage) => {
      await damage()
      const before = await filesOf(id)
      await server.restart()
      anna = anna.at(server.origin)

      const said = server.reports.map(({ detail }) => (detail as Error).message)
      expect(said).toHaveLength(1)
      expect(said[0]).toContain(file === 'record.json' ? id : server.documentFile(id, file))

      const list = await anna.applications()
      expect(list.filter(application => application.damaged).map(application => application.id)).toEqual([id])
      for (const rest of ['/state', '/rescued']) {
        const answer = await anna.get(`/api/applications/${id}${rest}`)
        expect(problemSchema.parse(await answer.json()).kind).toBe('damagedDocument')
      }
      expect((await anna.post(`/api/applications/${id}/images`, 'x')).status).toBe(409)
      const line = await anna.open(id)
      expect((await line.closed).reason).toBe('damagedDocument')
      expect(line.frames).toEqual([])

      for (const application of list.filter(one => !one.damaged)) {
        const other = await anna.join(application.id)
        await other.write(doc => doc.getMap('name').set('value', 'Går bra'))
        await other.close()
      }
      await server.stop()
      expect(await filesOf(id)).toEqual(before)
    },
  )

  it('a text that is damaged still says its name in the list, so that people know which one it is', async () => {
    await change('snapshot.bin', flipped(-20))
    await server.restart()
    const list = await anna.at(server.origin).applications()
    expect(list.find(application => application.id === id)).toMatchObject({
      name: 'Den skadade',
      damaged: true,
    })
    expect(server.reports[0]?.detail).toBeInstanceOf(DamagedDocument)
  })

  it('its files restored opens again at the next start, as it was', async () => {
    const whole = await readFile(server.documentFile(id, 'snapshot.bin'))
    await change('snapshot.bin', flipped(-20))
    await server.restart()
    await server.stop()
    await writeFile(server.documentFile(id, 'snapshot.bin'), whole)
    await server.restart()
    const line = await anna.at(server.origin).join(id)
    expect(line.doc.getMap('budgetAmount').get('total')).toBe(1_000_000)
    await line.close()
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
      const path = join(server.dataDir, 'sessions.json')
      const whole = await readFile(path)
      await writeFile(path, text)
      const starting = DemoServer.start({}, server.dataDir)
      await expect(starting).rejects.toThrow(DamagedFile)
      await expect(starting).rejects.toThrow(path)
      expect(await readFile(path, 'utf8')).toBe(text)
      await writeFile(path, whole)
      await server.restart()
      expect((await anna.at(server.origin).get('/api/applications')).status).toBe(200)
    },
  )
})
