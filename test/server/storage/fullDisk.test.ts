import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it, vi } from 'vitest'
import { openDataFolder } from '../../../server/storage/dataFolder.ts'
import { openDiskStorage } from '../../../server/storage/diskStorage.ts'
import { nodeFileSystem } from '../../../server/storage/nodeFileSystem.ts'
import { joinedSnapshot } from './joinedSnapshot.ts'

vi.setConfig({ testTimeout: 60_000 })

const script = fileURLToPath(new URL('./limitedProcess.ts', import.meta.url))

// The operating system refuses to let a file grow: as near to a full disk as one comes without being root.
it.skipIf(process.platform !== 'linux')(
  'refuses what a real disk refuses, keeps all that it said was saved, and goes on when there is room again',
  async () => {
    const root = await mkdtemp(join(tmpdir(), 'samskriv-full-'))
    const limited = `ulimit -S -f 64; exec "${process.execPath}" "${script}" "${root}"`
    const child = spawn('bash', ['-c', limited], { stdio: ['pipe', 'pipe', 'inherit'] })
    let said = ''
    child.stdout.on('data', chunk => {
      said += chunk
      if (!said.endsWith('refused\n')) return
      execFileSync('bash', ['-c', `prlimit --pid ${child.pid} --fsize=unlimited`])
      child.stdin.write('room')
    })
    const [code] = await once(child, 'close')
    expect(code).toBe(0)
    expect(said).toContain('refused again')
    expect(said).toContain('healed')
    const saved = [...said.matchAll(/^saved (\S+)$/gm)].map(([, word]) => word)
    expect(saved.length).toBeGreaterThan(100)

    const folder = await openDataFolder(root)
    const storage = await openDiskStorage(folder, {
      checkpointBytes: 1024,
      report: () => {},
      verifySnapshot: joinedSnapshot(nodeFileSystem),
      now: Date.now,
    })
    const kept = Buffer.concat((await storage.load('a')).updates)
      .toString()
      .trim()
      .split(' ')
    expect(kept).toEqual(saved)
    await storage.close()
    await folder.release()
    await rm(root, { recursive: true })
  },
)
