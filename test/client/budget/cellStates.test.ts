import { beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { CellStates, quietCell } from '../../../client/budget/grid/CellStates.ts'
import type { OpenFields } from '../../../client/form/FieldsContext.ts'
import { amountFormat } from '../../../client/form/fields/format.ts'
import { Presses } from '../../../client/form/fields/Presses.ts'
import { readValue } from '../../../client/form/sharedValue.ts'
import { WrittenValues } from '../../../client/form/writtenValues.ts'
import type { Presence, PresentPerson } from '../../../shared/sync/presence.ts'

const section = 'budget'
const path = 'owner.salary-1'

const karim: PresentPerson = {
  id: 'karim',
  name: 'Karim Sandell',
  partyId: 'region',
  partyName: 'Region Uppsala',
  partyShortName: 'Regionen',
  colour: 2,
}

let anna: Y.Doc
let bo: Y.Doc
let others: Map<number, Presence>
let tellPresence: () => void
let values: WrittenValues
let states: CellStates
let close: () => void

beforeEach(() => {
  anna = new Y.Doc()
  bo = new Y.Doc()
  anna.clientID = 10
  bo.clientID = 20
  others = new Map()
  const listeners = new Set<() => void>()
  tellPresence = () => {
    for (const listener of listeners) listener()
  }
  const authorOf = (client: number) => (client === bo.clientID ? karim : null)
  values = new WrittenValues(anna, {
    personId: 'anna',
    memory: { load: () => [], keep: () => {}, drop: () => {} },
    authorOf,
    now: () => 0,
  })
  values.open()
  const live: OpenFields['live'] = {
    id: 'prov',
    roots: new Map(),
    doc: anna,
    undo: new Y.UndoManager(anna.getMap(section)),
    presence: {
      get others() {
        return others
      },
      setPlace: () => {},
      subscribe: listener => {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
      authorOf,
    },
  }
  const open: OpenFields = { live, values, personId: 'anna', focusOrder: null, presses: new Presses() }
  states = new CellStates(open, section)
  close = states.open()
})

function meet(): void {
  const [fromAnna, fromBo] = [Y.encodeStateAsUpdate(anna), Y.encodeStateAsUpdate(bo)]
  Y.applyUpdate(bo, fromAnna)
  Y.applyUpdate(anna, fromBo)
}

function held(): unknown {
  return readValue(anna, section, path)
}

describe('What is typed in a cell', () => {
  it('is written when it is left, and not before', () => {
    states.type(path, '40 000', amountFormat)
    expect(held()).toBeNull()
    expect(states.finish(path)).toBe(true)
    expect(held()).toBe(40_000)
    expect(states.stateOf(path)).toBe(quietCell)
  })

  it('stays with the reason when it is refused, and goes when it is given back', () => {
    states.type(path, '12,5', amountFormat)
    expect(states.finish(path)).toBe(false)
    expect(held()).toBeNull()
    expect(states.stateOf(path).draft).toMatchObject({
      text: '12,5',
      refused: { kind: 'thousandsOrKronor' },
    })
    expect(states.restore(path)).toBe(true)
    expect(states.stateOf(path)).toBe(quietCell)
  })

  it.each(['-5', '12,50', '1 000 000 000 000', 'många'])('is refused when it is %s', text => {
    states.type(path, text, amountFormat)
    expect(states.finish(path)).toBe(false)
    expect(held()).toBeNull()
  })

  it('is said to be reckoned out of tkr, until something else is typed', () => {
    states.type(path, '5 tkr', amountFormat)
    states.finish(path)
    expect(held()).toBe(5000)
    expect(states.stateOf(path).converted).toBe(true)
    states.type('owner.salary-2', '1', amountFormat)
    expect(states.stateOf(path)).toBe(quietCell)
  })

  it('is written when the grid goes away', () => {
    states.type(path, '7', amountFormat)
    close()
    expect(held()).toBe(7)
  })

  it('is never touched by what somebody else writes, who is named', () => {
    states.type(path, '40', amountFormat)
    bo.getMap(section).set(path, 77_000)
    meet()
    expect(states.stateOf(path).draft?.text).toBe('40')
    expect(states.stateOf(path).overtakenBy).toEqual(karim)
    states.restore(path)
    expect(held()).toBe(77_000)
    expect(states.stateOf(path)).toBe(quietCell)
  })
})

describe('What is said of a cell', () => {
  it('is that a value of mine lost, until I put it back', () => {
    states.type(path, '40000', amountFormat)
    states.finish(path)
    bo.getMap(section).set(path, 45_000)
    meet()
    expect(held()).toBe(45_000)
    expect(states.stateOf(path).lost).toEqual({ mine: 40_000, by: karim })
    values.putBack(section, path)
    expect(held()).toBe(40_000)
    expect(states.stateOf(path).lost).toBeNull()
  })

  it('is who else is in it, and nobody once she has left', () => {
    let drawn = 0
    states.subscribe(path, () => {
      drawn += 1
    })
    others.set(20, { person: karim, place: { section, field: path } })
    tellPresence()
    tellPresence()
    expect(states.stateOf(path).people).toEqual([karim])
    expect(drawn).toBe(1)
    others.clear()
    tellPresence()
    expect(states.stateOf(path)).toBe(quietCell)
  })

  it('is why I may not write in it, until I try another', () => {
    states.refuse(path, 'Kolumnen är Regionens.')
    expect(states.stateOf(path).whyNot).toBe('Kolumnen är Regionens.')
    states.refuse('owner.salary-2', 'Kolumnen är Regionens.')
    expect(states.stateOf(path)).toBe(quietCell)
  })
})
