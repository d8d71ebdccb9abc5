import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { letterIdOf } from '../../../../server/notice/noticeIds.ts'
import { sayRoundNotice } from '../../../../server/notice/round/roundAbout.ts'
import type { ChangeRound, SendRound } from '../../../../shared/http/consultation.ts'
import type { Notice, NoticeKind } from '../../../../shared/http/notices.ts'
import { DemoServer } from '../../../harness/demoServer.ts'
import type { Visitor } from '../../../harness/rawClient.ts'
import { Answering, sum, take } from '../../consultation/reply/Answering.ts'
import { RoundsOf } from '../../consultation/roundsOf.ts'
import { HandClock } from '../../mail/HandClock.ts'
import { lettersIn, noticesOf } from './heard.ts'

/** Friday 17 May 2024 at noon in Sweden. */
const sentAt = '2024-05-17T10:00:00Z'

let clock: HandClock
let server: DemoServer
let id: string
const name = 'Plattform 2027'

beforeEach(async () => {
  clock = new HandClock(sentAt)
  server = await DemoServer.start({}, undefined, clock)
  id = await (await server.enter('anna')).newApplication('2024', name)
})
afterEach(async () => await server.dispose())

/** She comes again each time: sessions end while days pass. */
async function byAnna(): Promise<RoundsOf> {
  return new RoundsOf(await server.enter('anna'), id)
}

const toThem = [
  { partyId: 'af', personIds: ['karim'] },
  { partyId: 'fk', personIds: ['elin'] },
]

async function send(changes: Partial<SendRound> = {}): Promise<void> {
  await (await byAnna()).send({ closesOn: '2024-05-24', recipients: toThem, ...changes })
}

async function change(asked: ChangeRound): Promise<void> {
  await (await byAnna()).change(1, asked)
}

/** Elin is to send the answer of Försäkringskassan, and does. */
async function elinAnswers(): Promise<void> {
  const anna = await server.enter('anna')
  await anna.put(`/api/applications/${id}/members/elin`, { role: 'partyLead' })
  const answering = new Answering(await server.enter('elin'), id)
  const line = await answering.join()
  await line.write(doc => {
    take(doc, 'endorses')
    sum(doc, 'Vi tillstyrker.')
  })
  await line.saved()
  await answering.send()
  await line.close()
}

/** What somebody is told of this ansökan and has not read, as `what by`. */
async function hears(personId: string): Promise<string[]> {
  const visitor: Visitor = await server.enter(personId)
  return (await noticesOf(visitor, id)).filter(({ isRead }) => !isRead).map(said)
}

function said({ kind, round, by }: Notice): string {
  return `${kind} ${round?.what} ${by?.personId ?? 'by itself'}`
}

/** The subjects of the letters to somebody about this ansökan, less its name. */
async function subjects(address: string): Promise<string[]> {
  const letters = await lettersIn(server.dataDir, address, name)
  return letters.map(({ subject }) => subject.slice(`[${name}] `.length)).toSorted()
}

interface Kept {
  notices: { id: string; kind: NoticeKind; letter: string | null }[]
}

async function kept(personId: string): Promise<Kept> {
  return JSON.parse(await readFile(join(server.dataDir, 'notices', `${personId}.json`), 'utf8')) as Kept
}

/** Of what somebody is still to get a letter. */
async function waits(personId: string): Promise<string[]> {
  return (await kept(personId)).notices.filter(({ letter }) => letter !== null).map(({ kind }) => kind)
}

/** As if the program had stopped before the letters to somebody were in the queue. */
async function letLetterWait(personId: string): Promise<void> {
  await server.stop()
  await rm(join(server.dataDir, 'mail'), { recursive: true })
  await rm(join(server.dataDir, 'mailbox'), { recursive: true })
  const file = await kept(personId)
  for (const notice of file.notices) notice.letter = letterIdOf(notice)
  await writeFile(join(server.dataDir, 'notices', `${personId}.json`), JSON.stringify(file))
}

const eventually = async (isSo: () => Promise<void>) =>
  await vi.waitFor(isSo, { timeout: 20_000, interval: 50 })

