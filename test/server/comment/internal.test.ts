import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { readBlocks } from '../../../shared/document/blocks.ts'
import { commentKey } from '../../../shared/document/nodes/commentKey.ts'
import { guestLinkMadeSchema } from '../../../shared/http/access.ts'
import { DemoServer } from '../../harness/demoServer.ts'
import { Visitor } from '../../harness/rawClient.ts'
import { comment, newId, Said, selectionOf, typed } from './said.ts'

let server: DemoServer
let anna: Visitor
/** Arbetsförmedlingen: Karim and Kim. */
let karim: Visitor
let elin: Visitor
/** Anna's, in which the others are partsredaktörer. */
let id: string

beforeAll(async () => {
  server = await DemoServer.start()
  anna = await server.enter('anna')
  karim = await server.enter('karim')
  elin = await server.enter('elin')
})
afterAll(async () => await server.dispose())
beforeEach(async () => {
  id = await anna.newApplication()
})

const by = (visitor: Visitor) => new Said(visitor, id)

/** Everything that somebody of the party does with an internal thread. */
async function talkAmongThemselves(place = comment().place) {
  const begun = await by(karim).start({ place, isInternal: true, text: 'Det här tycker bara vi.' })
  const post = begun.posts[0]?.id ?? ''
  await by(karim).answer(begun.id, 'Ja, verkligen.')
  await by(karim).edit(begun.id, post, 'Det här tycker bara vi, tror jag.')
  await by(karim).change(begun.id, {
    isMaterial: true,
    isResolved: true,
    assignee: { is: 'party', partyId: 'af' },
  })
  return { thread: begun.id, post }
}

describe('what a party says among its own', () => {
  it('is seen by it', async () => {
    const { thread } = await talkAmongThemselves()
    expect(await by(karim).threads()).toMatchObject([{ id: thread, internalTo: 'af', isMaterial: true }])
  })

  it('leaves nothing with others: no thread, no count, no cursor, no frame, no byte of the text', async () => {
    const line = await typed(anna, id, 'Sedan 2019 har många unga stått utan arbete.')
    const [others, own] = [await elin.join(id), await karim.join(id)]
    await others.until(() => others.all('presence').length > 0)
    const before = { frames: others.frames.length, state: await elin.state(id), said: await by(elin).all() }
    const application = await (await elin.get(`/api/applications/${id}`)).text()
    const place = selectionOf(line.doc, 'många unga')
    await talkAmongThemselves(place)
    await own.until(() => own.all('notice').filter(({ topic }) => topic === 'comments').length >= 4)

    const heard = others.frames.slice(before.frames)
    await others.load()
    expect(heard.filter(({ kind }) => kind !== 'presence')).toEqual([])
    expect(others.all('notice')).toEqual([])
    expect(Buffer.compare(await elin.state(id), before.state)).toBe(0)
    expect(await by(elin).all()).toEqual(before.said)
    expect(await by(elin).all(before.said.cursor)).toEqual({ ...before.said, isWhole: false })
    expect(await (await elin.get(`/api/applications/${id}`)).text()).toBe(application)
    await Promise.all([line, others, own].map(one => one.close()))
  })

  it('is to others what is not there, whatever they try with it, the owner too', async () => {
    const { thread, post } = await talkAmongThemselves()
    const tries = (thread: string, post: string): [string, string, object?][] => [
      ['POST', `/${thread}/posts`, { id: newId(), text: 'x' }],
      ['PUT', `/${thread}`, { isResolved: true }],
      ['PUT', `/${thread}`, { isMaterial: false }],
      ['PUT', `/${thread}`, { assignee: { is: 'party', partyId: 'fk' } }],
      ['PUT', `/${thread}`, { isInternal: false }],
      ['PUT', `/${thread}/posts/${post}`, { text: 'x' }],
      ['DELETE', `/${thread}/posts/${post}`],
    ]
    const answers = async (visitor: Visitor, thread: string, post: string) =>
      await Promise.all(
        tries(thread, post).map(async ([method, path, body]) => {
          const answer = await fetch(`${server.origin}/api/applications/${id}/comments${path}`, {
            method,
            headers: { ...visitor.headers, 'content-type': 'application/json' },
            ...(body ? { body: JSON.stringify(body) } : {}),
          })
          const { date: _, ...headers } = Object.fromEntries(answer.headers)
          return { status: answer.status, headers, body: await answer.text() }
        }),
      )
    for (const other of [anna, elin]) {
      const there = await answers(other, thread, post)
      expect(there.map(({ status }) => status)).toEqual(there.map(() => 404))
      expect(there).toEqual(await answers(other, newId(), newId()))
    }
    expect(await by(karim).thread(thread)).toMatchObject({ isMaterial: true, assignee: { partyId: 'af' } })
  })

  it('counts for no bound of others', async () => {
    const { cursor } = await by(elin).all()
    await by(karim).start({ isInternal: true })
    await by(elin).start()
    await by(elin).start({ isInternal: true })
    const [, shared, own] = (await by(elin).all()).cursor.split('.')
    const [, sharedBefore, ownBefore] = cursor.split('.')
    expect([Number(shared) - Number(sharedBefore), Number(own) - Number(ownBefore)]).toEqual([1, 1])
  })

  it('waits for nobody of another party', async () => {
    const { id: thread } = await by(karim).start({ isInternal: true })
    for (const assignee of [
      { is: 'person', personId: 'anna' },
      { is: 'party', partyId: 'heby' },
    ]) {
      await expect(by(karim).change(thread, { assignee })).rejects.toThrow(
        /unknownMember|unknownOrganisation/,
      )
      await expect(by(karim).start({ isInternal: true, assignee } as never)).rejects.toThrow()
    }
  })

  it('has no mark that a client could put into the text', async () => {
    const line = await typed(anna, id, 'Sedan 2019 har många unga stått utan arbete.')
    const shared = await by(karim).start({ place: selectionOf(line.doc, '2019') })
    const hidden = await by(karim).start({ place: selectionOf(line.doc, 'många'), isInternal: true })
    await line.load()
    expect(readBlocks(line.doc.getXmlFragment('background')).at(-1)).toMatchObject({
      content: [{ text: 'Sedan ' }, { text: '2019', comments: [shared.id] }, { text: / har/ }],
    })
    const text = JSON.stringify(line.doc.getXmlFragment('background').toJSON())
    expect(text).not.toContain(hidden.id)
    await line.close()
  })
})

