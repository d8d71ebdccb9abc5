import { describe, expect, it } from 'vitest'
import { type Letter, letterSchema } from '../../../../server/mail/Letter.ts'
import { accessAskedLetter } from '../../../../server/mail/letters/accessAskedLetter.ts'
import { accessGivenLetter } from '../../../../server/mail/letters/accessGivenLetter.ts'
import { accountLetter } from '../../../../server/mail/letters/accountLetter.ts'
import { digestLetter } from '../../../../server/mail/letters/digestLetter.ts'
import { invitationLetter } from '../../../../server/mail/letters/invitationLetter.ts'
import { noticeLetter, type Told } from '../../../../server/mail/letters/noticeLetter.ts'
import { roundLetter } from '../../../../server/mail/letters/roundLetter.ts'
import { signInLetter } from '../../../../server/mail/letters/signInLetter.ts'
import { type RoundHappening, roundHappenings } from '../../../../shared/http/notices.ts'
import { roles } from '../../../../shared/people/role.ts'

const origin = 'https://ansokan.example.se'
const secret = 'A'.repeat(43)

/** What people have written, in one letter or another. */
interface Words {
  readonly name: string
  readonly partyName: string
  readonly applicationName: string
  readonly message: string
}

const honest: Words = {
  name: 'Anna Lind',
  partyName: 'Heby kommun',
  applicationName: 'Plattform 2027',
  message: 'Hej Karim!\n\nTitta särskilt på avsnittet om metod.',
}

const letters: Readonly<Record<string, (words: Words) => Letter>> = {
  invitation: ({ name, partyName, applicationName, message }) =>
    invitationLetter({
      to: 'karim@af.example',
      link: `${origin}/inbjudan#${secret}`,
      applicationName,
      inviter: { name, partyName },
      partyName: 'Arbetsförmedlingen',
      role: 'reviewer',
      message,
      expiresAt: '2026-11-29T23:30:00.000Z',
    }),
  accessGiven: ({ name, partyName, applicationName, message }) =>
    accessGivenLetter({
      to: 'karim@af.example',
      link: `${origin}/ansokningar/abc`,
      applicationName,
      giver: { name, partyName },
      partyName: 'Arbetsförmedlingen',
      role: 'partyEditor',
      message,
    }),
  account: ({ name, partyName }) =>
    accountLetter({
      to: 'karim@af.example',
      link: `${origin}/`,
      giver: { name, partyName },
      partyName: 'Arbetsförmedlingen',
      hasOwnSignIn: false,
    }),
  accessAsked: ({ name, partyName, applicationName, message }) =>
    accessAskedLetter({
      to: 'anna@heby.example',
      link: `${origin}/ansokningar/abc`,
      applicationName,
      asker: { name, partyName },
      message,
    }),
  notice: words =>
    noticeLetter({
      to: 'karim@af.example',
      applicationName: words.applicationName,
      choicesLink: `${origin}/konto#notiser`,
      told: toldOf(words),
    }),
  digest: words =>
    digestLetter({
      to: 'karim@af.example',
      applicationName: words.applicationName,
      link: `${origin}/ansokningar/abc`,
      choicesLink: `${origin}/konto#notiser`,
      told: [toldOf(words), { ...toldOf(words), kind: 'commented', quote: '' }],
    }),
  ...Object.fromEntries(
    roundHappenings.map(what => [`round ${what}`, (words: Words) => roundOf(what, words)]),
  ),
}

function roundOf(what: RoundHappening, { name, partyName, applicationName, message }: Words): Letter {
  return roundLetter({
    ...{ to: 'karim@af.example', applicationName, what, purpose: 'remarks', title: 'Remiss 1' },
    ...{ actor: { name, partyName }, message, reason: message, sections: [applicationName] },
    ...{ closesOn: '2026-11-29', workingDaysLeft: 5, today: '2026-11-22', partyName },
    ...{ hasAnswered: false, mayReply: true, maySend: false, leads: [name], late: [partyName] },
    reply: { partyName, isOwn: false, stance: 'opposes', remarks: 2 },
    link: `${origin}/ansokningar/abc/remiss/1`,
    choicesLink: `${origin}/konto#notiser`,
  })
}

