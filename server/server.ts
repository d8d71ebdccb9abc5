import type { IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { createApp } from './app.ts'
import { tellHead } from './audit/tellHead.ts'
import { type Config, isBehindProxy } from './config.ts'
import type { DemoHouse } from './demo/enlivenDemo.ts'
import { Attempts } from './http/Attempts.ts'
import { addressBehind, TrustedProxies } from './http/clientAddress.ts'
import { listen, portOf } from './http/listen.ts'
import { Origins } from './http/origins.ts'
import { securityHeaderList } from './http/securityHeaders.ts'
import { clientIsBuilt } from './http/staticClient.ts'
import type { MailQueue } from './mail/MailQueue.ts'
import { openMail } from './mail/openMail.ts'
import { readSmtpPassword } from './mail/smtpPassword.ts'
import { openWorkplace } from './openWorkplace.ts'
import { EventLoopDelay } from './operations/EventLoopDelay.ts'
import { type Endable, within } from './operations/ending.ts'
import { addressOf, greeting } from './operations/greeting.ts'
import { type Log, type LogKind, levels } from './operations/LogEvent.ts'
import { MetricsAccess, readMetricsToken } from './operations/metricsAccess.ts'
import { Readiness } from './operations/Readiness.ts'
import { RequestTally } from './operations/RequestTally.ts'
import { WatchedDisk } from './operations/WatchedDisk.ts'
import { AskedAccess } from './people/access/AskedAccess.ts'
import { Inviting } from './people/access/Inviting.ts'
import { openEntrance } from './people/openEntrance.ts'
import { type OpenedPeople, openPeople } from './people/openPeople.ts'
import { type OpenIdSettings, readProviders } from './people/ways/openId/providersFile.ts'
import { type DataFolder, openDataFolder } from './storage/dataFolder.ts'
import { nodeFileSystem } from './storage/nodeFileSystem.ts'
import type { SyncHouse } from './sync/arrive.ts'
import { OpenLines } from './sync/OpenLines.ts'
import { SocketLines } from './sync/SocketLines.ts'
import { openLines } from './sync/upgrade.ts'
import { type Clock, machineClock } from './time/Clock.ts'

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
 * the files that everything needs is damaged; a damaged document is closed alone and said in the log. `enliven` is
 * called when the demo has been put into an empty data folder, before anybody comes. `clock` says what time it is.
 */
export async function startServer(
  config: Config,
  writeLog: Log,
  enliven: (house: DemoHouse) => Promise<void> = async () => {},
  clock: Clock = machineClock,
): Promise<RunningServer> {
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
    const opened = await openPeople(folder, config, () => clock.now())
    // Letters that have waited do not go to those who have left meanwhile.
    const isWanted = (to: string) => opened.people.byAddress(to)?.isActive !== false
    mail = await openMail(folder, disk.fileSystem, config.mail, smtpPassword, isWanted, log)
    return await startOn({
      ...opened,
      ...{ folder, disk, config, proxies, metricsAccess, events, log, mail, openIdProviders, enliven, clock },
    })
  } catch (fault) {
    await mail?.stop()
    await folder.release()
    throw fault
  }
}

interface Ground extends OpenedPeople {
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
  readonly enliven: (house: DemoHouse) => Promise<void>
  readonly clock: Clock
}

async function startOn(ground: Ground): Promise<RunningServer> {
  const { folder, disk, config, proxies, log, mail, openIdProviders, clock } = ground
  const { people, administration, sessions } = ground
  const now = () => clock.now()
  let port = 0
  const address = () => addressOf(config, port)
  const { enliven } = ground
  const workplace = await openWorkplace({ folder, config, people, mail, address, enliven, clock, log })
  const { storage, audit, applications, access, tally, documentsOf, rooms } = workplace
  const { comments, versions, keeper, rounds, replies, notices } = workplace
  const stopTellingHead = tellHead(audit, log)
  const inviting = new Inviting({
    access,
    people,
    mail,
    audit,
    attempts: new Attempts(200, 3_600_000),
    address,
    nameOf: id => applications.describe(id)?.name ?? '',
    now,
  })
  const askedAccess = await AskedAccess.open(folder, { access, people, audit, inviting, log, now })

  const https = config.publicOrigin?.startsWith('https:') ?? false
  const cameFrom = (request: IncomingMessage) => addressBehind(request, proxies)
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
    address,
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
    documentsOf,
    rooms,
    lines: new OpenLines(config.sync),
    limits: config.sync,
    tally,
    log,
  }
  const app = createApp({
    https,
    now,
    origins,
    ...entrances,
    administration,
    storage,
    mail,
    people,
    audit,
    inviting,
    askedAccess,
    ...{ versions, keeper, rounds, replies, notices, applications, access, house },
    commenting: comments.commenting,
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
  const answered = (status: number) => requests.note(status)
  const http = listen({ config, fetch: app.fetch, answered, log })
  openLines(http, {
    house,
    sockets,
    origins,
    cookie: entrances.cookie,
    addressOf: cameFrom,
    headers: securityHeaderList(https),
    answered,
  })
  port = await portOf(http)
  origins.listeningOn(config.host, port)
  workplace.begin()

  let step = 'lines'
  const stop = async () => {
    readiness.stop()
    await workplace.closeRooms()
    await sockets.stop(lingerMs)
    step = 'requests'
    http.close()
    await within(lingerMs, requests.idle())
    http.closeAllConnections()
    eventLoop.stop()
    step = 'mail'
    await askedAccess.idle()
    await workplace.stopLetters()
    await mail.stop()
    step = 'records'
    await workplace.closeRecords()
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
