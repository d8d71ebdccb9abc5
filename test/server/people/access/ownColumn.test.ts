import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { amountKey, shareKey } from '../../../../shared/budget/budgetKeys.ts'
import type { Application } from '../../../../shared/http/application.ts'
import { auditLogSchema } from '../../../../shared/http/auditLog.ts'
import { problemSchema } from '../../../../shared/http/problem.ts'
import { DemoServer } from '../../../harness/demoServer.ts'
import type { RawClient, Visitor } from '../../../harness/rawClient.ts'

let server: DemoServer
/** Who is responsible, of Heby; Karim of AF, Elin of FK and Sofia of the Region write with her. */
let anna: Visitor
let karim: Visitor
let elin: Visitor
let id: string

beforeAll(async () => {
  server = await DemoServer.start()
  ;[anna, karim, elin] = await Promise.all([
    server.enter('anna'),
    server.enter('karim'),
    server.enter('elin'),
  ])
})
afterAll(async () => await server.dispose())

const at = (rest: string) => `/api/applications/${id}${rest}`
const fk = 'fk1'
const af = 'af1'

beforeEach(async () => {
  id = await anna.newApplication()
  const line = await anna.join(id)
  await line.write(doc => {
    for (const [index, key] of [fk, af].entries())
      doc.getMap('partners').set(key, new Y.Map([['order', `a${index}`]]))
    doc.getMap('budget').set(amountKey(af, 'salary-1'), 200)
    doc.getMap('budget').set(amountKey('owner', 'salary-1'), 300)
  })
  await line.close()
})

const limit = async (limited: readonly { partyId: string; column: string | null }[], section = 'budget') =>
  await anna.put(at(`/sections/${section}`), { is: 'columns', limited })

const limitElin = async () => await limit([{ partyId: 'fk', column: fk }])

async function problemOf(answer: Response): Promise<unknown> {
  const { kind, fields } = problemSchema.parse(await answer.json())
  return [kind, fields]
}

async function closings(): Promise<Application['closings']> {
  return ((await (await anna.get(at(''))).json()) as Application).closings
}

const set = (line: RawClient, key: string, value: unknown) => line.doc.getMap('budget').set(key, value)

/** What the budget says on the server. */
async function budget(): Promise<Record<string, unknown>> {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, await anna.state(id))
  return doc.getMap('budget').toJSON()
}

/** Writes on a line of her own, and tells how it went. */
async function written(by: Visitor, change: (line: RawClient) => void): Promise<string> {
  const line = await by.join(id)
  line.doc.transact(() => change(line))
  try {
    await line.saved()
  } catch {
    return (await line.closed).reason ?? 'gone'
  }
  await line.close()
  return 'saved'
}

