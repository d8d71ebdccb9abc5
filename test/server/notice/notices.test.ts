import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { noticesSchema } from '../../../shared/http/notices.ts'
import type { RawClient } from '../../harness/rawClient.ts'
import { NoticeHouse } from './NoticeHouse.ts'

let house: NoticeHouse
beforeAll(async () => {
  house = await NoticeHouse.open()
})
afterAll(async () => await house.server.dispose())
beforeEach(async () => await house.begin())

describe('what somebody is told', () => {
  it('says who did what where, for whom, and what was said, with the names of now', async () => {
    const { id: threadId } = await house.saidBy(house.anna).start({
      text: 'Hej @{person:karim}!\n\nVad säger @{party:fk} och @{person:ingrid}?',
    })
    const [notice, ...others] = await house.toldWhen(house.karim, 1)
    expect(others).toEqual([])
    expect(notice).toMatchObject({
      ...{ kind: 'mentioned', threadId, applicationName: house.name, isRead: false, isReopened: false },
      by: { personId: 'anna', name: 'Anna Lindholm', partyId: 'heby' },
      partyName: 'Heby kommun',
      // Ingrid has nothing to do with the ansökan: who she is, nobody is told by her id.
      excerpt: 'Hej @Karim Sandell! Vad säger @Försäkringskassan och @…?',
    })
    expect(await house.toldWhen(house.elin, 1)).toMatchObject([{ kind: 'mentioned' }])
  })

  it('is cut between words when it is long', async () => {
    await house.saidBy(house.anna).start({ text: `@{person:karim} ${'ordet '.repeat(100)}` })
    const [{ excerpt } = { excerpt: '' }] = await house.toldWhen(house.karim, 1)
    expect(excerpt.length).toBeLessThanOrEqual(161)
    expect(excerpt).toMatch(/ ordet…$/)
  })

  it('is what was said as long as it stands there: what is deleted is gone', async () => {
    const { id: threadId, posts } = await house
      .saidBy(house.anna)
      .start({ text: 'Hemligt, @{person:karim}.' })
    await house.toldWhen(house.karim, 1)
    await house.saidBy(house.anna).remove(threadId, posts[0]?.id ?? '')
    expect(await house.told(house.karim)).toMatchObject([{ kind: 'mentioned', excerpt: '' }])
    expect(await readFile(house.noticesFile('karim'), 'utf8')).not.toContain('Hemligt')
  })

  it('is one thing when she is named only later in what she was told of', async () => {
    const { id: threadId } = await house.saidBy(house.karim).start({ text: 'Ett.' })
    const { posts } = await house.saidBy(house.anna).answer(threadId, 'Två.')
    const [first] = await house.toldWhen(house.karim, 1)
    expect(first?.kind).toBe('answered')
    await house.karim.post('/api/notices/read', { ids: [first?.id] })
    await house.saidBy(house.anna).edit(threadId, posts[1]?.id ?? '', 'Två, @{person:karim}.')
    await vi.waitFor(
      async () => expect(await house.told(house.karim)).toMatchObject([{ kind: 'mentioned', isRead: false }]),
      20_000,
    )
  })

  it('is by letter at once when she is named, with the words, a link to them and a way to choose', async () => {
    const thread = await house.saidBy(house.anna).start({ text: 'Hej @{person:karim}!\nKan du titta?' })
    await house.lettersWhen('karim@af.example', 1)
    const [letter = ''] = await house.lettersTo('karim@af.example')
    expect(letter).toContain(`Subject: [${house.name}] Anna Lindholm nämnde dig\r\n`)
    expect(letter).toContain('> Hej @Karim Sandell!\r\n> Kan du titta?')
    expect(letter).toContain(`\r\n${house.server.origin}/ansokningar/${house.id}?kommentar=${thread.id}\r\n`)
    expect(letter).toContain(`\r\n${house.server.origin}/konto#notiser\r\n`)
  })

  it('is what was not read first, each newest first, and so much of each', async () => {
    for (const text of ['1 @{person:karim}', '2 @{person:karim}', '3 @{person:karim}']) {
      await house.saidBy(house.anna).start({ text })
      await vi.waitFor(
        async () => expect((await house.told(house.karim))[0]?.excerpt[0]).toBe(text[0]),
        20_000,
      )
    }
    const [newest] = await house.told(house.karim)
    await house.karim.post('/api/notices/read', { ids: [newest?.id, 'unknown'] })
    expect((await house.told(house.karim)).map(({ excerpt, isRead }) => [excerpt[0], isRead])).toEqual([
      ...[
        ['2', false],
        ['1', false],
        ['3', true],
      ],
    ])
    expect((await house.karim.post('/api/notices/read', { ids: 'all' })).status).toBe(204)
    const { unread } = noticesSchema.parse(await (await house.karim.get('/api/notices')).json())
    expect(unread).toBe(0)
  })

  it('is heard at once on her open lines, in whichever ansökan, and on nobody else’s', async () => {
    const elsewhere = await house.karim.newApplication()
    const [hers, other] = [await house.karim.join(elsewhere), await house.elin.join(elsewhere)]
    await house.saidBy(house.anna).start({ text: '@{person:karim}' })
    const toldOn = (line: RawClient) => line.all('notice').filter(({ topic }) => topic === 'notices').length
    await hers.until(() => toldOn(hers) === 1)
    expect(toldOn(other)).toBe(0)
    await house.saidBy(house.anna).start({ text: '@{person:elin}' })
    await other.until(() => toldOn(other) === 1)
    expect(toldOn(hers)).toBe(1)
    await Promise.all([hers.close(), other.close()])
  })
})

