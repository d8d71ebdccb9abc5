import { describe, expect, it } from 'vitest'
import { placeWords } from '../../../client/comment/placeWords.ts'
import { threadInQuestion } from '../../../client/comment/threadLink.ts'
import { sinceWords } from '../../../client/comment/When.tsx'
import { namedIn } from '../../../client/pages/commenting/namedIn.ts'
import { texts } from '../../../client/text/text.ts'
import { demoParties } from '../../../server/demo/demoPersons.ts'
import { form2024 as form } from '../../../shared/form/forms/2024/form.ts'
import type { AccessAnswer, Member } from '../../../shared/http/access.ts'
import type { Role } from '../../../shared/people/role.ts'

const { sv } = texts
const heading = form.sections.find(({ key }) => key === 'purpose')?.heading

describe('when something was said', () => {
  const now = Date.parse('2026-11-22T12:00:00Z')
  it.each([
    ['2026-11-22T11:59:40Z', 'nyss'],
    ['2026-11-22T11:55:00Z', 'för 5 min sedan'],
    ['2026-11-22T09:00:00Z', 'för 3 tim sedan'],
    ['2026-11-21T09:00:00Z', 'i går'],
    ['2026-11-18T12:00:00Z', 'för 4 dagar sedan'],
    ['2026-10-31T23:30:00Z', '2026-11-01'],
  ])('%s is %s', (at, words) => {
    expect(sinceWords(sv, at, now)).toBe(words)
  })
})

describe('what a comment is about', () => {
  it('is its words, shortened, or its heading', () => {
    const words = { is: 'text', section: 'purpose', before: '', after: '' } as const
    expect(placeWords(sv, form, { ...words, quote: 'två\når' }, null)).toBe('”två år”')
    expect(placeWords(sv, form, { ...words, quote: 'x'.repeat(100) }, null)).toBe(`”${'x'.repeat(60)}…”`)
    expect(placeWords(sv, form, { is: 'section', section: 'purpose' }, null)).toBe(heading)
    expect(
      placeWords(sv, form, { is: 'field', section: 'purpose', field: 'start', quote: '2027' }, null),
    ).toBe(`${heading}: ”2027”`)
  })

  it('has one colon where the heading ends with one', () => {
    const place = { is: 'field', section: 'expectedParticipants', field: 'count', quote: '50' } as const
    expect(placeWords(sv, form, place, null)).toBe('Ange förväntat antal deltagare: ”50”')
  })
})

describe('the address of a thread', () => {
  it('names it in its question, and nothing that is no id', () => {
    expect(threadInQuestion('kommentar=abcdef0123456789')).toBe('abcdef0123456789')
    expect(threadInQuestion('?kommentar=abcdef0123456789&x=1')).toBe('abcdef0123456789')
    expect(threadInQuestion('kommentar=<script>')).toBeNull()
    expect(threadInQuestion('')).toBeNull()
  })
})

describe('those who can be named', () => {
  const member = (personId: string, name: string, partyId: string, role: Role, isActive = true): Member => ({
    personId,
    name,
    title: 'handläggare',
    partyId,
    role,
    since: '2026-11-22T10:00:00.000Z',
    guestLinkId: null,
    isActive,
  })

  it('are the people who read the comments, and their parties', () => {
    const access: AccessAnswer = {
      parties: [...demoParties],
      members: [
        member('anna', 'Anna', 'heby', 'ownerEditor'),
        member('karim', 'Karim', 'af', 'reviewer'),
        member('elin', 'Elin', 'fk', 'signatory'),
        member('sofia', 'Sofia', 'region', 'partyEditor', false),
      ],
      invitations: [],
      guestLinks: [],
      requests: [],
      advice: null,
    }
    const standing = { role: 'reviewer', state: 'draft', adviceIsOpen: false, textIsOpen: false } as const
    expect(namedIn(access, standing, 'hela parten').map(({ name, more }) => `${name}: ${more}`)).toEqual([
      'Anna: handläggare, Heby kommun',
      'Arbetsförmedlingen: hela parten',
      'Heby kommun: hela parten',
      'Karim: handläggare, Arbetsförmedlingen',
    ])
  })
})
