import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, rename, rm, stat, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type DataFolder, DataFolderInUse, openDataFolder } from '../../../server/storage/dataFolder.ts'
import { holderOf } from '../../../server/storage/folderLock.ts'

vi.setConfig({ testTimeout: 60_000 })

let root: string
const children: ChildProcess[] = []

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'samskriv-lock-'))
})

afterEach(async () => {
  for (const child of children.splice(0)) {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGKILL')
      await once(child, 'exit')
    }
  }
  await rm(root, { recursive: true })
})

/** Another process that has taken the folder. */
async function otherProcess(path: string): Promise<ChildProcess & { readonly pid: number }> {
  const script = fileURLToPath(new URL('./lockingProcess.ts', import.meta.url))
  const child = spawn(process.execPath, [script, path], { stdio: ['ignore', 'pipe', 'inherit'] })
  children.push(child)
  await once(child.stdout, 'data')
  return child as ChildProcess & { readonly pid: number }
}

describe('a data folder', () => {
  it('is made, for its owner only', async () => {
    const folder = await openDataFolder(join(root, 'new', 'data'))
    expect((await readdir(join(root, 'new', 'data'))).sort()).toEqual(['documents', 'lock', 'wal'])
    expect((await stat(join(root, 'new', 'data'))).mode & 0o077).toBe(0)
    expect(folder.documentFolder('a')).toBe(join(folder.documents, 'a'))
    await folder.release()
  })

  it('is refused to a second process, in a sentence that names the folder and the first', async () => {
    const child = await otherProcess(root)
    const refused = openDataFolder(root)
    await expect(refused).rejects.toThrow(DataFolderInUse)
    await expect(refused).rejects.toThrow(`Datamappen ${root} används redan`)
    await expect(refused).rejects.toThrow(`process ${child.pid}`)
  })

  it('is refused under another name too', async () => {
    await mkdir(join(root, 'data'))
    await symlink(join(root, 'data'), join(root, 'link'))
    await otherProcess(join(root, 'data'))
    await expect(openDataFolder(join(root, 'link'))).rejects.toThrow(DataFolderInUse)
  })

  it('is refused while the first process is stopped and does not answer', async () => {
    const child = await otherProcess(root)
    child.kill('SIGSTOP')
    await expect(openDataFolder(root)).rejects.toThrow(`process ${child.pid}`)
    child.kill('SIGCONT')
  })

  it('is free as soon as the process that had it has died, however it died', async () => {
    const child = await otherProcess(root)
    child.kill('SIGKILL')
    await once(child, 'exit')
    const folder = await openDataFolder(root)
    expect(await readdir(join(root, 'lock'))).toHaveLength(1)
    await folder.release()
    expect(await readdir(join(root, 'lock'))).toEqual([])
  })

  it('is free when the dead process has its number again, as in a container', async () => {
    const child = await otherProcess(root)
    child.kill('SIGKILL')
    await once(child, 'exit')
    const lock = join(root, 'lock')
    const [name = ''] = await readdir(lock)
    // As if a process that lives, we ourselves, had the number that the dead one had.
    await rename(join(lock, name), join(lock, name.replace(/^\d+/, String(process.pid))))
    const folder = await openDataFolder(root)
    expect(await readdir(lock)).toHaveLength(1)
    await folder.release()
  })

  it('can be asked about without being taken', async () => {
    expect(await holderOf(root)).toBeNull()
    const child = await otherProcess(root)
    expect((await holderOf(root))?.pid).toBe(child.pid)
    expect(await readdir(join(root, 'lock'))).toHaveLength(1)
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect(await holderOf(root)).toBeNull()
  })

  it('is free again after it was released', async () => {
    await (await openDataFolder(root)).release()
    await (await openDataFolder(root)).release()
  })

  it('never goes to two of those who start at once', async () => {
    const dead = await otherProcess(root)
    dead.kill('SIGKILL')
    await once(dead, 'exit')
    for (let round = 0; round < 20; round += 1) {
      const tries = await Promise.allSettled(Array.from({ length: 4 }, () => openDataFolder(root)))
      const taken = tries.filter(
        (one): one is PromiseFulfilledResult<DataFolder> => one.status === 'fulfilled',
      )
      expect(taken.length).toBeLessThanOrEqual(1)
      for (const one of tries)
        if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(DataFolderInUse)
      for (const { value } of taken) await value.release()
    }
  })

  it('is locked also where its path is too long for a socket', async () => {
    const long = join(root, 'x'.repeat(60), 'y'.repeat(60))
    const folder = await openDataFolder(long)
    await expect(openDataFolder(long)).rejects.toThrow(DataFolderInUse)
    await folder.release()
    await (await openDataFolder(long)).release()
  })
})
