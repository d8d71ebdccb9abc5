import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { DemoServer } from '../../harness/demoServer.ts'
import type { Visitor } from '../../harness/rawClient.ts'
import { paragraphIn, VersionsOf } from './VersionsOf.ts'

let server: DemoServer
let anna: Visitor
let karim: Visitor
let elin: Visitor
let id: string
let versions: VersionsOf

beforeAll(async () => {
  server = await DemoServer.start()
  anna = await server.enter('anna')
  karim = await server.enter('karim')
  elin = await server.enter('elin')
})
afterAll(async () => await server.dispose())

/** A document of Anna's in which the others have these roles, with one version. */
async function begin(roles: Readonly<Record<string, string>> = {}): Promise<void> {
  id = await anna.newApplication()
  for (const [person, role] of Object.entries(roles)) {
    await anna.put(`/api/applications/${id}/members/${person}`, { role })
  }
  versions = new VersionsOf(anna, id)
  await versions.make('Ett')
}

describe('whoever may not', () => {
  it('is told the same of every version, there or not, and changes nothing', async () => {
    await begin({ karim: 'reader', elin: 'reviewer' })
    const his = new VersionsOf(karim, id)
    const hers = new VersionsOf(elin, id)
    const mayNot = { kind: 'mayNot', status: 403 }
    for (const number of ['1', '2', 'x', '1e3', '01', '999999999999']) {
      expect(await his.refusal('get', `/${number}`)).toEqual(mayNot)
      expect(await hers.refusal('post', `/${number}/restore`, { note: '' })).toEqual(mayNot)
    }
    expect(await his.refusal('get', '')).toEqual(mayNot)
    expect(await hers.refusal('post', '', { name: 'Två', note: '' })).toEqual(mayNot)
    expect((await hers.list()).versions).toEqual((await versions.list()).versions)
    expect((await hers.read(1)).version.number).toBe(1)
  })

  it('is refused what she could do before her role was changed', async () => {
    await begin()
    const his = new VersionsOf(karim, id)
    await his.make('Två')
    await anna.put(`/api/applications/${id}/members/karim`, { role: 'reader' })
    expect(await his.refusal('post', '', { name: 'Tre', note: '' })).toEqual({ kind: 'mayNot', status: 403 })
    expect((await versions.list()).versions).toHaveLength(2)
  })
})

describe('a request for versions', () => {
  it('of a number that is none is for a version that is unknown', async () => {
    await begin()
    const unknown = { kind: 'unknownVersion', status: 404 }
    for (const number of ['2', '0', '-1', 'x', '1e0', '01', '1.0', '99999999999999999999', '%00']) {
      expect(await versions.refusal('get', `/${number}`), number).toEqual(unknown)
      expect(await versions.refusal('post', `/${number}/restore`, { note: '' }), number).toEqual(unknown)
    }
  })

  it('is refused when a field is wrong, and makes nothing', async () => {
    await begin()
    const wrong = [
      {},
      { name: '', note: '' },
      { name: '  ', note: '' },
      { name: 'x'.repeat(121), note: '' },
      { name: 'x', note: 'x'.repeat(1001) },
      { name: 'a\nb', note: '' },
      { name: 'x', note: '', reason: 'restored' },
      { name: 'x', note: '', by: 'karim@af' },
    ]
    for (const body of wrong) {
      const refusal = await versions.refusal('post', '', body)
      expect(refusal, JSON.stringify(body)).toEqual({ kind: 'malformedRequest', status: 400 })
    }
    expect((await versions.list()).versions).toHaveLength(1)
  })

  it('too many of an hour are refused, and say when the next may come', async () => {
    await begin()
    const sofia = await server.enter('sofia')
    const tries = await Promise.all(
      Array.from({ length: 70 }, (_, nth) =>
        sofia.post(`/api/applications/${id}/versions`, { name: `${nth}`, note: '' }),
      ),
    )
    const refused = tries.filter(({ status }) => status === 429)
    expect(refused).toHaveLength(10)
    expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(3_000)
    const numbers = (await versions.list()).versions.map(({ number }) => number)
    expect(numbers).toEqual(Array.from({ length: 61 }, (_, nth) => 61 - nth))
  })

  it('of one that is damaged says so, and the log says which', async () => {
    await begin()
    const line = await anna.join(id)
    await line.write(paragraphIn('background', 'Mer.'))
    await line.close()
    await versions.make('Två')
    const list = JSON.parse(await readFile(server.documentFile(id, 'versions.json'), 'utf8'))
    const file = join(server.documentFile(id, 'attachments'), list.versions[1].content)
    const whole = await readFile(file)
    const changed = Buffer.from(whole)
    changed[20] = (changed[20] ?? 0) ^ 1
    await writeFile(file, changed)
    const damaged = { kind: 'damagedVersion', status: 409 }
    expect(await versions.refusal('get', '/2')).toEqual(damaged)
    expect(await versions.refusal('post', '/2/restore', { note: '' })).toEqual(damaged)
    expect((await readFile(file)).equals(changed)).toBe(true)
    expect(server.log.filter(({ kind }) => kind === 'damagedVersion')[0]).toMatchObject({
      document: id,
      version: 2,
    })
    // The others, and the text, are as they were.
    expect((await versions.read(1)).version.number).toBe(1)
    expect((await versions.make('Tre')).number).toBe(3)
    const open = await anna.join(id)
    expect(open.doc.getXmlFragment('background').length).toBe(2)
    await open.close()
    await writeFile(file, whole)
    expect((await versions.read(2)).version.name).toBe('Två')
  })
})

