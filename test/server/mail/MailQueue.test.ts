import { describe, expect, it } from 'vitest'
import { MailQueueFull } from '../../../server/mail/MailQueue.ts'
import { jsonLine } from '../../../server/operations/logLine.ts'
import { DiskFault } from '../../../server/storage/diskFault.ts'
import { fault, MemoryFileSystem } from '../storage/MemoryFileSystem.ts'
import { HandClock, until } from './HandClock.ts'
import { folder, letter, QueueUnderTest } from './queueUnderTest.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

describe('a letter in the queue', () => {
  it('is on disk when it has been taken, also after a power cut', async () => {
    const { queue, disk, clock } = await QueueUnderTest.open()
    const id = await queue.send(letter)
    expect(queue.stateOf(id)).toBe('waiting')
    const after = await QueueUnderTest.open(disk.afterPowerCut(), clock)
    const { letter: carried } = await after.carrier.begun(1)
    expect(carried).toMatchObject({ ...letter, id, messageId: `<${id}@heby.example>` })
  })

  it('is sent once, and nothing of what it said is left on disk', async () => {
    const { queue, carrier, clock, onDisk, ...under } = await begun()
    const id = await queue.send(letter)
    ;(await carrier.begun(1)).take()
    await under.becomes(id, 'sent')
    await until(() => queue.stateOf(id) === 'sent')
    expect(onDisk(id)).toEqual({
      id,
      state: 'sent',
      acceptedAt: '2026-11-22T09:00:00.000Z',
      endedAt: '2026-11-22T09:00:00.000Z',
      tries: 1,
    })
    for (const name of await under.disk.listFolder(folder)) {
      expect(under.disk.peek(`${folder}/${name}`).toString()).not.toMatch(/hemligt|asa@/)
    }
    clock.pass(day)
    expect(carrier.tries).toHaveLength(1)
    expect(clock.nextInMs).toBeNull()
  })

  it('is tried again after growing pauses, the same at every try, until it is taken', async () => {
    const under = await QueueUnderTest.open()
    const id = await under.queue.send(letter)
    const pauses: number[] = []
    for (let number = 1; number <= 9; number += 1) {
      ;(await under.carrier.begun(number)).refuse()
      pauses.push(await under.pauses())
      under.clock.pass(pauses.at(-1) ?? 0)
    }
    expect(pauses.map(ms => ms / minute)).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60])
    ;(await under.carrier.begun(10)).take()
    await under.becomes(id, 'sent')
    const [first, ...others] = under.carrier.tries.map(({ letter: carried }) => carried)
    for (const other of others) expect(other).toEqual(first)
  })

  it.each([
    [0, 0.8],
    [0.999, 1.2],
  ])('waits a little shorter or longer by chance', async (chance, part) => {
    const under = await QueueUnderTest.open()
    under.clock.chance = chance
    await under.queue.send(letter)
    ;(await under.carrier.begun(1)).refuse()
    expect((await under.pauses()) / minute).toBeCloseTo(part, 2)
  })

  it('has failed after a day, and who it was to and why is kept, not what it said', async () => {
    const under = await QueueUnderTest.open()
    const id = await under.queue.send(letter)
    const began = under.clock.now()
    for (let number = 1; under.queue.stateOf(id) === 'waiting'; number += 1) {
      ;(await under.carrier.begun(number)).refuse('unreachable')
      await until(() => under.clock.nextInMs !== null || under.queue.stateOf(id) === 'failed')
      if (under.queue.stateOf(id) === 'waiting') under.clock.pass(under.clock.nextInMs ?? 0)
    }
    expect(under.clock.now() - began).toBe(day)
    await under.becomes(id, 'failed')
    expect(under.onDisk(id)).toMatchObject({
      to: letter.to,
      subject: letter.subject,
      trouble: { reason: 'unreachable' },
    })
    expect(JSON.stringify(under.onDisk(id))).not.toContain('hemligt')
    expect(under.log.filter(({ kind }) => kind === 'letterFailed')).toEqual([
      {
        kind: 'letterFailed',
        letter: id,
        reason: 'unreachable',
        status: 451,
        tries: under.carrier.tries.length,
      },
    ])
    under.clock.pass(day)
    expect(under.clock.nextInMs).toBeNull()
  })

  it('has failed at once when it is refused for good', async () => {
    const under = await QueueUnderTest.open()
    const id = await under.queue.send(letter)
    ;(await under.carrier.begun(1)).refuse('refused')
    await under.becomes(id, 'failed')
    expect(under.onDisk(id)).toMatchObject({
      trouble: { reason: 'refused', status: 550, said: 'asa@af.example? No.' },
    })
    expect(under.log).toEqual([
      { kind: 'letterFailed', letter: id, reason: 'refused', status: 550, tries: 1 },
    ])
  })

  it('is tried again when the program itself fails at it, and the log says so', async () => {
    const under = await QueueUnderTest.open()
    const id = await under.queue.send(letter)
    ;(await under.carrier.begun(1)).fail(new TypeError('hemligt'))
    under.clock.pass(await under.pauses())
    ;(await under.carrier.begun(2)).take()
    await under.becomes(id, 'sent')
    expect(under.log).toMatchObject([
      { kind: 'mailFault', during: 'carry', letter: id },
      { kind: 'letterDelayed', reason: 'fault' },
    ])
  })

  it('is never in two tries at once, and few letters are at the same time', async () => {
    const under = await QueueUnderTest.open()
    const ids = await Promise.all(Array.from({ length: 10 }, () => under.queue.send(letter)))
    await under.carrier.begun(3)
    under.clock.pass(day)
    for (let number = 1; number <= 10; number += 1) (await under.carrier.begun(number)).take()
    for (const id of ids) await under.becomes(id, 'sent')
    expect(under.carrier.mostUnderWay).toBe(3)
    expect(new Set(under.carrier.tries.map(one => one.letter.id))).toEqual(new Set(ids))
    expect(under.carrier.tries).toHaveLength(10)
  })

  it('does not wait for one that is tried in vain', async () => {
    const under = await QueueUnderTest.open()
    await under.queue.send(letter)
    ;(await under.carrier.begun(1)).refuse()
    await under.pauses()
    const id = await under.queue.send({ ...letter, to: 'karim@fk.example' })
    ;(await under.carrier.begun(2)).take()
    await under.becomes(id, 'sent')
  })

  it('is taken once under an id of its sender’s, also after a power cut, and has its Message-ID by it', async () => {
    const under = await QueueUnderTest.open()
    const id = 'abcdef0123456789abcdef01'
    expect(under.queue.has(id)).toBe(false)
    const taken = await Promise.all([under.queue.send(letter, id), under.queue.send(letter, id)])
    expect(taken).toEqual([id, id])
    expect(under.queue.has(id)).toBe(true)
    const after = await QueueUnderTest.open(under.disk.afterPowerCut(), under.clock)
    expect(await after.queue.send({ ...letter, text: 'Annat.\n' }, id)).toBe(id)
    const carried = await after.carrier.begun(1)
    expect(carried.letter).toMatchObject({ ...letter, messageId: `<${id}@heby.example>` })
    carried.take()
    await after.becomes(id, 'sent')
    await after.queue.send(letter, id)
    expect(after.carrier.tries).toHaveLength(1)
  })

  it('can be sent under its id again when the disk has refused it, to both who tried', async () => {
    const under = await QueueUnderTest.open()
    const id = 'abcdef0123456789abcdef01'
    under.disk.before = ({ name, path }) => {
      if (name === 'rename') throw fault('ENOSPC', path)
    }
    const tries = await Promise.allSettled([under.queue.send(letter, id), under.queue.send(letter, id)])
    expect(tries.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect(under.queue.has(id)).toBe(false)
    under.disk.before = () => {}
    expect(await under.queue.send(letter, id)).toBe(id)
  })

  it('is not carried to somebody who has left while it waited', async () => {
    const under = await QueueUnderTest.open()
    const id = await under.queue.send(letter)
    ;(await under.carrier.begun(1)).refuse()
    const pause = await under.pauses()
    under.gone.add(letter.to)
    under.clock.pass(pause)
    await under.becomes(id, 'failed')
    expect(under.onDisk(id)).toMatchObject({ trouble: { reason: 'notWanted' } })
    expect(JSON.stringify(under.onDisk(id))).not.toContain('hemligt')
    expect(under.carrier.tries).toHaveLength(1)
    expect(under.log.map(({ kind }) => kind)).toEqual(['letterDelayed'])
  })

  it('that is about something is carried when it is known that it is still so, also after a stop', async () => {
    const before = await QueueUnderTest.open()
    const about = { ...letter, about: 'Remiss 1' }
    const id = await before.queue.send(about)
    const other = await before.queue.send(letter)
    const first = await before.carrier.begun(1)
    expect(first.letter.id).toBe(other)
    first.take()
    await before.becomes(other, 'sent')
    await before.queue.stop()
    const after = await QueueUnderTest.open(before.disk)
    expect(after.carrier.tries).toHaveLength(0)
    after.queue.askAbout(about => about === 'Remiss 1')
    const tried = await after.carrier.begun(1)
    expect(tried.letter.id).toBe(id)
    tried.take()
    await after.becomes(id, 'sent')
  })

  it('that is about what is not so any more is not carried again', async () => {
    const under = await QueueUnderTest.open()
    let isSo = true
    under.queue.askAbout(() => isSo)
    const id = await under.queue.send({ ...letter, about: 'Remiss 1' })
    ;(await under.carrier.begun(1)).refuse()
    const pause = await under.pauses()
    isSo = false
    under.clock.pass(pause)
    await under.becomes(id, 'failed')
    expect(under.onDisk(id)).toMatchObject({ trouble: { reason: 'notWanted' } })
    expect(under.carrier.tries).toHaveLength(1)
  })

  it('is not in the log, nor is who it was to', async () => {
    const under = await QueueUnderTest.open()
    await under.queue.send(letter)
    ;(await under.carrier.begun(1)).refuse()
    under.clock.pass(await under.pauses())
    ;(await under.carrier.begun(2)).refuse('refused')
    await until(() => under.log.length === 2)
    const lines = under.log.map(event => jsonLine(event, new Date()))
    expect(lines.join()).not.toMatch(/asa|@|hemligt|Logga in/)
  })
})

