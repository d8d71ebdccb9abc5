import { describe, expect, it } from 'vitest'
import { VersionsFull } from '../../../server/version/Versions.ts'
import { KeptByHand } from './KeptByHand.ts'

describe('versions that are made by themselves', () => {
  it('come at most every ten minutes while somebody writes', async () => {
    const kept = await KeptByHand.begin()
    kept.comes('anna')
    for (let minute = 0; minute < 45; minute += 1) {
      kept.writes('anna', `Minut ${minute}.`)
      await kept.after(1)
    }
    expect(await kept.list()).toEqual([1, 2, 3, 4].map(nth => `automatic 0.0.${nth}`))
  })

  it('come when she has stopped writing and stays, with all that she wrote', async () => {
    const kept = await KeptByHand.begin()
    kept.comes('anna')
    kept.writes('anna', 'Ett.')
    await kept.after(3)
    kept.writes('anna', 'Två.')
    await kept.after(60)
    expect(await kept.list()).toEqual(['automatic 0.0.1'])
    expect(JSON.stringify((await kept.versions.read(kept.id, 1))?.form)).toContain('Två.')
  })

  it('come a minute after the last has left, and not while a line only comes and goes', async () => {
    const kept = await KeptByHand.begin()
    kept.comes('anna')
    kept.comes('karim')
    kept.writes('anna', 'Ett.')
    kept.leaves('anna')
    await kept.after(2)
    expect(await kept.list()).toEqual([])
    kept.leaves('karim')
    await kept.keeper.makeDue()
    kept.comes('karim')
    await kept.after(2)
    expect(await kept.list()).toEqual([])
    kept.leaves('karim')
    await kept.after(1)
    expect(await kept.list()).toEqual(['automatic 0.0.1'])
  })

  it('do not come when nothing has changed, or all has been changed back', async () => {
    const kept = await KeptByHand.begin()
    await kept.byHand('Tom')
    kept.comes('anna')
    kept.leaves('anna')
    await kept.after(30)
    kept.comes('anna')
    kept.writes('anna', 'Ett.')
    kept.doc.getXmlFragment('background').delete(1, 1)
    kept.leaves('anna')
    await kept.after(30)
    expect(await kept.list()).toEqual(['byHand 0.1.0'])
    expect(kept.versions.since(kept.id).writers).toEqual({ background: ['anna@heby'] })
  })

  it('do not come right after one by hand', async () => {
    const kept = await KeptByHand.begin()
    kept.comes('anna')
    kept.writes('anna', 'Ett.')
    await kept.after(9)
    await kept.byHand('Min')
    kept.writes('anna', 'Två.')
    await kept.after(9)
    expect(await kept.list()).toEqual(['byHand 0.1.0'])
    await kept.after(1)
    expect(await kept.list()).toEqual(['byHand 0.1.0', 'automatic 0.1.1'])
  })

  it('come after a restart too, of what was written before it, with whoever wrote', async () => {
    const kept = await KeptByHand.begin()
    kept.comes('anna')
    kept.writes('anna', 'Ett.')
    kept.writes('karim', 'Två.', 'targetGroup')
    const later = await kept.startedAgain()
    await later.after(1)
    const [version] = await later.versions.list(later.id)
    expect(version).toMatchObject({
      reason: 'automatic',
      by: null,
      writers: { background: ['anna@heby'], targetGroup: ['karim@heby'] },
    })
    await later.after(60)
    expect(await later.list()).toHaveLength(1)
  })

  it('are thinned to the last of each hour after two days, with all who had written', async () => {
    const kept = await KeptByHand.begin()
    kept.comes('anna')
    for (const person of ['anna', 'karim', 'elin', 'anna']) {
      kept.writes(person, `${person} skriver.`)
      await kept.after(10)
      if (person === 'karim') await kept.byHand('Min')
    }
    expect(await kept.list()).toHaveLength(5)
    kept.now += 48 * 3_600_000
    await kept.byHand('Sedan')
    const versions = await kept.versions.list('prov')
    expect(versions.map(({ number, writers }) => [number, writers.background ?? []])).toEqual([
      // Of eight o'clock the last stays; who wrote before the one by hand wrote in that.
      [3, ['anna@heby', 'karim@heby']],
      [5, ['anna@heby', 'elin@heby']],
      [6, []],
    ])
  })

  it('are thinned to the last of each day when they are a month old; those that somebody made stay', async () => {
    const kept = await KeptByHand.begin()
    kept.comes('anna')
    const wholeDay = async (day: number) => {
      for (const nth of [1, 2, 3]) {
        kept.writes('anna', `Dag ${day}, ${nth}.`)
        await kept.after(10)
      }
      await kept.byHand(`Dag ${day}`)
      kept.now += 23 * 3_600_000
    }
    await wholeDay(1)
    await wholeDay(2)
    kept.now += 30 * 24 * 3_600_000
    expect(await kept.list()).toHaveLength(8)
    await wholeDay(3)
    expect(await kept.list()).toEqual([
      'automatic 0.0.3',
      'byHand 0.1.0',
      'automatic 0.1.3',
      'byHand 0.2.0',
      'automatic 0.2.1',
      'automatic 0.2.2',
      'automatic 0.2.3',
      'byHand 0.3.0',
    ])
    const numbers = (await kept.versions.list(kept.id)).map(({ number }) => number)
    expect(numbers).toEqual([3, 4, 7, 8, 9, 10, 11, 12])
  })

  it('are not made when there are as many as there may be, nor are those by hand', async () => {
    const kept = await KeptByHand.begin()
    await kept.byHand('Ett')
    const file = `${kept.folder}/versions.json`
    const [one] = JSON.parse(kept.disk.peek(file).toString()).versions
    const versions = Array.from({ length: 2_000 }, (_, nth) => ({ ...one, number: nth + 1 }))
    kept.disk.poke(file, Buffer.from(JSON.stringify({ versions })))
    const full = await kept.startedAgain()
    full.writes('anna', 'Mer.')
    await expect(full.byHand('Två')).rejects.toThrow(VersionsFull)
    await full.after(20)
    expect(await full.list()).toHaveLength(2_000)
    expect(full.versions.since('prov').writers).toEqual({ background: ['anna@heby'] })
  })

  it('leave room for what is made when an earlier one is brought back, however many are made by hand', async () => {
    const kept = await KeptByHand.begin()
    await kept.byHand('Ett')
    const file = `${kept.folder}/versions.json`
    const [one] = JSON.parse(kept.disk.peek(file).toString()).versions
    const versions = Array.from({ length: 1_500 }, (_, nth) => ({ ...one, number: nth + 1 }))
    kept.disk.poke(file, Buffer.from(JSON.stringify({ versions })))
    const full = await kept.startedAgain()
    full.writes('anna', 'Mer.')
    await expect(full.byHand('Två')).rejects.toThrow(VersionsFull)
    const asItWas = { reason: 'beforeRestore', name: '', note: '', by: 'anna@heby' } as const
    expect((await full.versions.make(full.id, asItWas))?.number).toBe(1_501)
  })
})

