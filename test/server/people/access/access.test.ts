import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import {
  type AccessAnswer,
  accessSchema,
  authorsSchema,
  guestLinkMadeSchema,
  type InvitedAnswer,
  invitedSchema,
} from '../../../../shared/http/access.ts'
import { auditLogSchema } from '../../../../shared/http/auditLog.ts'
import { problemSchema } from '../../../../shared/http/problem.ts'
import type { Role } from '../../../../shared/people/role.ts'
import { DemoServer } from '../../../harness/demoServer.ts'
import type { RawClient, Visitor } from '../../../harness/rawClient.ts'

let server: DemoServer
let anna: Visitor
let karim: Visitor
let sofia: Visitor
let per: Visitor
/** Anna's, in which nobody else has a role. */
let id: string

beforeAll(async () => {
  server = await DemoServer.start()
  anna = await server.enter('anna')
  karim = await server.enter('karim')
  sofia = await server.enter('sofia')
  per = await server.enter('per')
})
afterAll(async () => await server.dispose())
beforeEach(async () => {
  id = await anna.newApplicationAlone()
})

const at = (rest: string) => `/api/applications/${id}${rest}`
const parties = { anna: 'heby', karim: 'af', elin: 'fk', sofia: 'region', per: 'forbund' } as const

async function letIn(personId: keyof typeof parties, role: Role, by = anna): Promise<Response> {
  return await by.post(at('/members'), { personId, partyId: parties[personId], role })
}

async function accessOf(visitor: Visitor): Promise<AccessAnswer> {
  return accessSchema.parse(await (await visitor.get(at('/access'))).json())
}

/** What somebody has asked for, when it has come to the ansökan: that is after she has been answered. */
async function requestOf(personId: string) {
  const look = async () => (await accessOf(anna)).requests.find(request => request.personId === personId)
  await expect.poll(look).toBeDefined()
  return await look()
}

async function invite(by: Visitor, addresses: string[], role: Role = 'partyEditor') {
  const answer = await by.post(at('/invitations'), { addresses, role, message: 'Välkommen!' })
  return { status: answer.status, answer }
}

async function outcomesOf(answer: Response): Promise<InvitedAnswer['invited']> {
  return invitedSchema.parse(await answer.json()).invited
}

async function kindOf(answer: Response): Promise<[number, string]> {
  return [answer.status, problemSchema.parse(await answer.json()).kind]
}

/** Puts a paragraph last in a section; nothing waits for what becomes of it. */
function type(line: RawClient, words: string, section = 'background'): void {
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(words)])
  line.doc.getXmlFragment(section).push([paragraph])
}

async function wordsOnServer(section = 'background'): Promise<string> {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, await anna.state(id))
  return doc.getXmlFragment(section).toString()
}

/** The letters that have been written to an address. */
async function lettersTo(address: string): Promise<string[]> {
  const folder = join(server.dataDir, 'mailbox')
  const names = await readdir(folder).catch(() => [])
  const letters = await Promise.all(names.map(async name => await readFile(join(folder, name), 'utf8')))
  return letters.filter(letter => letter.includes(`To: ${address}`))
}

describe('whoever starts an ansökan', () => {
  it('is responsible for it, alone', async () => {
    const { members, invitations, advice } = await accessOf(anna)
    expect(members).toMatchObject([
      { personId: 'anna', partyId: 'heby', role: 'ownerEditor', isActive: true },
    ])
    expect([invitations, advice]).toEqual([[], null])
  })

  it('can neither lower nor remove herself while nobody else is responsible', async () => {
    const lowered = await anna.put(at('/members/anna'), { role: 'reader' })
    expect(await kindOf(lowered)).toEqual([409, 'lastOwner'])
    expect(await kindOf(await anna.delete(at('/members/anna')))).toEqual([409, 'lastOwner'])
    await letIn('karim', 'ownerEditor')
    expect((await anna.delete(at('/members/anna'))).status).toBe(204)
    expect((await anna.get(at(''))).status).toBe(404)
  })
})

