import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { applicationStates } from '../../../shared/document/applicationState.ts'
import { whyNotWrite } from '../../../shared/people/closedSection.ts'
import { acts, may, mayCreate, rolesFor, rolesToGive, type Standing } from '../../../shared/people/may.ts'
import { roles } from '../../../shared/people/role.ts'

const golden = readFileSync(join(import.meta.dirname, '..', '..', 'golden', 'rights.txt'), 'utf8')

/** The rows of the golden table, by role and act. */
const rows = new Map(
  golden
    .split('\n')
    .map(line => /^([a-z][a-zA-Z]+) +([a-z][a-zA-Z]+) +([xro. ]{33})$/.exec(line))
    .flatMap(row => (row ? [[`${row[1]} ${row[2]}`, (row[3] ?? '').split(' ')] as const] : [])),
)

const draft = (role: Standing['role']): Standing => ({
  role,
  state: 'draft',
  adviceIsOpen: false,
  textIsOpen: false,
})

describe('the table of rights', () => {
  it('has a row for every role and act, and no other', () => {
    expect([...rows.keys()].sort()).toEqual(roles.flatMap(role => acts.map(act => `${role} ${act}`)).sort())
  })

  it.each(roles.flatMap(role => acts.map(act => [role, act] as const)))('says of %s and %s', (role, act) => {
    const row = (adviceIsOpen: boolean, textIsOpen: boolean) =>
      applicationStates.map(state => may({ role, state, adviceIsOpen, textIsOpen }, act))
    const cells = rows.get(`${role} ${act}`) ?? []
    expect(row(false, false)).toEqual(cells.map(cell => cell === 'x'))
    expect(row(true, false)).toEqual(cells.map(cell => 'xr'.includes(cell)))
    expect(row(false, true)).toEqual(cells.map(cell => 'xo'.includes(cell)))
  })

  it('gives nothing to whoever has no role', () => {
    expect(acts.filter(act => may(null, act))).toEqual([])
  })
})

describe('somebody who lets others in', () => {
  it('gives as owner every role of the applying parties, and none to the förbund, which needs none', () => {
    expect(rolesToGive(draft('ownerEditor'), 'region', false)).toEqual(rolesFor('region'))
    expect(rolesToGive(draft('ownerEditor'), 'forbund', false)).toEqual([])
  })

  it('gives as partsansvarig no more than she has, and to her own party only', () => {
    expect(rolesToGive(draft('partyLead'), 'region', true)).not.toContain('ownerEditor')
    expect(rolesToGive(draft('partyLead'), 'region', true)).toContain('signatory')
    expect(rolesToGive(draft('partyLead'), 'region', false)).toEqual([])
  })

  it.each(['partyEditor', 'reviewer', 'signatory', 'officer', 'reader'] as const)(
    'gives as %s nothing',
    role => {
      expect(rolesToGive(draft(role), 'region', true)).toEqual([])
    },
  )

  it('gives nothing without a role', () => {
    expect(rolesToGive(null, 'region', true)).toEqual([])
  })
})

describe('an ansökan', () => {
  it('is started by those who apply, not by the förbund', () => {
    expect(mayCreate('kommun')).toBe(true)
    expect(mayCreate('forbund')).toBe(false)
  })
})

describe('a section', () => {
  const finished = { is: 'finished' } as const
  const ofFk = { is: 'party', partyId: 'fk' } as const

  it('that is open is written by all who write', () => {
    expect(whyNotWrite(draft('partyEditor'), 'af', 'rich', undefined)).toBeNull()
    expect(whyNotWrite(draft('ownerEditor'), 'heby', 'amount', undefined)).toBeNull()
  })

  it('that is one party’s is written by that party, and not by the owner either', () => {
    expect(whyNotWrite(draft('partyEditor'), 'fk', 'rich', ofFk)).toBeNull()
    expect(whyNotWrite(draft('partyEditor'), 'af', 'rich', ofFk)).toBe('otherParty')
    expect(whyNotWrite(draft('ownerEditor'), 'heby', 'rich', ofFk)).toBe('otherParty')
  })

  it('that is finished is written by nobody', () => {
    expect(whyNotWrite(draft('ownerEditor'), 'heby', 'rich', finished)).toBe('finished')
  })

  it('tells those who never write from those who do not write now', () => {
    expect(whyNotWrite(draft('reader'), 'af', 'rich', finished)).toBe('role')
    const locked: Standing = { role: 'partyEditor', state: 'locked', adviceIsOpen: false, textIsOpen: false }
    expect(whyNotWrite(locked, 'af', 'rich', undefined)).toBe('state')
  })

  it('of text is the owner’s in korrektur, and fields are nobody’s', () => {
    const proof: Standing = {
      role: 'ownerEditor',
      state: 'proofreading',
      adviceIsOpen: false,
      textIsOpen: false,
    }
    expect(whyNotWrite(proof, 'heby', 'rich', undefined)).toBeNull()
    expect(whyNotWrite(proof, 'heby', 'amount', undefined)).toBe('state')
  })
})
