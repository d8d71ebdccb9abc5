import { once } from 'node:events'
import type { IncomingHttpHeaders, Server } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { join } from 'node:path'
import { serve, type WebSocketServerLike } from '@hono/node-server'
import { WebSocketServer } from 'ws'
import { rootsOf } from '../shared/document/roots.ts'
import { createApp } from './app.ts'
import type { Config } from './config.ts'
import { demoParties, demoPersons } from './demo/demoPersons.ts'
import { seedDemo } from './demo/seedDemo.ts'
import { Applications } from './document/Applications.ts'
import { diskRecords } from './document/diskRecords.ts'
import { clientAddress, TrustedProxies } from './http/clientAddress.ts'
import { Origins } from './http/origins.ts'
import { clientIsBuilt } from './http/staticClient.ts'
import { Directory } from './people/directory.ts'
import { SessionCookie } from './people/sessionCookie.ts'
import { Sessions, sessionFileSchema } from './people/sessions.ts'
import { DamagedDocument } from './storage/damage.ts'
import { type DataFolder, openDataFolder } from './storage/dataFolder.ts'
import { openDiskStorage } from './storage/diskStorage.ts'
import { openJsonFile } from './storage/jsonFile.ts'
import { OpenLines } from './sync/OpenLines.ts'
import { Room } from './sync/Room.ts'
import { Rooms } from './sync/rooms.ts'
import { SocketLines } from './sync/SocketLines.ts'
import { SyncTally } from './sync/SyncTally.ts'

export type Report = (what: string, detail: unknown) => void

export interface RunningServer {
  readonly port: number
  /** What to print: where it listens, how to get in, where the data is. */
  readonly greeting: string
  /** Ends every line, waits until all that was received is on disk, and frees the data folder. */
  stop(): Promise<void>
}

const clientFolder = join(import.meta.dirname, '..', 'client', 'dist')

/**
 * Starts the program. Throws, with a sentence for whoever starts it, when the data folder is in use or one of
 * the files that everything needs is damaged; a damaged document is closed alone and reported.
 */
export async function startServer(config: Config, report: Report): Promise<RunningServer> {
  const folder = await openDataFolder(config.dataDir)
  try {
    return await startOn(folder, config, report)
  } catch (fault) {
    await folder.release()
    throw fault
  }
}

async function startOn(folder: DataFolder, config: Config, report: Report): Promise<RunningServer> {
  const storage = await openDiskStorage(folder, {
    checkpointBytes: config.checkpointBytes,
    report: event =>
      report('storage', event.kind === 'damaged' ? new DamagedDocument(event.id, event.damage) : event),
  })
  const now = () => Date.now()
  const directory = config.demo ? new Directory(demoParties, demoPersons) : new Directory([], [])
  const sessionFile = await openJsonFile(folder.file('sessions.json'), sessionFileSchema, { sessions: {} })
  const sessions = new Sessions(sessionFile, directory, config.sessionHours, now)
  const applications = new Applications(storage, diskRecords(folder.documentFolder), now, report)
  await applications.load()
  if (config.demo && applications.list().length === 0) await seedDemo(applications, storage)

  const tally = new SyncTally()
  const rooms: Rooms = new Rooms(
    id => openRoom(id),
    (id, fault) => report(`rest ${id}`, fault),
  )
  const openRoom = async (id: string): Promise<Room> => {
    const open = applications.find(id)
    if (!open) throw new Error(`There is no open document ${id}.`)
    try {
      return await Room.open({
        id,
        roots: rootsOf(open.form),
        storage,
        clientIds: open.clientIds,
        rescued: open.rescued,
        limits: config.sync,
        tally,
        changed: (doc, connection, sections) => applications.changed(id, doc, connection.me, sections),
        broken: fault => {
          report(`broken ${id}`, fault)
          rooms.forget(id)
        },
      })
    } catch (fault) {
      if (fault instanceof DamagedDocument) applications.markDamaged(id, fault)
      throw fault
    }
  }

  const https = config.publicOrigin?.startsWith('https:') ?? false
  const origins = new Origins(config.publicOrigin)
  const proxies = new TrustedProxies(config.trustedProxies)
  const sockets = new SocketLines()
  const app = createApp({
    https,
    origins,
    cookie: new SessionCookie(https),
    sessionHours: config.sessionHours,
    demo: config.demo ? directory : null,
    storage,
    sockets,
    house: {
      sessions,
      applications,
      rooms,
      lines: new OpenLines(config.sync),
      limits: config.sync,
      tally,
      report,
    },
    addressOf: request => clientAddress(request.socket.remoteAddress, forwardedFor(request.headers), proxies),
    clientFolder,
  })
  // permessage-deflate is off by default in ws; it costs memory per connection and opens for compression bombs.
  const webSockets = new WebSocketServer({ noServer: true, maxPayload: config.sync.maxFrameBytes })
  const http = serve({
    fetch: app.fetch,
    port: config.port,
    hostname: config.host,
    websocket: { server: webSockets as WebSocketServerLike },
    // Any other protocol that is asked for is answered as an ordinary request; nobody would answer its upgrade.
    serverOptions: {
      shouldUpgradeCallback: request => request.headers.upgrade?.toLowerCase() === 'websocket',
    },
  }) as Server
  http.on('connection', (socket: Socket) => {
    // A socket without a listener ends the process when the other side breaks the line at a bad moment. Whoever
    // speaks over it hears of the error too.
    socket.on('error', () => {})
  })
  await once(http, 'listening')
  const { port } = http.address() as AddressInfo
  origins.listeningOn(config.host, port)

  const stop = async () => {
    http.close()
    await rooms.stop()
    sockets.stop()
    http.closeAllConnections()
    await applications.close()
    await storage.close()
    await folder.release()
  }
  let stopping: Promise<void> | null = null
  return {
    port,
    greeting: greeting(config, port),
    stop: () => {
      stopping ??= stop()
      return stopping
    },
  }
}

/** Several headers of the name are one list. */
function forwardedFor(headers: IncomingHttpHeaders): string | undefined {
  const said = headers['x-forwarded-for']
  return Array.isArray(said) ? said.join(',') : said
}

function greeting(config: Config, port: number): string {
  const host = ['0.0.0.0', '::', '127.0.0.1', '::1'].includes(config.host) ? 'localhost' : config.host
  const address = config.publicOrigin ?? `http://${host}:${port}`
  const lines = ['', `  Samskriv är igång på  ${address}`, `  Alla uppgifter ligger i  ${config.dataDir}`, '']
  if (!clientIsBuilt(clientFolder)) {
    lines.push('  Sidorna är inte byggda. Starta med "npm start" eller "npm run dev".', '')
  }
  if (config.demo) {
    lines.push(
      '  DEMOLÄGE: vem som helst som når adressen kan gå in som någon av demopersonerna och skriva.',
      '  Öppna adressen och välj en person. Ingen inloggning är inställd.',
      '',
    )
  } else {
    lines.push('  Demoläget är av. Det finns ännu inget annat sätt att gå in i den här versionen.', '')
  }
  return lines.join('\n')
}