describe('an invitation', () => {
  it('lets in at once whom the program knows, invites whom it does not, and says why not', async () => {
    const { answer } = await invite(anna, [
      'Karim@AF.example',
      'ny.person@region.example',
      'nagon@okand.example',
      'per@forbund.example',
    ])
    expect(await outcomesOf(answer)).toEqual([
      { address: 'karim@af.example', outcome: 'added' },
      { address: 'ny.person@region.example', outcome: 'invited' },
      { address: 'nagon@okand.example', outcome: 'noParty' },
      { address: 'per@forbund.example', outcome: 'mayNot' },
    ])
    expect((await invite(anna, ['karim@af.example'])).status).toBe(200)
    const { members, invitations } = await accessOf(anna)
    expect(members.map(({ personId, role }) => [personId, role])).toEqual([
      ['anna', 'ownerEditor'],
      ['karim', 'partyEditor'],
    ])
    expect(invitations).toMatchObject([
      {
        address: 'ny.person@region.example',
        partyId: 'region',
        role: 'partyEditor',
        invitedBy: 'Anna Lindholm',
      },
    ])
  })

  it('goes by mail with a secret that is not kept, and another one when it is sent again', async () => {
    const address = `ny.${id}@region.example`
    await invite(anna, [address])
    const secretIn = (letter: string | undefined) =>
      /\/inbjudan#([A-Za-z0-9_-]{43})/.exec((letter ?? '').replaceAll('=\r\n', ''))?.[1]
    await expect.poll(async () => secretIn((await lettersTo(address))[0])).toBeDefined()
    const first = secretIn((await lettersTo(address))[0]) ?? ''
    const kept = await readFile(server.documentFile(id, 'access.json'), 'utf8')
    expect(kept).not.toContain(first)
    const [invitation] = (await accessOf(anna)).invitations
    await anna.post(at(`/invitations/${invitation?.id}`), {})
    await expect.poll(async () => (await lettersTo(address)).length).toBe(2)
    const secrets = new Set((await lettersTo(address)).map(secretIn))
    expect(secrets.size).toBe(2)
    expect((await accessOf(anna)).invitations).toHaveLength(1)
  })

  it('can be taken back', async () => {
    await invite(anna, ['ny@af.example'])
    const [invitation] = (await accessOf(anna)).invitations
    expect((await anna.delete(at(`/invitations/${invitation?.id}`))).status).toBe(200)
    expect((await accessOf(anna)).invitations).toEqual([])
    expect(await kindOf(await anna.delete(at(`/invitations/${invitation?.id}`)))).toEqual([
      404,
      'unknownInvitation',
    ])
  })

  it('is bounded in number for one person', async () => {
    const many = (from: number) => Array.from({ length: 50 }, (_, n) => `nr${from + n}@okand.example`)
    const elin = await server.enter('elin')
    id = await elin.newApplicationAlone()
    for (let from = 0; from < 200; from += 50) expect((await invite(elin, many(from))).status).toBe(200)
    const { answer } = await invite(elin, ['en.till@okand.example'])
    expect(answer.headers.get('retry-after')).toMatch(/^[1-9]\d*$/)
    expect(await kindOf(answer)).toEqual([429, 'tooManyAttempts'])
  })
})

describe('somebody who writes but does not decide', () => {
  it('sees who else is there, and no invitations, links or requests', async () => {
    await letIn('karim', 'partyEditor')
    await invite(anna, ['ny@af.example'])
    await anna.post(at('/guest-links'), {
      label: 'Konsult',
      partyId: 'heby',
      role: 'reader',
      endsOn: '2999-01-01',
    })
    await sofia.post(at('/requests'), { message: '' })
    await requestOf('sofia')
    const { members, invitations, guestLinks, requests } = await accessOf(karim)
    expect(members).toHaveLength(2)
    expect([invitations, guestLinks, requests]).toEqual([[], [], []])
  })

  it.each([
    ['post', '/invitations', { addresses: ['a@af.example'], role: 'reader', message: '' }],
    ['post', '/members', { personId: 'elin', partyId: 'fk', role: 'reader' }],
    ['put', '/members/karim', { role: 'ownerEditor' }],
    ['post', '/guest-links', { label: 'x', partyId: 'af', role: 'reader', endsOn: '2999-01-01' }],
    ['put', '/sections/background', { is: 'finished' }],
    ['put', '/advice', { open: true }],
  ] as const)('is refused to %s %s', async (method, rest, body) => {
    await letIn('karim', 'partyEditor')
    expect(await kindOf(await karim[method](at(rest), body))).toEqual([403, 'mayNot'])
  })
})

describe('a partsansvarig', () => {
  it('lets in her own party’s people, with no more than she has', async () => {
    await letIn('karim', 'partyLead')
    const { answer } = await invite(karim, ['ny@af.example', 'ny@fk.example'], 'signatory')
    expect(await outcomesOf(answer)).toMatchObject([{ outcome: 'invited' }, { outcome: 'mayNot' }])
    expect(await kindOf(await letIn('elin', 'reader', karim))).toEqual([403, 'mayNot'])
    expect(await kindOf(await karim.put(at('/members/karim'), { role: 'ownerEditor' }))).toEqual([
      403,
      'mayNot',
    ])
    expect(await kindOf(await karim.delete(at('/members/anna')))).toEqual([403, 'mayNot'])
  })
})

