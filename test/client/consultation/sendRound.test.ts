import { describe, expect, it } from 'vitest'
import { type Askable, askableIn } from '../../../client/consultation/send/askable.ts'
import { draftMemory } from '../../../client/consultation/send/draftMemory.ts'
import {
  faultsIn,
  proposedRound,
  type RoundDraft,
  wantedRound,
} from '../../../client/consultation/send/RoundDraft.ts'
import { outcomeWords, proposedMessage } from '../../../client/consultation/send/sendWords.ts'
import { texts } from '../../../client/text/text.ts'
import { formById } from '../../../shared/form/forms.ts'
import { sendRoundSchema } from '../../../shared/http/consultation.ts'
import type { Standing } from '../../../shared/people/may.ts'
import { accessWith, member } from './made.ts'

const form = formById('2024') ?? expect.fail('there is a form of 2024')
const oldForm = formById('2016') ?? expect.fail('there is a form of 2016')
const standing: Standing = { role: 'ownerEditor', state: 'draft', adviceIsOpen: false, textIsOpen: false }
const today = '2024-05-15'

const access = accessWith({
  anna: ['heby', 'ownerEditor'],
  bo: ['heby', 'reviewer'],
  karim: ['af', 'partyEditor'],
  lars: ['af', 'partyLead'],
  sune: ['af', 'signatory'],
  elin: ['fk', 'reviewer'],
})
const askable = askableIn(access, standing)
const proposed = proposedRound(askable, today)

describe('A round can be sent to', () => {
  it('the parties with people who see rounds, and to none of those who do not', () => {
    expect(people(askable)).toEqual({ heby: ['anna', 'bo'], af: ['karim', 'lars'], fk: ['elin'] })
  })

  it('nobody who has left or came by a guest link', () => {
    const members = [
      member({ personId: 'gone', partyId: 'fk', isActive: false }),
      member({ personId: 'guest', partyId: 'fk', role: 'reviewer', guestLinkId: 'abcdefghijkl' }),
    ]
    expect(askableIn({ ...access, members }, standing)).toEqual([])
  })

  it('a party without a partsansvarig, and says that it has none', () => {
    expect(askable.map(({ party, lacksLead }) => [party.id, lacksLead])).toEqual([
      ['heby', true],
      ['af', false],
      ['fk', true],
    ])
  })

  it('those who have come only: how many are on their way is told', () => {
    const invitation = {
      id: 'abcdefghijkl',
      address: 'ny@fk.example',
      partyId: 'fk',
      role: 'reviewer',
      invitedBy: 'Anna',
      invitedAt: '2024-05-01T08:00:00.000Z',
      expiresAt: '2024-06-01T08:00:00.000Z',
      mail: 'sent',
    } as const
    const found = askableIn({ ...access, invitations: [invitation] }, standing)
    expect(found.map(({ invited }) => invited)).toEqual([0, 0, 1])
  })
})

describe('What is proposed', () => {
  it('goes to all parties with their people, but not to those who send it', () => {
    expect(proposed.persons).toEqual({ heby: ['bo'], af: ['karim', 'lars'], fk: ['elin'] })
  })

  it('is about the whole, asks for synpunkter and gives ten working days', () => {
    expect(proposed).toMatchObject({ purpose: 'remarks', isWhole: true, closesOn: '2024-05-29' })
  })

  it('is a round that the server takes', () => {
    const wanted = wantedRound(proposed, askable, form, 'Hej')
    expect(sendRoundSchema.parse(wanted)).toEqual(wanted)
    expect(faultsIn(proposed, askable, form, today)).toEqual({})
  })

  it('has a message with the name, the day and the sections', () => {
    const draft = { ...proposed, isWhole: false, sections: ['targetGroup', 'purpose'] }
    expect(proposedMessage(texts.sv, draft, form, 'Ny väg')).toBe(
      'Här är ansökan ”Ny väg” på remiss. Läs den, och lämna er organisations svar senast ons 29 maj 2024. ' +
        'Frågan gäller ”Beskriv syftet med insatsen” och ”Beskriv målgrupp för insatsen”.',
    )
  })
})

