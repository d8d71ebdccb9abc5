import { describe, expect, it } from 'vitest'
import { letterSchema } from '../../../../server/mail/Letter.ts'
import { digestLetter } from '../../../../server/mail/letters/digestLetter.ts'
import { noticeLetter, type Told } from '../../../../server/mail/letters/noticeLetter.ts'

const origin = 'https://ansokan.example.se'
const about = {
  to: 'karim@af.example',
  applicationName: 'Plattform 2027',
  choicesLink: `${origin}/konto#notiser`,
}
const named: Told = {
  kind: 'mentioned',
  isReopened: false,
  actor: { name: 'Anna Berg', partyName: 'Heby kommun' },
  quote: 'i samverkan',
  words: 'Hej @Karim!\n\nVad säger du om det?',
  link: `${origin}/ansokningar/abc?kommentar=def`,
}

describe('the letter about one thing', () => {
  it('says who did what in which ansökan, about which words, what was said, and how to choose', () => {
    const letter = noticeLetter({ ...about, told: named })
    expect(letter.subject).toBe('[Plattform 2027] Anna Berg nämnde dig')
    expect(letter.text).toBe(`Hej!

Anna Berg, Heby kommun, nämnde dig. Det är i Samskriv, i ansökan ”Plattform 2027”.

Det gäller orden ”i samverkan”.

Anna Berg skriver:

> Hej @Karim!
>
> Vad säger du om det?

Här är tråden. Du loggar in som vanligt:

${origin}/ansokningar/abc?kommentar=def

Vill du få andra mejl, färre eller inga? Välj det på ditt konto:

${origin}/konto#notiser

--${' '}
Samskriv, där myndigheter skriver en ansökan om samverkansinsats tillsammans.
`)
  })

  it.each([
    [{ kind: 'assigned' }, 'tilldelade dig en kommentar'],
    [{ kind: 'answered' }, 'svarade i en tråd som du deltar i'],
    [{ kind: 'resolved' }, 'markerade din kommentar som löst'],
    [{ kind: 'resolved', isReopened: true }, 'öppnade din kommentar igen'],
    [{ kind: 'commented' }, 'kommenterade'],
    [{ kind: 'restored', quote: '', words: '' }, 'återställde en tidigare version'],
  ] as const)('says in its subject what was done: %o', (changed, done) => {
    const letter = noticeLetter({ ...about, told: { ...named, ...changed } })
    expect(letter.subject).toBe(`[Plattform 2027] Anna Berg ${done}`)
    expect(letter.text).toContain(`Anna Berg, Heby kommun, ${done}.`)
    expect(letterSchema.parse(letter)).toEqual(letter)
  })

  it('does not say that somebody wrote what somebody else did', () => {
    const { text } = noticeLetter({ ...about, told: { ...named, kind: 'resolved' } })
    expect(text).toContain('Kommentaren lyder:')
    expect(text).not.toContain('skriver:')
  })

  it('cuts long words between two, and a long name of an ansökan', () => {
    const words = Array.from({ length: 2000 }, (_, index) => `ord${index}`).join(' ')
    const applicationName = 'En plattform för individstöd i samverkan mellan fyra myndigheter i länet'
    const letter = noticeLetter({ ...about, applicationName, told: { ...named, words, quote: words } })
    expect(letter.text.length).toBeLessThan(3000)
    expect(letter.text).toMatch(/ord\d+…\n/)
    expect(letter.subject).toMatch(/^\[En plattform för .{30,50}…\] Anna Berg nämnde dig$/)
  })
})

describe('the letter about several', () => {
  it('says of each who did what, where, and the link to it', () => {
    const told = [named, { ...named, kind: 'commented', quote: '', words: 'Bra.' } as const]
    const letter = digestLetter({ ...about, link: `${origin}/ansokningar/abc`, told })
    expect(letter.subject).toBe('[Plattform 2027] 2 nya händelser')
    expect(letter.text).toContain(
      `Anna Berg, Heby kommun, nämnde dig, om ”i samverkan”:\n\n> Hej @Karim!\n>\n> Vad säger du om det?\n\n${named.link}\n\n` +
        `Anna Berg, Heby kommun, kommenterade:\n\n> Bra.\n\n${named.link}\n\nVill du få andra mejl`,
    )
  })

  it('tells of twenty, and how many more they are', () => {
    const told = Array.from({ length: 32 }, () => ({ ...named, words: 'ord '.repeat(3000) }))
    const letter = digestLetter({ ...about, link: `${origin}/ansokningar/abc`, told })
    expect(letter.text.split(named.link)).toHaveLength(21)
    expect(letter.text).toContain(`Och 12 till. Du ser dem i ansökan:\n\n${origin}/ansokningar/abc\n`)
    expect(letterSchema.parse(letter)).toEqual(letter)
  })
})
