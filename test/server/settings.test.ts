import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { readConfig } from '../../server/config.ts'

interface Row {
  readonly name: string
  readonly otherwise: string
}

let rows: Row[]

/** The table of settings in docs/drift.md. */
beforeAll(async () => {
  const page = await readFile(join(import.meta.dirname, '..', '..', 'docs', 'drift.md'), 'utf8')
  const [, , section = ''] = /(^|\n)## Inställningar\n(.*?)\n## /s.exec(page) ?? []
  rows = [...section.matchAll(/^\| `([A-Z_]+)` +\| (.+?) +\|/gm)].map(([, name = '', otherwise = '']) => ({
    name,
    otherwise,
  }))
})

/** The names that the program looks at in the environment. */
function settings(): string[] {
  const looked = new Set<string>()
  const environment = new Proxy<Record<string, string>>(
    {},
    {
      get: (_target, name) => {
        looked.add(String(name))
        return undefined
      },
    },
  )
  readConfig(environment)
  return [...looked]
}

describe('the table of settings', () => {
  it('has every setting that the program reads, and no other', () => {
    expect(rows.map(({ name }) => name).toSorted()).toEqual(settings().toSorted())
  })

  it('has the defaults that the program has', () => {
    const written = rows.filter(({ otherwise }) => otherwise !== '–')
    expect(written.length).toBeGreaterThan(20)
    for (const { name, otherwise } of written) {
      const mebibytes = /^(\d+) MiB$/.exec(otherwise)?.[1]
      const value = mebibytes ? String(Number(mebibytes) * 2 ** 20) : otherwise.replaceAll('`', '')
      expect(readConfig({ [name]: value }), name).toEqual(readConfig({}))
    }
  })

  it('has only defaults that make a difference when they are something else', () => {
    for (const { name, otherwise } of rows.filter(row => /^\d+( MiB)?$/.test(row.otherwise))) {
      const other = otherwise.endsWith('MiB') ? 3 * 2 ** 20 : Number(otherwise) + 1
      expect(readConfig({ [name]: String(other) }), name).not.toEqual(readConfig({}))
    }
  })
})
