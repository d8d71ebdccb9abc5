import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { replacedBy } from '../../../client/form/valueConflict.ts'
import type { ValueMemory } from '../../../client/form/valueMemory.ts'
import { type WrittenValue, WrittenValues } from '../../../client/form/writtenValues.ts'
import { fieldEdit } from '../../../client/sync/LiveDocument.ts'
import type { PresentPerson } from '../../../shared/sync/presence.ts'
import { writers } from './writers.ts'

function person(id: string): PresentPerson {
  return { id, name: id, partyId: 'heby', partyName: 'Heby kommun', partyShortName: 'Heby', colour: 1 }
}

function memory(kept = new Map<string, WrittenValue>()): ValueMemory & { kept: Map<string, WrittenValue> } {
  return {
    kept,
    load: () => kept,
    keep: (address, written) => kept.set(address, written),
    drop: address => kept.delete(address),
  }
}

/** Who writes under which client id; `bo` is Anna's own second screen where a test says so. */
function open(doc: Y.Doc, personId: string, clock: { now: number }, kept = memory(), bo = 'bo') {
  const people = new Map([
    [10, person('anna')],
    [20, person(bo)],
  ])
  const values = new WrittenValues(doc, {
    personId,
    memory: kept,
    authorOf: clientId => people.get(clientId) ?? null,
    now: () => clock.now,
  })
  const close = values.open()
  return { values, close, kept }
}

function twoPeople(bo = 'bo') {
  const clock = { now: 1_000_000 }
  const both = writers()
  return {
    ...both,
    clock,
    annas: open(both.anna, 'anna', clock, memory(), bo),
    bos: open(both.bo, bo, clock, memory(), bo),
  }
}

function amount(doc: Y.Doc) {
  return doc.getMap('budgetAmount').get('total')
}

describe('two values that meet', () => {
  it('are told to the one whose value lost, and only to her', () => {
    const { anna, bo, annas, bos, meet } = twoPeople()
    annas.values.write('budgetAmount', 'total', 40_000)
    bos.values.write('budgetAmount', 'total', 45_000)
    meet()
    expect(amount(anna)).toBe(amount(bo))
    const annaLost = amount(anna) === 45_000
    const [loser, winner] = annaLost ? [annas, bos] : [bos, annas]
    expect(loser.values.lostAt('budgetAmount', 'total')).toEqual({
      mine: annaLost ? 40_000 : 45_000,
      by: person(annaLost ? 'bo' : 'anna'),
    })
    expect(winner.values.lostAt('budgetAmount', 'total')).toBeNull()
  })

  it('can be put back by the one who lost, and then the other is told', () => {
    const { anna, bo, annas, bos, meet } = twoPeople()
    annas.values.write('budgetAmount', 'total', 40_000)
    bos.values.write('budgetAmount', 'total', 45_000)
    meet()
    const [loser, winner, mine] = amount(anna) === 45_000 ? [annas, bos, 40_000] : [bos, annas, 45_000]
    loser.values.putBack('budgetAmount', 'total')
    meet()
    expect([amount(anna), amount(bo)]).toEqual([mine, mine])
    expect(loser.values.lostAt('budgetAmount', 'total')).toBeNull()
    expect(winner.values.lostAt('budgetAmount', 'total')).not.toBeNull()
  })

  it('is told also in a field of an item', () => {
    const both = writers(doc => doc.getMap('partners').set('k1', new Y.Map([['organisation', 'AF']])))
    const clock = { now: 0 }
    const annas = open(both.anna, 'anna', clock)
    const bos = open(both.bo, 'bo', clock)
    annas.values.write('partners', 'k1/organisation', 'Arbetsförmedlingen')
    bos.values.write('partners', 'k1/organisation', 'Arbetsförmedl.')
    both.meet()
    const lost = [annas, bos].filter(one => one.values.lostAt('partners', 'k1/organisation') !== null)
    expect(lost).toHaveLength(1)
  })

  it('is no loss when both wrote the same', () => {
    const { annas, bos, meet } = twoPeople()
    annas.values.write('budgetAmount', 'total', 40_000)
    bos.values.write('budgetAmount', 'total', 40_000)
    meet()
    expect(annas.values.lostAt('budgetAmount', 'total')).toBeNull()
    expect(bos.values.lostAt('budgetAmount', 'total')).toBeNull()
  })
})

