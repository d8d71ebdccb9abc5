import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { noticeSettingsSchema } from '../../../shared/http/notices.ts'
import { NoticeHouse } from './NoticeHouse.ts'

let house: NoticeHouse
beforeAll(async () => {
  house = await NoticeHouse.open()
})
afterAll(async () => await house.server.dispose())
beforeEach(async () => await house.begin())

describe('what somebody wants to be told', () => {
  it('is at first: at once what concerns her, gathered what she watches', async () => {
    const { kinds, watched } = await house.settingsOf(await house.server.enter('sofia'))
    expect(Object.fromEntries(Object.entries(kinds).map(([kind, { mail }]) => [kind, mail]))).toEqual({
      ...{ mentioned: 'atOnce', assigned: 'atOnce', answered: 'atOnce', restored: 'atOnce' },
      ...{ resolved: 'digest', commented: 'digest' },
      ...{ roundSent: 'atOnce', roundReminder: 'atOnce', roundChanged: 'atOnce' },
      ...{ replySent: 'atOnce', compilationPublished: 'atOnce' },
    })
    expect(watched).toEqual([])
    // Whoever is responsible watches until she says otherwise.
    expect((await house.settingsOf(house.anna)).watched).toContain(house.id)
  })

  it('is as she has chosen from then on', async () => {
    const before = await house.settingsOf(house.karim)
    const quiet = { inProgram: false, mail: 'never' } as const
    const chosen = { kinds: { ...before.kinds, answered: quiet }, watched: [...before.watched, house.id] }
    expect(await (await house.karim.put('/api/notices/settings', chosen)).json()).toEqual(chosen)
    const { id: threadId } = await house.saidBy(house.karim).start()
    await house.saidBy(house.anna).answer(threadId, 'Svar.')
    const other = await house.saidBy(house.anna).start({ text: 'Annat.' })
    expect(await house.toldWhen(house.karim, 1)).toMatchObject([{ kind: 'commented', threadId: other.id }])
    await house.karim.put('/api/notices/settings', before)
  })

  it('is by letter alone, when she wants that', async () => {
    const before = await house.settingsOf(house.karim)
    const letters = { inProgram: false, mail: 'atOnce' } as const
    await house.karim.put('/api/notices/settings', {
      ...before,
      kinds: { ...before.kinds, mentioned: letters },
    })
    await house.saidBy(house.anna).start({ text: '@{person:karim}' })
    await house.lettersWhen('karim@af.example', 1)
    expect(await house.told(house.karim)).toEqual([])
    await house.karim.put('/api/notices/settings', before)
  })

  it('is not of what she does not see, which stays as it was', async () => {
    const hidden = await house.anna.newApplicationAlone()
    const before = await house.settingsOf(house.karim)
    const answer = await house.karim.put('/api/notices/settings', { ...before, watched: [hidden, house.id] })
    expect(noticeSettingsSchema.parse(await answer.json()).watched).toEqual([house.id])
    await house.anna.delete(`/api/applications/${house.id}/members/karim`)
    expect((await house.settingsOf(house.karim)).watched).toEqual([])
    await house.karim.put('/api/notices/settings', { ...before, watched: [] })
    await house.anna.post(`/api/applications/${house.id}/members`, {
      personId: 'karim',
      partyId: 'af',
      role: 'reader',
    })
    expect((await house.settingsOf(house.karim)).watched).toEqual([house.id])
  })

  it('may be that she does not watch what she is responsible for', async () => {
    const before = await house.settingsOf(house.anna)
    await house.anna.put('/api/notices/settings', {
      ...before,
      watched: before.watched.filter(one => one !== house.id),
    })
    const { id: threadId } = await house.saidBy(house.karim).start()
    await house.saidBy(house.karim).answer(threadId, '@{person:anna}')
    expect(await house.toldWhen(house.anna, 1)).toMatchObject([{ kind: 'mentioned' }])
  })
})
