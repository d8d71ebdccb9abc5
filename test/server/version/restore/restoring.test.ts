import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { readDocument } from '../../../../shared/document/readDocument.ts'
import { form2024 } from '../../../../shared/form/forms/2024/form.ts'
import { withoutComments } from '../../../../shared/version/canonicalForm.ts'
import { DemoServer } from '../../../harness/demoServer.ts'
import type { RawClient, Visitor } from '../../../harness/rawClient.ts'
import { paragraphIn, VersionsOf, wordsOf } from '../VersionsOf.ts'

let server: DemoServer
let anna: Visitor
const others: Visitor[] = []

beforeAll(async () => {
  server = await DemoServer.start()
  anna = await server.enter('anna')
  for (const person of ['karim', 'elin', 'sofia']) others.push(await server.enter(person))
})
afterAll(async () => await server.dispose())

const [section, otherSection] = ['background', 'targetGroup'] as const

async function newVersions(): Promise<{ id: string; versions: VersionsOf; line: RawClient }> {
  const id = await anna.newApplication()
  return { id, versions: new VersionsOf(anna, id), line: await anna.join(id) }
}

function textAt(doc: Y.Doc, block: number, of = section): Y.XmlText {
  const text = (doc.getXmlFragment(of).get(block) as Y.XmlElement).get(0)
  if (!(text instanceof Y.XmlText)) throw new Error(`There is no text in block ${block}`)
  return text
}

/** All that a rich section says. */
function said(doc: Y.Doc, of = section): string[] {
  return doc
    .getXmlFragment(of)
    .toArray()
    .map(block => block.toString().replaceAll(/<[^>]*>/g, ''))
}

