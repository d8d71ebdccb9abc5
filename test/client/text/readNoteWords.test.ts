import { describe, expect, it } from 'vitest'
import { texts } from '../../../client/text/text.ts'
import { readNoteKinds } from '../../../shared/import/ReadForm.ts'

describe('what is to be known of something that has been read in is said in sentences', () => {
  it.each(['sv', 'en'] as const)('of every kind, with what stood there and without, in %s', language => {
    const { note } = texts[language].formImport
    const bare = readNoteKinds.map(kind => note({ kind, said: '' }))
    expect(new Set(bare).size).toBe(readNoteKinds.length)
    for (const kind of readNoteKinds) {
      for (const said of ['', 'Kontaktperson:', '12']) {
        const sentence = note({ kind, said })
        expect(sentence).toMatch(/^[\p{Lu}].*\.$/u)
        expect(sentence).not.toMatch(/undefined|null|\[object|””|““|“”|: ?\.|:”\./)
      }
    }
  })

  it('as an official would', () => {
    const { note } = texts.sv.formImport
    expect(note({ kind: 'dateGuessed', said: '250101' })).toBe('Datumet är tolkat: ”250101”.')
    expect(note({ kind: 'commentsLeft', said: '12' })).toBe('Kommentarer följer inte med: 12 st.')
    expect(note({ kind: 'fieldNotAsked', said: 'E-post:' })).toBe(
      'Blanketten frågar inte efter detta: ”E-post”.',
    )
    expect(note({ kind: 'agreementDiffers', said: '' })).toBe(
      'Överenskommelsen i filen är inte ordagrant som blankettens. Ansökan får blankettens text, som ingen kan ändra.',
    )
  })
})