describe('what is no letter', () => {
  it.each([
    ['a second recipient', { to: 'asa@af.example, karim@fk.example' }],
    ['a second recipient in brackets', { to: 'asa@af.example <karim@fk.example>' }],
    ['a header after the address', { to: 'asa@af.example\r\nBcc: karim@fk.example' }],
    ['a line end in the address', { to: 'asa@af.example\n' }],
    ['a command after the address', { to: 'asa@af.example>\r\nDATA' }],
    ['no address', { to: 'asa' }],
    ['a header after the subject', { subject: 'Hej\r\nBcc: karim@fk.example' }],
    ['a line end in the subject', { subject: 'Hej\nhej' }],
    ['a carriage return in the subject', { subject: 'Hej\rhej' }],
    ['a line separator in the subject', { subject: 'Hej\u2028hej' }],
    ['an encoded word in the subject', { subject: '=?utf-8?Q?Hej=0D=0ABcc:_x?=' }],
    ['a carriage return in the text', { text: 'Hej\r\n.\r\nMAIL FROM:<x>' }],
    ['a null in the text', { text: 'Hej\0' }],
    ['a whole book', { text: 'x'.repeat(20_001) }],
  ])('is refused: %s', async (_what, wrong) => {
    const { queue, carrier, disk } = await QueueUnderTest.open()
    await expect(queue.send({ ...letter, ...wrong })).rejects.toThrow()
    expect(await disk.listFolder(folder)).toEqual([])
    expect(carrier.tries).toEqual([])
  })
})

