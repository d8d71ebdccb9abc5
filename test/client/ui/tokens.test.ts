import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { initials, personShape } from '../../../client/ui/personSign.ts'

const css = readFileSync(new URL('../../../client/ui/tokens.css', import.meta.url), 'utf8')

/** A colour of tokens.css, of the light or the dark half. */
function colour(name: string, half: 'light' | 'dark'): string {
  const found = new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(css)
  const value = found?.[half === 'light' ? 1 : 2]
  if (value === undefined) throw new Error(`no colour --${name}`)
  return value
}

/** Contrast by WCAG 2: 1 is none, 21 is black on white. */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(start => {
    const part = Number.parseInt(hex.slice(start, start + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

const papers = ['paper', 'paper-raised', 'paper-tint']
const parties = [1, 2, 3, 4, 5, 6]

describe.each(['light', 'dark'] as const)('the colours, %s', half => {
  const ratio = (one: string, other: string) => contrast(colour(one, half), colour(other, half))

  it.each([
    ...['ink', 'ink-soft'].flatMap(ink => [...papers, 'desk', 'locked', 'help'].map(paper => [ink, paper])),
    ...papers.flatMap(paper => ['accent', 'danger'].map(ink => [ink, paper])),
    ['ink', 'accent-tint'],
    ['ink', 'warning-tint'],
    ['accent', 'warning-tint'],
    ['accent', 'accent-tint'],
    ['accent', 'desk'],
    ['danger', 'danger-tint'],
    ['accent-ink', 'accent'],
    ['help-line', 'paper'],
    ['ink', 'comment'],
    ['added', 'added-tint'],
    ['removed', 'removed-tint'],
    ...parties.map(number => [`party-${number}-ink`, `party-${number}`]),
  ] as [string, string][])('text in %s can be read on %s (4.5)', (ink, paper) => {
    expect(ratio(ink, paper)).toBeGreaterThanOrEqual(4.5)
  })

  it.each([
    ...['focus', 'line-field'].flatMap(line => [...papers].map(paper => [line, paper])),
    ...['desk', 'locked', 'accent-tint'].map(paper => ['focus', paper]),
    ['line-field', 'desk'],
    ['danger', 'paper'],
    ...[...papers, 'locked'].map(paper => ['comment-line', paper]),
    ['warning', 'warning-tint'],
    ...parties.flatMap(number => papers.map(paper => [`party-${number}`, paper])),
    ...['salary', 'premises', 'other'].flatMap(kind => papers.map(paper => [`cost-${kind}`, paper])),
  ] as [string, string][])('a line in %s can be seen on %s (3)', (line, paper) => {
    expect(ratio(line, paper)).toBeGreaterThanOrEqual(3)
  })
})

describe('the sign of a person', () => {
  it('has the first letters of her first and last name', () => {
    expect(initials('Anna Maria Ek')).toBe('AE')
    expect(initials('åsa')).toBe('Å')
    expect(initials('Per-Olof Öst')).toBe('PÖ')
    expect(initials('')).toBe('?')
  })

  it('has a shape of her own that never changes', () => {
    expect(personShape('anna')).toBe(personShape('anna'))
    const shapes = new Set(['anna', 'bo', 'cecilia', 'david', 'eva', 'fredrik', 'gun'].map(personShape))
    expect(shapes.size).toBeGreaterThan(1)
  })
})
