import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import type { NoticesFile } from '../../../server/notice/noticesFile.ts'
import { noticesSchema } from '../../../shared/http/notices.ts'
import { DemoServer } from '../../harness/demoServer.ts'
import type { Visitor } from '../../harness/rawClient.ts'
import { Said } from '../comment/said.ts'

const minute = 60_000

let server: DemoServer
let anna: Visitor
let karim: Visitor
/** Ansökningar that Karim watches. */
let id: string
let lost: string

const path = () => join(server.dataDir, 'notices', 'karim.json')
const kept = async () => JSON.parse(await readFile(path(), 'utf8')) as NoticesFile

/** What he has been told by mail; that he was let in is another letter, which may come at any time. */
async function letters(): Promise<string[]> {
  const folder = join(server.dataDir, 'mailbox')
  const names = (await readdir(folder)).sort()
  const all = await Promise.all(names.map(name => readFile(join(folder, name), 'utf8')))
  const his = all.filter(letter => letter.includes('\r\nTo: karim@af.example\r\n'))
  return his.filter(letter => !letter.includes('har gett dig åtkomst\r\n'))
}

async function say(applicationId: string, text: string) {
  const thread = await new Said(anna, applicationId).start({ text })
  await vi.waitFor(async () => expect(await readFile(path(), 'utf8')).toContain(thread.id), 20_000)
  return thread
}

beforeAll(async () => {
  server = await DemoServer.start()
  anna = await server.enter('anna')
  karim = await server.enter('karim')
  id = await anna.newApplication('2024', 'Bevakad')
  lost = await anna.newApplication('2024', 'Tappad')
  const settings = (await (await karim.get('/api/notices/settings')).json()) as object
  await karim.put('/api/notices/settings', { ...settings, watched: [id, lost] })
  await say(id, 'För länge sedan.')
  const deleted = await say(id, 'Borttaget.')
  const read = await say(id, 'Läst.')
  await say(id, 'Ett.')
  await say(id, 'Två.')
  await say(lost, 'Tre.')
  await new Said(anna, id).remove(deleted.id, deleted.posts[0]?.id ?? '')
  const { notices } = noticesSchema.parse(await (await karim.get('/api/notices')).json())
  const ids = notices.flatMap(notice => (notice.threadId === read.id ? notice.id : []))
  await karim.post('/api/notices/read', { ids })
  await anna.delete(`/api/applications/${lost}/members/karim`)
  await server.stop()
  // A quarter of an hour goes by while it is stopped; for the first of them, more than a day.
  const file = await kept()
  const mine = file.notices.filter(({ letter }) => letter === 'digest')
  expect(mine).toHaveLength(6)
  for (const notice of mine) notice.at = new Date(Date.parse(notice.at) - 16 * minute).toISOString()
  if (mine[0]) mine[0].at = new Date(Date.parse(mine[0].at) - 24 * 60 * minute).toISOString()
  await writeFile(path(), JSON.stringify(file))
  await server.restart()
  await vi.waitFor(
    async () => expect((await kept()).notices.some(({ letter }) => letter !== null)).toBe(false),
    20_000,
  )
  await server.stop()
})
afterAll(async () => await server.dispose())

it('one letter tells of what was gathered: not of what has been read, deleted or is of yesterday', async () => {
  const [letter = '', ...others] = await letters()
  expect(others).toEqual([])
  expect(letter).toContain('Subject: [Bevakad] 2 nya händelser\r\n')
  expect(letter.match(/^> .*/gm)?.map(line => line.trim())).toEqual(['> Ett.', '> Två.'])
})

it('no letter tells of an ansökan from which she has been removed meanwhile', async () => {
  expect((await letters()).join()).not.toMatch(/Tappad\] |Tre\./)
})
