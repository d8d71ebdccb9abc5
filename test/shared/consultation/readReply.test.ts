import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { lackingIn, readReply, tooMuchIn } from '../../../shared/consultation/readReply.ts'

function draftWith(write: (doc: Y.Doc) => void): Y.Doc {
  const doc = new Y.Doc()
  doc.getMap('summary').set('text', new Y.Text())
  write(doc)
  return doc
}

function item(doc: Y.Doc, root: string, key: string, fields: Record<string, unknown>): void {
  const map = new Y.Map<unknown>()
  for (const [name, value] of Object.entries(fields)) map.set(name, value)
  doc.getMap(root).set(key, map)
}

const remark = { id: 'a', section: null, text: 'x', wording: '', quote: '', threadId: null }
const nothing = { stance: null, summary: '', remarks: [], attachments: [] }

describe('a draft', () => {
  it('that nobody has written in says nothing', () => {
    expect(readReply(new Y.Doc())).toEqual(nothing)
    expect(readReply(draftWith(() => {}))).toEqual(nothing)
  })

  it('says its remarks in their order, without those that were removed or say nothing', () => {
    const doc = draftWith(doc => {
      item(doc, 'remarks', 'c', { order: 'a2', text: new Y.Text('sist'), wording: new Y.Text('  ') })
      item(doc, 'remarks', 'a', {
        ...{ order: 'a1', section: 'background', thread: 'abcdefabcdef', quote: 'många unga' },
        ...{ text: new Y.Text('först'), wording: new Y.Text('färre unga') },
      })
      item(doc, 'remarks', 'b', { order: 'a0', text: new Y.Text('borta'), removed: true })
      item(doc, 'remarks', 'd', { order: 'a3', text: new Y.Text(' \n'), wording: new Y.Text('') })
    })
    expect(readReply(doc).remarks).toEqual([
      {
        ...{ id: 'a', section: 'background', text: 'först', wording: 'färre unga', quote: 'många unga' },
        threadId: 'abcdefabcdef',
      },
      { id: 'c', section: null, text: 'sist', wording: '  ', quote: '', threadId: null },
    ])
  })

  it('has each of its files once, and none that is not whole', () => {
    const hash = 'a'.repeat(64)
    const doc = draftWith(doc => {
      item(doc, 'attachments', 'a', { order: 'a0', name: 'Ett.pdf', hash, sizeBytes: 3 })
      item(doc, 'attachments', 'b', { order: 'a1', name: 'Två.pdf', hash, sizeBytes: 3 })
      item(doc, 'attachments', 'c', { order: 'a2', name: 'Tre.pdf', hash: 'b', sizeBytes: 3 })
      item(doc, 'attachments', 'd', { order: 'a3', name: 'Fyra.pdf', hash: 'b'.repeat(64), sizeBytes: null })
    })
    expect(readReply(doc).attachments).toEqual([{ name: 'Ett.pdf', hash, sizeBytes: 3 }])
  })

  it('names no comment by what is none', () => {
    const doc = draftWith(doc => item(doc, 'remarks', 'a', { text: new Y.Text('x'), thread: 'Å/../x' }))
    expect(readReply(doc).remarks[0]?.threadId).toBeNull()
  })
})

describe('an answer', () => {
  it.each([
    [null, 'x', [remark], ['stance']],
    ['endorses', '', [], []],
    ['abstains', '', [], []],
    ['endorsesWithRemarks', 'x', [], ['remarks']],
    ['endorsesWithRemarks', '', [remark], []],
    ['opposes', ' ', [], ['remarks']],
    ['opposes', 'x', [], []],
    ['opposes', '', [remark], []],
  ] as const)('%s, with summary "%s" and remarks %j, lacks %j', (stance, summary, remarks, lacking) => {
    expect(lackingIn({ stance, summary, remarks: [...remarks] })).toEqual(lacking)
  })

  it('is too much where a part of it is longer, or more, than may be', () => {
    const long = { ...remark, text: 'x'.repeat(10_001) }
    const file = { name: 'x', hash: 'a'.repeat(64), sizeBytes: 1 }
    const many = <T>(of: T, count: number) => Array.from({ length: count }, () => of)
    const content = { summary: 'x'.repeat(10_000), remarks: many(remark, 300), attachments: many(file, 20) }
    expect(tooMuchIn(content)).toEqual([])
    expect(tooMuchIn({ ...content, summary: 'x'.repeat(10_001) })).toEqual(['summary'])
    expect(tooMuchIn({ ...content, remarks: [long] })).toEqual(['remarks'])
    expect(tooMuchIn({ ...content, remarks: [{ ...long, text: '', wording: long.text }] })).toEqual([
      'remarks',
    ])
    expect(tooMuchIn({ ...content, remarks: many(remark, 301) })).toEqual(['remarks'])
    expect(tooMuchIn({ ...content, attachments: many(file, 21) })).toEqual(['attachments'])
  })
})