describe('an earlier version that is brought back', () => {
  it('is what the document says, with the present one kept before it', async () => {
    const { versions, line } = await newVersions()
    await line.write(paragraphIn(section, 'Så här var det.'))
    const first = await versions.make('Först')
    await line.write(doc => textAt(doc, 1).insert(6, ' egentligen'))
    await line.write(paragraphIn(otherSection, 'Nytt.'))
    const restored = await versions.restore(first.number, 'Vi tänkte om')
    await line.until(() => said(line.doc)[1] === 'Så här var det.')
    expect(restored).toMatchObject({
      number: 3,
      label: '0.2',
      reason: 'restored',
      note: 'Vi tänkte om',
      restoredFrom: 1,
      hash: first.hash,
      by: { personId: 'anna' },
    })
    const { versions: all, writersSince } = await versions.list()
    expect(all.map(({ reason, label }) => [reason, label])).toEqual([
      ['restored', '0.2'],
      ['beforeRestore', '0.1.1'],
      ['byHand', '0.1'],
    ])
    expect(wordsOf(await versions.read(2), section)).toEqual(['', 'Så här egentligen var det.'])
    expect(wordsOf(await versions.read(2), otherSection)).toEqual(['', 'Nytt.'])
    expect(writersSince).toEqual({})
    expect(Object.keys(restored.writers).sort()).toEqual([section, otherSection])
    await line.close()
  })

  it('is not kept once more when the newest says the same as the document', async () => {
    const { versions, line } = await newVersions()
    await line.write(paragraphIn(section, 'Ett.'))
    await versions.make('Ett')
    await line.write(paragraphIn(section, 'Två.'))
    await versions.make('Två')
    await versions.restore(1)
    expect((await versions.list()).versions.map(({ reason }) => reason)).toEqual([
      'restored',
      'byHand',
      'byHand',
    ])
    await line.close()
  })

  it('waits for another that is being brought back: the newest is what the document says', async () => {
    const { versions, line } = await newVersions()
    await line.write(paragraphIn(section, 'Ett.'))
    await versions.make('Ett')
    await line.write(doc => textAt(doc, 1).insert(3, ' Två.'))
    await versions.make('Två')
    await Promise.all([1, 2, 1, 2, 1].map(async number => await versions.restore(number)))
    const { versions: all } = await versions.list()
    const words = wordsOf(await versions.read(all[0]?.number ?? 0), section)
    await line.until(() => said(line.doc).join() === words.join())
    expect(all.filter(({ reason }) => reason === 'restored')).toHaveLength(5)
    await line.close()
  })

  it('leaves what has not changed as it is: the words that somebody writes there come in', async () => {
    const { id, versions, line } = await newVersions()
    await line.write(paragraphIn(section, 'Det här står kvar.'))
    await line.write(paragraphIn(section, 'Det här ändras.'))
    await versions.make('Först')
    await line.write(doc => textAt(doc, 2).insert(0, 'Allt '))
    const [karim] = others
    if (!karim) throw new Error('Karim has not entered')
    const his = await karim.join(id)
    const [kept, changed] = [textAt(his.doc, 1), textAt(his.doc, 2)]
    await versions.restore(1)
    // He has not seen it yet, and writes in what he has.
    his.doc.transact(() => {
      kept.insert(3, ' nya')
      changed.insert(changed.length, ' Han såg det inte.')
    })
    await his.saved()
    await line.until(() => said(line.doc)[1]?.includes('nya') === true)
    expect(said(line.doc)).toEqual(['', 'Det nya här står kvar.', 'Det här ändras. Han såg det inte.'])
    expect(await karim.rescued(id)).toEqual([])
    await his.close()
    await line.close()
  })

  it('loses nothing of what four people are typing, and is the same for all', async () => {
    const { id, versions, line } = await newVersions()
    for (const nth of [1, 2, 3, 4]) await line.write(paragraphIn(section, `Stycke ${nth} om insatsen.`))
    await versions.make('Först')
    await line.write(doc => doc.getXmlFragment(section).delete(2, 1))
    await line.write(doc => textAt(doc, 1).insert(0, 'Ändrat: '))
    for (const nth of [5, 6]) await line.write(paragraphIn(section, `Stycke ${nth} kom sedan.`))
    const typists = await Promise.all(
      [anna, ...others].map(async (visitor, nth) => ({
        visitor,
        name: `ord${nth}`,
        line: await visitor.join(id),
      })),
    )
    const typed: string[] = []
    let isRestored = false
    const typing = typists.map(async ({ name, line: typist }, nth) => {
      for (let word = 0; word < 300 && !(isRestored && word > 40); word += 1) {
        await typist.write(doc => {
          const blocks = doc.getXmlFragment(section)
          const text = textAt(doc, (word + nth) % blocks.length)
          text.insert(word % 2 === 0 ? 0 : text.length, ` ${name}-${word} `)
        })
        typed.push(`${name}-${word}`)
      }
    })
    await line.until(() => said(line.doc).join().includes('ord3-5'))
    const restored = await versions.restore(1)
    isRestored = true
    await Promise.all(typing)
    const { versions: all } = await versions.list()
    const kept = all.filter(({ reason }) => reason === 'beforeRestore')
    const before = await Promise.all(
      kept.map(async ({ number }) => JSON.stringify((await versions.read(number)).form)),
    )
    const rescued = await Promise.all(
      typists.map(async ({ visitor }) => (await visitor.rescued(id)).map(({ text }) => text)),
    )
    const server = new Y.Doc()
    Y.applyUpdate(server, await anna.state(id))
    const everywhere = [said(server).join(), ...before, ...rescued.flat()].join('\n')
    expect(typed.filter(word => !everywhere.includes(` ${word} `))).toEqual([])
    for (const { line: typist } of typists) {
      await typist.until(() => JSON.stringify(said(typist.doc)) === JSON.stringify(said(server)))
      await typist.close()
    }
    expect(restored.hash).toBe(all.find(({ number }) => number === 1)?.hash)
    await line.close()
  }, 60_000)

  it('is told to those who may read versions, and to nobody else', async () => {
    const { id, versions, line } = await newVersions()
    await anna.put(`/api/applications/${id}/members/karim`, { role: 'reader' })
    await anna.put(`/api/applications/${id}/members/elin`, { role: 'reviewer' })
    const [reader, reviewer] = await Promise.all(others.slice(0, 2).map(visitor => visitor.join(id)))
    if (!reader || !reviewer) throw new Error('They have not come')
    await versions.make('Ny')
    const told = (of: RawClient) => of.all('notice').filter(({ topic }) => topic === 'versions').length
    await reviewer.until(() => told(reviewer) === 1)
    // What is said on a line comes in order: hers would have come before this.
    await line.write(paragraphIn(section, 'x'))
    await reader.until(() => said(reader.doc).includes('x'))
    expect(told(reader)).toBe(0)
    await Promise.all([reader, reviewer, line].map(each => each.close()))
  })

  it('is refused where it would change a section that is closed, and nothing is kept or changed', async () => {
    const { id, versions, line } = await newVersions()
    await line.write(paragraphIn(section, 'Ett.'))
    await versions.make('Ett')
    await line.write(paragraphIn(section, 'Två.'))
    await anna.put(`/api/applications/${id}/sections/${section}`, { is: 'finished' })
    expect(await versions.refusal('post', '/1/restore', { note: '' })).toEqual({
      kind: 'sectionsClosed',
      status: 409,
    })
    expect((await versions.list()).versions).toHaveLength(1)
    expect(said(line.doc)).toEqual(['', 'Ett.', 'Två.'])
    await anna.put(`/api/applications/${id}/sections/${section}`, { is: 'open' })
    await versions.restore(1)
    await line.close()
  })

  it('brings back what a whole form says, for everybody who has it open', async () => {
    const [demo] = (await anna.applications()).filter(({ formId }) => formId === '2024')
    if (!demo) throw new Error('There is no ansökan in the demo')
    const line = await anna.join(demo.id)
    const versions = new VersionsOf(anna, demo.id)
    await versions.make('Demo')
    const before = withoutComments(readDocument(line.doc, form2024))
    await line.write(doc => {
      for (const { key, kind } of form2024.sections) {
        if (kind === 'rich') doc.getXmlFragment(key).delete(0, Math.ceil(doc.getXmlFragment(key).length / 2))
      }
      doc.getMap('budgetAmount').set('total', 1)
    })
    await versions.restore(1)
    await line.until(
      () => JSON.stringify(readDocument(line.doc, form2024).sections) === JSON.stringify(before.sections),
    )
    await line.close()
  })
})
