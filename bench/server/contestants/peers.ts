import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { type LaidDocument, stateOf } from '../documents/LaidDocument.ts'
import { type DocumentWire, hocuspocusWire, yWebsocketWire } from '../load/DocumentWire.ts'
import type { Contestant, ContestantName, RunningContestant } from './Contestant.ts'
import { ServerProcess } from './ServerProcess.ts'

const peers = join(import.meta.dirname, '..', 'peers')

export const relay: Contestant = {
  name: 'relay',
  title: 'relay',
  lay: writeStates,
  start: async folder => byPath(await startPeer('relay', folder)),
}

export const yWebsocket: Contestant = {
  name: 'y-websocket',
  title: 'y-websocket',
  lay: writeStates,
  start: async folder => byPath(await startPeer('y-websocket', folder)),
}

export const yLeveldb: Contestant = {
  name: 'y-leveldb',
  title: '+ y-leveldb',
  async lay(folder, documents) {
    for (const { name, updates } of documents) {
      await writeFile(join(folder, `${name}.updates`), Buffer.concat(updates.flatMap(withLength)))
    }
    execFileSync(process.execPath, [join(peers, 'y-leveldb', 'lay.mjs'), folder], { stdio: 'inherit' })
  },
  start: async folder =>
    byPath(await startPeer('y-leveldb', folder, { YPERSISTENCE: join(folder, 'level') })),
}

export const hocuspocus: Contestant = {
  name: 'hocuspocus',
  title: 'Hocuspocus',
  async lay(folder, documents) {
    const db = new DatabaseSync(join(folder, 'documents.sqlite'))
    db.exec('CREATE TABLE "documents" ("name" varchar(255) NOT NULL, "data" blob NOT NULL, UNIQUE(name))')
    const insert = db.prepare('INSERT INTO "documents" ("name", "data") VALUES (?, ?)')
    for (const document of documents) insert.run(document.name, stateOf(document))
    db.close()
  },
  async start(folder) {
    const process = await startPeer('hocuspocus', folder)
    return {
      process,
      door: document => ({
        address: { port: process.port, path: '/', headers: {} },
        wire: hocuspocusWire(document),
      }),
    }
  },
}

/** Installs the peers' packages the first time: each its own, since they need different versions of Yjs. */
export function installPeers(): void {
  for (const name of ['y-websocket', 'y-leveldb', 'hocuspocus'] satisfies ContestantName[]) {
    const folder = join(peers, name)
    if (existsSync(join(folder, 'node_modules'))) continue
    execFileSync('npm', ['install', '--no-package-lock', '--no-audit', '--no-fund'], {
      cwd: folder,
      stdio: 'inherit',
    })
  }
}

async function writeStates(folder: string, documents: readonly LaidDocument[]): Promise<void> {
  for (const document of documents) await writeFile(join(folder, `${document.name}.bin`), stateOf(document))
}

function withLength(update: Uint8Array): Uint8Array[] {
  const length = Buffer.alloc(4)
  length.writeUInt32LE(update.length)
  return [length, update]
}

async function startPeer(
  name: ContestantName,
  folder: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<ServerProcess> {
  const cwd = join(peers, name)
  return await ServerProcess.start({ script: join(cwd, 'server.mjs'), args: [folder], cwd, environment })
}

/** The document is the path, and everybody is let in. */
function byPath(process: ServerProcess): RunningContestant {
  const wire: DocumentWire = yWebsocketWire
  return {
    process,
    door: document => ({ address: { port: process.port, path: `/${document}`, headers: {} }, wire }),
  }
}