describe('a round that is sent', () => {
  it('is told to those it was sent to, at once and by letter, and to nobody else', async () => {
    await send({ message: 'Se på avsnitt 3.' })
    await eventually(async () => {
      expect(await hears('karim')).toEqual(['roundSent sent anna'])
      expect(await hears('elin')).toEqual(['roundSent sent anna'])
      expect(await subjects('karim@af.example')).toEqual(['Remiss 1 – svar senast fre 24 maj'])
      expect(await subjects('elin@fk.example')).toHaveLength(1)
    })
    expect([await hears('sofia'), await hears('anna'), await hears('per')]).toEqual([[], [], []])
    expect([await subjects('sofia@region.example'), await subjects('anna@heby.example')]).toEqual([[], []])
    const [notice] = await noticesOf(await server.enter('karim'), id)
    expect(notice).toMatchObject({
      round: { number: 1, ordinal: 1, purpose: 'remarks', closesOn: '2024-05-24' },
      ...{ threadId: null, excerpt: 'Se på avsnitt 3.', partyName: 'Heby kommun' },
    })
    const [letter] = await lettersIn(server.dataDir, 'karim@af.example', name)
    expect(letter?.text).toContain('Svara senast fredag 24 maj. Det är 5 arbetsdagar kvar.')
    expect(letter?.text).toContain('> Se på avsnitt 3.')
    expect(letter?.text).toContain(`/ansokningar/${id}/remiss/1\n`)
  })

  it('comes to each as she wants: by letter only, in the program only, gathered at once all the same, or never', async () => {
    const karim = await server.enter('karim')
    const settings = await (await karim.get('/api/notices/settings')).json()
    const choose = async (visitor: Visitor, inProgram: boolean, mail: string) => {
      const kinds = { ...settings.kinds, roundSent: { inProgram, mail } }
      expect((await visitor.put('/api/notices/settings', { kinds, watched: [] })).status).toBe(200)
    }
    const elin = await server.enter('elin')
    await choose(karim, true, 'never')
    await choose(elin, false, 'digest')
    await send()
    await eventually(async () => expect(await subjects('elin@fk.example')).toHaveLength(1))
    expect([await hears('elin'), await hears('karim')]).toEqual([[], ['roundSent sent anna']])
    expect(await subjects('karim@af.example')).toEqual([])
  })

  it('is still told when its letter has waited for days, as it is then, and not when it is over by then', async () => {
    await send()
    await eventually(async () => expect(await subjects('karim@af.example')).toHaveLength(1))
    await letLetterWait('karim')
    clock.set('2024-05-20T10:00:00Z')
    await server.restart()
    await eventually(async () => expect(await subjects('karim@af.example')).toHaveLength(1))
    const [letter] = await lettersIn(server.dataDir, 'karim@af.example', name)
    expect(letter?.text).toContain('Det är 4 arbetsdagar kvar.')
    await change({ is: 'close' })
    await eventually(async () => expect(await subjects('elin@fk.example')).toContain('Remiss 1 – avslutad'))
    await letLetterWait('karim')
    await server.restart()
    await eventually(async () => expect(await waits('karim')).toEqual([]))
    expect(await subjects('karim@af.example')).toEqual(['Remiss 1 – avslutad'])
  })
})

describe('reminders', () => {
  it('go to those who have not answered, the newest instead of what was not read, and late to the owner too', async () => {
    await send()
    await elinAnswers()
    clock.set('2024-05-21T06:00:00Z')
    await eventually(async () =>
      expect(await hears('karim')).toEqual(['roundReminder soon by itself', 'roundSent sent anna']),
    )
    clock.set('2024-05-24T06:00:00Z')
    await eventually(async () =>
      expect(await hears('karim')).toEqual(['roundReminder today by itself', 'roundSent sent anna']),
    )
    clock.set('2024-05-25T06:00:00Z')
    await eventually(async () => {
      expect(await hears('karim')).toEqual(['roundReminder late by itself', 'roundSent sent anna'])
      expect(await hears('anna')).toEqual(['roundReminder late by itself', 'replySent replied elin'])
      expect(await subjects('anna@heby.example')).toEqual([
        'Remiss 1 – 1 svar saknas',
        'Remiss 1 – Försäkringskassan har svarat',
      ])
      expect(await subjects('karim@af.example')).toEqual([
        'Remiss 1 – påminnelse: svar senast fre 24 maj',
        'Remiss 1 – sista dagen att svara är i dag',
        'Remiss 1 – svar senast fre 24 maj',
        'Remiss 1 – svarsdatumet har passerat',
      ])
    })
    expect(await subjects('elin@fk.example')).toEqual(['Remiss 1 – svar senast fre 24 maj'])
    expect(await hears('elin')).toEqual(['roundSent sent anna'])
  })

  it('are taken away when the party has answered, which the owner is told, and her colleagues', async () => {
    await send()
    clock.set('2024-05-21T06:00:00Z')
    await eventually(async () => expect(await hears('elin')).toContain('roundReminder soon by itself'))
    await elinAnswers()
    await eventually(async () => {
      expect(await hears('elin')).toEqual(['roundSent sent anna'])
      expect(await hears('anna')).toEqual(['replySent replied elin'])
    })
    expect(await hears('karim')).toContain('roundReminder soon by itself')
    const letters = await lettersIn(server.dataDir, 'anna@heby.example', name)
    expect(letters[0]?.text).toContain('Försäkringskassan tillstyrker. Svaret har inga synpunkter.')
  })

  it('are gone when the day is another, of which all are told', async () => {
    await send()
    clock.set('2024-05-21T06:00:00Z')
    await eventually(async () => expect(await hears('elin')).toHaveLength(2))
    clock.set('2024-05-21T07:00:00Z')
    await change({ is: 'extend', closesOn: '2024-05-31' })
    await eventually(async () => {
      expect(await hears('elin')).toEqual(['roundChanged extended anna', 'roundSent sent anna'])
      expect(await subjects('karim@af.example')).toContain('Remiss 1 – nytt svarsdatum: fre 31 maj')
    })
  })
})

