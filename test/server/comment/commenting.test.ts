import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { readBlocks } from '../../../shared/document/blocks.ts'
import { agreementText } from '../../../shared/form/agreementText.ts'
import { form2024 } from '../../../shared/form/forms/2024/form.ts'
import { guestLinkMadeSchema } from '../../../shared/http/access.ts'
import { DemoServer } from '../../harness/demoServer.ts'
import { Visitor } from '../../harness/rawClient.ts'
import { comment, newId, Said, selectionOf, typed } from './said.ts'

let server: DemoServer
let anna: Visitor
let karim: Visitor
let elin: Visitor
/** Anna's, with Karim as a granskare and Elin as a partsredaktör. */
let id: string

beforeAll(async () => {
  server = await DemoServer.start()
  anna = await server.enter('anna')
  karim = await server.enter('karim')
  elin = await server.enter('elin')
})
afterAll(async () => await server.dispose())
beforeEach(async () => {
  id = await anna.newApplicationAlone()
  const members = `/api/applications/${id}/members`
  await anna.post(members, { personId: 'karim', partyId: 'af', role: 'reviewer' })
  await anna.post(members, { personId: 'elin', partyId: 'fk', role: 'partyEditor' })
})

const by = (visitor: Visitor) => new Said(visitor, id)

describe('a comment by somebody who may not write', () => {
  it('stands with its words in the text and in the record, for everybody', async () => {
    const line = await typed(anna, id, 'Sedan 2019 har många unga stått utan arbete.')
    const place = selectionOf(line.doc, 'många unga')
    const thread = await by(karim).start({ place, text: 'Hur många?' })
    expect(thread).toMatchObject({
      place: { is: 'text', section: 'background', quote: 'många unga' },
      internalTo: null,
      posts: [{ text: 'Hur många?', by: { personId: 'karim', partyId: 'af', isGuest: false } }],
    })
    expect(await by(anna).threads()).toEqual([thread])
    await line.load()
    expect(readBlocks(line.doc.getXmlFragment('background')).at(-1)).toEqual({
      type: 'paragraph',
      content: [
        { type: 'text', text: 'Sedan 2019 har ' },
        { type: 'text', text: 'många unga', comments: [thread.id] },
        { type: 'text', text: ' stått utan arbete.' },
      ],
    })
    await line.close()
  })

  it('is nobody’s change of the text', async () => {
    const line = await typed(anna, id, 'Sedan 2019.')
    const changed = async () => (await anna.applications()).find(one => one.id === id)?.lastChange
    const before = await changed()
    await by(karim).start({ place: selectionOf(line.doc, '2019') })
    expect(await changed()).toEqual(before)
    await line.close()
  })

  it('keeps its words when those that it is about are gone when it arrives', async () => {
    const line = await typed(anna, id, 'Det gäller fyrtio personer.')
    const place = selectionOf(line.doc, 'fyrtio personer')
    await line.write(doc => doc.getXmlFragment('background').delete(1, 1))
    const thread = await by(karim).start({ place, text: 'Är det inte femtio?' })
    expect(thread.place).toMatchObject({ is: 'text', quote: 'fyrtio personer' })
    expect(await by(anna).threads()).toEqual([thread])
    await line.close()
  })

  it('twice is once, answers too', async () => {
    const asked = comment()
    const first = await by(karim).start(asked)
    expect(await by(karim).start(asked)).toEqual(first)
    const answerId = newId()
    const answered = await by(anna).answer(first.id, 'Fyrtio.', answerId)
    expect(await by(anna).answer(first.id, 'Fyrtio.', answerId)).toEqual(answered)
    expect(answered.posts.map(({ text }) => text)).toEqual([asked.text, 'Fyrtio.'])
  })

  it('is made once though what it is about has gone when it is sent again', async () => {
    const line = await anna.join(id)
    await line.write(doc => {
      const goal = new Y.Map<unknown>()
      goal.set('text', new Y.Text('Fler i arbete'))
      doc.getMap('goals').set('mal1', goal)
    })
    const place = { is: 'field', section: 'goals', field: 'mal1.text' } as const
    const asked = comment({ place, text: 'Fler än vad?' })
    const thread = await by(karim).start(asked)
    await line.write(doc => doc.getMap('goals').delete('mal1'))
    expect(await by(karim).start(asked)).toEqual(thread)
    await line.close()
  })

  it('is made once when it is sent five times at once', async () => {
    const line = await typed(anna, id, 'Sedan 2019.')
    const asked = comment({ place: selectionOf(line.doc, '2019') })
    const answers = await Promise.all(Array.from({ length: 5 }, () => by(karim).start(asked)))
    expect(new Set(answers.map(answer => JSON.stringify(answer))).size).toBe(1)
    expect(await by(anna).threads()).toHaveLength(1)
    await line.close()
  })

  it('does not take the id of somebody else’s', async () => {
    const { id: taken, posts } = await by(karim).start()
    await expect(by(elin).start({ id: taken })).rejects.toThrow('malformedRequest')
    await expect(by(elin).answer(taken, 'Mina ord.', posts[0]?.id)).rejects.toThrow('malformedRequest')
  })
})

