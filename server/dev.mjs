// Hot reload for both halves: the server restarts when its files change, Vite serves the client and passes
// /api and /sync on to the server.
import { spawn } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const clientOrigin = 'http://localhost:5173'
const server = spawn(
  process.execPath,
  ['--watch-path=server', '--watch-path=shared', '--watch-preserve-output', 'server/start.mjs'],
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PUBLIC_ORIGIN: process.env.PUBLIC_ORIGIN ?? clientOrigin },
  },
)
const client = spawn(process.execPath, ['node_modules/vite/bin/vite.js', '--port', '5173', '--strictPort'], {
  cwd: root,
  stdio: 'inherit',
})
const stop = () => {
  server.kill('SIGTERM')
  client.kill('SIGTERM')
}
process.on('SIGINT', stop)
process.on('SIGTERM', stop)
server.on('exit', stop)
client.on('exit', stop)
