import { beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { DamagedFile } from '../../../server/storage/damage.ts'
import { DiskFault } from '../../../server/storage/diskFault.ts'
import { openJsonFile } from '../../../server/storage/jsonFile.ts'
import { fault, MemoryFileSystem } from './MemoryFileSystem.ts'

const schema = z.strictObject({ names: z.array(z.string().max(10)), count: z.int() })
type Names = z.infer<typeof schema>

const path = '/data/names.json'
const empty: Names = { names: [], count: 0 }
let disk: MemoryFileSystem

beforeEach(async () => {
  disk = new MemoryFileSystem()
  await disk.makeFolder('/data')
  await disk.syncFolder('/')
})

const open = (from = disk) => openJsonFile(path, schema, empty, from)
const add = (name: string) => (data: Names) => {
  data.names.push(name)
  data.count += 1
}
const writesOf = () => {
  const seen = { writes: 0 }
  disk.before = ({ name }) => {
    if (name === 'rename') seen.writes += 1
  }
  return seen
}

describe('a JSON file', () => {
  it('is made with what it begins as, readable by people', async () => {
    expect((await open()).data).toEqual(empty)
    expect(disk.peek(path).toString()).toBe('{\n  "names": [],\n  "count": 0\n}\n')
  })

  it('has what was written to it, also after a power cut', async () => {
    const file = await open()
    await file.update(add('Åsa'))
    expect(file.data).toEqual({ names: ['Åsa'], count: 1 })
    expect((await open(disk.afterPowerCut())).data).toEqual({ names: ['Åsa'], count: 1 })
  })

  it('shows a change as decided at once, and as said when it is on disk', async () => {
    const file = await open()
    const updated = file.update(add('a'))
    expect(file.latest.names).toEqual(['a'])
    expect(file.data.names).toEqual([])
    await updated
    expect(file.data.names).toEqual(['a'])
  })

  it('writes the changes of one turn at once, and those that come meanwhile after that', async () => {
    const file = await open()
    const seen = writesOf()
    await Promise.all(Array.from({ length: 200 }, (_, index) => file.update(add(String(index)))))
    expect(seen.writes).toBe(1)
    const first = file.update(add('first'))
    await new Promise(setImmediate)
    const late = [file.update(add('late')), file.update(add('later'))]
    await Promise.all([first, ...late])
    expect(seen.writes).toBe(3)
    expect((await open()).data).toEqual(file.data)
    expect(file.data.names.slice(-3)).toEqual(['first', 'late', 'later'])
  })

  it('leaves out a change that throws half-way, and keeps those beside it', async () => {
    const file = await open()
    const results = await Promise.allSettled([
      file.update(add('a')),
      file.update(data => {
        data.names.push('half')
        throw new Error('half-way')
      }),
      file.update(add('b')),
    ])
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(file.data).toEqual({ names: ['a', 'b'], count: 2 })
    expect((await open()).data).toEqual(file.data)
  })

  it('leaves out a change that is not as the schema says, and keeps those beside it', async () => {
    const file = await open()
    const results = await Promise.allSettled([
      file.update(add('a')),
      file.update(add('much too long')),
      file.update(add('b')),
    ])
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(file.data).toEqual({ names: ['a', 'b'], count: 2 })
    expect(file.latest).toEqual(file.data)
  })

  it('goes back to what is on disk when the disk fails, and on when it works again', async () => {
    for (let failing = 1; failing < 20; failing += 1) {
      disk = new MemoryFileSystem()
      await disk.makeFolder('/data')
      await disk.syncFolder('/')
      const file = await open()
      await file.update(add('a'))
      let calls = 0
      disk.before = ({ name, path: where }) => {
        calls += 1
        if (calls === failing) throw fault(name === 'write' ? 'ENOSPC' : 'EIO', where)
      }
      const first = Promise.allSettled([file.update(add('b'))])
      await new Promise(setImmediate)
      const results = [...(await first), ...(await Promise.allSettled([file.update(add('c'))]))]
      const saved = ['a', ...['b', 'c'].filter((_, index) => results[index]?.status === 'fulfilled')]
      for (const result of results)
        if (result.status === 'rejected') expect(result.reason).toBeInstanceOf(DiskFault)
      disk.before = () => {}
      // What is said is what the disk has, now and after whatever happens.
      expect(file.data.names, `call ${failing}`).toEqual(saved)
      await file.update(data => {
        data.count = 99
      })
      expect((await open(disk.afterPowerCut())).data, `call ${failing}`).toEqual({ names: saved, count: 99 })
    }
  })

  it('has the old contents again when the disk failed after it took the new file', async () => {
    const file = await open()
    await file.update(add('a'))
    disk.before = ({ name }) => {
      if (name !== 'syncFolder') return
      disk.before = () => {}
      throw fault('EIO', path)
    }
    await expect(file.update(add('b'))).rejects.toThrow(DiskFault)
    // The old file is put back before the next change is written.
    await file.update(data => {
      data.count = 7
    })
    expect(file.data).toEqual({ names: ['a'], count: 7 })
    expect((await open()).data).toEqual({ names: ['a'], count: 7 })
  })

  it('is one of its two versions whenever the program stops', async () => {
    const file = await open()
    await file.update(add('a'))
    const before = disk
    for (let last = 0; last < 6; last += 1) {
      disk = before.afterKill()
      const stopping = await open(disk)
      let calls = 0
      disk.before = ({ path: where }) => {
        calls += 1
        if (calls > last) throw fault('EIO', where)
      }
      await stopping.update(add('b')).catch(() => {})
      for (const found of [disk.afterKill(), disk.afterPowerCut()]) {
        expect(['a', 'a b']).toContain((await open(found)).data.names.join(' '))
      }
    }
  })
})

describe('a damaged JSON file', () => {
  it.each([
    ['is cut off', '{"names": ["a"'],
    ['is empty', ''],
    ['is not UTF-8', Buffer.from([0x7b, 0xff, 0x7d])],
    ['is not as the schema says', '{"names": "a", "count": 1}'],
    ['has a key too many', '{"names": [], "count": 1, "role": "admin"}'],
    ['has a key __proto__', '{"names": [], "count": 1, "__proto__": {"admin": true}}'],
    ['has a key constructor', '{"names": [], "count": 1, "constructor": {}}'],
  ])('that %s stops with its name and is left as it is', async (_what, contents) => {
    disk.poke(path, Buffer.from(contents))
    await expect(open()).rejects.toThrow(DamagedFile)
    await expect(open()).rejects.toThrow(path)
    expect(disk.peek(path)).toEqual(Buffer.from(contents))
  })

  it('that should be there and is not stops too', async () => {
    await expect(openJsonFile(path, schema, null, disk)).rejects.toThrow(DamagedFile)
    await open()
    expect((await openJsonFile(path, schema, null, disk)).data).toEqual(empty)
  })

  it('is never written: a key that reaches a prototype is refused', async () => {
    const anything = await openJsonFile('/data/any.json', z.record(z.string(), z.any()), {}, disk)
    const polluting = JSON.parse('{"a": {"__proto__": {"admin": true}}}')
    await expect(anything.update(data => Object.assign(data, polluting))).rejects.toThrow('__proto__')
    expect(anything.data).toEqual({})
  })
})