describe('a comment can be about', () => {
  it('a section as a whole', async () => {
    const place = { is: 'section', section: 'signatures' } as const
    expect((await by(karim).start({ place })).place).toEqual(place)
  })

  it('the text that stands for ever, with the words of it', async () => {
    const section = form2024.sections.find(({ kind }) => kind === 'lockedText')
    if (section?.kind !== 'lockedText') throw new Error('The form has no locked text.')
    const place = { is: 'lockedText', section: section.key, from: 10, to: 30 } as const
    const quote = agreementText(section).slice(10, 30)
    expect((await by(karim).start({ place })).place).toEqual({ ...place, quote })
    for (const [from, to] of [
      [30, 30],
      [30, 10],
      [0, 1_000_000],
    ] as const) {
      const beyond = { ...place, from, to }
      await expect(by(karim).start({ place: beyond })).rejects.toThrow('malformedRequest')
    }
  })

  it('a field, with what it says then', async () => {
    const line = await anna.join(id)
    await line.write(doc => {
      doc.getMap('budgetAmount').set('total', 1_250_000)
      doc.getMap('owner').set('organisation', 'Heby kommun')
      const goal = new Y.Map<unknown>()
      goal.set('order', 'a0')
      goal.set('level', 'effect')
      goal.set('text', new Y.Text('Fler i arbete'))
      doc.getMap('goals').set('mal1', goal)
    })
    await line.close()
    const quoteOf = async (section: string, field: string) => {
      const { place } = await by(karim).start({ place: { is: 'field', section, field } })
      return place.is === 'field' ? place.quote : null
    }
    expect(await quoteOf('budgetAmount', 'total')).toBe('1250000')
    expect(await quoteOf('owner', 'organisation')).toBe('Heby kommun')
    expect(await quoteOf('owner', 'contacts')).toBe('')
    expect(await quoteOf('goals', 'mal1.text')).toBe('Fler i arbete')
    expect(await quoteOf('signatures', 'owner.date')).toBe('')
    await expect(quoteOf('goals', 'mal2.text')).rejects.toThrow('placeGone')
    for (const field of ['finnsinte', 'mal1', 'mal1.', 'mal1.text.x', 'mal1.__proto__', 'constructor']) {
      await expect(quoteOf('goals', field)).rejects.toThrow('malformedRequest')
    }
  })

  it('nothing that the form does not have, or that is not of that kind', async () => {
    const refused = (place: object) => by(karim).start({ place } as never)
    await expect(refused({ is: 'section', section: 'finnsinte' })).rejects.toThrow('unknownSection')
    await expect(refused({ is: 'field', section: 'background', field: 'x' })).rejects.toThrow('malformed')
    await expect(refused({ is: 'lockedText', section: 'background', from: 0, to: 1 })).rejects.toThrow()
    const words = { is: 'text', section: 'background', anchor: '', head: '', quote: 'x' }
    for (const place of [
      { ...words, before: '', after: '' },
      { ...words, anchor: '!!!!', head: 'AAAA', before: '', after: '' },
      { ...words, section: 'name', before: '', after: '' },
    ]) {
      await expect(refused(place)).rejects.toThrow('malformedRequest')
    }
    expect(await by(karim).threads()).toEqual([])
  })
})

