import { readFile, writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { NoticeHouse } from './NoticeHouse.ts'

let house: NoticeHouse
beforeAll(async () => {
  house = await NoticeHouse.open()
})
afterAll(async () => await house.server.dispose())
beforeEach(async () => await house.begin())

const karim = { is: 'person', personId: 'karim' } as const
const elin = { is: 'person', personId: 'elin' } as const

/** Waits until everything that has been done has been told. */
async function allTold(): Promise<void> {
  const path = house.server.documentFile(house.id, 'comments.json')
  await vi.waitFor(
    async () => expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ due: [] }),
    20_000,
  )
}

describe('for whom a thread waits', () => {
  it('is one notice and one letter at once, however often she is asked before she has read it', async () => {
    const { id: threadId } = await house.saidBy(house.anna).start({ text: 'Ord.' })
    await house.saidBy(house.anna).change(threadId, { assignee: karim })
    const [first] = await house.toldWhen(house.karim, 1)
    await house.lettersWhen('karim@af.example', 1)
    await house.saidBy(house.elin).change(threadId, { assignee: { is: 'party', partyId: 'af' } })
    await allTold()
    const [second, ...others] = await house.told(house.karim)
    expect(others).toEqual([])
    expect(second).toMatchObject({ kind: 'assigned', isRead: false, by: { personId: 'elin' } })
    expect((second?.at ?? '') > (first?.at ?? '')).toBe(true)
    expect(await house.lettersTo('karim@af.example')).toHaveLength(1)
  })

  it('is no notice when it is taken back before she has read it, or somebody else is asked', async () => {
    const { id: threadId } = await house.saidBy(house.anna).start({ text: 'Ord.', assignee: karim })
    await house.toldWhen(house.karim, 1)
    await house.saidBy(house.anna).change(threadId, { assignee: elin })
    await house.toldWhen(house.elin, 1)
    expect(await house.told(house.karim)).toEqual([])
    await house.saidBy(house.anna).change(threadId, { assignee: null })
    await house.toldWhen(house.elin, 0)
  })

  it('is heard on her lines when it is taken back', async () => {
    const line = await house.karim.join(await house.karim.newApplication())
    const heard = () => line.all('notice').filter(({ topic }) => topic === 'notices').length
    const { id: threadId } = await house.saidBy(house.anna).start({ text: 'Ord.', assignee: karim })
    await line.until(() => heard() === 1)
    await house.saidBy(house.anna).change(threadId, { assignee: null })
    await line.until(() => heard() === 2)
    await line.close()
  })

  it('stays in her list when she has read it, and is something new when she is asked again', async () => {
    const { id: threadId } = await house.saidBy(house.anna).start({ text: 'Ord.', assignee: karim })
    const [first] = await house.toldWhen(house.karim, 1)
    await house.karim.post('/api/notices/read', { ids: [first?.id] })
    await house.saidBy(house.anna).change(threadId, { assignee: null })
    await allTold()
    expect(await house.told(house.karim)).toMatchObject([{ id: first?.id, isRead: true }])
    await house.saidBy(house.anna).change(threadId, { assignee: karim })
    expect(await house.toldWhen(house.karim, 2)).toMatchObject([{ isRead: false }, { isRead: true }])
  })

  it('is what was said to her who watches, when she is not asked any more', async () => {
    const { id: threadId } = await house.saidBy(house.karim).start({
      text: 'Ord.',
      assignee: { is: 'person', personId: 'anna' },
    })
    await house.toldWhen(house.anna, 1)
    await house.saidBy(house.karim).change(threadId, { assignee: null })
    await allTold()
    expect(await house.told(house.anna)).toMatchObject([{ kind: 'commented', threadId, isRead: false }])
  })

  it('is one notice and one letter, though somebody gives and takes it sixty times', async () => {
    const { id: threadId } = await house.saidBy(house.anna).start({ text: 'Ord.' })
    for (let time = 0; time < 60; time += 1) {
      await house.saidBy(house.anna).change(threadId, { assignee: time % 2 === 0 ? null : karim })
    }
    await allTold()
    expect(await house.told(house.karim)).toMatchObject([{ kind: 'assigned', isRead: false }])
    await house.lettersWhen('karim@af.example', 1)
  })
})

describe('whether a thread is resolved', () => {
  it('is one notice to whoever began it, which says what is so now', async () => {
    const { id: threadId } = await house.saidBy(house.karim).start({ text: 'Ord.' })
    for (const isResolved of [true, false, true, false]) {
      await house.saidBy(house.anna).change(threadId, { isResolved })
      await allTold()
      const told = await house.told(house.karim)
      expect(told).toMatchObject([{ kind: 'resolved', isReopened: !isResolved, isRead: false }])
      expect(told).toHaveLength(1)
    }
  })

  it('is no notice any more when she has undone it herself', async () => {
    const { id: threadId } = await house.saidBy(house.karim).start({ text: 'Ord.' })
    await house.saidBy(house.anna).change(threadId, { isResolved: true })
    await house.toldWhen(house.karim, 1)
    await house.saidBy(house.karim).change(threadId, { isResolved: false })
    await house.toldWhen(house.karim, 0)
  })
})

it('what was done is told once after a stop, also when she has read it meanwhile', async () => {
  const { id: threadId } = await house.saidBy(house.anna).start({ text: 'Ord.', assignee: karim })
  await house.toldWhen(house.karim, 1)
  await house.lettersWhen('karim@af.example', 1)
  const path = house.server.documentFile(house.id, 'comments.json')
  const tellAgain = async () => {
    await house.server.stop()
    const file = JSON.parse(await readFile(path, 'utf8'))
    const about = {
      threadId,
      postId: file.threads[0].posts[0].id,
      by: 'anna@heby',
      at: new Date().toISOString(),
    }
    const events = [
      { id: 'e1', kind: 'started', assignee: karim },
      { id: 'e2', kind: 'assigned', assignee: null },
      { id: 'e3', kind: 'assigned', assignee: karim },
    ]
    file.due = events.map(event => ({ ...about, ...event, mentioned: [] }))
    await writeFile(path, JSON.stringify(file))
    await house.restart()
    await allTold()
  }
  await tellAgain()
  const [notice, ...others] = await house.told(house.karim)
  expect(others).toEqual([])
  expect(notice).toMatchObject({ isRead: false })
  await tellAgain()
  expect(await house.told(house.karim)).toEqual([notice])
  await house.karim.post('/api/notices/read', { ids: 'all' })
  await tellAgain()
  expect(await house.told(house.karim)).toEqual([{ ...notice, isRead: true }])
  expect(await house.lettersTo('karim@af.example')).toHaveLength(1)
})
