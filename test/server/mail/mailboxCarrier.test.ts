import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { mailboxCarrier } from '../../../server/mail/mailboxCarrier.ts'
import { nodeFileSystem } from '../../../server/storage/nodeFileSystem.ts'
import { type CarrierUnderTest, carrierContract, letter } from './carrierContract.ts'

const from = { name: 'Samskriv', address: 'samskriv@heby.example' }
const roots: string[] = []
afterEach(async () => {
  for (const root of roots.splice(0)) await rm(root, { recursive: true, force: true })
})

async function begin(): Promise<CarrierUnderTest & { readonly folder: string }> {
  const root = await mkdtemp(join(tmpdir(), 'samskriv-'))
  roots.push(root)
  const folder = join(root, 'mailbox')
  const names = async () => ((await readdir(root)).includes('mailbox') ? await readdir(folder) : [])
  return {
    folder,
    carrier: mailboxCarrier(nodeFileSystem, folder, from),
    arrived: async () => {
      const bytes = (await names()).map(name => readFile(join(folder, name)))
      return await Promise.all(bytes)
    },
    breakIt: async () => {
      await rm(root, { recursive: true })
      await writeFile(root, '')
      roots.push(root)
    },
  }
}

describe('a mailbox folder as a carrier', () => {
  carrierContract(async () => {
    const under = await begin()
    const { arrived } = under
    return { ...under, arrived: async () => await arrived().catch(() => []) }
  })
})

describe('a letter in the mailbox folder', () => {
  it('is called by time and id, can be read as it is, and by its owner only', async () => {
    const { carrier, folder } = await begin()
    const text = 'Här är länken:\n\nhttps://heby.example/inbjudan#hemligt\n'
    await carrier.carry({ ...letter, text }, new AbortController().signal)
    expect(await readdir(folder)).toEqual(['20261122T093005Z-c0ffee.eml'])
    const path = join(folder, '20261122T093005Z-c0ffee.eml')
    const said = await readFile(path, 'utf8')
    expect(said).toContain('Subject: Räksmörgås\r\n')
    expect(said).toContain('\r\nHär är länken:\r\n\r\nhttps://heby.example/inbjudan#hemligt\r\n')
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    expect((await stat(folder)).mode & 0o777).toBe(0o700)
  })

  it('is there once, however often it is carried', async () => {
    const { carrier, arrived } = await begin()
    for (let times = 0; times < 3; times += 1) await carrier.carry(letter, new AbortController().signal)
    expect(await arrived()).toHaveLength(1)
  })
})
