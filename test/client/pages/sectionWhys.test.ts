import { describe, expect, it } from 'vitest'
import { sectionWhys, whyRead } from '../../../client/pages/sectionWhys.ts'
import { formById } from '../../../shared/form/forms.ts'
import type { Application } from '../../../shared/http/application.ts'
import type { Me } from '../../../shared/http/session.ts'
import type { Standing } from '../../../shared/people/may.ts'

const form = formById('2024')
if (!form) throw new Error('There is no 2024 form.')

const karim: Me = {
  person: { id: 'karim', name: 'Karim Sandell', title: 'handläggare', partyId: 'af' },
  party: { id: 'af', name: 'Arbetsförmedlingen', shortName: 'AF', kind: 'arbetsformedlingen', colour: 2 },
}
const by = { name: 'Anna Lindholm', partyShortName: 'Heby' }
const at = '2026-11-22T10:00:00.000Z'

function closed(closings: Readonly<Record<string, 'finished' | { readonly party: string }>>) {
  return Object.fromEntries(
    Object.entries(closings).map(([key, is]) => [
      key,
      { closing: is === 'finished' ? { is } : { is: 'party', partyId: is.party }, by, at },
    ]),
  ) as Application['closings']
}

function whysOf(standing: Partial<Standing>, closings: Application['closings'] = {}) {
  if (!form) throw new Error('There is no 2024 form.')
  return sectionWhys(
    { role: 'partyEditor', state: 'draft', adviceIsOpen: false, textIsOpen: false, ...standing },
    closings,
    form,
    karim,
  )
}

describe('Where somebody may write', () => {
  it('is everywhere for who writes in a draft; fixed text is nobody’s and is not counted', () => {
    const whys = whysOf({})
    expect([...whys.values()].every(why => why === null)).toBe(true)
    expect(whys.has('agreement')).toBe(false)
    expect(whyRead(whys)).toBeNull()
  })

  it('leaves out what is finished, and what another party writes', () => {
    const whys = whysOf(
      {},
      closed({ background: 'finished', purpose: { party: 'region' }, name: { party: 'af' } }),
    )
    expect(whys.get('background')).toBe('finished')
    expect(whys.get('purpose')).toBe('otherParty')
    expect(whys.get('name')).toBeNull()
    expect(whyRead(whys)).toBeNull()
  })

  it('is nowhere for a reader, which is said once, whatever else is closed', () => {
    expect(whyRead(whysOf({ role: 'reader' }, closed({ background: 'finished' })))).toBe('role')
  })

  it('is nowhere for anybody when it is locked, which is another reason', () => {
    expect(whyRead(whysOf({ state: 'locked' }))).toBe('state')
    expect(whyRead(whysOf({ role: 'reviewer', state: 'locked' }))).toBe('role')
  })

  it('is in running text only for the owner in korrektur', () => {
    const whys = whysOf({ role: 'ownerEditor', state: 'proofreading' })
    expect(whys.get('background')).toBeNull()
    expect(whys.get('name')).toBe('state')
    expect(whyRead(whys)).toBeNull()
  })

  it('is never said to be read only because every section is closed', () => {
    const all = Object.fromEntries([...whysOf({}).keys()].map(key => [key, 'finished' as const]))
    expect(whyRead(whysOf({}, closed(all)))).toBeNull()
  })
})
