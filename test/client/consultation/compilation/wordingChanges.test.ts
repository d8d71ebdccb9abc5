import { describe, expect, it } from 'vitest'
import { wordingChanges } from '../../../../client/consultation/compilation/wordingChanges.ts'

/** `[-gone-]` and `{+new+}` */
function drawn(quote: string, wording: string): string | null {
  const pieces = wordingChanges(quote, wording)
  const signs = { kept: ['', ''], removed: ['[-', '-]'], added: ['{+', '+}'] } as const
  return pieces?.map(({ is, text }) => `${signs[is][0]}${text}${signs[is][1]}`).join('') ?? null
}

describe('A proposed wording', () => {
  it('is shown as what it changes in the words that it is about', () => {
    expect(drawn('unga i åldern 16 till 65 år', 'unga i åldern 16 till 29 år')).toBe(
      'unga i åldern 16 till [-65-]{+29+} år',
    )
    expect(drawn('stöd till unga vuxna ', 'stöd till unga')).toBe('stöd till unga[- vuxna-]')
  })

  it('is read by itself where it has little in common with them, or there are none', () => {
    expect(drawn('Vi träffas.', 'Styrgruppen möts fyra gånger om året och följer målen.')).toBeNull()
    expect(drawn('', 'Något nytt.')).toBeNull()
    expect(drawn('Något gammalt.', '  ')).toBeNull()
  })

  it('says together what was and what is proposed', () => {
    const [quote, wording] = [
      'Deltagarna är 20–30 per år och bor i Heby.',
      'Deltagarna är 30–40 per år i Heby.',
    ]
    const pieces = wordingChanges(quote, wording) ?? []
    const without = (gone: string) => pieces.flatMap(({ is, text }) => (is === gone ? [] : [text])).join('')
    expect(without('added')).toBe(quote)
    expect(without('removed')).toBe(wording)
  })
})
