import { describe, expect, it } from 'vitest'
import { recogniseForm } from '../../../../../server/import/docx/form/recogniseForm.ts'
import type { WordContent, WordPart } from '../../../../../server/import/docx/word/WordContent.ts'
import type { FormTemplate, Section } from '../../../../../shared/form/FormTemplate.ts'
import { forms } from '../../../../../shared/form/forms.ts'
import { placed, targetsOf, undecided } from '../../../../../shared/import/placing.ts'
import type { Placements } from '../../../../../shared/import/ReadForm.ts'
import { formFaults } from '../../../../fixtures/formFaults.ts'
import { type Random, seeded } from '../../../../shared/form/seeded.ts'
import {
  bold,
  boxed,
  br,
  content,
  footnote,
  frame,
  heading,
  italic,
  item,
  p,
  picture,
  table,
  tick,
  title,
} from './content.ts'
import { writtenHeading } from './damage.ts'

/** Each word of a generated file is one of its own, so that it can be looked for. */
class Words {
  readonly all: string[] = []
  readonly #random: Random

  constructor(random: Random) {
    this.#random = random
  }

  some(least = 1, most = 8): string {
    const words = Array.from({ length: this.#random.between(least, most) }, () => {
      const word = `${this.#random.pick(['ord', 'Åker', 'sjö', 'Ek'])}${this.all.length}x`
      this.all.push(word)
      return word
    })
    return words.join(' ')
  }
}

/** Labels that any form has, and more, for text that stands where it should not. */
const labels: readonly [string, ...string[]] = [
  ...(['Organisation:', 'Kontaktperson:', 'E-post:', 'Resurs/er:', 'Resurser vi söker medel till:'] as const),
  ...['Planerat startdatum:', 'Planerat slutdatum:', 'Effektmål', 'Resultatmål:', 'Insatsmål', 'Kommentar:'],
  ...[
    'Samtidigt:',
    'Ja',
    'Nej',
    '☒ Ja',
    '1.',
    '2. Organisation:',
    '2020:',
    '2024-05-15',
    'vecka 19 2024',
    '☐',
  ],
  ...[
    'Organisation och datum',
    'Insatsägare (namn)',
    'Samverkanspart (namnförtydligande)',
    'Datum:',
    'Heby, datum',
  ],
  ...[
    'Belopp:',
    '10 256 000 kr',
    'Lagar och förordningar',
    'Arbetsgivaransvar',
    'Figur 1',
    'Övergripande mål:',
  ],
  ...['Insatsens namn', 'Underskrifter', 'Budget', 'Insatsägare', 'Beskriv syftet med insatsen', '- ', '• '],
]

function somePart(random: Random, words: Words): WordPart {
  const said = () => words.some()
  const labelled = () => `${random.pick(labels)} ${said()}`
  return random.pick<() => WordPart>([
    () => p(said()),
    () => p(said()),
    () => p(labelled()),
    () => p(labelled()),
    () => p(bold(`${random.pick(labels)} `), said()),
    () => p(random.pick(labels)),
    () => p(bold(said())),
    () => boxed(said(), br, labelled()),
    () => item(random.pick(['bullet', 'number']), labelled()),
    () => heading(random.between(1, 4), said()),
    () => p(said(), footnote(said()), italic(` ${said()}`), br, bold(said())),
    () => p(said(), picture(said()), said()),
    () => ({ ...p(said()), isCaption: true }),
    () => p(tick(true), ' Ja ', tick(false), ' Nej ', said()),
    () => table([random.pick(labels), said()], [labelled(), said()]),
    () => table([said(), said(), said()], [[p(said()), p(labelled())], [picturePart(words)], labelled()]),
    () => table(['Organisation', 'Kontaktperson'], [said(), said()], [said(), '']),
    () => frame(p(labelled()), p(said()), table([said()])),
    () => p(''),
  ])()
}

function picturePart(words: Words): WordPart {
  return p(words.some(), picture(words.some()))
}

/** A file with the headings of a form, some missing, twice or in another order, and anything under them. */
function someFile(random: Random, words: Words, template: FormTemplate): WordContent {
  const under = () => Array.from({ length: random.between(0, 6) }, () => somePart(random, words))
  const look = random.pick<(text: string) => WordPart>([
    text => heading(1, text),
    text => p(bold(text)),
    text => p(text),
    text => boxed(text, br, words.some()),
    text => frame(p(bold(text)), p(words.some())),
  ])
  const sections = template.sections.flatMap((section): Section[] => {
    const chance = random.between(0, 9)
    return chance === 0 ? [] : chance === 1 ? [section, section] : [section]
  })
  if (random.between(0, 3) === 0) sections.reverse()
  const agreement = template.sections.flatMap(section => (section.kind === 'lockedText' ? section.parts : []))
  const body = sections.flatMap(section => [
    look(writtenHeading(random, section).text),
    ...(section.kind === 'lockedText'
      ? agreement.flatMap(part => [p(bold(part.heading)), ...part.paragraphs.map(text => p(text))])
      : []),
    ...under(),
  ])
  const front = [title(`${template.title} ${words.some()}`), p(template.preamble ?? ''), ...under()]
  return {
    ...content(...front, ...body),
    footers: [`v:16-07-05 ${words.some()}`, words.some(), 'Sida 1 av 2'],
  }
}

const count = Number(process.env.NOTHING_LOST ?? 60)
const seeds = Array.from({ length: count }, (_, nth) => Number(process.env.NOTHING_LOST_SEED ?? 4_711) + nth)

describe('Of a file nothing is dropped in silence', () => {
  it.each(seeds)('seed %i', seed => {
    const random = seeded(seed)
    const template = random.pick([forms[0] ?? never(), ...forms])
    const words = new Words(random)
    const file = someFile(random, words, template)
    const asRead = random.pick([template, ...forms])
    const read = recogniseForm(file, asRead)
    const said = wordsIn(read)
    expect(words.all.filter(word => !said.has(word))).toEqual([])
    expect(formFaults(asRead, read.form)).toEqual([])
    expect(new Set(read.leftOvers.map(({ id }) => id)).size).toBe(read.leftOvers.length)
    expect(recogniseForm(file, asRead)).toEqual(read)
    // And what is left over can be placed, every text of it.
    const placements: Placements = Object.fromEntries(
      read.leftOvers.map(leftOver => {
        const [first, ...others] = targetsOf(asRead, leftOver)
        return [leftOver.id, first ? random.pick([first, ...others]) : ('leaveOut' as const)]
      }),
    )
    expect(undecided(read, placements)).toEqual([])
    const whole = placed(asRead, read, placements)
    expect(formFaults(asRead, whole)).toEqual([])
    const { leftOvers: _, ...others } = { ...read, form: whole }
    const saidAtLast = wordsIn(others)
    expect(words.all.filter(word => !saidAtLast.has(word))).toEqual([])
  })
})

/** All words in the texts of a value. */
function wordsIn(value: unknown): ReadonlySet<string> {
  if (typeof value === 'string') return new Set(value.match(/[\p{L}\d]+/gu))
  if (typeof value !== 'object' || value === null) return new Set()
  return new Set(Object.values(value).flatMap(one => [...wordsIn(one)]))
}

function never(): never {
  throw new Error('There is no form.')
}
