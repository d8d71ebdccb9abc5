import { describe, expect, it } from 'vitest'
import { letterSchema } from '../../../../server/mail/Letter.ts'
import { type RoundLetterParts, roundLetter } from '../../../../server/mail/letters/roundLetter.ts'

const origin = 'https://ansokan.example.se'

/** A letter to Karim, whose party has been asked until Friday 24 May. */
function letter(changes: Partial<RoundLetterParts> = {}) {
  return roundLetter({
    ...{ to: 'karim@af.example', applicationName: 'Plattform 2027', what: 'sent', purpose: 'remarks' },
    ...{ title: 'Remiss 1', actor: { name: 'Anna Lind', partyName: 'Heby kommun' } },
    ...{ message: 'Titta särskilt på metoden.', reason: '', sections: null, late: [], reply: null },
    ...{ closesOn: '2024-05-24', workingDaysLeft: 5, today: '2024-05-17', partyName: 'Arbetsförmedlingen' },
    ...{ hasAnswered: false, mayReply: true, maySend: false, leads: ['Kim Ek'] },
    link: `${origin}/ansokningar/abc/remiss/1`,
    choicesLink: `${origin}/konto#notiser`,
    ...changes,
  })
}

const textOf = (changes: Partial<RoundLetterParts>) => letter(changes).text
const subjectOf = (changes: Partial<RoundLetterParts>) => letter(changes).subject

describe('the letter about a round that is sent', () => {
  it('says who asks whom for what, until when, what she wrote, what to do and who sends the answer', () => {
    const { subject, text } = letter()
    expect(subject).toBe('[Plattform 2027] Remiss 1 – svar senast fre 24 maj')
    expect(text).toContain(
      'Anna Lind, Heby kommun, har skickat ansökan ”Plattform 2027” på remiss till Arbetsförmedlingen. Det är Remiss 1.',
    )
    expect(text).toContain('Svara senast fredag 24 maj. Det är 5 arbetsdagar kvar.')
    expect(text).toContain('Anna Lind skriver:\n\n> Titta särskilt på metoden.')
    expect(text).toContain('skriv svaret tillsammans. Kim Ek skickar svaret för Arbetsförmedlingen.')
    expect(text).toContain(`\n\n${origin}/ansokningar/abc/remiss/1\n\n`)
  })

  it('says to her who sends the answer that she does, and when nobody can', () => {
    expect(textOf({ maySend: true })).toContain('Du skickar svaret för Arbetsförmedlingen.')
    expect(textOf({ leads: [] })).toContain('Ingen hos Arbetsförmedlingen kan skicka svaret än')
    expect(textOf({ mayReply: false })).toContain('Svaret skriver de som har rätt till det')
  })

  it('names the sections it is about, and no day where there is none', () => {
    const text = textOf({ sections: ['1. Bakgrund', '3. Metod'], closesOn: null, workingDaysLeft: null })
    expect(text).toContain('Det gäller de här avsnitten:\n- 1. Bakgrund\n- 3. Metod')
    expect(text).toContain('Det finns inget svarsdatum.')
  })

  it('asks for nothing of what is sent to be known, and says so of a proof-reading', () => {
    const known = letter({ purpose: 'information', title: 'Utskick för kännedom 1', closesOn: null })
    expect(known.subject).toBe('[Plattform 2027] Utskick för kännedom 1 – att läsa')
    expect(known.text).toContain('Inget svar väntas.')
    expect(known.text).not.toContain('skickar svaret')
    expect(textOf({ purpose: 'proof' })).toContain('till Arbetsförmedlingen för korrekturläsning')
  })

  it('can be as long as what people write lets it be', () => {
    const sections = Array.from({ length: 100 }, () => 'Ö'.repeat(300))
    const long = letter({ message: '\n'.repeat(2_400) + 'Ö'.repeat(2_600), sections })
    expect(letterSchema.parse(long)).toEqual(long)
  })
})

describe('the reminder', () => {
  it.each([
    ['2024-05-21', 'påminnelse: svar senast fre 24 maj', 'Svara senast fredag 24 maj.'],
    ['2024-05-24', 'sista dagen att svara är i dag', 'Svara senast i dag, fredag 24 maj.'],
    ['2024-05-25', 'svarsdatumet har passerat', 'Svarsdatumet var fredag 24 maj.'],
    ['2023-12-01', 'påminnelse: svar senast fre 24 maj 2024', 'Svara senast fredag 24 maj 2024.'],
  ])('says on %s: %s', (today, subject, words) => {
    const parts = { what: 'soon', actor: null, today } as const
    expect(subjectOf(parts)).toBe(`[Plattform 2027] Remiss 1 – ${subject}`)
    expect(textOf(parts)).toContain(words)
    expect(textOf(parts)).toContain('Arbetsförmedlingen har inte svarat på Remiss 1')
  })

  it('by hand says who reminds', () => {
    expect(textOf({ what: 'reminded' })).toContain('Anna Lind, Heby kommun, påminner om Remiss 1 av ansökan')
  })

  it('to whoever holds the round says who is late', () => {
    const parts = { what: 'late', actor: null, late: ['Försäkringskassan', 'Region Uppsala'] } as const
    expect(subjectOf(parts)).toBe('[Plattform 2027] Remiss 1 – 2 svar saknas')
    expect(textOf(parts)).toContain('- Försäkringskassan\n- Region Uppsala')
  })
})

describe('the letter about an answer', () => {
  const reply = { partyName: 'Försäkringskassan', isOwn: false, stance: 'opposes', remarks: 2 } as const

  it('says to the owner who has answered, how, and with how many remarks', () => {
    expect(subjectOf({ what: 'replied', reply })).toBe(
      '[Plattform 2027] Remiss 1 – Försäkringskassan har svarat',
    )
    expect(textOf({ what: 'replied', reply })).toContain(
      'Försäkringskassan avstyrker. Svaret har 2 synpunkter.',
    )
    expect(subjectOf({ what: 'replaced', reply })).toContain('Försäkringskassan har ersatt sitt svar')
  })

  it('says nothing of what it says to whoever may not see it', () => {
    const text = textOf({ what: 'replied', reply: { ...reply, stance: null, remarks: null } })
    expect(text).not.toMatch(/avstyrker|synpunkter\./)
  })
})

it('a round that is called off says why, and that nobody is to answer', () => {
  const { subject, text } = letter({ what: 'calledOff', reason: 'Budgeten görs om.', hasAnswered: true })
  expect(subject).toBe('[Plattform 2027] Remiss 1 – återkallad, ska inte besvaras')
  expect(text).toContain('Skälet är:\n\n> Budgeten görs om.')
  expect(text).toContain('Svaret från Arbetsförmedlingen ligger kvar.')
})

it('a round with another day says which, one that is over that it is, and a sammanställning where it is', () => {
  expect(subjectOf({ what: 'extended' })).toContain('nytt svarsdatum: fre 24 maj')
  expect(subjectOf({ what: 'extended', closesOn: null })).toContain('svarsdatumet är borttaget')
  expect(textOf({ what: 'over', actor: null })).toContain('avslutades av sig själv')
  expect(textOf({ what: 'published' })).toContain('Här är sammanställningen.')
})
