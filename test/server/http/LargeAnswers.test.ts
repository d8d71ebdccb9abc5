import { connect } from 'node:net'
import { setImmediate as turn } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { type Doc, XmlElement, XmlText } from 'yjs'
import { LargeAnswers } from '../../../server/http/LargeAnswers.ts'
import { Visitor } from '../../harness/rawClient.ts'
import { startServerProcess } from '../../harness/serverProcess.ts'

/** Begins as many answers, and tells which have come so far. */
function beginMany(answers: LargeAnswers, session: string, count: number) {
  const ends: (() => void)[] = []
  for (let i = 0; i < count; i += 1) void answers.begin(session).then(end => ends.push(end))
  return ends
}

describe('large answers', () => {
  it('are made a few at a time for a session, the next when one is over', async () => {
    const answers = new LargeAnswers(2)
    const ends = beginMany(answers, 'hers', 5)
    await turn()
    expect(ends).toHaveLength(2)
    ends[0]?.()
    // Said twice, as by an answer and by its connection.
    ends[0]?.()
    await turn()
    expect(ends).toHaveLength(3)
    for (let i = 1; i < 5; i += 1) {
      ends[i]?.()
      await turn()
    }
    expect(ends).toHaveLength(5)
    const again = beginMany(answers, 'hers', 3)
    await turn()
    expect(again).toHaveLength(2)
  })

  it('of one session do not keep another waiting', async () => {
    const answers = new LargeAnswers(2)
    beginMany(answers, 'hers', 100)
    const his = beginMany(answers, 'his', 2)
    await turn()
    expect(his).toHaveLength(2)
  })

  it('that nobody reads take the memory of a few, and others are answered', { timeout: 60_000 }, async () => {
    const server = await startServerProcess({}, { measuresMemory: true })
    try {
      const anna = await Visitor.enter(server.origin, 'anna')
      const id = await anna.newApplication()
      const line = await anna.join(id)
      await line.write(doc => writeLong(doc, 1_000_000))
      const before = await server.memoryBytes()
      const head = `GET /api/applications/${id}/state HTTP/1.1\r\nHost: localhost\r\nCookie: ${anna.headers.cookie}\r\n\r\n`
      const sockets = Array.from({ length: 10 }, () => {
        const socket = connect(Number(new URL(server.origin).port), 'localhost')
        socket.on('error', () => {})
        socket.pause()
        socket.write(head.repeat(50))
        return socket
      })
      const karim = await Visitor.enter(server.origin, 'karim')
      const state = await karim.state(id)
      expect(state.length).toBeGreaterThan(1_000_000)
      // 500 of them would be half a gigabyte.
      expect((await server.memoryBytes()) - before).toBeLessThan(50_000_000)
      for (const socket of sockets) socket.destroy()
      // The places of those who went are free again.
      expect((await anna.state(id)).length).toBe(state.length)
    } finally {
      await server.dispose()
    }
  })
})

function writeLong(doc: Doc, length: number): void {
  const paragraph = new XmlElement('paragraph')
  paragraph.insert(0, [new XmlText('x'.repeat(length))])
  doc.getXmlFragment('background').push([paragraph])
}
