import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'

const root = join(import.meta.dirname, '..', '..')
const vite = join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin', 'vite.js')

/**
 * Builds the client once before the real-browser tests, just as `npm start` does: in a process of its own, since
 * the test runner's NODE_ENV would build React as it is for developers, three times as slow.
 */
export default async function buildClient(): Promise<void> {
  const { NODE_ENV: _runners, ...environment } = process.env
  await promisify(execFile)(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: root,
    env: environment,
  })
}