describe('a client that writes a mark into the text by itself', () => {
  it.each([
    [
      'of a thread that its own party alone sees',
      async () => (await by(karim).start({ isInternal: true })).id,
    ],
    ['of a thread that there is not', async () => newId()],
    ['of a thread that is about no words', async () => (await by(elin).start()).id],
  ])('%s is refused, and the text is as it was', async (_what, threadOf) => {
    await (await typed(anna, id, 'Sedan 2019 har många unga stått utan arbete.')).close()
    const thread = await threadOf()
    const line = await karim.join(id)
    const state = await elin.state(id)
    const paragraph = line.doc.getXmlFragment('background').get(1)
    const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null
    if (!(text instanceof Y.XmlText)) throw new Error('There is no text.')
    text.format(0, 5, { [commentKey(thread)]: { thread } })
    expect((await line.closed).reason).toBe('updateRefused')
    expect(Buffer.compare(await elin.state(id), state)).toBe(0)
  })
})

describe('a guest', () => {
  it('hears nothing of what the party says among its own that the owner has tied her link to', async () => {
    const link = { label: 'Utredare', partyId: 'af', role: 'reviewer', endsOn: '2099-01-01' }
    const made = await anna.post(`/api/applications/${id}/guest-links`, link)
    const { secret } = guestLinkMadeSchema.parse(await made.json())
    const entered = await fetch(`${server.origin}/api/sign-in/guest`, {
      method: 'POST',
      headers: { origin: server.origin, 'content-type': 'application/json' },
      body: JSON.stringify({ secret, name: 'Siv Ek' }),
    })
    const cookies = entered.headers.getSetCookie().map(cookie => cookie.split(';')[0])
    const guest = Visitor.with(server.origin, cookies.join('; '), 'siv')
    const line = await guest.join(id)
    await by(guest).start({ text: 'Sagt till alla.' })
    await line.until(() => line.all('notice').some(({ topic }) => topic === 'comments'))
    const told = () => line.all('notice').filter(({ topic }) => topic === 'comments').length
    const before = { said: await by(guest).all(), told: told() }
    const { thread } = await talkAmongThemselves()
    await anna.post(`/api/applications/${id}/versions`, { name: 'Då', note: '' })
    expect(await by(guest).all()).toEqual(before.said)
    expect(await by(guest).all(before.said.cursor)).toMatchObject({ threads: [], isWhole: false })
    await expect(by(guest).answer(thread, 'Jaha.')).rejects.toThrow('unknownThread')
    await expect(by(guest).start({ isInternal: true })).rejects.toThrow('mayNot')
    const version = await (await guest.get(`/api/applications/${id}/versions/1`)).text()
    expect(version).not.toContain(thread)
    await line.load()
    expect(told()).toBe(before.told)
    const siv = before.said.threads[0]?.posts[0]?.by.personId ?? ''
    const assignee = { is: 'person', personId: siv }
    await expect(by(karim).change(thread, { assignee })).rejects.toThrow('unknownMember')
    expect(version).toContain('Sagt till alla.')
    await line.close()
  })
})

