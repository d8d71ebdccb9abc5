import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, it, vi } from 'vitest'

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    // There is none of that id.
    return false
  }
}

it('a program that makes files ends in the middle of one when the server is gone', async () => {
  const server = spawn(process.execPath, [fileURLToPath(new URL('./longFileProcess.ts', import.meta.url))], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [said] = await once(server.stdout, 'data')
  const program = Number(said)
  expect(isRunning(program)).toBe(true)
  server.kill('SIGKILL')
  await once(server, 'exit')
  await vi.waitFor(() => expect(isRunning(program)).toBe(false), { timeout: 5_000, interval: 20 })
})