describe('since my last visit', () => {
  it('is the newest version that there was when I left', async () => {
    const kept = await KeptByHand.begin()
    expect(kept.lastVisit('karim')).toBeNull()
    await kept.byHand('Ett')
    kept.comes('karim')
    await kept.after(5)
    kept.leaves('karim')
    await kept.byHand('Två')
    await kept.after(60)
    expect(kept.lastVisit('karim')).toBe(1)
    kept.comes('karim')
    await kept.after(60)
    expect(kept.lastVisit('karim')).toBe(1)
    kept.leaves('karim')
    await kept.after(60)
    expect(kept.lastVisit('karim')).toBe(2)
  })

  it('is the version that was made of what I saw when I left', async () => {
    const kept = await KeptByHand.begin()
    await kept.byHand('Tom')
    kept.comes('karim')
    kept.comes('anna')
    kept.writes('anna', 'Ett.')
    await kept.after(1)
    kept.leaves('karim')
    kept.leaves('anna')
    await kept.after(60)
    expect(await kept.list()).toEqual(['byHand 0.1.0', 'automatic 0.1.1'])
    expect([kept.lastVisit('karim'), kept.lastVisit('anna')]).toEqual([2, 2])
  })

  it('is not the version of what was written after I left', async () => {
    const kept = await KeptByHand.begin()
    await kept.byHand('Tom')
    kept.comes('karim')
    kept.comes('anna')
    await kept.after(1)
    kept.leaves('karim')
    await kept.after(1)
    kept.writes('anna', 'Ett.')
    kept.leaves('anna')
    await kept.after(60)
    expect([kept.lastVisit('karim'), kept.lastVisit('anna')]).toEqual([1, 2])
  })

  it('is not begun anew by a network that is lost for a while, or a second window', async () => {
    const kept = await KeptByHand.begin()
    await kept.byHand('Ett')
    kept.comes('karim')
    kept.leaves('karim')
    await kept.byHand('Två')
    await kept.after(60)
    kept.comes('karim')
    kept.comes('karim')
    kept.leaves('karim')
    await kept.after(40)
    kept.leaves('karim')
    await kept.after(10)
    kept.comes('karim')
    expect(kept.lastVisit('karim')).toBe(1)
    const later = await kept.startedAgain()
    await later.after(5)
    later.comes('karim')
    expect(later.lastVisit('karim')).toBe(1)
  })
})