describe('the queue', () => {
  it('takes no more than it can hold, and those again when others have gone', async () => {
    const under = await QueueUnderTest.open()
    await Promise.all(Array.from({ length: 2000 }, () => under.queue.send(letter)))
    await expect(under.queue.send(letter)).rejects.toThrow(MailQueueFull)
    ;(await under.carrier.begun(1)).take()
    await under.carrier.begun(4)
    await under.queue.send(letter)
  })

  it('forgets a letter a month after it has ended', async () => {
    const under = await QueueUnderTest.open()
    const old = await under.queue.send(letter)
    ;(await under.carrier.begun(1)).take()
    await under.becomes(old, 'sent')
    under.clock.pass(29 * day)
    const late = await under.queue.send(letter)
    ;(await under.carrier.begun(2)).take()
    await under.becomes(late, 'sent')
    expect(await under.disk.listFolder(folder)).toHaveLength(2)
    await under.queue.stop()
    under.clock.pass(2 * day)
    const after = await QueueUnderTest.open(under.disk, under.clock)
    expect(await under.disk.listFolder(folder)).toEqual([`${late}.json`])
    expect(after.queue.stateOf(late)).toBe('sent')
  })

  it('remembers no more than five thousand, of those that failed the most', async () => {
    const disk = new MemoryFileSystem()
    const { queue, clock } = await QueueUnderTest.open(disk)
    await queue.stop()
    const at = new Date(clock.now()).toISOString()
    const idOf = (number: number) => String(number).padStart(24, '0')
    for (let number = 0; number < 5002; number += 1) {
      const kept = { id: idOf(number), acceptedAt: at, endedAt: at, tries: 1 }
      const failed = { state: 'failed', messageId: '<a@b>', to: 'a@b.example', subject: 'a' }
      const trouble = { reason: 'refused', status: 550, said: null }
      const record = number === 0 ? { ...kept, ...failed, trouble } : { ...kept, state: 'sent' }
      const file = await disk.open(`${folder}/${kept.id}.json`, 'w')
      await disk.write(file, Buffer.from(JSON.stringify(record)), 0)
      await disk.close(file)
    }
    await QueueUnderTest.open(disk, clock)
    const names = await disk.listFolder(folder)
    expect(names).toHaveLength(5000)
    expect(names).toContain(`${idOf(0)}.json`)
  })

  it('says of a letter that it does not know that nobody tries to send it', async () => {
    const { queue } = await QueueUnderTest.open()
    expect(queue.stateOf('f'.repeat(24))).toBe('failed')
  })
})