describe('a value written on top of mine', () => {
  it('is told within a minute, since its writer may not have noticed', () => {
    const { annas, bos, clock, meet } = twoPeople()
    annas.values.write('period', 'start', '2025-01-01')
    meet()
    clock.now += 59_000
    bos.values.write('period', 'start', '2025-02-01')
    meet()
    expect(annas.values.lostAt('period', 'start')?.mine).toBe('2025-01-01')
  })

  it('is not told later: she chose to change it', () => {
    const { annas, bos, clock, meet } = twoPeople()
    annas.values.write('period', 'start', '2025-01-01')
    meet()
    clock.now += 61_000
    bos.values.write('period', 'start', '2025-02-01')
    meet()
    expect(annas.values.lostAt('period', 'start')).toBeNull()
  })

  it('is not told when it is my own, by undo', () => {
    const { anna, annas } = twoPeople()
    const undo = new Y.UndoManager(anna.getMap('period'), { trackedOrigins: new Set([fieldEdit]) })
    annas.values.write('period', 'start', '2025-01-01')
    undo.undo()
    expect(annas.values.lostAt('period', 'start')).toBeNull()
  })

  it('is not told when it is my own, on another screen', () => {
    const { anna, bo, annas, bos, meet } = twoPeople('anna')
    annas.values.write('period', 'end', '2025-01-01')
    bos.values.write('period', 'end', '2026-01-01')
    meet()
    expect(bo.getMap('period').get('end')).toBe(anna.getMap('period').get('end'))
    expect([annas, bos].map(one => one.values.lostAt('period', 'end'))).toEqual([null, null])
  })
})

describe('a loss', () => {
  function lost() {
    const all = twoPeople()
    all.bos.values.write('name', 'value', 'Bos namn')
    all.meet()
    all.annas.values.write('name', 'value', 'Annas namn')
    all.bos.values.write('name', 'value', 'Bos nya namn')
    all.meet()
    const annaLost = all.anna.getMap('name').get('value') === 'Bos nya namn'
    return { ...all, loser: annaLost ? all.annas : all.bos, doc: annaLost ? all.anna : all.bo }
  }

  it('stands until it is dismissed, whatever is written in other fields', () => {
    const { loser, annas, bos, meet } = lost()
    annas.values.write('period', 'start', '2025-01-01')
    bos.values.write('period', 'end', '2025-12-31')
    meet()
    expect(loser.values.lostAt('name', 'value')).not.toBeNull()
    loser.values.dismiss('name', 'value')
    expect(loser.values.lostAt('name', 'value')).toBeNull()
    expect(loser.kept.kept.has('name value')).toBe(false)
  })

  it('stands also when the page is loaded again', () => {
    const { loser, doc, clock } = lost()
    const mine = loser.values.lostAt('name', 'value')?.mine
    loser.close()
    clock.now += 24 * 3_600_000
    const again = open(doc, doc.clientID === 10 ? 'anna' : 'bo', clock, loser.kept)
    expect(again.values.lostAt('name', 'value')?.mine).toBe(mine)
  })

  it('is found also when the values meet only after the page was loaded again', () => {
    const { anna, bo, annas, bos, clock, meet } = twoPeople()
    annas.values.write('name', 'value', 'A')
    bos.values.write('name', 'value', 'B')
    annas.close()
    bos.close()
    clock.now += 3_600_000
    const [annasAgain, bosAgain] = [open(anna, 'anna', clock, annas.kept), open(bo, 'bo', clock, bos.kept)]
    meet()
    const told = [annasAgain, bosAgain].filter(one => one.values.lostAt('name', 'value') !== null)
    expect(told).toHaveLength(1)
  })

  it('goes away by itself when somebody writes the same again', () => {
    const { loser, anna, bo, meet, annas, bos } = lost()
    const mine = loser.values.lostAt('name', 'value')?.mine ?? null
    const other = loser === annas ? bos : annas
    other.values.write('name', 'value', mine)
    meet()
    expect(anna.getMap('name').get('value')).toBe(mine)
    expect(bo.getMap('name').get('value')).toBe(mine)
    expect(loser.values.lostAt('name', 'value')).toBeNull()
  })
})

describe('who had seen whose value', () => {
  it('is known also when many values lie between, joined into one by Yjs', () => {
    const { anna, bo, meet } = writers()
    anna.getMap('name').set('value', 'mitt')
    const mine = anna.getMap('name')._map.get('value')?.id
    for (let count = 0; count < 5; count++) anna.getMap('name').set('value', `mitt ${count}`)
    meet()
    for (let count = 0; count < 5; count++) bo.getMap('name').set('value', `ditt ${count}`)
    meet()
    expect(mine && replacedBy(anna.getMap('name'), 'value', mine)).toBe('seen')
  })

  it('is nothing while my value stands, or is not here yet', () => {
    const { anna } = writers()
    anna.getMap('name').set('value', 'mitt')
    const mine = { client: 10, clock: 0 }
    expect(replacedBy(anna.getMap('name'), 'value', mine)).toBeNull()
    expect(replacedBy(anna.getMap('name'), 'value', { client: 77, clock: 3 })).toBeNull()
  })
})
