import { expect, it } from 'vitest'
import { type MailCarrier, NotCarried, type OutgoingLetter } from '../../../server/mail/MailCarrier.ts'
import { readMessage } from './readMessage.ts'

/** A carrier with the place it carries to. */
export interface CarrierUnderTest {
  readonly carrier: MailCarrier
  /** All that has come there, as bytes. */
  arrived(): Promise<Buffer[]>
  /** From now on nothing can come there. */
  breakIt(): Promise<void>
}

export const letter: OutgoingLetter = {
  id: 'c0ffee',
  messageId: '<c0ffee@heby.example>',
  acceptedAt: new Date('2026-11-22T09:30:05.123Z'),
  to: 'asa@af.example',
  subject: 'Räksmörgås',
  text: 'Hej!\n',
}

/** What every carrier does. `begin` gives a new one with nothing carried yet; its letters are from Samskriv. */
export function carrierContract(begin: () => Promise<CarrierUnderTest>): void {
  const never = new AbortController().signal

  async function carried(changes: Partial<OutgoingLetter> = {}) {
    const { carrier, arrived } = await begin()
    await carrier.carry({ ...letter, ...changes }, never)
    const [bytes, ...others] = await arrived()
    if (!bytes || others.length > 0) throw new Error(`${others.length} letters too many have come, or none.`)
    return readMessage(bytes)
  }

  it('brings a letter to one person, from us, with its own Message-ID and date', async () => {
    const { head } = await carried()
    expect(head.get('from')?.replaceAll('"', '')).toBe('Samskriv <samskriv@heby.example>')
    expect(head.get('to')).toBe(letter.to)
    expect(head.get('message-id')).toBe(letter.messageId)
    expect(head.get('date')).toBe('Sun, 22 Nov 2026 09:30:05 +0000')
    expect(head.get('auto-submitted')).toBe('auto-generated')
    expect(head.get('content-type')).toBe('text/plain; charset=utf-8')
    expect(['cc', 'bcc', 'reply-to', 'x-mailer'].filter(name => head.has(name))).toEqual([])
  })

  it.each([
    [
      'Swedish',
      '[Ansökan Heby 2027] Åsa Ärlig bjuder in dig – svara senast 29 november',
      'Hej Åsa!\n\nÄr du på väg?\n',
    ],
    ['signs of a code', 'a= b_c =3D ?Q?=41?= fin', '=41 =C3=A5 _ ? =\n=\n'],
    ['beyond the first plane', '🫎 älg', 'En 🫎 i skogen, 山 och ﷽\n'],
    ['spaces', 'Två  blanksteg', ' före\n  två  inne\n\n\n-- \nsist\n'],
    ['lines that SMTP and mailboxes have a use for', '.', '.\n..\n.x\nFrom x\n>From y\nDATA\nQUIT\n.\n'],
    [
      'a long line',
      'x'.repeat(250),
      `${'ö'.repeat(400)}\n${'https://heby.example/inbjudan#'.padEnd(300, 'A')}\n`,
    ],
    ['no end of its last line', 's', 'a'],
  ])('brings subject and text as they were: %s', async (_what, subject, text) => {
    const message = await carried({ subject, text })
    expect(message.head.get('subject')).toBe(subject)
    expect(message.text.replace(/\n$/, '')).toBe(text.replace(/\n$/, ''))
  })

  it('writes the same bytes for the same letter, so that a double is recognised', async () => {
    const [one, other] = [await begin(), await begin()]
    for (const { carrier } of [one, other]) await carrier.carry(letter, never)
    const [[first], [second]] = [await one.arrived(), await other.arrived()]
    expect(first?.toString('latin1')).toBe(second?.toString('latin1'))
  })

  it('carries several at the same time', async () => {
    const { carrier, arrived } = await begin()
    const ids = ['a', 'b', 'c', 'd']
    await Promise.all(
      ids.map(id => carrier.carry({ ...letter, id, messageId: `<${id}@heby.example>` }, never)),
    )
    const came = (await arrived()).map(bytes => readMessage(bytes).head.get('message-id'))
    expect(came.toSorted()).toEqual(ids.map(id => `<${id}@heby.example>`))
  })

  it('says that it has not carried what it could not carry', async () => {
    const { carrier, arrived, breakIt } = await begin()
    await breakIt()
    const fault = await carrier.carry(letter, never).catch((caught: unknown) => caught)
    expect(fault).toBeInstanceOf(NotCarried)
    expect((fault as NotCarried).trouble.reason).not.toBe('refused')
    expect(await arrived()).toEqual([])
  })
}