describe('comments in a version', () => {
  const thread = (at: string, isInternal: boolean) => ({
    id: `${at}0123456789`,
    postId: `${at}9876543210`,
    place: { is: 'section', section: 'background' },
    text: `Sagt ${isInternal ? 'bland oss' : 'till alla'}`,
    isInternal,
    isMaterial: false,
    assignee: null,
  })

  it('are those that there were then, as they were; what is internal is for its party only', async () => {
    await begin()
    const comments = `/api/applications/${id}/comments`
    await karim.post(comments, thread('ab', false))
    await karim.post(comments, thread('cd', true))
    const { number } = await versions.make('Två')
    await karim.put(`${comments}/${thread('ab', false).id}/posts/${thread('ab', false).postId}`, {
      text: 'Ändrat',
    })
    await karim.put(`${comments}/${thread('cd', true).id}`, { isInternal: false })
    await karim.post(comments, thread('ef', false))
    const said = async (visitor: Visitor) =>
      (await new VersionsOf(visitor, id).read(number)).threads.map(({ posts }) => posts[0]?.text).sort()
    expect(await said(anna)).toEqual(['Sagt till alla'])
    expect(await said(elin)).toEqual(['Sagt till alla'])
    expect(await said(karim)).toEqual(['Sagt bland oss', 'Sagt till alla'])
    const raw = await (await anna.get(`/api/applications/${id}/versions/${number}`)).text()
    expect(raw).not.toContain('bland oss')
    expect(raw).not.toContain(thread('cd', true).id)
  })

  it('have their places in its text, and keep them in the document when it is brought back', async () => {
    await begin()
    const line = await anna.join(id)
    await line.write(paragraphIn('background', 'Här finns ett ord som är omtalat.'))
    await line.write(paragraphIn('background', 'Och ett annat stycke.'))
    const mark = async (at: string, block: number, word: string) => {
      const text = (line.doc.getXmlFragment('background').get(block) as Y.XmlElement).get(0) as Y.XmlText
      const from = text
        .toString()
        .replaceAll(/<[^>]*>/g, '')
        .indexOf(word)
      const place = (index: number) =>
        Buffer.from(Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(text, index))).toString(
          'base64',
        )
      const wanted = {
        ...{ is: 'text', section: 'background', quote: word, before: '', after: '' },
        ...{ anchor: place(from), head: place(from + word.length) },
      }
      const asked = await anna.post(`/api/applications/${id}/comments`, {
        ...thread(at, false),
        place: wanted,
      })
      expect(asked.status).toBe(201)
    }
    await mark('ab', 1, 'ord')
    await mark('cd', 2, 'annat stycke')
    const marked = async () => {
      const { number } = await versions.make('Nu')
      const { form } = await versions.read(number)
      const json = JSON.stringify(form.sections.background)
      return [...json.matchAll(/"comments":\["(\w\w)\d+"\][^}]*?"text":"([^"]*)"/g)].map(([, at, text]) => [
        at,
        text,
      ])
    }
    expect(await marked()).toEqual([
      ['ab', 'ord'],
      ['cd', 'annat stycke'],
    ])
    const { number } = (await versions.list()).versions[0] ?? { number: 0 }
    await line.write(doc => {
      const background = doc.getXmlFragment('background')
      const text = (background.get(1) as Y.XmlElement).get(0) as Y.XmlText
      text.insert(text.length, ' Nytt sist.')
      // The other paragraph goes, and its comment is left without a place.
      background.delete(2, 1)
    })
    expect(await marked()).toEqual([['ab', 'ord']])
    await versions.restore(number)
    expect(await marked()).toEqual([
      ['ab', 'ord'],
      ['cd', 'annat stycke'],
    ])
    await line.close()
  })
})
