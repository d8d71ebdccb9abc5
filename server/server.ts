import { once } from 'node:events'
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerOptions,
} from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { getRequestListener, serve } from '@hono/node-server'
import { createApp } from './app.ts'
import { AuditLog } from './audit/AuditLog.ts'
import { auditFolderName } from './audit/auditScan.ts'
import { tellHead } from './audit/tellHead.ts'
import { type Config, isBehindProxy } from './config.ts'
import { seedDemo } from './demo/seedDemo.ts'
import { Applications } from './document/Applications.ts'
import { diskRecords } from './document/diskRecords.ts'
import { SnapshotVerifier } from './document/SnapshotVerifier.ts'
import { Attempts } from './http/Attempts.ts'
import { clientAddress, TrustedProxies } from './http/clientAddress.ts'
import { answerImpossible, guardServer, listenOptions } from './http/listening.ts'
import { Origins } from './http/origins.ts'
import { securityHeaderList } from './http/securityHeaders.ts'
import { clientIsBuilt } from './http/staticClient.ts'
import type { MailQueue } from './mail/MailQueue.ts'
import { openMail } from './mail/openMail.ts'
import { readSmtpPassword } from './mail/smtpPassword.ts'
import { EventLoopDelay } from './operations/EventLoopDelay.ts'
import type { Endable } from './operations/ending.ts'
import { addressOf, greeting } from './operations/greeting.ts'
import { type Log, type LogKind, levels } from './operations/LogEvent.ts'
import { MetricsAccess, readMetricsToken } from './operations/metricsAccess.ts'
import { Readiness } from './operations/Readiness.ts'
import { RequestTally } from './operations/RequestTally.ts'
import { WatchedDisk } from './operations/WatchedDisk.ts'
import { Access } from './people/access/Access.ts'
import { Inviting } from './people/access/Inviting.ts'
import { Openings } from './people/access/Openings.ts'
import { openEntrance } from './people/openEntrance.ts'
import { openPeople } from './people/openPeople.ts'
import { type OpenIdSettings, readProviders } from './people/ways/openId/providersFile.ts'
import { type DataFolder, openDataFolder } from './storage/dataFolder.ts'
import { openDiskStorage } from './storage/diskStorage.ts'
import { nodeFileSystem } from './storage/nodeFileSystem.ts'
import type { SyncHouse } from './sync/arrive.ts'
import { OpenLines } from './sync/OpenLines.ts'
import { openRooms } from './sync/openRooms.ts'
import { SocketLines } from './sync/SocketLines.ts'
import { SyncTally } from './sync/SyncTally.ts'
import { openLines } from './sync/upgrade.ts'

export interface RunningServer extends Endable {
  readonly port: number
  /** Where people reach it. */
  readonly address: string
  /** Method and address of everything that it answers, with what stands before it. */
  readonly routes: readonly { readonly method: string; readonly path: string }[]
  /** What to print: where it listens, how to get in, where the data is. */
  readonly greeting: string
  /** Ends every line, waits until all that was received is on disk, and frees the data folder. Twice is once. */
  stop(): Promise<void>
}

const clientFolder = join(import.meta.dirname, '..', 'client', 'dist')

/** How long those are waited for who do not answer a goodbye, or whose request does not come to an end. */
const lingerMs = 2_000

/**
 * Starts the program. Throws, with a sentence for whoever starts it, when the data folder is in use or one of
 * the files that everything needs is damaged; a damaged document is closed alone and said in the log.
 */
export async function startServer(config: Config, writeLog: Log): Promise<RunningServer> {
  const proxies = new TrustedProxies(config.trustedProxies)
  const token = config.metricsTokenFile === null ? null : readMetricsToken(config.metricsTokenFile)
  const login = config.mail.smtp?.login
  const smtpPassword = login ? readSmtpPassword(login.passwordFile) : null
  const { openIdProvidersFile } = config
  const openIdProviders = openIdProvidersFile === null ? [] : readProviders(openIdProvidersFile)
  const metricsAccess = new MetricsAccess(token, isBehindProxy(config))
  const events = Object.fromEntries(Object.keys(levels).map(kind => [kind, 0])) as Record<LogKind, number>
  const log: Log = event => {
    events[event.kind] += 1
    writeLog(event)
  }
  const disk = new WatchedDisk(nodeFileSystem, () => Date.now())
  const folder = await openDataFolder(config.dataDir, disk.fileSystem)
  let mail: MailQueue | null = null
  try {
    mail = await openMail(folder, disk.fileSystem, config.mail, smtpPassword, log)
    return await startOn({ folder, disk, config, proxies, metricsAccess, events, log, mail, openIdProviders })
  } catch (fault) {
    await mail?.stop()
    await folder.release()
    throw fault
  }
}

interface Ground {
  readonly folder: DataFolder
  readonly disk: WatchedDisk
  readonly config: Config
  readonly proxies: TrustedProxies
  readonly metricsAccess: MetricsAccess
  /** How often the log has said each of its kinds. */
  readonly events: Readonly<Record<LogKind, number>>
  readonly log: Log
  readonly mail: MailQueue
  readonly openIdProviders: readonly OpenIdSettings[]
}