describe('who may not see it', () => {
  it('is not told of what another party says among its own, and its own people are', async () => {
    await house.anna.post(`/api/applications/${house.id}/members`, {
      personId: 'ingrid',
      partyId: 'heby',
      role: 'reader',
    })
    const text = '@{person:karim} @{party:fk} @{person:ingrid}'
    const internal = await house.saidBy(house.anna).start({ text, isInternal: true })
    const ingrid = await house.server.enter('ingrid')
    expect(await house.toldWhen(ingrid, 1)).toMatchObject([{ kind: 'mentioned', threadId: internal.id }])
    expect([await house.told(house.karim), await house.told(house.elin)]).toEqual([[], []])
    await house.saidBy(house.anna).change(internal.id, { isInternal: false })
    expect(await house.toldWhen(house.karim, 1)).toMatchObject([{ kind: 'mentioned', threadId: internal.id }])
    expect(await house.told(ingrid)).toHaveLength(1)
  })

  it('does not see it any more when she has been removed, and does again when she is let in', async () => {
    await house.saidBy(house.anna).start({ text: '@{person:karim}' })
    await house.toldWhen(house.karim, 1)
    await house.anna.delete(`/api/applications/${house.id}/members/karim`)
    expect(await house.told(house.karim)).toEqual([])
    const karimAgain = { personId: 'karim', partyId: 'af', role: 'reader' }
    await house.anna.post(`/api/applications/${house.id}/members`, karimAgain)
    expect(await house.told(house.karim)).toHaveLength(1)
    await house.anna.put(`/api/applications/${house.id}/members/karim`, { role: 'signatory' })
    expect(await house.told(house.karim)).toEqual([])
  })

  it.each([
    ...['ownerEditor', 'partyEditor', 'partyLead', 'reviewer', 'reader'].map(role => [role, 1]),
    ...['signatory', 'nobody'].map(role => [role, 0]),
  ])('is not told, nor written to, whoever else is: %s', async (role, count) => {
    await house.letKarimBe(role === 'nobody' ? null : String(role))
    // Neither is the förbund, which reads no comments.
    await house
      .saidBy(house.anna)
      .start({ text: '@{party:af} @{person:elin} @{person:per} @{party:forbund}' })
    await house.toldWhen(house.elin, 1)
    await house.lettersWhen('elin@fk.example', 1)
    expect(await house.told(house.karim)).toHaveLength(Number(count))
    expect(await house.told(await house.server.enter('per'))).toEqual([])
    await house.lettersWhen('karim@af.example', Number(count))
  })
})

describe('when an earlier version has been brought back', () => {
  it('those who write in it are told, and not whoever did it', async () => {
    await house.anna.put(`/api/applications/${house.id}/members/elin`, { role: 'reader' })
    const line = await house.anna.join(house.id)
    await house.anna.post(`/api/applications/${house.id}/versions`, { name: 'Ett', note: '' })
    await line.write(doc => doc.getMap('name').set('value', `${house.name} `))
    await house.anna.post(`/api/applications/${house.id}/versions/1/restore`, { note: '' })
    await line.close()
    const [notice] = await house.toldWhen(house.karim, 1)
    expect(notice).toMatchObject({ kind: 'restored', threadId: null, excerpt: '', by: { personId: 'anna' } })
    expect([await house.told(house.anna), await house.told(house.elin)]).toEqual([[], []])
    await house.lettersWhen('karim@af.example', 1)
  })
})