describe('a round that is called off', () => {
  it('takes away all that was not read, says why, and nothing more is told of it', async () => {
    await send()
    clock.set('2024-05-21T06:00:00Z')
    await eventually(async () => expect(await hears('karim')).toHaveLength(2))
    clock.set('2024-05-21T07:00:00Z')
    await change({ is: 'callOff', reason: 'Budgeten görs om.' })
    await eventually(async () => {
      expect(await hears('karim')).toEqual(['roundChanged calledOff anna'])
      expect(await subjects('karim@af.example')).toContain('Remiss 1 – återkallad, ska inte besvaras')
    })
    const before = await subjects('karim@af.example')
    for (const at of ['2024-05-24T06:00:00Z', '2024-05-25T06:00:00Z']) {
      clock.set(at)
      await server.restart()
    }
    expect(await hears('karim')).toEqual(['roundChanged calledOff anna'])
    expect(await subjects('karim@af.example')).toEqual(before)
    const letters = await lettersIn(server.dataDir, 'karim@af.example', name)
    expect(letters.find(({ subject }) => subject.includes('återkallad'))?.text).toContain(
      '> Budgeten görs om.',
    )
  })

  it('sends nothing that waits in the mail queue by then, but that it was', async () => {
    await send()
    await eventually(async () => expect(await subjects('karim@af.example')).toHaveLength(1))
    clock.set('2024-05-21T07:00:00Z')
    await change({ is: 'callOff', reason: 'Budgeten görs om.' })
    await eventually(async () => expect(await subjects('karim@af.example')).toHaveLength(2))
    await server.stop()
    const waiting = async (number: number, what: 'sent' | 'calledOff', at: string) => {
      const letterId = String(number).padStart(24, '0')
      const about = sayRoundNotice({ applicationId: id, personId: 'karim', number: 1, what, at })
      const path = join(server.dataDir, 'mail', `${letterId}.json`)
      await writeFile(path, JSON.stringify(letterThatWaits(letterId, `[${name}] Väntade: ${what}`, about)))
      return path
    }
    const sent = await waiting(1, 'sent', '2024-05-17T10:00:00.000Z')
    await waiting(2, 'calledOff', '2024-05-21T07:00:00.000Z')
    await server.restart()
    await eventually(async () => expect(await subjects('karim@af.example')).toContain('Väntade: calledOff'))
    await eventually(async () =>
      expect(JSON.parse(await readFile(sent, 'utf8'))).toMatchObject({ trouble: { reason: 'notWanted' } }),
    )
    expect(await subjects('karim@af.example')).not.toContain('Väntade: sent')
  })
})

function letterThatWaits(id: string, subject: string, about: string) {
  const at = '2024-05-21T07:00:00.000Z'
  return {
    ...{ id, state: 'waiting', messageId: `<${id}@localhost>`, tries: 1, trouble: null },
    letter: { to: 'karim@af.example', subject, text: 'Hej!', about },
    ...{ acceptedAt: at, nextTryAt: at },
  }
}

describe('a round that is over', () => {
  it('is told to those asked, and to the owner when it closed by itself', async () => {
    await send({ closesByItself: true })
    clock.set('2024-05-25T01:00:00Z')
    await eventually(async () => {
      expect(await hears('karim')).toEqual(['roundChanged over by itself', 'roundSent sent anna'])
      expect(await hears('anna')).toEqual(['roundChanged over by itself'])
    })
    await change({ is: 'publish' })
    await eventually(async () => {
      expect(await hears('karim')).toContain('compilationPublished published anna')
      expect(await subjects('karim@af.example')).toContain('Remiss 1 – sammanställningen av svaren visas')
    })
    expect(await hears('anna')).toEqual(['roundChanged over by itself'])
  })
})

it('nobody is told who does not see rounds any more, and who has lost it is shown nothing', async () => {
  await send()
  await eventually(async () => expect(await hears('karim')).toHaveLength(1))
  const anna = await server.enter('anna')
  await anna.delete(`/api/applications/${id}/members/karim`)
  expect(await hears('karim')).toEqual([])
  await change({ is: 'extend', closesOn: '2024-05-31' })
  await eventually(async () => expect(await hears('elin')).toHaveLength(2))
  expect(await subjects('karim@af.example')).toHaveLength(1)
})