describe('a thread', () => {
  it('is answered, edited and deleted by those who wrote it, with a trace', async () => {
    const { id: thread, posts } = await by(karim).start({ text: 'Först.' })
    const first = posts[0]?.id ?? ''
    const second = newId()
    await by(elin).answer(thread, 'Sedan.', second)
    const edited = await by(karim).edit(thread, first, 'Först, rättat.')
    expect(edited.posts[0]).toMatchObject({ text: 'Först, rättat.', editedAt: expect.any(String) })
    const removed = await by(elin).remove(thread, second)
    expect(removed.posts[1]).toMatchObject({ text: '', editedAt: null, deletedAt: expect.any(String) })
    expect(await by(elin).remove(thread, second)).toEqual(removed)
    await expect(by(elin).edit(thread, second, 'Åter.')).rejects.toThrow('unknownPost')
    expect(await by(anna).thread(thread)).toEqual(removed)
  })

  it('says nothing of being edited when it says the same', async () => {
    const thread = await by(karim).start({ text: 'Samma.' })
    expect(await by(karim).edit(thread.id, thread.posts[0]?.id ?? '', 'Samma.')).toEqual(thread)
  })

  it('is resolved and opened again by whoever began it and by the owner, by nobody else', async () => {
    const { id: thread } = await by(karim).start()
    await expect(by(elin).change(thread, { isResolved: true })).rejects.toThrow('mayNot')
    expect((await by(karim).change(thread, { isResolved: true })).resolved).toMatchObject({
      by: { personId: 'karim' },
    })
    // Already so: it stays his.
    expect((await by(anna).change(thread, { isResolved: true })).resolved?.by.personId).toBe('karim')
    await expect(by(elin).change(thread, { isResolved: false })).rejects.toThrow('mayNot')
    expect((await by(anna).change(thread, { isResolved: false })).resolved).toBeNull()
  })

  it('is marked and assigned by everybody who comments, to whoever sees it', async () => {
    const { id: thread } = await by(karim).start()
    const karimHimself = { is: 'person', personId: 'karim' }
    const changed = await by(elin).change(thread, { isMaterial: true, assignee: karimHimself })
    expect(changed).toMatchObject({ isMaterial: true, assignee: karimHimself })
    expect((await by(anna).change(thread, { assignee: null })).assignee).toBeNull()
    const assign = (assignee: object) => by(anna).change(thread, { assignee })
    expect((await assign({ is: 'party', partyId: 'region' })).assignee).toMatchObject({ partyId: 'region' })
    for (const personId of ['sofia', 'per', 'nobody']) {
      await expect(assign({ is: 'person', personId })).rejects.toThrow('unknownMember')
    }
    for (const partyId of ['forbundet', 'ingen']) {
      await expect(assign({ is: 'party', partyId })).rejects.toThrow('unknownOrganisation')
    }
  })

  it('is changed wholly or not at all', async () => {
    const before = await by(karim).start()
    await expect(by(elin).change(before.id, { isMaterial: true, isResolved: true })).rejects.toThrow('mayNot')
    expect(await by(anna).thread(before.id)).toEqual(before)
    await expect(by(karim).change(before.id, {})).rejects.toThrow('malformedRequest')
  })

  it('is not there when it is not, nor a post', async () => {
    const { id: thread } = await by(karim).start()
    await expect(by(anna).answer(newId(), 'x')).rejects.toThrow('unknownThread')
    await expect(by(anna).change(newId(), { isMaterial: true })).rejects.toThrow('unknownThread')
    await expect(by(anna).edit(thread, newId(), 'x')).rejects.toThrow('unknownPost')
    await expect(by(anna).remove(thread, newId())).rejects.toThrow('unknownPost')
  })
})

