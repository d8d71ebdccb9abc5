import { join } from 'node:path'
import { isMissing } from '../storage/diskFault.ts'
import type { FileSystem } from '../storage/FileSystem.ts'
import type { SyncTally } from '../sync/SyncTally.ts'
import type { EventLoopDelay } from './EventLoopDelay.ts'
import { each, type Metric, one } from './exposition.ts'
import type { LogKind } from './LogEvent.ts'
import type { Readiness } from './Readiness.ts'
import type { RequestTally } from './RequestTally.ts'
import type { WatchedDisk } from './WatchedDisk.ts'

/** Everything that `/metrics` is made of: counted where it happens, read when somebody asks. */
export interface Measured {
  readonly sync: SyncTally
  /** Rooms that are open: awake hold their document in memory, asleep its bytes, or nothing of it. */
  readonly rooms: () => { readonly awake: number; readonly asleep: number }
  readonly documents: () => {
    readonly sound: number
    readonly damaged: number
    readonly rescuedTexts: number
  }
  readonly requests: RequestTally
  readonly events: Readonly<Record<LogKind, number>>
  readonly disk: WatchedDisk
  readonly eventLoop: EventLoopDelay
  readonly readiness: Readiness
  /** Folder of the write-ahead log. */
  readonly logFolder: string
}

/** Reads everything. Never rejects. */
export async function measure(measured: Measured): Promise<Metric[]> {
  const { disk, eventLoop, events, logFolder, readiness, requests, sync } = measured
  const ready = (await readiness.reasons()).length === 0
  const logBytes = await folderBytes(disk.fileSystem, logFolder)
  const { rescuedTexts, ...documents } = measured.documents()
  const metric: Describe = (name, help, values) => ({ name, help, values })
  return [
    metric('samskriv_ready', '1 when people can be sent here.', one('gauge', ready ? 1 : 0)),
    metric(
      'samskriv_documents',
      'Documents, by what state their files are in.',
      each('gauge', 'state', documents),
    ),
    metric('samskriv_rooms', 'Open documents.', each('gauge', 'state', measured.rooms())),
    metric('samskriv_connections', 'Open lines.', each('gauge', 'transport', sync.connections)),
    metric('samskriv_connection_ends_total', 'Lines that ended.', each('counter', 'reason', sync.ends)),
    metric('samskriv_updates_total', 'Updates taken.', one('counter', sync.updates)),
    metric(
      'samskriv_delivered_updates_total',
      'Updates passed on, for each receiver.',
      one('counter', sync.delivered),
    ),
    metric('samskriv_refusals_total', 'Updates refused.', each('counter', 'reason', sync.refusals)),
    metric('samskriv_acknowledgement_seconds', 'From an update received to acknowledged.', {
      type: 'histogram',
      histogram: sync.acknowledgement,
    }),
    metric(
      'samskriv_rescued_texts',
      'Rescued texts that wait for their authors.',
      one('gauge', rescuedTexts),
    ),
    ...(logBytes === null
      ? []
      : [metric('samskriv_log_size_bytes', 'Size of the write-ahead log.', one('gauge', logBytes))]),
    metric('samskriv_sync_seconds', 'How long the disk took for a sync.', {
      type: 'histogram',
      histogram: disk.syncs,
    }),
    metric('samskriv_disk_faults_total', 'Writes and syncs that failed.', one('counter', disk.faults)),
    metric('samskriv_events_total', 'What the log has said, by event.', each('counter', 'event', events)),
    metric(
      'samskriv_http_requests_total',
      'Requests answered.',
      each('counter', 'status', requests.answered),
    ),
    metric('samskriv_event_loop_delay_seconds', 'How late the event loop is.', {
      type: 'histogram',
      histogram: eventLoop.delay,
    }),
    ...ofProcess(metric),
  ]
}

type Describe = (name: string, help: string, values: Metric['values']) => Metric

/** The process, under the names that every program has for these. */
function ofProcess(metric: Describe): Metric[] {
  const { heapUsed, external, rss } = process.memoryUsage()
  const { system, user } = process.cpuUsage()
  return [
    metric('process_cpu_seconds_total', 'Processor time used.', one('counter', (user + system) / 1e6)),
    metric('process_resident_memory_bytes', 'Memory held.', one('gauge', rss)),
    metric('samskriv_memory_bytes', 'Memory in use.', each('gauge', 'kind', { heap: heapUsed, external })),
    metric(
      'process_start_time_seconds',
      'When it started.',
      one('gauge', Math.round(performance.timeOrigin / 1000)),
    ),
  ]
}

/** Size of the files in a folder; null when the disk does not say. */
async function folderBytes(disk: FileSystem, folder: string): Promise<number | null> {
  try {
    const sizes = (await disk.listFolder(folder)).map(async name => await fileBytes(disk, join(folder, name)))
    return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
  } catch {
    // Left out of the answer; that the disk fails is seen in the others.
    return null
  }
}

async function fileBytes(disk: FileSystem, path: string): Promise<number> {
  let file: number
  try {
    file = await disk.open(path, 'r')
  } catch (fault) {
    // A checkpoint has removed it meanwhile.
    if (isMissing(fault)) return 0
    throw fault
  }
  try {
    return await disk.sizeBytes(file)
  } finally {
    await disk.close(file)
  }
}