describe('What is sent', () => {
  const wanted = (changes: Partial<RoundDraft>) => wantedRound({ ...proposed, ...changes }, askable, form, '')

  it('leaves out parties of which nobody is chosen, and people who have no access any more', () => {
    const { recipients } = wanted({ persons: { af: ['lars', 'gone'], fk: [] } })
    expect(recipients).toEqual([{ partyId: 'af', personIds: ['lars'] }])
  })

  it('asks for no answer and closes no text when it is for information', () => {
    expect(wanted({ purpose: 'information', closesByItself: true, textIsOpen: true })).toMatchObject({
      closesOn: null,
      closesByItself: false,
      textIsOpen: false,
    })
  })

  it('never leaves the text open for proof-reading', () => {
    expect(wanted({ purpose: 'proof', textIsOpen: true }).textIsOpen).toBe(false)
  })

  it('does not close by itself without a day', () => {
    expect(wanted({ closesOn: '', closesByItself: true })).toMatchObject({
      closesOn: null,
      closesByItself: false,
    })
  })
})

describe('What is filled in', () => {
  const faults = (changes: Partial<RoundDraft>) => faultsIn({ ...proposed, ...changes }, askable, form, today)

  it('lacks somebody to send to', () => {
    expect(faults({ persons: { af: [] } })).toEqual({ recipients: 'missing' })
  })

  it('lacks sections when it is about some', () => {
    expect(faults({ isWhole: false })).toEqual({ sections: 'missing' })
    expect(faults({ isWhole: false, sections: ['purpose'] })).toEqual({})
  })

  it('must give until tomorrow at least, but need not give a day', () => {
    expect(faults({ closesOn: today })).toEqual({ closesOn: 'past' })
    expect(faults({ closesOn: '2024-05-16' })).toEqual({})
    expect(faults({ closesOn: '' })).toEqual({})
    expect(faults({ closesOn: today, purpose: 'information' })).toEqual({})
  })
})

describe('What will happen is said before it is sent', () => {
  const said = (changes: Partial<RoundDraft>, of = form) =>
    outcomeWords(texts.sv, { ...proposed, ...changes }, askable, of, 3)

  it('with how many it goes to, the version, the text and the list of discussions', () => {
    expect(said({})).toBe(
      'Skickas till 3 organisationer, 4 personer. Version 3.0 sparas. Texten stängs tills remissen är avslutad. ' +
        'En rad skrivs under Hur och när har ansökan diskuterats?',
    )
    expect(said({ textIsOpen: true })).toContain('Texten är öppen under tiden.')
    expect(said({ purpose: 'proof' })).toContain('Bara ansvariga ändrar i texten under tiden.')
  })

  it('and not with more than happens', () => {
    expect(said({ persons: {} })).toBe('Ingen är vald.')
    expect(said({ purpose: 'information', persons: { fk: ['elin'] } }, oldForm)).toBe(
      'Skickas till 1 organisation, 1 person. Version 3.0 sparas.',
    )
  })
})

describe('What is begun is kept in the browser', () => {
  it('for the person and the ansökan, until it is dropped', () => {
    const storage = inMemory()
    const memory = draftMemory(storage, 'anna@heby', 'a1')
    memory.keep(proposed)
    expect(draftMemory(storage, 'anna@heby', 'a1').load()).toEqual(proposed)
    expect(draftMemory(storage, 'anna@heby', 'a2').load()).toBe(null)
    expect(draftMemory(storage, 'karim@af', 'a1').load()).toBe(null)
    memory.drop()
    expect(memory.load()).toBe(null)
  })

  it('and what another version has kept there is as nothing', () => {
    const storage = inMemory()
    storage.setItem('samskriv.round.anna@heby.a1', '{"purpose":"all"}')
    expect(draftMemory(storage, 'anna@heby', 'a1').load()).toBe(null)
  })

  it('where the browser keeps nothing, nothing is', () => {
    const memory = draftMemory(null, 'anna@heby', 'a1')
    memory.keep(proposed)
    expect(memory.load()).toBe(null)
  })
})

function people(askable: readonly Askable[]) {
  return Object.fromEntries(
    askable.map(({ party, persons }) => [party.id, persons.map(({ personId }) => personId)]),
  )
}

function inMemory(): Storage {
  const kept = new Map<string, string>()
  return {
    get length() {
      return kept.size
    },
    clear: () => kept.clear(),
    key: index => [...kept.keys()][index] ?? null,
    getItem: key => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: key => void kept.delete(key),
  }
}
