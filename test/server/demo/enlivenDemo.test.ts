import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { markedThreads } from '../../../server/comment/placing.ts'
import { readConfig } from '../../../server/config.ts'
import { demoTalk } from '../../../server/demo/demoTalk.ts'
import { enlivenDemo } from '../../../server/demo/enlivenDemo.ts'
import { type RunningServer, startServer } from '../../../server/server.ts'
import { agreementText } from '../../../shared/form/agreementText.ts'
import { form2024 } from '../../../shared/form/forms/2024/form.ts'
import type { Thread } from '../../../shared/http/comments.ts'
import { roundsSchema } from '../../../shared/http/consultation.ts'
import { type NoticesAnswer, noticesSchema } from '../../../shared/http/notices.ts'
import { repliesSchema } from '../../../shared/http/replies.ts'
import { changesOf } from '../../../shared/version/compare/changes.ts'
import { compareForms } from '../../../shared/version/compare/compareForms.ts'
import { Visitor } from '../../harness/rawClient.ts'
import { Said } from '../comment/said.ts'
import { VersionsOf } from '../version/VersionsOf.ts'

let dataDir: string
let server: RunningServer
let id: string

async function start(): Promise<void> {
  server = await startServer(readConfig({ PORT: '0', DATA_DIR: dataDir }), () => {}, enlivenDemo)
}

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'samskriv-'))
  await start()
  id = (await (await enter('anna')).applications())[0]?.id ?? ''
})
afterAll(async () => {
  await server.stop()
  await rm(dataDir, { recursive: true, force: true })
})

async function enter(personId: string): Promise<Visitor> {
  return await Visitor.enter(`http://localhost:${server.port}`, personId)
}

async function threadsOf(personId: string): Promise<Thread[]> {
  return await new Said(await enter(personId), id).threads()
}

async function noticesOf(personId: string): Promise<NoticesAnswer> {
  return noticesSchema.parse(await (await (await enter(personId)).get('/api/notices')).json())
}

it('The demo begins with six comments of its persons, of which one party alone sees one', async () => {
  const [anna, sofia] = [await threadsOf('anna'), await threadsOf('sofia')]
  expect(sofia).toHaveLength(6)
  const internal = sofia.filter(({ internalTo }) => internalTo !== null)
  expect(internal.map(({ internalTo }) => internalTo)).toEqual(['region'])
  const ids = (threads: readonly Thread[]) => threads.map(({ id }) => id).toSorted()
  expect(ids(anna)).toEqual(ids(sofia).filter(id => id !== internal[0]?.id))
  expect(anna.map(({ posts }) => posts.length).toSorted()).toEqual([1, 1, 1, 2, 3])
  expect(anna.filter(({ resolved }) => resolved).map(({ resolved }) => resolved?.by.name)).toEqual([
    'Anna Lindholm',
  ])
  expect(anna.filter(({ isMaterial }) => isMaterial).map(({ assignee }) => assignee)).toEqual([
    { is: 'party', partyId: 'heby' },
  ])
  expect(anna.map(({ place }) => place.is).toSorted()).toEqual([
    'field',
    'lockedText',
    'text',
    'text',
    'text',
  ])
})

it('All that is said in the demo stands on the words that it is about', async () => {
  const line = await (await enter('anna')).join(id)
  const marked = markedThreads(line.doc, form2024)
  const agreement = form2024.sections.find(section => section.kind === 'lockedText')
  for (const { id, place, isInternal } of demoTalk) {
    const kept = (await threadsOf('sofia')).find(thread => thread.id === id)?.place
    if (place.is === 'text') {
      expect(kept).toMatchObject({ section: place.section, quote: place.words })
      expect(marked.get(id)?.quote).toBe(isInternal ? undefined : place.words)
    } else if (place.is === 'lockedText' && kept?.is === 'lockedText') {
      expect(agreement && agreementText(agreement).slice(kept.from, kept.to)).toBe(place.words)
    } else {
      expect(kept).toMatchObject({ is: 'field', quote: expect.stringContaining('100 personer') })
    }
  }
})

it('Whom it concerns finds it in her notices, and has no letters of it', async () => {
  const { notices } = await noticesOf('sofia')
  expect(notices.find(({ kind }) => kind === 'mentioned')?.excerpt).toMatch(/^@Sofia Hedman, är det klart/)
  expect((await noticesOf('anna')).notices.map(({ kind }) => kind)).toContain('assigned')
  expect((await noticesOf('elin')).notices.map(({ kind }) => kind)).toContain('resolved')
  const settings = await (await (await enter('anna')).get('/api/notices/settings')).json()
  expect(settings).toMatchObject({
    kinds: { mentioned: { mail: 'atOnce' } },
    watched: expect.arrayContaining([id]),
  })
  expect(await readdir(dataDir)).not.toContain('mailbox')
  expect(await readdir(join(dataDir, 'mail')).catch(() => [])).toEqual([])
})

it('A remiss goes on, which the region has answered and the others may answer', async () => {
  const seenBy = async (personId: string) => {
    const answer = await (await enter(personId)).get(`/api/applications/${id}/rounds`)
    return roundsSchema.parse(await answer.json()).rounds
  }
  const [round, ...others] = await seenBy('anna')
  expect(others).toEqual([])
  expect(round).toMatchObject({ purpose: 'remarks', workingDaysLeft: 10, textIsOpen: true, over: null })
  expect(round?.recipients.map(({ partyId, state, stance }) => [partyId, state, stance])).toEqual([
    ['af', 'sent', null],
    ['fk', 'sent', null],
    ['region', 'answered', 'endorsesWithRemarks'],
  ])
  const mine = (await seenBy('karim'))[0]?.mine
  expect(mine).toMatchObject({ partyId: 'af', mayDraft: true, maySend: true })
  const answer = await (await enter('karim')).get(`/api/applications/${id}/rounds/1/replies`)
  const { replies } = repliesSchema.parse(await answer.json())
  expect(replies.map(({ remarks }) => remarks.map(({ section }) => section))).toEqual([
    ['collaborationMethods', 'followUp'],
  ])
})

it('There are two versions by hand, which differ in a sentence that Anna has written', async () => {
  const versions = new VersionsOf(await enter('karim'), id)
  const { versions: list, writersSince } = await versions.list()
  expect(list.map(({ name, label }) => `${label} ${name}`)).toEqual([
    '1.0 ',
    '0.2 Efter parternas första läsning',
    '0.1 Första utkastet',
  ])
  expect(Object.values(list[1]?.writers ?? {}).map(writers => writers.map(({ name }) => name))).toEqual([
    ['Anna Lindholm'],
  ])
  expect(writersSince).toEqual({})
  const [newer, older] = await Promise.all([versions.read(2), versions.read(1)])
  expect(changesOf(compareForms(form2024, older.form, newer.form))).toHaveLength(1)
})

it('It is said once: a start on what is there adds nothing', async () => {
  const before = await threadsOf('sofia')
  await server.stop()
  await start()
  expect(await threadsOf('sofia')).toEqual(before)
  expect((await new VersionsOf(await enter('anna'), id).list()).versions).toHaveLength(3)
})

it('A data folder that was begun with other people has the ansökningar alone', async () => {
  const house = { people: { find: () => null } } as never
  await expect(enlivenDemo(house)).resolves.toBeUndefined()
})
