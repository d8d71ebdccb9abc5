import { describe, expect, it } from 'vitest'
import { keepPlace, placeFinder } from '../../../shared/comment/findPlace.ts'

const text = [
  'Sedan 2019 har många unga i kommunen stått utan arbete och utan studier.',
  'Parterna har länge sett att stödet är delat mellan myndigheterna, och att var och en gör sitt.',
  'Målet är att minst fyrtio personer om året kommer närmare arbete eller studier genom insatsen.',
  'Samordnaren leder arbetet. Samordnaren har sin plats i kommunen, och styrgruppen följer det.',
].join('\n')

/** What is kept of words that stand once in the text. */
function kept(words: string, in_ = text) {
  const from = in_.indexOf(words)
  if (from < 0) throw new Error(`"${words}" does not stand there.`)
  return keepPlace(in_, { from, to: from + words.length })
}

/** The words that are found for what was kept; null for none. */
function found(words: string, later: string, earlier = text): string | null {
  const range = placeFinder(later)(kept(words, earlier))
  return range && later.slice(range.from, range.to)
}

describe('words that one party has commented', () => {
  it('are found where they stand in a text that has not changed', () => {
    for (const words of ['många unga', 'S', 'Målet är', 'följer det.', text.slice(100, 300)]) {
      const at = text.indexOf(words)
      expect(placeFinder(text)(kept(words))).toEqual({ from: at, to: at + words.length })
    }
  })

  it('are told from the same words elsewhere by what stands around them', () => {
    const second = text.lastIndexOf('Samordnaren')
    const place = keepPlace(text, { from: second, to: second + 'Samordnaren'.length })
    expect(placeFinder(text)(place)?.from).toBe(second)
    const later = `Samordnaren är ny.\n${text}`
    expect(placeFinder(later)(place)?.from).toBe(second + 'Samordnaren är ny.\n'.length)
  })

  it.each([
    ['text is put before them', text.replace('många unga', 'alltför många unga'), 'många unga'],
    ['text is put after them', text.replace('många unga', 'många unga män'), 'många unga'],
    ['text is put into them', text.replace('många unga', 'många riktigt unga'), 'många riktigt unga'],
    ['a letter of them is changed', text.replace('många unga', 'manga unga'), 'manga unga'],
    ['an ending is put to them', text.replace('många unga', 'många ungas'), 'många unga'],
    ['their paragraph is split in them', text.replace('många unga', 'många\nunga'), 'många\nunga'],
    ['a long text comes before', `${'Inledande ord om läget. '.repeat(200)}\n${text}`, 'många unga'],
    ['the words around them are rewritten', text.replace('Sedan 2019 har', 'I flera år har'), 'många unga'],
  ])('are found when %s', (_what, later, expected) => {
    expect(found('många unga', later)).toBe(expected)
  })

  it('are found when the sentence has been moved, if they are many enough to be known', () => {
    const sentence = 'Målet är att minst fyrtio personer om året kommer närmare arbete'
    const later = `${sentence} eller så.\n${text.replace(sentence, '')}`
    expect(placeFinder(later)(kept(sentence))).toEqual({ from: 0, to: sentence.length })
  })

  it('are found when much has been written in the middle of them', () => {
    const sentence =
      'Parterna har länge sett att stödet är delat mellan myndigheterna, och att var och en gör sitt.'
    const more = ', vilket också framgår av den utvärdering som gjordes året innan i länet,'
    const later = text.replace('stödet är delat', `stödet${more} är delat`)
    expect(found(sentence, later)).toBe(sentence.replace('stödet är', `stödet${more} är`))
  })

  it('are found after half of them has been deleted', () => {
    expect(found('många unga i kommunen', text.replace(' i kommunen', ''))).toBe('många unga')
  })

  it.each([
    ['have been deleted', text.replace('många unga', '')],
    ['have been replaced by others', text.replace('många unga', 'tvåhundra personer')],
    ['went with their paragraph, though one of them stands elsewhere', text.split('\n').slice(1).join('\n')],
    ['went with everything', ''],
  ])('are gone when they %s', (_what, later) => {
    expect(found('många unga', later)).toBeNull()
  })

  it('are not taken for the same short word in another place', () => {
    const later = text.replace('Samordnaren leder arbetet. ', '').replace('Samordnaren har', 'Hon har')
    const other = `${later}\nNågon helt annan mening där Samordnaren nämns igen utan vidare.`
    expect(found('Samordnaren', other)).toBeNull()
  })

  it('are not found when there were none', () => {
    expect(placeFinder(text)({ quote: '', before: 'har ', after: 'många' })).toBeNull()
  })
})

describe('what is kept of a part', () => {
  it('is cut to what a thread keeps, and is found again', () => {
    const long = 'Ett långt stycke med ord. '.repeat(60)
    const place = keepPlace(`x ${long} y`, { from: 2, to: 2 + long.length })
    expect(place.quote).toHaveLength(500)
    expect(place.after).toHaveLength(80)
    expect(placeFinder(`x ${long} y`)(place)).toEqual({ from: 2, to: 502 })
  })
})

/** A text of as many words, no two paragraphs alike. */
function longText(words: number): string {
  let state = 7
  const next = () => {
    state = (state * 1103515245 + 12345) % 2147483648
    return state
  }
  return Array.from(
    { length: words },
    (_, place) => `ord${next() % 5000}${place % 12 === 11 ? '\n' : ' '}`,
  ).join('')
}

describe('finding in a long text', () => {
  it('is about linear, also when the words have changed', () => {
    const took = (words: number) => {
      const long = longText(words)
      const middle = Math.floor(long.length / 2)
      const place = keepPlace(long, { from: middle, to: middle + 100 })
      const later = `${long.slice(0, middle + 50)} nya ord här ${long.slice(middle + 50)}`
      const times = Array.from({ length: 5 }, () => {
        const before = performance.now()
        expect(placeFinder(later)(place)).not.toBeNull()
        return performance.now() - before
      })
      return Math.min(...times)
    }
    took(2_000)
    const [short, long] = [took(5_000), took(50_000)]
    expect(long).toBeLessThan(short * 20 + 20)
  })

  it('is bounded for a text of nothing but one letter', () => {
    const same = 'a'.repeat(100_000)
    const place = { quote: `${'a'.repeat(400)}b`, before: 'a'.repeat(80), after: 'a'.repeat(80) }
    const before = performance.now()
    placeFinder(same)(place)
    placeFinder(same)({ ...place, quote: 'a' })
    expect(performance.now() - before).toBeLessThan(2_000)
  })
})
