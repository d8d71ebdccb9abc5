import { describe, expect, it } from 'vitest'
import { partyBeside, sentenceOf } from '../../../client/log/told.ts'
import { texts } from '../../../client/text/text.ts'
import { formById } from '../../../shared/form/forms.ts'
import { type AuditEntry, auditActs, detailKeys } from '../../../shared/http/auditLog.ts'

const form = formById('2024') ?? null

function entry(part: Partial<AuditEntry>): AuditEntry {
  return {
    number: 1,
    at: '2026-11-22T12:00:00.000Z',
    act: 'opened',
    person: null,
    applicationId: null,
    state: null,
    details: {},
    ...part,
  }
}

describe('an entry of the log, as a sentence', () => {
  it('is one in both languages for every act, with all its details and with none', () => {
    const all = Object.fromEntries(detailKeys.map(key => [key, 'x']))
    for (const text of Object.values(texts)) {
      const said = auditActs.flatMap(act =>
        [all, {}].map(details => sentenceOf(text, entry({ act, details }), form)),
      )
      for (const sentence of said) {
        expect(sentence).toMatch(/^\p{Lu}[^\n]*[^ .]\.$/u)
        expect(sentence).not.toMatch(/undefined|null| {2}|\( ?\)/)
      }
      expect(new Set(auditActs.map(act => text.log.acts[act])).size).toBe(auditActs.length)
    }
  })

  it('has the words of the screen for roles, states, sections, forms, ways and reasons', () => {
    const said = (act: AuditEntry['act'], details: Record<string, string>) =>
      sentenceOf(texts.sv, entry({ act, details }), form)
    const section = form?.sections[0]
    expect(said('roleChanged', { person: 'Bo Al', from: 'reader', to: 'partyLead' })).toBe(
      'Ändrade rollen för Bo Al från Läsa till Partsansvarig.',
    )
    expect(said('stateChanged', { from: 'draft', to: 'reviewRound' })).toBe(
      'Ändrade läget från Utkast till Remiss.',
    )
    expect(said('sectionClosed', { section: section?.key ?? '' })).toBe(
      `Markerade avsnittet ”${section?.heading}” som klart.`,
    )
    expect(said('created', { form: '2024' })).toBe(`Startade ansökan på ${form?.name}.`)
    expect(said('signedIn', { way: 'mailLink' })).toBe('Gick in med länk i mejl.')
    expect(said('signInRefused', { way: 'guest', reason: 'unknownGuestLink' })).toBe(
      'Kom inte in med gästlänk: gästlänken gäller inte.',
    )
    expect(said('personChanged', { person: 'Bo Al', what: 'unlinked' })).toBe(
      'Kopplade bort Bo Al från inloggningen hos organisationen.',
    )
    expect(said('personChanged', { person: 'Bo Al', what: 'madeAdministrator' })).toBe(
      'Gjorde Bo Al till administratör.',
    )
    expect(said('personChanged', { person: 'Bo Al', what: 'becameAdministrator' })).toBe(
      'Släppte in Bo Al som administratör, genom länken som skrivs ut där Samskriv körs.',
    )
    expect(said('successorNamed', { person: 'Bo Al', party: 'AF' })).toBe(
      'Gjorde Bo Al ansvarig i stället för den som har slutat.',
    )
    expect(said('organisationChanged', { party: 'AF', what: 'ownSignIn' })).toBe(
      'Lät AF gå in bara med egen inloggning. De som hade gått in med länk gick ut.',
    )
    expect(said('logBroken', { number: '7', reason: 'missing', file: 'x' })).toBe(
      'Märkte att loggen är skadad vid post 7: den saknas.',
    )
  })

  it('leaves out what it has no words for, also names that all objects have', () => {
    const details = { way: 'constructor', reason: '__proto__', section: 'finns inte' }
    expect(sentenceOf(texts.sv, entry({ act: 'signInRefused', details }), form)).toBe('Kom inte in.')
    expect(sentenceOf(texts.sv, entry({ act: 'sectionOpened', details }), null)).toBe(
      'Öppnade avsnittet för skrivning.',
    )
  })
})

describe('the party beside a name', () => {
  it('is not said twice of one who has left, nor when it is not known', () => {
    expect(partyBeside({ name: 'Bo Al', partyShortName: 'AF' })).toBe('AF')
    expect(partyBeside({ name: 'Tidigare medarbetare, AF', partyShortName: 'AF' })).toBe('')
    expect(partyBeside({ name: '', partyShortName: '' })).toBe('')
  })
})
