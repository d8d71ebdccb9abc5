import { join } from 'node:path'
import type { ApplicationRecord } from '../../../server/document/applicationRecord.ts'
import { diskRecords } from '../../../server/document/diskRecords.ts'
import { SnapshotVerifier } from '../../../server/document/SnapshotVerifier.ts'
import { type AccessFile, accessOfStarter } from '../../../server/people/access/accessFile.ts'
import { openDataFolder } from '../../../server/storage/dataFolder.ts'
import { openDiskStorage } from '../../../server/storage/diskStorage.ts'
import { schemaVersion } from '../../../shared/document/schemaVersion.ts'
import { stateOf } from '../documents/LaidDocument.ts'
import { form } from '../documents/writtenDocument.ts'
import { yWebsocketWire } from '../load/DocumentWire.ts'
import type { Contestant } from './Contestant.ts'
import { ServerProcess } from './ServerProcess.ts'

/**
 * Limits that are in the way of a measurement, and what they are raised to: a hundred people are four demo persons
 * here, and saturated means more than anybody types. Everything else is as in production.
 */
export const raisedLimits = {
  MAX_LINES: '5000',
  MAX_LINES_PER_PERSON: '5000',
  MAX_LINES_PER_DOCUMENT: '5000',
  MAX_MESSAGES_PER_SECOND: '1000000',
  MAX_BYTES_PER_SECOND: '1000000000',
  // Lowered: an idle document is measured after a few seconds, not after half a minute.
  IDLE_DOCUMENT_SECONDS: '3',
} as const

const persons = ['anna', 'karim', 'elin', 'sofia']
const root = join(import.meta.dirname, '..', '..', '..')
/** Updates that a document has in its log, beside its snapshot, when everybody has gone home. */
const updatesSinceSnapshot = 200

/** The real program: signed-in people, the guard, presence checks and the durable log on. */
export const samskriv: Contestant = {
  name: 'samskriv',
  title: 'Samskriv',

  async lay(folder, documents) {
    const data = await openDataFolder(folder)
    const storage = await openDiskStorage(data, {
      verifySnapshot: new SnapshotVerifier().verify,
      now: Date.now,
      checkpointBytes: 16 * 2 ** 20,
      report: event => {
        if (event.kind !== 'checkpointed') throw new Error(`The storage says ${event.kind}.`)
      },
    })
    const records = diskRecords(data.documentFolder)
    for (const { name, updates } of documents) {
      const snapshotThrough = Math.max(1, updates.length - updatesSinceSnapshot)
      const snapshot = stateOf({ name, updates: updates.slice(0, snapshotThrough) })
      await storage.create(name, snapshot, records.begin(recordOf(name), { owners: {} }, accessOfAll()))
      await Promise.all(updates.slice(snapshotThrough).map(update => storage.append(name, update)))
    }
    await storage.close()
    await data.release()
  },

  async start(folder) {
    const process = await ServerProcess.start({
      script: join(root, 'server', 'start.mjs'),
      cwd: root,
      environment: { DATA_DIR: folder, PORT: '0', ...raisedLimits },
      nodeFlags: profileFlags(),
    })
    const origin = `http://localhost:${process.port}`
    const cookies = await Promise.all(persons.map(person => enter(origin, person)))
    return {
      process,
      door: (document, person) => ({
        address: {
          port: process.port,
          path: `/sync/${document}?schema=${schemaVersion}`,
          headers: { Origin: origin, Cookie: cookies[person % cookies.length] ?? '' },
        },
        wire: yWebsocketWire,
      }),
    }
  },
}

/** All four write. */
function accessOfAll(): AccessFile {
  const since = new Date(0).toISOString()
  const access = accessOfStarter('anna@heby', since)
  const others = [
    ['karim', 'af'],
    ['elin', 'fk'],
    ['sofia', 'region'],
  ] as const
  const members = others.map(([personId, partyId]) => ({
    personId,
    partyId,
    role: 'partyEditor' as const,
    since,
    guestLinkId: null,
  }))
  return { ...access, members: [...access.members, ...members] }
}

function recordOf(id: string): ApplicationRecord {
  return {
    id,
    formId: form.id,
    state: 'draft',
    createdAt: new Date(0).toISOString(),
    createdBy: 'anna@heby',
    lastChange: null,
    name: id,
    ownerOrganisation: '',
    partnerOrganisations: [],
  }
}

async function enter(origin: string, personId: string): Promise<string> {
  const answer = await fetch(`${origin}/api/demo/session`, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json' },
    body: JSON.stringify({ personId }),
  })
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0]
  if (!answer.ok || !cookie) throw new Error(`${personId} could not enter: ${answer.status}`)
  return cookie
}

/** `PROFILE=‹folder›` leaves a processor profile of every run there, to see where the time goes. */
function profileFlags(): string[] {
  const folder = process.env.PROFILE
  return folder ? ['--cpu-prof', `--cpu-prof-dir=${folder}`] : []
}