function toldOf({ name, partyName, applicationName, message }: Words): Told {
  return {
    ...{ kind: 'mentioned', isReopened: false, words: message, quote: applicationName },
    ...{ actor: { name, partyName }, link: `${origin}/ansokningar/abc?kommentar=abc` },
  }
}

/** Letters that also lead to where one chooses what one is told, and those that tell of several things. */
const linksInLetter: Readonly<Record<string, number>> = {
  ...{ notice: 2, digest: 3 },
  ...Object.fromEntries(roundHappenings.map(what => [`round ${what}`, 2])),
}

/** Lines of a letter that a mail program can make a link of. */
function linksIn({ text }: Letter): string[] {
  return text.split('\n').filter(line => !line.startsWith('>') && /:\/\/|www\.|\p{L}\.\p{L}{2}|@/u.test(line))
}

describe('the letter to sign in by', () => {
  const letter = signInLetter({
    to: 'anna@heby.example',
    link: `${origin}/logga-in#${secret}`,
    expiresAt: '2026-07-01T12:32:00.000Z',
  })

  it('has the link on a line of its own, how long it works, and what to do if one has not asked for it', () => {
    expect(letter.to).toBe('anna@heby.example')
    expect(letter.subject).toBe('Logga in i Samskriv – länken gäller till 14.32')
    expect(letter.text).toContain(`\n\n${origin}/logga-in#${secret}\n\n`)
    expect(letter.text).toContain('i tio minuter, till klockan 14.32, och en enda gång')
    expect(letter.text).toContain('Var det inte du?')
    expect(letterSchema.parse(letter)).toEqual(letter)
  })
})

describe('the invitation', () => {
  const make = letters.invitation as (words: Words) => Letter

  it('says who invites, to what, for whom, as what, for how long, and what she wants', () => {
    const { subject, text } = make(honest)
    expect(subject).toBe('[Plattform 2027] Anna Lind bjuder in dig – svara senast 30 november')
    expect(text).toContain('Anna Lind, Heby kommun, bjuder in dig till ansökan ”Plattform 2027” i Samskriv.')
    expect(text).toContain('Du kommer in för Arbetsförmedlingen, med rollen Granska: du läser')
    expect(text).toContain('gäller i sju dagar, till den 30 november klockan 00.30.')
    expect(text).toContain(
      '\n\nAnna Lind hälsar:\n\n> Hej Karim!\n>\n> Titta särskilt på avsnittet om metod.\n\n',
    )
    expect(text).toContain('Känner du inte igen det här?')
  })

  it('says nothing about a message where there is none', () => {
    expect(make({ ...honest, message: ' \n\u200b\n ' }).text).not.toMatch(/hälsar|>|\n\n\n/)
  })

  it('can be to an ansökan without a name', () => {
    const { subject, text } = make({ ...honest, applicationName: '' })
    expect(subject).toMatch(/^\[Ansökan utan namn\] /)
    expect(text).toContain('bjuder in dig till en ansökan som inte har fått något namn än i Samskriv.')
  })

  it.each(roles)('says in plain words what one does as %s', role => {
    const { text } = accessGivenLetter({
      to: 'karim@af.example',
      link: `${origin}/ansokningar/abc`,
      applicationName: 'Plattform',
      giver: { name: 'Anna Lind', partyName: 'Heby kommun' },
      partyName: 'Arbetsförmedlingen',
      role,
      message: '',
    })
    expect(text).toMatch(/med rollen [A-ZÅÄÖ][a-zåäö]+: du (?:läser|skriver) /)
  })
})

describe('the letter about a new account', () => {
  const to = 'karim@af.example'
  const giver = { name: 'Ingrid Falk', partyName: 'Heby kommun' }
  const parts = { to, link: `${origin}/`, giver, partyName: 'Arbetsförmedlingen' }

  it('says who has added her, for whom, and how she gets in', () => {
    const { subject, text } = accountLetter({ ...parts, hasOwnSignIn: false })
    expect(subject).toBe('Du har fått ett konto i Samskriv')
    expect(text).toContain('Ingrid Falk, Heby kommun, har lagt till dig i Samskriv.')
    expect(text).toContain('Där deltar du för Arbetsförmedlingen.')
    expect(text).toContain('så får du ett mejl med en länk som släpper in dig.')
    expect(text).toContain(`\n\n${origin}/\n\n`)
  })

  it('names the sign-in of her organisation where there is one', () => {
    const { text } = accountLetter({ ...parts, hasOwnSignIn: true })
    expect(text).toContain('så kommer du till din organisations egen inloggning.')
    expect(text).not.toContain('länk')
  })
})

