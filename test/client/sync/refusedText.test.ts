import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { refusedTexts, textOfUpdates } from '../../../client/sync/refusedText.ts'
import { rescuedMaxLength } from '../../../shared/http/rescued.ts'

describe('Refused text', () => {
  it('is cut where it is too long to be handed in at once, and never inside a letter', () => {
    const text = `${'a'.repeat(rescuedMaxLength - 1)}😀${'b'.repeat(10)}`
    const pieces = refusedTexts('background', text, 'documentFull', '').map(piece => piece.text)
    expect(pieces.join('')).toBe(text)
    expect(pieces[0]).toHaveLength(rescuedMaxLength - 1)
    for (const piece of pieces) expect(piece.isWellFormed()).toBe(true)
  })

  it('as it was typed, for when nothing finer can be done, has a line for each place', () => {
    const doc = new Y.Doc()
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => updates.push(update))
    for (const words of ['Ett', 'Två']) doc.getText('background').insert(0, words)
    doc.getText('background').insert(3, '!')
    expect(textOfUpdates(doc, updates).map(({ section, text }) => [section, text])).toEqual([
      ['background', 'Ett\nTvå!'],
    ])
  })
})
