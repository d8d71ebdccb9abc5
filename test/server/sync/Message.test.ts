import { describe, expect, it } from 'vitest'
import { Message } from '../../../server/sync/Message.ts'
import { decodeFrame, encodeFrame, encodePresenceHead } from '../../../shared/sync/frame.ts'
import { writePresence } from '../../../shared/sync/presenceMessage.ts'

/** The payload of a whole, unmasked binary message (RFC 6455, 5.2), whose length must be said in as few bytes as it can. */
function readBySocket(message: Message): Buffer {
  const framed = Buffer.concat(message.onSocket)
  expect(framed[0]).toBe(0x82)
  const short = framed[1] ?? 0
  const [start, length] =
    short < 126
      ? [2, short]
      : short === 126
        ? [4, framed.readUInt16BE(2)]
        : [10, Number(framed.readBigUInt64BE(2))]
  expect(start).toBe(length < 126 ? 2 : length < 65_536 ? 4 : 10)
  expect(framed.length).toBe(start + length)
  return framed.subarray(start)
}

const bytesOf = (length: number) => Uint8Array.from({ length }, (_, at) => at % 251)

describe('a message', () => {
  it.each([0, 1, 125, 126, 16_384, 16_385, 65_535, 65_536, 200_000])(
    'of %i bytes is read by a socket as it was, in one piece or in three',
    length => {
      const bytes = bytesOf(length)
      expect(readBySocket(new Message(bytes))).toEqual(Buffer.from(bytes))
      const [one, two] = [Math.floor(length / 3), Math.floor(length / 2)]
      const inThree = new Message(bytes.subarray(0, one), bytes.subarray(one, two), bytes.subarray(two))
      expect(readBySocket(inThree)).toEqual(Buffer.from(bytes))
      expect(Buffer.from(inThree.bytes)).toEqual(Buffer.from(bytes))
    },
  )

  it('that is large is not copied for the socket', () => {
    const bytes = bytesOf(100_000)
    expect(new Message(bytes).onSocket[1]?.buffer).toBe(bytes.buffer)
  })
})

describe('the head of a presence frame', () => {
  it.each([0, 1, 127, 128, 500])('stands before %i entries as if the frame had been made in one', count => {
    const entries = Array.from({ length: count }, (_, at) => ({ clientId: at, clock: 1, json: '{}' }))
    const presence = writePresence(entries)
    const countBytes = count < 128 ? 1 : 2
    const frame = Buffer.concat([
      encodePresenceHead(count, presence.length - countBytes),
      presence.subarray(countBytes),
    ])
    expect(frame).toEqual(Buffer.from(encodeFrame({ kind: 'presence', presence })))
    expect(decodeFrame(frame)?.kind).toBe('presence')
  })
})