describe('a role that is changed while somebody types', () => {
  it('keeps what was typed before, and refuses what comes after', async () => {
    await letIn('karim', 'partyEditor')
    const line = await karim.join(id)
    type(line, 'Skrivet i tid.')
    await line.saved()
    expect((await anna.put(at('/members/karim'), { role: 'reviewer' })).status).toBe(200)
    await line.until(() => line.all('notice').some(({ topic }) => topic === 'record'))
    type(line, 'För sent.')
    expect((await line.closed).reason).toBe('updateRefused')
    expect(line.all('refused')).toMatchObject([{ refusal: 'mayNotWrite' }])
    expect(await wordsOnServer()).toContain('Skrivet i tid.')
    expect(await wordsOnServer()).not.toContain('För sent.')
    const reading = await karim.join(id)
    expect(reading.doc.getXmlFragment('background').toString()).toContain('Skrivet i tid.')
    await reading.close()
  })

  it('opens what it gives at once', async () => {
    await letIn('karim', 'reviewer')
    const line = await karim.join(id)
    await anna.put(at('/members/karim'), { role: 'partyEditor' })
    await line.write(doc => doc.getMap('budgetAmount').set('total', 7))
    await line.close()
  })
})

describe('somebody who is removed', () => {
  it('is sent away at once, and is told no more than a stranger', async () => {
    await letIn('karim', 'partyEditor')
    const line = await karim.join(id)
    await anna.delete(at('/members/karim'))
    expect((await line.closed).reason).toBe('mayNotOpen')
    for (const rest of ['', '/state', '/access', '/authors', '/rescued']) {
      expect([rest, await kindOf(await karim.get(at(rest)))]).toEqual([rest, [404, 'unknownApplication']])
    }
    const back = await karim.open(id)
    expect((await back.closed).reason).toBe('unknownDocument')
    expect(back.frames).toEqual([])
  })
})

describe('a section that the owner closes', () => {
  it('for one party is written by that party only', async () => {
    await letIn('karim', 'partyEditor')
    await letIn('sofia', 'partyEditor')
    expect((await anna.put(at('/sections/background'), { is: 'party', partyId: 'region' })).status).toBe(204)
    const [karims, sofias, annas] = await Promise.all([karim.join(id), sofia.join(id), anna.join(id)])
    type(sofias, 'Regionens ord.')
    await sofias.saved()
    for (const line of [karims, annas]) {
      type(line, 'Någon annans ord.')
      expect((await line.closed).reason).toBe('updateRefused')
    }
    expect(await wordsOnServer()).toContain('Regionens ord.')
    expect(await wordsOnServer()).not.toContain('Någon annans ord.')
    await sofias.close()
  })

  it('as finished is written by nobody until it is opened again, and says who finished it', async () => {
    await anna.put(at('/sections/background'), { is: 'finished' })
    const application = (await (await anna.get(at(''))).json()) as { closings: unknown }
    expect(application.closings).toMatchObject({
      background: { closing: { is: 'finished' }, by: { name: 'Anna Lindholm', partyShortName: 'Heby' } },
    })
    const shut = await anna.join(id)
    type(shut, 'Efteråt.')
    expect((await shut.closed).reason).toBe('updateRefused')
    await anna.put(at('/sections/background'), { is: 'open' })
    const open = await anna.join(id)
    type(open, 'Igen.')
    await open.saved()
    await open.close()
  })

  it('stays as it was when an update changes it and another at once', async () => {
    await anna.put(at('/sections/background'), { is: 'finished' })
    const line = await anna.join(id)
    line.doc.transact(() => {
      type(line, 'Tillåtet.', 'purpose')
      type(line, 'Otillåtet.')
    })
    expect((await line.closed).reason).toBe('updateRefused')
    expect([await wordsOnServer('purpose'), await wordsOnServer()].join()).not.toMatch(/illåtet/)
  })

  it.each(['agreement', 'finnsinte', '__proto__'])('must be one that is written in, not %s', async key => {
    expect(await kindOf(await anna.put(at(`/sections/${key}`), { is: 'finished' }))).toEqual([
      404,
      'unknownSection',
    ])
  })
})

