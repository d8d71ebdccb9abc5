import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..', '..', '..')

/** Runs a command as an operator does, and gives all that it says and its exit code. */
export async function runCommand(
  name: 'backup' | 'check' | 'restore',
  ...args: string[]
): Promise<{ code: number | null; said: string }> {
  return await runWith(name, args, {})
}

/** The same with settings. */
export async function runWith(
  name: 'administrator' | 'backup' | 'check' | 'restore',
  args: readonly string[],
  settings: Readonly<Record<string, string>>,
): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, [`server/commands/${name}.ts`, ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...settings },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => (said += chunk))
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, said }
}