describe('a restart', () => {
  it('waits for the next try as long as there was left', async () => {
    const under = await QueueUnderTest.open()
    const id = await under.queue.send(letter)
    ;(await under.carrier.begun(1)).refuse()
    await under.pauses()
    await until(() => under.onDisk(id).tries === 1)
    under.clock.pass(minute / 2)
    await under.queue.stop()
    const after = await QueueUnderTest.open(under.disk.afterPowerCut(), under.clock)
    expect(after.clock.nextInMs).toBe(minute / 2)
    after.clock.pass(minute / 2)
    ;(await after.carrier.begun(1)).take()
    await after.becomes(id, 'sent')
    expect(after.onDisk(id)).toMatchObject({ tries: 2 })
  })

  it('in the middle of a try does it again, with the same Message-ID', async () => {
    const { queue, carrier, disk, clock } = await QueueUnderTest.open()
    await queue.send(letter)
    const { letter: first } = await carrier.begun(1)
    const after = await QueueUnderTest.open(disk.afterPowerCut(), clock)
    expect((await after.carrier.begun(1)).letter).toEqual(first)
  })

  it('does not send again what was sent, nor what has failed', async () => {
    const under = await QueueUnderTest.open()
    const [sent, failed] = [await under.queue.send(letter), await under.queue.send(letter)]
    ;(await under.carrier.begun(1)).take()
    ;(await under.carrier.begun(2)).refuse('refused')
    await under.becomes(sent, 'sent')
    await under.becomes(failed, 'failed')
    const after = await QueueUnderTest.open(under.disk.afterPowerCut(), under.clock)
    expect([after.queue.stateOf(sent), after.queue.stateOf(failed)]).toEqual(['sent', 'failed'])
    after.clock.pass(day)
    expect(after.carrier.tries).toEqual([])
  })

  it('tries once more what is more than a day old', async () => {
    const { queue, carrier, disk, clock } = await QueueUnderTest.open()
    const id = await queue.send(letter)
    await carrier.begun(1)
    clock.pass(3 * day)
    const after = await QueueUnderTest.open(disk.afterPowerCut(), clock)
    ;(await after.carrier.begun(1)).refuse()
    await after.becomes(id, 'failed')
  })

  it('does not wait for years when the clock has been put back', async () => {
    const { queue, carrier, disk, clock, ...under } = await begun()
    clock.pass(1000 * day)
    await queue.send(letter)
    ;(await carrier.begun(1)).refuse()
    await under.pauses()
    const after = await QueueUnderTest.open(disk, new HandClock())
    expect(after.clock.nextInMs).toBe(hour)
  })

  it('says which file it cannot read, leaves it, and sends the others', async () => {
    const { queue, disk, clock } = await QueueUnderTest.open()
    const [broken, whole] = [await queue.send(letter), await queue.send(letter)]
    const file = await disk.open(`${folder}/${broken}.json`, 'w')
    await disk.write(file, Buffer.from('{"id":'), 0)
    await disk.close(file)
    const half = await disk.open(`${folder}/${'a'.repeat(24)}.json.new`, 'w')
    await disk.close(half)
    const after = await QueueUnderTest.open(disk, clock)
    ;(await after.carrier.begun(1)).take()
    await after.becomes(whole, 'sent')
    expect(after.log).toMatchObject([{ kind: 'mailFault', during: 'read', letter: broken }])
    expect((await disk.listFolder(folder)).toSorted()).toEqual([`${broken}.json`, `${whole}.json`].toSorted())
  })
})

