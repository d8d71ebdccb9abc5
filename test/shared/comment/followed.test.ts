import { expect, it } from 'vitest'
import { keepPlace, placeFinder } from '../../../shared/comment/findPlace.ts'
import { type Random, seeded } from '../form/seeded.ts'

const vocabulary = (
  'insatsen parterna myndigheterna arbete studier kommunen unga stöd samordnare plats mål resultat och att är som ' +
  'för med den det har ska kan varje år personer genom'
).split(' ') as [string, ...string[]]

/** A letter, and whether it belongs to the words that are followed. */
interface Letter {
  readonly letter: string
  readonly isTheirs: boolean
}

function written(random: Random, words: number): string {
  const ends = [' ', ' ', ' ', ' ', ' ', '.\n'] as const
  return Array.from({ length: words }, () => random.pick(vocabulary) + random.pick(ends)).join('')
}

/** Somebody writes or deletes a little in or near the words, or a paragraph far before them. */
function edit(random: Random, letters: Letter[]): void {
  const first = letters.findIndex(({ isTheirs }) => isTheirs)
  const last = letters.findLastIndex(({ isTheirs }) => isTheirs)
  const place = Math.max(1, Math.min(letters.length - 1, random.between(first - 60, last + 60)))
  const kind = random.between(0, 9)
  if (kind === 9) {
    letters.unshift(...[...written(random, 30)].map(letter => ({ letter, isTheirs: false })))
  } else if (kind >= 5) letters.splice(place, random.between(1, 10))
  else {
    const word = `${random.pick(vocabulary)} `.slice(0, random.between(1, 12))
    const isTheirs = letters[place - 1]?.isTheirs === true && letters[place]?.isTheirs === true
    letters.splice(place, 0, ...[...word].map(letter => ({ letter, isTheirs })))
  }
}

/** Follows words through twenty edits. Gives how often they were found, and how often lost or found elsewhere. */
function follow(random: Random): { found: number; astray: string[] } {
  const begun = written(random, 400)
  const from = random.between(200, 1200)
  const to = from + random.between(8, 80)
  let letters = [...begun].map((letter, at) => ({ letter, isTheirs: at >= from && at < to }))
  let kept = keepPlace(begun, { from, to })
  for (let found = 0; found < 20; found += 1) {
    edit(random, letters)
    const text = letters.map(({ letter }) => letter).join('')
    const [first, last] = [
      letters.findIndex(({ isTheirs }) => isTheirs),
      letters.findLastIndex(({ isTheirs }) => isTheirs),
    ]
    // Hardly anything is left of them.
    if (last - first < 4) return { found, astray: [] }
    const place = placeFinder(text)(kept)
    const off = place ? Math.abs(place.from - first) + Math.abs(place.to - last - 1) : null
    if (place === null || off === null || off > 12) {
      return { found, astray: [`"${kept.quote}" → "${text.slice(first, last + 1)}": ${off}`] }
    }
    kept = keepPlace(text, place)
    letters = letters.map(({ letter }, at) => ({ letter, isTheirs: at >= place.from && at < place.to }))
  }
  return { found: 20, astray: [] }
}

it.each([1, 2, 3, 4])('words are followed through what is written in and around them (seed %d)', seed => {
  const random = seeded(seed)
  const runs = Array.from({ length: 40 }, () => follow(random))
  const found = runs.reduce((sum, run) => sum + run.found, 0)
  const astray = runs.flatMap(run => run.astray)
  expect(found).toBeGreaterThan(500)
  expect(astray.length, astray.join('\n')).toBeLessThanOrEqual(found / 100)
})