describe('the förbund', () => {
  it('reads a draft while the owner asks for advice, writes nothing, and is outside again afterwards', async () => {
    expect(await per.applications()).toEqual([])
    expect((await anna.put(at('/advice'), { open: true })).status).toBe(200)
    expect((await per.applications()).map(application => application.id)).toEqual([id])
    const line = await per.join(id)
    const [mine] = await Promise.all([line.closed, anna.put(at('/advice'), { open: false })])
    expect(mine.reason).toBe('mayNotOpen')
    expect(await per.applications()).toEqual([])
    expect(await kindOf(await per.get(at('')))).toEqual([404, 'unknownApplication'])
  })

  it('cannot write, although it reads', async () => {
    await anna.put(at('/advice'), { open: true })
    const line = await per.join(id)
    type(line, 'Förbundets ord.')
    expect((await line.closed).reason).toBe('updateRefused')
    expect(await wordsOnServer()).not.toContain('Förbundets ord.')
    await anna.put(at('/advice'), { open: false })
  })
})

describe('somebody who asks to be let in', () => {
  it('is answered alike whether there is such an ansökan or not', async () => {
    const answers = await Promise.all(
      [id, '0123456789abcdef0123'].map(one =>
        sofia.post(`/api/applications/${one}/requests`, { message: 'Hej' }),
      ),
    )
    expect(await Promise.all(answers.map(async answer => [answer.status, await answer.text()]))).toEqual([
      [202, ''],
      [202, ''],
    ])
  })

  it('is let in by the owner, or not', async () => {
    await sofia.post(at('/requests'), { message: 'Får jag läsa?' })
    const request = await requestOf('sofia')
    expect(request).toMatchObject({ personId: 'sofia', name: 'Sofia Hedman', message: 'Får jag läsa?' })
    expect((await anna.post(at(`/requests/${request?.id}`), { role: 'reader' })).status).toBe(200)
    expect((await sofia.get(at(''))).status).toBe(200)
    expect((await accessOf(anna)).requests).toEqual([])

    await karim.post(at('/requests'), { message: '' })
    const other = await requestOf('karim')
    expect((await anna.delete(at(`/requests/${other?.id}`))).status).toBe(200)
    expect((await karim.get(at(''))).status).toBe(404)
  })
})

describe('a guest link', () => {
  it('is shown once, and kept as nothing that opens', async () => {
    const asked = { label: 'Konsult Ek', partyId: 'heby', role: 'reviewer', endsOn: '2999-01-01' }
    const { link, secret } = guestLinkMadeSchema.parse(
      await (await anna.post(at('/guest-links'), asked)).json(),
    )
    expect(secret).toMatch(/^[A-Za-z0-9_-]{43}$/)
    expect((await accessOf(anna)).guestLinks).toEqual([link])
    expect(await readFile(server.documentFile(id, 'access.json'), 'utf8')).not.toContain(secret)
    expect((await anna.delete(at(`/guest-links/${link.id}`))).status).toBe(200)
    expect((await accessOf(anna)).guestLinks).toEqual([])
    const log = auditLogSchema.parse(await (await anna.get(at('/log'))).json())
    expect(log.entries[0]).toMatchObject({
      act: 'guestLinkRevoked',
      details: { label: 'Konsult Ek', link: link.id },
    })
  })

  it.each([
    ['a day that has been', { label: 'x', partyId: 'heby', role: 'reader', endsOn: '2020-01-01' }, 400],
    ['the right to write', { label: 'x', partyId: 'heby', role: 'partyEditor', endsOn: '2999-01-01' }, 400],
    ['the förbund', { label: 'x', partyId: 'forbund', role: 'reader', endsOn: '2999-01-01' }, 403],
    ['a party that is none', { label: 'x', partyId: 'nowhere', role: 'reader', endsOn: '2999-01-01' }, 403],
  ])('cannot be for %s', async (_what, asked, status) => {
    expect((await anna.post(at('/guest-links'), asked)).status).toBe(status)
  })
})

describe('who wrote what', () => {
  it('is told per section, by the checked client ids', async () => {
    await letIn('karim', 'partyEditor')
    const [annas, karims] = await Promise.all([anna.join(id), karim.join(id)])
    type(annas, 'Tolv tecken.')
    await annas.saved()
    await karims.until(() => karims.doc.getXmlFragment('background').length > 0)
    type(karims, 'Sju gör')
    await karims.saved()
    await karims.write(doc => doc.getMap('budgetAmount').set('total', 100))
    const { sections } = authorsSchema.parse(await (await karim.get(at('/authors'))).json())
    expect(sections.background).toEqual([
      { personName: 'Anna Lindholm', partyShortName: 'Heby', letters: 12 },
      { personName: 'Karim Sandell', partyShortName: 'AF', letters: 7 },
    ])
    expect(sections.budgetAmount).toEqual([{ personName: 'Karim Sandell', partyShortName: 'AF', letters: 1 }])
    expect(sections.purpose).toEqual([])
    await Promise.all([annas.close(), karims.close()])
  })
})