describe('a stop', () => {
  it('waits for what is being carried', async () => {
    const under = await QueueUnderTest.open()
    const id = await under.queue.send(letter)
    const carrying = await under.carrier.begun(1)
    const stopping = under.queue.stop()
    carrying.take()
    await stopping
    expect(under.onDisk(id).state).toBe('sent')
  })

  it('does not wait long, and what it breaks off waits on disk', async () => {
    const under = await QueueUnderTest.open()
    const id = await under.queue.send(letter)
    const { signal } = await under.carrier.begun(1)
    const before = under.onDisk(id)
    const stopping = under.queue.stop()
    under.clock.pass(2000)
    await stopping
    expect(signal.aborted).toBe(true)
    expect(under.onDisk(id)).toEqual(before)
    expect(under.log).toEqual([])
  })

  it('begins nothing more, and takes nothing more', async () => {
    const under = await QueueUnderTest.open()
    await under.queue.send(letter)
    ;(await under.carrier.begun(1)).refuse()
    await under.pauses()
    await under.queue.stop()
    expect(under.clock.nextInMs).toBeNull()
    await expect(under.queue.send(letter)).rejects.toThrow('stopped')
    await under.queue.stop()
  })
})

describe('on a disk that refuses', () => {
  const full = (disk: MemoryFileSystem, when: (path: string) => boolean = () => true) => {
    disk.before = ({ name, path }) => {
      if (name === 'write' && when(path)) throw fault('ENOSPC', path)
    }
  }

  it('a letter is not taken, and not sent', async () => {
    const { queue, carrier, disk, clock } = await QueueUnderTest.open()
    full(disk)
    await expect(queue.send(letter)).rejects.toThrow(DiskFault)
    disk.before = () => {}
    const after = await QueueUnderTest.open(disk.afterPowerCut(), clock)
    expect([...carrier.tries, ...after.carrier.tries]).toEqual([])
  })

  it('a letter that was sent is not sent again, and is written when the disk can', async () => {
    const under = await QueueUnderTest.open()
    const id = await under.queue.send(letter)
    const carrying = await under.carrier.begun(1)
    full(under.disk)
    carrying.take()
    expect(await under.pauses()).toBe(minute)
    expect(under.queue.stateOf(id)).toBe('sent')
    expect(under.log).toMatchObject([{ kind: 'mailFault', during: 'write', letter: id }])
    under.clock.pass(minute)
    await until(() => under.log.length === 2)
    under.disk.before = () => {}
    under.clock.pass(await under.pauses())
    await under.becomes(id, 'sent')
    expect(under.carrier.tries).toHaveLength(1)
  })

  it('a stop writes it, if the disk can by then', async () => {
    const under = await QueueUnderTest.open()
    const id = await under.queue.send(letter)
    const carrying = await under.carrier.begun(1)
    full(under.disk)
    carrying.take()
    await under.pauses()
    under.disk.before = () => {}
    await under.queue.stop()
    expect(under.onDisk(id).state).toBe('sent')
  })

  it('a letter goes on being tried', async () => {
    const under = await QueueUnderTest.open()
    const id = await under.queue.send(letter)
    const first = await under.carrier.begun(1)
    full(under.disk)
    first.refuse()
    under.clock.pass(await under.pauses())
    const second = await under.carrier.begun(2)
    under.disk.before = () => {}
    second.take()
    await under.becomes(id, 'sent')
  })
})

/** A queue, with its functions free of it. */
async function begun() {
  const under = await QueueUnderTest.open()
  return {
    queue: under.queue,
    carrier: under.carrier,
    clock: under.clock,
    disk: under.disk,
    onDisk: (id: string) => under.onDisk(id),
    becomes: async (id: string, state: string) => await under.becomes(id, state),
    pauses: async () => await under.pauses(),
  }
}