async function startOn(ground: Ground): Promise<RunningServer> {
  const { folder, disk, config, proxies, log, mail, openIdProviders } = ground
  const storage = await openDiskStorage(folder, {
    checkpointBytes: config.checkpointBytes,
    report: log,
    verifySnapshot: new SnapshotVerifier().verify,
    now: Date.now,
  })
  const now = () => Date.now()
  const audit = await AuditLog.open({
    fileSystem: disk.fileSystem,
    folder: folder.file(auditFolderName),
    now,
    log,
  })
  const stopTellingHead = tellHead(audit, log)
  const { people, administration, sessions } = await openPeople(folder, config, now)
  const records = diskRecords(folder.documentFolder, disk.fileSystem)
  const applications = new Applications(storage, records, now, log, config.sync.maxClientIdsPerPerson)
  await applications.load()
  if (config.demo && applications.ids().length === 0) await seedDemo(applications, now())
  const access = new Access(
    id => applications.accessible(id),
    () => applications.ids(),
    people,
  )

  const tally = new SyncTally()
  const folderOf = folder.documentFolder
  const rooms = openRooms({ applications, access, storage, folderOf, limits: config.sync, tally, log })
  const openings = new Openings(access, audit, fault => log({ kind: 'auditFault', fault }))
  let port = 0
  const inviting = new Inviting({
    access,
    people,
    mail,
    audit,
    attempts: new Attempts(200, 3_600_000),
    address: () => addressOf(config, port),
    nameOf: id => applications.describe(id)?.name ?? '',
    now,
  })

  const https = config.publicOrigin?.startsWith('https:') ?? false
  const cameFrom = (request: IncomingMessage) =>
    clientAddress(request.socket.remoteAddress, forwardedFor(request.headers), proxies)
  const entrances = await openEntrance({
    config,
    folder,
    people,
    sessions,
    administration,
    access,
    audit,
    mail,
    https,
    address: () => addressOf(config, port),
    addressOf: cameFrom,
    openIdProviders,
    nameOf: id => applications.describe(id)?.name ?? '',
    now,
    log,
  })
  const origins = new Origins(config.publicOrigin)
  const sockets = new SocketLines()
  const requests = new RequestTally()
  const readiness = new Readiness(disk, folder.file('ready.tmp'))
  const eventLoop = new EventLoopDelay()
  const house: SyncHouse = {
    sessions,
    applications,
    access,
    opened: (id, me, secret) => openings.opened(id, me, secret),
    rooms,
    lines: new OpenLines(config.sync),
    limits: config.sync,
    tally,
    log,
  }
  const app = createApp({
    https,
    origins,
    ...entrances,
    administration,
    storage,
    mail,
    people,
    audit,
    inviting,
    house,
    clientFolder,
    requests,
    readiness,
    metricsAccess: ground.metricsAccess,
    measured: {
      sync: tally,
      rooms: () => {
        const { open, awake } = rooms.count()
        return { awake, asleep: open - awake }
      },
      documents: () => applications.count(),
      requests,
      events: ground.events,
      disk,
      eventLoop,
      readiness,
      logFolder: folder.log,
    },
  })
  const http = serve({
    fetch: app.fetch,
    port: config.port,
    hostname: config.host,
    serverOptions: listenOptions(config.http),
    // Hono's own way of making the listener leaves out what to say to a request that cannot even be read.
    createServer: ((options: ServerOptions) =>
      createServer(
        options,
        getRequestListener(app.fetch, { hostname: config.host, errorHandler: answerImpossible }),
      )) as typeof createServer,
  }) as Server
  const answered = (status: number) => requests.note(status)
  guardServer(http, config.http, answered)
  openLines(http, {
    house,
    sockets,
    origins,
    cookie: entrances.cookie,
    addressOf: cameFrom,
    headers: securityHeaderList(https),
    answered,
  })
  await once(http, 'listening')
  // As when there are no more file handles: those who are in stay, and others try again.
  http.on('error', fault => log({ kind: 'acceptFault', fault }))
  port = (http.address() as AddressInfo).port
  origins.listeningOn(config.host, port)

  let step = 'lines'
  const stop = async () => {
    readiness.stop()
    await rooms.stop()
    await sockets.stop(lingerMs)
    step = 'requests'
    http.close()
    await within(lingerMs, requests.idle())
    http.closeAllConnections()
    eventLoop.stop()
    step = 'mail'
    await mail.stop()
    step = 'records'
    await applications.close()
    await sessions.close()
    await audit.close()
    stopTellingHead()
    step = 'storage'
    await storage.close()
    step = 'folder'
    await folder.release()
  }
  const abandon = async () => {
    readiness.stop()
    http.close()
    await sockets.stop(lingerMs)
  }
  let stopping: Promise<void> | null = null
  return {
    port,
    address: addressOf(config, port),
    routes: app.routes,
    greeting: greeting(config, port, clientIsBuilt(clientFolder)),
    stop: () => {
      stopping ??= stop()
      return stopping
    },
    abandon,
    get unfinished() {
      return { step, documents: rooms.unfinished }
    },
  }
}

/** Waits for `work`, but no longer than `ms`. */
async function within(ms: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<void>(resolve => {
    timer = setTimeout(resolve, ms)
  })
  await Promise.race([work, late])
  clearTimeout(timer)
}

/** Several headers of the name are one list. */
function forwardedFor(headers: IncomingHttpHeaders): string | undefined {
  const said = headers['x-forwarded-for']
  return Array.isArray(said) ? said.join(',') : said
}