describe('a post', () => {
  it('is nobody else’s to edit or delete, not the owner’s either', async () => {
    const { id: thread, posts } = await by(karim).start()
    const post = posts[0]?.id ?? ''
    for (const other of [anna, elin]) {
      await expect(by(other).edit(thread, post, 'Mina ord i hans mun.')).rejects.toThrow('mayNot')
      await expect(by(other).remove(thread, post)).rejects.toThrow('mayNot')
    }
    expect((await by(anna).thread(thread)).posts).toEqual(posts)
  })

  it('says by whom it is only by who sent it', async () => {
    for (const forged of [
      { by: 'anna@heby' },
      { by: { personId: 'anna', partyId: 'heby', name: 'Anna', title: '', isGuest: false } },
      { personId: 'anna' },
      { posts: [] },
      { internalTo: 'heby' },
      { at: '2020-01-01T00:00:00.000Z' },
    ]) {
      await expect(by(karim).start(forged as never)).rejects.toThrow('malformedRequest')
    }
  })

  it('is by "Tidigare medarbetare" when its author has left and is to be shown so', async () => {
    const ingrid = await server.enter('ingrid')
    const { id: thread } = await by(elin).start()
    await by(elin).change(thread, { isResolved: true })
    await ingrid.post('/api/persons/elin/deactivate', { shownAs: 'former' })
    const { posts, resolved } = await by(anna).thread(thread)
    for (const who of [posts[0]?.by, resolved?.by]) {
      expect(who).toMatchObject({ personId: 'elin', name: 'Tidigare medarbetare, FK', title: '' })
    }
    await ingrid.post('/api/persons/elin/reactivate', {})
    elin = await server.enter('elin')
  })

  it('by a guest says that it is', async () => {
    const asked = { label: 'Konsult', partyId: 'af', role: 'reviewer', endsOn: '2999-01-01' }
    const made = await anna.post(`/api/applications/${id}/guest-links`, asked)
    const { secret } = guestLinkMadeSchema.parse(await made.json())
    const entered = await fetch(`${server.origin}/api/sign-in/guest`, {
      method: 'POST',
      headers: { origin: server.origin, 'content-type': 'application/json' },
      body: JSON.stringify({ secret, name: 'Siv Ek' }),
    })
    const cookies = entered.headers.getSetCookie().map(cookie => cookie.split(';')[0])
    const guest = Visitor.with(server.origin, cookies.join('; '), 'siv')
    const { posts } = await by(guest).start({ text: 'Som utomstående undrar jag.' })
    expect(posts[0]?.by).toMatchObject({ name: 'Siv Ek', partyId: 'af', isGuest: true })
  })
})

describe('what has changed since', () => {
  it('is all that is asked for, and nothing twice', async () => {
    const { cursor } = await by(anna).all()
    const { id: thread } = await by(karim).start()
    const later = await by(anna).all(cursor)
    expect([later.isWhole, later.threads.map(({ id }) => id)]).toEqual([false, [thread]])
    expect(await by(anna).all(later.cursor)).toEqual({ ...later, threads: [] })
    await by(elin).answer(thread, 'Ja.')
    expect((await by(anna).all(later.cursor)).threads[0]?.posts).toHaveLength(2)
  })

  it('is everything when the cursor is none of this program’s, or of another party', async () => {
    const { id: thread } = await by(karim).start()
    const { cursor } = await by(elin).all()
    for (const other of [cursor, '', 'x', '1.2.3', `${cursor}.`, cursor.replace(/\d+\.\d+/, '-1.x')]) {
      const answer = await by(anna).all(other)
      expect([answer.isWhole, answer.threads.map(({ id }) => id)]).toEqual([true, [thread]])
    }
  })

  it('is told at once to everybody who is there', async () => {
    const line = await elin.join(id)
    const before = line.all('notice').length
    await by(karim).start()
    await line.until(() => line.all('notice').length > before)
    expect(line.all('notice').slice(before)).toEqual([{ kind: 'notice', topic: 'comments' }])
    await line.close()
  })
})
