import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdir, readdir, unlink } from 'node:fs/promises'
import { connect, createServer, type Server } from 'node:net'
import { hostname, tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { isMissing } from './diskFault.ts'

/** The process that has a folder, as far as it has said. */
export interface Holder {
  readonly pid: number | null
  readonly host: string | null
  readonly startedAt: string | null
}

export type Lock = { readonly release: () => Promise<void> } | { readonly holder: Holder }

/** A path longer than this may not fit into the address of a socket (104 bytes on some systems). */
const addressMaxBytes = 100
const holderAnswersMs = 1000

/**
 * Takes a folder for this process alone, or says who has it.
 *
 * The lock is a listening socket in the folder, so the operating system lets go of it when its process dies, in
 * whatever way, and neither a process number used again nor a restart can keep the folder locked. It is seen
 * from every container that shares the folder on the same machine; a folder shared between machines cannot be
 * locked in this way, and must not be used.
 *
 * Every process listens at a name of its own first and looks for others then; whoever finds another that
 * listens gives up. So of two that start at once both may give up, but never both go on. A name is never used
 * twice, so removing one that nobody listens at can never take away somebody's lock.
 */
export async function lockFolder(root: string): Promise<Lock> {
  const me = { pid: process.pid, host: hostname(), startedAt: new Date().toISOString() }
  const server = createServer(socket => {
    // Somebody who looked and left at once: nothing to do.
    socket.on('error', () => {})
    socket.end(JSON.stringify(me))
    socket.destroySoon()
  })
  server.unref()
  if (process.platform === 'win32') return await lockByPipe(server, root)
  const folder = await listenIn(server, root, `${process.pid}-${randomBytes(8).toString('hex')}`)
  for (const name of await readdir(folder.path)) {
    if (!name.endsWith('.sock') || name === folder.own) continue
    const path = join(folder.path, name)
    const holder = await ask(path, name)
    if (holder) {
      await close(server)
      return { holder }
    }
    await unlink(path).catch(fault => {
      // Another who looked has removed it, or whoever had it has on leaving.
      if (!isMissing(fault)) throw fault
    })
  }
  return { release: () => close(server) }
}

/** Who has a folder; null when nobody has. Takes and changes nothing. */
export async function holderOf(root: string): Promise<Holder | null> {
  if (process.platform === 'win32') return await ask(pipeOf(root), '')
  for (const path of [join(root, 'lock'), besides(root)]) {
    const names = await readdir(path).catch(error => {
      if (isMissing(error)) return []
      throw error
    })
    for (const name of names.filter(one => one.endsWith('.sock'))) {
      const holder = await ask(join(path, name), name)
      if (holder) return holder
    }
  }
  return null
}

/** In the folder itself; where that cannot hold a socket, in the machine's temporary folder under its hash. */
async function listenIn(server: Server, root: string, name: string): Promise<{ path: string; own: string }> {
  const own = `${name}.sock`
  const inside = join(root, 'lock')
  const beside = besides(root)
  if (Buffer.byteLength(join(inside, own)) <= addressMaxBytes) {
    await mkdir(inside, { recursive: true, mode: 0o700 })
    try {
      await listen(server, join(inside, own))
      return { path: inside, own }
    } catch {
      // Some file systems (shared with a virtual machine, for example) know no sockets.
    }
  }
  await mkdir(beside, { recursive: true, mode: 0o700 })
  await listen(server, join(beside, own))
  return { path: beside, own }
}

/** A named pipe dies with its process, and can be listened at by one only. */
async function lockByPipe(server: Server, root: string): Promise<Lock> {
  const path = pipeOf(root)
  try {
    await listen(server, path)
    return { release: () => close(server) }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error
    return { holder: (await ask(path, '')) ?? { pid: null, host: null, startedAt: null } }
  }
}

const holderSchema = z.object({ pid: z.number(), host: z.string(), startedAt: z.string() })

/** Who listens at a socket; null when nobody does. */
async function ask(path: string, name: string): Promise<Holder | null> {
  const unnamed = { pid: Number.parseInt(basename(name), 10) || null, host: null, startedAt: null }
  const socket = connect(path)
  try {
    await once(socket, 'connect')
  } catch (error) {
    if (isMissing(error)) return null
    // Only a refusal says that nobody is there. Anything else (no right to ask, too many who ask, just giving up
    // itself) may be somebody.
    if (!(error instanceof Error && 'code' in error && error.code === 'ECONNREFUSED')) return unnamed
    return null
  }
  try {
    // A process that is stopped or busy has the folder all the same; it just does not say its name.
    socket.setTimeout(holderAnswersMs, () => socket.destroy())
    let said = ''
    for await (const chunk of socket) said += chunk
    return holderSchema.parse(JSON.parse(said))
  } catch {
    // It died, was silent or said something else: somebody was there when we asked, and that is enough.
    return unnamed
  } finally {
    socket.destroy()
  }
}

async function listen(server: Server, path: string): Promise<void> {
  server.listen(path)
  await once(server, 'listening')
}

async function close(server: Server): Promise<void> {
  server.close()
  await once(server, 'close')
}

function besides(root: string): string {
  return join(tmpdir(), `samskriv-${hashOf(root)}`)
}

function pipeOf(root: string): string {
  return `\\\\.\\pipe\\samskriv-${hashOf(root.toLowerCase())}`
}

function hashOf(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 32)
}