describe('what somebody writes in an internal thread while it is handed over', () => {
  it('is not said to all unless she knows of that', async () => {
    const { thread, post } = await talkAmongThemselves()
    const at = `/api/applications/${id}/comments/${thread}/posts`
    const kindOf = async (answer: Promise<Response>) =>
      ((await (await answer).json()) as { kind?: string }).kind
    const before = { id: newId(), text: 'Skickat två gånger.', isInternal: true }
    expect(await kindOf(karim.post(at, before))).toBeUndefined()
    await by(karim).change(thread, { isInternal: false })
    const meant = { text: 'Bara mellan oss: det här går inte.', isInternal: true }
    expect(await kindOf(karim.post(at, { id: newId(), ...meant }))).toBe('threadReleased')
    expect(await kindOf(karim.put(`${at}/${post}`, meant))).toBe('threadReleased')
    expect(await kindOf(karim.post(at, before))).toBeUndefined()
    await by(karim).answer(thread, 'Till alla.')
    const said = (await by(elin).thread(thread)).posts.map(({ text }) => text)
    expect(said).toContain('Till alla.')
    expect(said).not.toContain(meant.text)
  })
})

describe('words that a party has commented among its own', () => {
  it('are followed through what is written around and in them', async () => {
    const line = await typed(anna, id, 'Sedan 2019 har många unga stått utan arbete.')
    const place = selectionOf(line.doc, 'många unga')
    const { id: thread } = await by(karim).start({ place, isInternal: true })
    const paragraph = line.doc.getXmlFragment('background').get(1)
    const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null
    if (!(text instanceof Y.XmlText)) throw new Error('There is no text.')
    await line.write(() => {
      text.insert(15 + 'många '.length, 'riktigt ')
      text.insert(0, 'Det är så: ')
    })
    await expect
      .poll(async () => (await by(karim).thread(thread)).place, { timeout: 5_000 })
      .toMatchObject({
        quote: 'många riktigt unga',
        before: expect.stringMatching(/Det är så: Sedan 2019 har $/),
      })
    expect(await by(elin).threads()).toEqual([])
    await line.close()
  })

  it('are followed when the program stops before it is quiet', async () => {
    const line = await typed(anna, id, 'Sedan 2019 har många unga stått utan arbete.')
    const { id: thread } = await by(karim).start({
      place: selectionOf(line.doc, 'många unga'),
      isInternal: true,
    })
    await line.write(doc => doc.getXmlFragment('background').delete(0, 1))
    await server.restart()
    anna = anna.at(server.origin)
    karim = karim.at(server.origin)
    elin = elin.at(server.origin)
    expect((await by(karim).thread(thread)).place).toMatchObject({ before: 'Sedan 2019 har ' })
  })
})

describe('a thread that is handed over to all', () => {
  it('is marked where its words stand now, is there for everybody, and is noted', async () => {
    const line = await typed(anna, id, 'Sedan 2019 har många unga stått utan arbete.')
    const place = selectionOf(line.doc, 'många unga')
    const { id: thread } = await by(karim).start({ place, isInternal: true, text: 'Till alla?' })
    const paragraph = line.doc.getXmlFragment('background').get(1)
    const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null
    if (!(text instanceof Y.XmlText)) throw new Error('There is no text.')
    await line.write(() => text.insert(0, 'Nyss tillagt. '))
    const { cursor } = await by(elin).all()
    const released = await by(karim).change(thread, { isInternal: false })
    expect(released).toMatchObject({ internalTo: null, released: { by: { personId: 'karim' } } })
    expect((await by(elin).all(cursor)).threads).toEqual([released])
    await line.load()
    expect(readBlocks(line.doc.getXmlFragment('background')).at(-1)).toMatchObject({
      content: [
        { text: 'Nyss tillagt. Sedan 2019 har ' },
        { text: 'många unga', comments: [thread] },
        { text: ' stått utan arbete.' },
      ],
    })
    const { entries } = (await (await anna.get(`/api/applications/${id}/log`)).json()) as {
      entries: { act: string; details: object }[]
    }
    expect(entries.filter(({ act }) => act === 'commentReleased')).toMatchObject([{ details: { thread } }])
    await line.close()
  })

  it('twice is once, also at the same time, and it does not become internal again', async () => {
    const { id: thread } = await by(karim).start({ isInternal: true })
    const release = () => by(karim).change(thread, { isInternal: false })
    const answers = await Promise.all([release(), release(), release()])
    expect(new Set(answers.map(({ released }) => released?.at)).size).toBe(1)
    const { entries } = (await (await anna.get(`/api/applications/${id}/log`)).json()) as {
      entries: { act: string }[]
    }
    expect(entries.filter(({ act }) => act === 'commentReleased')).toHaveLength(1)
    await expect(by(karim).change(thread, { isInternal: true })).rejects.toThrow('malformedRequest')
  })

  it('is told of to everybody', async () => {
    const { id: thread } = await by(karim).start({ isInternal: true })
    const line = await elin.join(id)
    await by(karim).change(thread, { isInternal: false })
    await line.until(() => line.all('notice').some(({ topic }) => topic === 'comments'))
    await line.close()
  })
})
