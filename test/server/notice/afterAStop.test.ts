import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { NoticeHouse } from './NoticeHouse.ts'

let house: NoticeHouse
beforeAll(async () => {
  house = await NoticeHouse.open()
})
afterAll(async () => await house.server.dispose())
beforeEach(async () => await house.begin())

describe('after a stop', () => {
  it('what was not told is told, once, also when it is told twice', async () => {
    await house.saidBy(house.anna).start({ text: '@{person:karim}' })
    await house.toldWhen(house.karim, 1)
    await house.server.stop()
    const path = house.server.documentFile(house.id, 'comments.json')
    const file = JSON.parse(await readFile(path, 'utf8'))
    const [{ id: threadId, posts }] = file.threads
    const about = { kind: 'started', threadId, postId: posts[0].id, by: 'anna@heby', at: posts[0].at }
    file.due = ['karim', 'elin', 'karim'].map((personId, number) => ({
      ...{ ...about, id: `again${number}`, assignee: null, mentioned: [{ is: 'person', personId }] },
    }))
    await writeFile(path, JSON.stringify(file))
    await house.restart()
    await house.toldWhen(house.elin, 1)
    expect(await house.told(house.karim)).toHaveLength(1)
    await vi.waitFor(
      async () => expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ due: [] }),
      20_000,
    )
    await house.lettersWhen('elin@fk.example', 1)
    expect(await house.lettersTo('karim@af.example')).toHaveLength(1)
  })

  it('others are told when somebody’s file is damaged, which stays as it is', async () => {
    await house.server.stop()
    const path = house.noticesFile('karim')
    const whole = await readFile(path, 'utf8')
    await writeFile(path, '{ "notices": [')
    await house.restart()
    expect(house.server.log).toContainEqual(expect.objectContaining({ kind: 'noticeFault' }))
    await house.saidBy(house.anna).start({ text: '@{person:karim} @{person:elin}' })
    await house.toldWhen(house.elin, 1)
    expect(await readFile(path, 'utf8')).toBe('{ "notices": [')
    await house.server.stop()
    await writeFile(path, whole)
    await house.restart()
  })
})

it('somebody who has left is told nothing, and gets no letter that has waited', async () => {
  const ingrid = await house.server.enter('ingrid')
  const left = await ingrid.post('/api/persons/elin/deactivate', { shownAs: 'name' })
  expect(left.status).toBe(200)
  await house.saidBy(house.anna).start({ text: '@{person:elin} @{person:karim}' })
  await house.toldWhen(house.karim, 1)
  await house.lettersWhen('karim@af.example', 1)
  expect(await house.lettersTo('elin@fk.example')).toEqual([])
  expect(await readFile(house.noticesFile('elin'), 'utf8')).not.toContain(house.id)
  await house.server.stop()
  const letterId = 'abcdef0123456789abcdef01'
  const path = join(house.server.dataDir, 'mail', `${letterId}.json`)
  const at = '2026-11-22T09:00:00.000Z'
  const waiting = {
    ...{ id: letterId, state: 'waiting', messageId: `<${letterId}@localhost>`, tries: 1, trouble: null },
    letter: { to: 'elin@fk.example', subject: `[${house.name}] Anna nämnde dig`, text: 'Hej!' },
    ...{ acceptedAt: at, nextTryAt: at },
  }
  await writeFile(path, JSON.stringify(waiting))
  await house.restart()
  await vi.waitFor(
    async () =>
      expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ trouble: { reason: 'notWanted' } }),
    20_000,
  )
  expect(await house.lettersTo('elin@fk.example')).toEqual([])
})
