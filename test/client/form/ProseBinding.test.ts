import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { ProseBinding, type TextBox } from '../../../client/form/fields/ProseBinding.ts'
import { fieldEdit } from '../../../client/sync/LiveDocument.ts'
import { seeded, writers } from './writers.ts'

class Box implements TextBox {
  value = ''
  selectionStart = 0
  selectionEnd = 0
  setSelectionRange(start: number, end: number) {
    this.selectionStart = start
    this.selectionEnd = end
  }
  /** Types over what is marked, as a browser would. */
  put(text: string, from = this.selectionStart, to = this.selectionEnd) {
    this.value = this.value.slice(0, from) + text + this.value.slice(to)
    this.setSelectionRange(from + text.length, from + text.length)
  }
}

function proseIn(doc: Y.Doc): Y.Text {
  const text = doc.getMap('targetGroup').get('text')
  if (!(text instanceof Y.Text)) throw new Error('not seeded')
  return text
}

function twoBoxes(before = '') {
  const both = writers(doc => doc.getMap('targetGroup').set('text', new Y.Text(before)))
  const open = (doc: Y.Doc) => {
    const box = new Box()
    const binding = new ProseBinding(box, proseIn(doc), { hasFocus: () => true, onShown: () => {} })
    return { box, binding, text: proseIn(doc) }
  }
  return { ...both, annas: open(both.anna), bos: open(both.bo) }
}

describe('prose that two people write in', () => {
  it('shows what is there and takes over what is typed, as one edit of the field', () => {
    const { anna, annas } = twoBoxes('Mål')
    const origins: unknown[] = []
    anna.on('update', (_update: Uint8Array, origin: unknown) => origins.push(origin))
    annas.box.put('et', 3, 3)
    annas.binding.typed()
    expect(annas.text.toString()).toBe('Målet')
    expect(origins).toEqual([fieldEdit])
  })

  it('keeps both, and each caret beside its own words', () => {
    const { annas, bos, meet } = twoBoxes('en insats')
    annas.box.put('ny ', 3, 3)
    annas.binding.typed()
    bos.box.put(' i Heby', 9, 9)
    bos.binding.typed()
    meet()
    expect(annas.box.value).toBe('en ny insats i Heby')
    expect(bos.box.value).toBe('en ny insats i Heby')
    expect(annas.box.selectionStart).toBe(6)
    expect(bos.box.selectionStart).toBe(19)
  })

  it('lets others wait while a letter is being composed, and then keeps both', () => {
    const { annas, bos, meet } = twoBoxes('cafe i Heby')
    annas.binding.composing()
    annas.box.put('´', 3, 4)
    annas.binding.typed()
    bos.box.put('Ett ', 0, 0)
    bos.binding.typed()
    meet()
    expect(annas.box.value).toBe('caf´ i Heby')
    annas.box.put('é', 3, 4)
    annas.binding.composed()
    meet()
    expect(annas.box.value).toBe('Ett café i Heby')
    expect(bos.box.value).toBe('Ett café i Heby')
    expect(annas.box.selectionStart).toBe(8)
  })

  it('does not take away what somebody else wrote inside what I replaced while composing', () => {
    const { annas, bos, meet } = twoBoxes('abc')
    annas.binding.composing()
    annas.box.put('Z', 0, 3)
    bos.box.put('!', 2, 2)
    bos.binding.typed()
    meet()
    annas.binding.composed()
    meet()
    expect(annas.box.value).toBe(bos.box.value)
    expect(annas.box.value).toContain('!')
    expect(annas.box.value).toContain('Z')
  })

  it('brings the caret to what undo puts back', () => {
    const { annas, anna } = twoBoxes('Målet är nått')
    const undo = new Y.UndoManager(anna.getMap('targetGroup'), { trackedOrigins: new Set([fieldEdit]) })
    annas.box.put('', 6, 9)
    annas.binding.typed()
    annas.box.setSelectionRange(0, 0)
    undo.undo()
    expect(annas.box.value).toBe('Målet är nått')
    expect(annas.box.selectionStart).toBe(9)
  })

  it('writes what is half composed when the field goes away', () => {
    const { annas } = twoBoxes('')
    annas.binding.composing()
    annas.box.put('é')
    annas.binding.close()
    expect(annas.text.toString()).toBe('é')
  })

  it.each([11, 12, 13])('always ends alike on both screens (seed %i)', seed => {
    const random = seeded(seed)
    const { annas, bos, meet } = twoBoxes('Insatsen riktar sig till')
    for (let round = 0; round < 200; round++) {
      for (const { box, binding } of [annas, bos]) {
        const from = Math.floor(random() * (box.value.length + 1))
        const to = Math.min(box.value.length, from + Math.floor(random() * 3))
        const composing = random() < 0.2
        if (composing) binding.composing()
        box.put('abåäö \n'.charAt(Math.floor(random() * 7)), from, to)
        if (random() < 0.3) meet()
        if (composing) binding.composed()
        else binding.typed()
      }
      if (random() < 0.5) meet()
    }
    meet()
    expect(annas.box.value, `seed ${seed}`).toBe(bos.box.value)
    expect(annas.box.value).toBe(annas.text.toString())
  })
})