describe('the limit of a party to its column', () => {
  it('is said with who has set it, and comes into force for those who are in the ansökan already', async () => {
    const [elins, karims] = await Promise.all([elin.join(id), karim.join(id)])
    await elins.write(() => set(elins, amountKey(af, 'salary-1'), 210))
    expect((await limitElin()).status).toBe(204)
    expect(await closings()).toMatchObject({
      budget: {
        closing: { is: 'columns', limited: [{ partyId: 'fk', column: fk }] },
        by: { name: 'Anna Lindholm' },
      },
    })
    await elins.write(() => set(elins, amountKey(fk, 'salary-1'), 100))
    set(elins, amountKey(af, 'salary-1'), 1)
    expect((await elins.closed).reason).toBe('updateRefused')
    expect(elins.all('refused').map(({ refusal }) => refusal)).toEqual(['mayNotWrite'])
    await karims.write(() => set(karims, amountKey(fk, 'other-3'), 50))
    await karims.close()
    expect(await budget()).toMatchObject({
      [amountKey(fk, 'salary-1')]: 100,
      [amountKey(af, 'salary-1')]: 210,
      [amountKey(fk, 'other-3')]: 50,
    })
  })

  it('holds for rows, for the years, and for an update of which only a part is hers', async () => {
    await limitElin()
    const before = await budget()
    const row = (line: RawClient) => line.doc.getMap('budget').get('salary-1') as Y.Map<unknown>
    const changes: ((line: RawClient) => void)[] = [
      line => row(line).set('label', 'Coach'),
      line => row(line).set('removed', true),
      line => set(line, 'ny1', new Y.Map([['order', 'a9']])),
      line => set(line, shareKey(2025, 'salary-1'), 1),
      line => line.doc.getMap('budget').delete('salary-1'),
      line => line.doc.getMap('budget').delete(amountKey(af, 'salary-1')),
      line => [fk, af].map(column => set(line, amountKey(column, 'salary-2'), 9)),
    ]
    for (const change of changes) expect(await written(elin, change)).toBe('updateRefused')
    expect(await written(karim, line => set(line, shareKey(2025, 'salary-1'), 1))).toBe('updateRefused')
    expect(await budget()).toEqual(before)
  })

  it('does not hold for whoever is responsible, nor for other sections', async () => {
    await limit([
      { partyId: 'heby', column: null },
      { partyId: 'fk', column: null },
    ])
    expect(await written(anna, line => set(line, shareKey(2025, 'salary-1'), 7))).toBe('saved')
    expect(await written(elin, line => line.doc.getMap('name').set('value', 'Nytt namn'))).toBe('saved')
    expect(await written(elin, line => set(line, amountKey(fk, 'salary-1'), 1))).toBe('updateRefused')
  })

  it.each([
    ['by opening the section', { is: 'open' }],
    ['by limiting nobody', { is: 'columns', limited: [] }],
  ])('is lifted at once %s', async (_how, closing) => {
    await limitElin()
    const line = await elin.join(id)
    expect((await anna.put(at('/sections/budget'), closing)).status).toBe(204)
    expect(await closings()).toEqual({})
    await line.write(() => set(line, amountKey(af, 'salary-1'), 220))
    await line.close()
    expect(await budget()).toMatchObject({ [amountKey(af, 'salary-1')]: 220 })
  })

  it('stays when its column goes, and holds again for the column when that comes back', async () => {
    await limitElin()
    const partner = (line: RawClient) => line.doc.getMap('partners').get(fk) as Y.Map<unknown>
    expect(await written(anna, line => partner(line).set('removed', true))).toBe('saved')
    // The owner may limit others meanwhile, and leave this as it is.
    expect(
      (
        await limit([
          { partyId: 'fk', column: fk },
          { partyId: 'af', column: af },
        ])
      ).status,
    ).toBe(204)
    expect(await written(elin, line => set(line, amountKey('owner', 'salary-1'), 1))).toBe('updateRefused')
    expect(await written(anna, line => partner(line).set('removed', false))).toBe('saved')
    expect(await written(elin, line => set(line, amountKey(fk, 'salary-1'), 5))).toBe('saved')
  })
})

describe('a limit that cannot be', () => {
  it.each<
    [what: string, limited: { partyId: string; column: string | null }[], fields: string[], section?: string]
  >([
    ['of the förbund', [{ partyId: 'forbund', column: fk }], ['partyId']],
    ['of a party that there is not', [{ partyId: 'finnsinte', column: fk }], ['partyId']],
    ['of a party by the name of a property', [{ partyId: '__proto__', column: fk }], ['partyId']],
    [
      'of the same party twice',
      [
        { partyId: 'fk', column: fk },
        { partyId: 'fk', column: null },
      ],
      ['limited'],
    ],
    ['to a column that there is not', [{ partyId: 'fk', column: 'nix' }], ['column']],
    ['to what is no column', [{ partyId: 'fk', column: 'Inte en!' }], ['limited.0.column']],
    ['to a row', [{ partyId: 'fk', column: 'salary-1' }], ['column']],
    ['in a section that is no budget', [{ partyId: 'fk', column: fk }], ['is'], 'partners'],
    ['of nobody, in a section that is no budget', [], ['is'], 'background'],
  ])('%s is refused, and nothing is changed', async (_what, limited, fields, section) => {
    expect(await problemOf(await limit(limited, section))).toEqual(['malformedRequest', fields])
    expect(await closings()).toEqual({})
  })

  it('is one set by somebody else than whoever is responsible', async () => {
    const asked = { is: 'columns', limited: [{ partyId: 'heby', column: null }] }
    expect(await problemOf(await elin.put(at('/sections/budget'), asked))).toEqual(['mayNot', []])
  })
})

describe('the log of an ansökan', () => {
  it('says which parties have been limited, and to which columns, by their keys', async () => {
    await limit([
      { partyId: 'fk', column: fk },
      { partyId: 'af', column: null },
    ])
    await anna.put(at('/sections/budget'), { is: 'open' })
    const { entries } = auditLogSchema.parse(await (await anna.get(at('/log'))).json())
    const closed = entries.filter(({ act }) => act === 'columnsLimited' || act === 'sectionOpened')
    expect(closed.map(({ act, details }) => [act, details])).toEqual([
      ['sectionOpened', { section: 'budget' }],
      ['columnsLimited', { section: 'budget', party: 'FK, AF', what: `fk=${fk} af=` }],
    ])
    const csv = await (await anna.get(at('/log.csv'))).text()
    expect(csv).toContain('Begränsade parter till egna kolumner')
    expect(csv).toContain('part: FK, AF')
  })
})