const evil = 'https://evil.example/inbjudan'

describe.each(Object.entries(letters))('a letter with what people have written: %s', (name, make) => {
  it('has our links and no others, each on a line of its own', () => {
    const letter = make(honest)
    const links = linksIn(letter)
    expect(links).toHaveLength(linksInLetter[name] ?? 1)
    for (const link of links) {
      expect(link).toMatch(/^https:\/\/ansokan\.example\.se\/\S*$/)
      expect(letter.text).toContain(`\n\n${link}\n\n`)
    }
    expect(letterSchema.parse(letter)).toEqual(letter)
  })

  it('is a letter also when every name is as long as it may be, in signs of two units', () => {
    const long = '😀'.repeat(100)
    const letter = make({ ...honest, name: long, partyName: long, applicationName: long })
    expect(letterSchema.parse(letter)).toEqual(letter)
    expect(letter.subject.isWellFormed()).toBe(true)
  })

  it.each([
    ['a link', evil],
    ['a link on a line of its own', `Anna\n\n${evil}\n\nHeby`],
    ['a link after other ends of lines', `Anna\r${evil}\u2028${evil}\u0085${evil}\v${evil}\f${evil}`],
    ['a link without its beginning', 'Öppna evil.example/inbjudan eller x.se'],
    ['a link with what nobody sees in it', 'https:\u200b//evil\u200b.\u200bexample/inbjudan'],
    ['an address', 'anna@evil.example'],
    ['marks that turn the text', `\u202e${evil}\u2066\u200b`],
    ['a header', 'Anna\r\nBcc: karim@fk.example\r\n\r\n<html>'],
    ['an encoded word', '=?utf-8?Q?Anna=0D=0ABcc:_x?='],
    ['a whole page', 'Anna Lind '.repeat(500)],
    ['half a character', 'Anna \ud800 Lind'],
  ])('cannot be forged by a name with %s', (_what, given) => {
    const letter = make({ ...honest, name: given, partyName: given, applicationName: given })
    expect(linksIn(letter)).toEqual(linksIn(make(honest)))
    expect(letter.text).not.toMatch(/[\u202e\u2066\u200b]/)
    expect(letterSchema.parse(letter)).toEqual(letter)
  })

  it.each([
    ['a line that looks like ours', `Hej!\n\n${origin}/inbjudan#${'B'.repeat(43)}\n\nLänken gäller`],
    [
      'all the ends of lines that there are',
      ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
        .map((x, i) => `${x}${evil}${['\n', '\r', '\r\n', '\v', '\f', '\u0085', '\u2028', '\u2029'][i]}`)
        .join(''),
    ],
    ['a quotation that ends', `> x\n${evil}`],
    ['one word without end', 'x'.repeat(2000)],
    ['nothing but ends of lines', `a${'\n'.repeat(1998)}b`],
    ['signs beyond the first plane', '🫎'.repeat(1000)],
    ['null and bell', 'a\0b\u0007c\u001b[2J'],
  ])('cannot be forged by a message with %s', (_what, message) => {
    const letter = make({ ...honest, message })
    expect(linksIn(letter)).toEqual(linksIn(make(honest)))
    expect(letterSchema.parse(letter)).toEqual(letter)
    for (const line of letter.text.split('\n')) expect(Buffer.byteLength(line)).toBeLessThan(998)
  })
})

const cutShort = ['notice', 'digest']
const withoutMessage = [
  'account',
  ...roundHappenings.filter(what => what !== 'sent' && what !== 'calledOff').map(what => `round ${what}`),
]
const withMessage = Object.entries(letters).filter(
  ([name]) => !withoutMessage.includes(name) && !cutShort.includes(name),
)

it.each(withMessage)('%s keeps all the words of a long message, in lines that can be read', (_name, make) => {
  const message = Array.from({ length: 300 }, (_none, at) => `ord${at}`).join(' ')
  const lines = make({ ...honest, message })
    .text.split('\n')
    .filter(line => line.startsWith('> '))
  expect(lines.map(line => line.slice(2)).join(' ')).toBe(message)
  for (const line of lines) expect(line.length).toBeLessThanOrEqual(78)
})
