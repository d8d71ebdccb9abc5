import { describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { Allowance } from '../../../server/sync/Allowance.ts'
import { schemaVersion } from '../../../shared/document/schemaVersion.ts'
import { DemoServer } from '../../harness/demoServer.ts'
import { textOf } from './roomUnderTest.ts'

function addParagraph(doc: Y.Doc, text: string): void {
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(text)])
  doc.getXmlFragment('background').push([paragraph])
}

describe('the allowance of a line', () => {
  const limits = { messagesPerSecond: 10, bytesPerSecond: 1000 }

  it('is ten seconds of messages at once, and then as many a second as the setting says', () => {
    const allowance = new Allowance(limits, 0)
    const waits = Array.from({ length: 102 }, () => allowance.spend(1, 0))
    expect(waits.slice(98)).toEqual([0, 0, 100, 200])
    expect(allowance.spend(1, 300)).toBe(0)
    expect(allowance.spend(1, 300)).toBe(100)
  })

  it('is ten seconds of bytes at once, and then as many a second as the setting says', () => {
    const allowance = new Allowance(limits, 0)
    expect(allowance.spend(10_000, 0)).toBe(0)
    expect(allowance.spend(1, 0)).toBe(1)
    expect(allowance.spend(999, 500)).toBe(500)
  })

  it('does not grow beyond that, however long nothing comes', () => {
    const allowance = new Allowance(limits, 0)
    expect(allowance.spend(10_000, 1_000_000)).toBe(0)
    expect(allowance.spend(10, 1_000_000)).toBe(10)
  })
})

describe('a line that sends quicker than it may', () => {
  it('is read more slowly: nothing of it is refused or lost, and others do not wait for it', async () => {
    const server = await DemoServer.start({ MAX_BYTES_PER_SECOND: '100000' })
    const [anna, karim] = await Promise.all([server.enter('anna'), server.enter('karim')])
    const id = await anna.newApplication()
    const [quick, other] = [await anna.join(id), await karim.join(id)]
    for (let at = 1; at <= 30; at += 1) addParagraph(quick.doc, 'x'.repeat(50_000))
    await quick.until(() => quick.acknowledged > 0)
    await other.write(doc => addParagraph(doc, 'Hej'))
    expect(quick.acknowledged).toBeLessThan(30)
    await quick.saved()
    await quick.until(() => textOf(quick.doc).includes('Hej'))
    expect(textOf(quick.doc)).toHaveLength(30 * 50_000 + 3)
    expect(quick.all('refused')).toEqual([])
    await Promise.all([quick.close(), other.close()])
    await server.dispose()
  })
})

describe('attempts to open a line without a session', () => {
  it('beyond what the setting says are refused before anything is looked up, and one with a session is let in', async () => {
    const server = await DemoServer.start({ MAX_SIGNED_OUT_PER_MINUTE: '2' })
    const anna = await server.enter('anna')
    const id = await anna.newApplication()
    const statuses = [await statusOfAttempt(server, id), await statusOfAttempt(server, id)]
    expect([...statuses, await statusOfAttempt(server, id)]).toEqual([401, 401, 429])
    await (await anna.join(id)).close()
    await server.dispose()
  })
})

async function statusOfAttempt({ origin }: DemoServer, id: string): Promise<number | undefined> {
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/sync/${id}?schema=${schemaVersion}`, {
    headers: { origin },
  })
  return await new Promise(resolve => {
    socket.on('unexpected-response', (_request, answer) => {
      resolve(answer.statusCode)
      answer.destroy()
    })
    socket.on('error', () => {})
  })
}
