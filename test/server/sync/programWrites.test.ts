import { afterEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { program } from '../../../server/document/documentRecords.ts'
import { DiskFault } from '../../../server/storage/diskFault.ts'
import type { Room } from '../../../server/sync/Room.ts'
import { readBlocks } from '../../../shared/document/blocks.ts'
import { commentKey } from '../../../shared/document/nodes/commentKey.ts'
import { demoMe } from '../../harness/demoMe.ts'
import { RoomUnderTest, type Sitter, textOf, turns } from './roomUnderTest.ts'

const thread = 'aaaaaaaaaaaaaaaaaaaa'

async function openRoom() {
  const under = await RoomUnderTest.make()
  under.storage.holds = false
  return { under, room: await under.open() }
}

/** Marks the last block of a section, as a comment does. */
function markLast(doc: Y.Doc): string {
  const block = doc.getXmlFragment('background').toArray().at(-1)
  const text = block instanceof Y.XmlElement ? block.get(0) : null
  if (!(text instanceof Y.XmlText)) throw new Error('There is no text')
  text.format(0, text.length, { [commentKey(thread)]: { thread } })
  return 'marked'
}

function addBlock(words: string): (doc: Y.Doc) => void {
  return doc => {
    const block = new Y.XmlElement('paragraph')
    block.insert(0, [new Y.XmlText(words)])
    doc.getXmlFragment('background').push([block])
  }
}

function marked(doc: Y.Doc): string[] {
  return readBlocks(doc.getXmlFragment('background')).flatMap(block =>
    block.type === 'paragraph'
      ? block.content.flatMap(run =>
          run.type === 'text' && run.comments?.includes(thread) ? [run.text] : [],
        )
      : [],
  )
}

/** Takes in all that she has been sent. */
function shownTo(sitter: Sitter): Y.Doc {
  for (const frame of sitter.frames) if (frame.kind === 'update') Y.applyUpdate(sitter.doc, frame.update)
  return sitter.doc
}

async function onDisk({ storage }: RoomUnderTest): Promise<Y.Doc> {
  const doc = new Y.Doc()
  for (const update of (await storage.load('prov')).updates) Y.applyUpdate(doc, update)
  return doc
}

afterEach(() => {
  vi.useRealTimers()
})

describe('What the program writes', () => {
  it('is shown to everybody when it is on disk, and not before; then it is said to be done', async () => {
    const under = await RoomUnderTest.make()
    const room = await under.open()
    const [anna, karim] = [under.sit(room, 'anna'), under.sit(room, 'karim', { ack: false })]
    let isDone = false
    const done = room.write(null, addBlock('Av programmet')).then(() => {
      isDone = true
    })
    await turns()
    expect([isDone, anna.heard, karim.heard]).toEqual([false, [], ['syncStep1']])
    under.storage.held[0]?.release()
    await done
    expect([textOf(shownTo(anna)), textOf(shownTo(karim))]).toEqual(['Av programmet', 'Av programmet'])
  })

  it('comes in order with what others write, and neither loses anything', async () => {
    const { under, room } = await openRoom()
    const anna = under.sit(room, 'anna')
    const karim = under.sit(room, 'karim')
    anna.type('före ')
    const value = room.write(null, markLast)
    anna.type('efter ')
    const more = room.write(null, addBlock('sist'))
    expect(await value).toBe('marked')
    await more
    const sent = [textOf(shownTo(karim)), marked(karim.doc), textOf(await onDisk(under))]
    expect(sent).toEqual(['före efter sist', ['före '], 'före efter sist'])
    expect([anna.acknowledged.at(-1), textOf(shownTo(anna))]).toEqual([2, 'före efter sist'])
  })

  it('comes also into a document that sleeps, and into one that is only on disk', async () => {
    vi.useFakeTimers({ toFake: ['performance'] })
    const { under, room } = await openRoom()
    const anna = under.sit(room, 'anna')
    await room.write(null, addBlock('sov '))
    vi.advanceTimersByTime(30_000)
    await room.quieten()
    expect(room.isAwake).toBe(false)
    await room.write(null, addBlock('var borta'))
    expect([textOf(shownTo(anna)), textOf(await onDisk(under))]).toEqual(['sov var borta', 'sov var borta'])
  })

  it('of nothing is nothing on disk', async () => {
    const { under, room } = await openRoom()
    expect(await room.write(null, doc => textOf(doc))).toBe('')
    expect((await under.storage.load('prov')).sequence).toBe(0)
  })

  it('is nothing at all when it goes wrong halfway, and the room goes on', async () => {
    const { under, room } = await openRoom()
    const anna = under.sit(room, 'anna')
    const half = room.write(null, doc => {
      addBlock('halvt')(doc)
      throw new Error('på vägen')
    })
    await expect(half).rejects.toThrow('på vägen')
    anna.type('vidare')
    await room.settled
    expect([under.broken, textOf(await onDisk(under)), textOf(room.doc)]).toEqual([[], 'vidare', 'vidare'])
  })

  it('is held to what a document may hold, like what anybody writes', async () => {
    const { under, room } = await openRoom()
    const wrong = room.write(null, doc => doc.getXmlFragment('background').push([new Y.XmlElement('script')]))
    await expect(wrong).rejects.toThrow('unknownNode')
    const unsound = room.write(null, doc => doc.getMap('agreement').set('a', 1))
    await expect(unsound).rejects.toThrow('unknownRoot')
    expect([under.broken, (await under.storage.load('prov')).sequence]).toEqual([[], 0])
  })

  it('is refused with what the disk says when that refuses it: the room is broken, and nobody has seen it', async () => {
    const under = await RoomUnderTest.make()
    const room = await under.open()
    const anna = under.sit(room, 'anna')
    const refused = room.write(null, addBlock('förlorat'))
    const behind = room.write(null, addBlock('och detta'))
    const outcome = Promise.allSettled([refused, behind])
    await turns()
    const fault = new DiskFault(Object.assign(new Error('full'), { code: 'ENOSPC' }))
    under.storage.held[0]?.fail(fault)
    expect((await outcome).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect([under.broken, anna.closed, anna.heard]).toEqual([[fault], 'diskFault', []])
    await expect(room.write(null, addBlock('för sent'))).rejects.toBe(fault)
    expect(textOf(await onDisk(under))).toBe('')
  })

  it('is somebody’s change only when it is made for somebody', async () => {
    const { under, room } = await openRoom()
    await room.write(null, addBlock('ingens'))
    await room.write(demoMe('anna'), addBlock('Annas'))
    expect(under.changes).toEqual([['anna', 'background']])
  })

  it('is let in also where a document is full', async () => {
    const { under } = await openRoom()
    under.limits = { ...under.limits, maxDocumentBytes: 1 }
    const room = await under.open()
    const anna = under.sit(room, 'anna')
    await room.write(null, addBlock('ryms'))
    anna.type('ryms inte')
    await turns()
    expect([textOf(room.doc), anna.closed]).toEqual(['ryms', 'updateRefused'])
  })

  it('that deletes what somebody is writing in leaves her words with her', async () => {
    const { under, room } = await openRoom()
    const anna = under.sit(room, 'anna')
    anna.type('Först')
    await room.settled
    await room.write(demoMe('karim'), doc => doc.getXmlFragment('background').delete(0, 2))
    const block = anna.doc.getXmlFragment('background').get(1)
    const text = block instanceof Y.XmlElement ? block.get(0) : null
    const updates: Uint8Array[] = []
    anna.doc.on('update', update => updates.push(update))
    if (text instanceof Y.XmlText) text.insert(text.length, ' och sist')
    for (const update of updates) anna.say({ kind: 'update', update })
    await room.settled
    const owner = anna.connection.author
    expect(under.rescuedOf(owner).map(({ section, text }) => [section, text])).toEqual([
      ['background', ' och sist'],
    ])
    expect(anna.heard.at(-1)).toBe('acknowledged')
  })
})

describe('Hundreds of writes of the program, with restarts between them', () => {
  it('are all there, under the one client id of its first contents, also after the log has been compacted', async () => {
    const { under } = await openRoom()
    await under.seededBy(program)
    const words = Array.from({ length: 250 }, (_, write) => `${write} `)
    let room: Room | null = null
    for (const [write, word] of words.entries()) {
      if (write % 10 === 0) under.restart()
      if (write % 10 === 0 || !room) room = await under.open()
      await room.write(null, addBlock(word))
    }
    await room?.settle()
    expect(under.storage.compacted).toEqual([250])
    under.restart()
    const again = await under.open()
    expect([textOf(again.doc), textOf(await onDisk(under))]).toEqual([words.join(''), words.join('')])
    expect([...again.doc.store.clients.keys()]).toEqual([under.seeded.doc.clientID])
    expect(Object.keys((await under.clientIds()).owners)).toEqual([String(under.seeded.doc.clientID)])
    const anna = under.sit(again, 'anna')
    await again.write(null, doc => doc.getXmlFragment('background').delete(1, 250))
    expect(textOf(shownTo(anna))).toBe('')
    expect(Y.encodeStateVector(anna.doc)).toEqual(Y.encodeStateVector(again.doc))
  })

  it('are under one that it takes for itself where it has none, and no other', async () => {
    const { under } = await openRoom()
    for (let write = 0; write < 5; write += 1) {
      under.restart()
      const room = await under.open()
      await room.write(null, addBlock('x'))
      await room.write(null, addBlock('y'))
    }
    expect(Object.values((await under.clientIds()).owners)).toEqual([program])
  })

  it('leave nobody else a way to write under its client id', async () => {
    const { under } = await openRoom()
    await under.seededBy(program)
    under.restart()
    const room = await under.open()
    await room.write(null, addBlock('programmets'))
    const anna = under.sit(room, 'anna')
    anna.doc.clientID = under.seeded.doc.clientID
    anna.type('i dess namn')
    await turns()
    expect([anna.closed, textOf(room.doc)]).toEqual(['updateRefused', 'programmets'])
  })
})
