import { AuditLog } from '../../../server/audit/AuditLog.ts'
import type { StoredEntry } from '../../../server/audit/auditLine.ts'
import type { LogEvent } from '../../../server/operations/LogEvent.ts'
import type { Me } from '../../../shared/http/session.ts'
import type { MemoryFileSystem } from '../storage/MemoryFileSystem.ts'
import { memoryFolder } from '../storage/memoryFolder.ts'

export const folder = '/data/audit'
export const firstFile = `${folder}/000000000001.jsonl`
export const headFile = `${folder}/head.json`

export const anna: Me = {
  person: { id: 'anna', name: 'Anna Ek', title: 'processledare', partyId: 'heby' },
  party: { id: 'heby', name: 'Heby kommun', shortName: 'Heby', kind: 'kommun', colour: 1 },
}

export const bo: Me = {
  person: { id: 'bo', name: 'Bo Al', title: 'handläggare', partyId: 'af' },
  party: { id: 'af', name: 'Arbetsförmedlingen', shortName: 'AF', kind: 'arbetsformedlingen', colour: 2 },
}

export const noon = Date.parse('2026-11-22T12:00:00Z')

/** The log of a disk in memory, and what it says that is not as it should be. Each entry is a second later. */
export async function openAudit(disk: MemoryFileSystem): Promise<{ audit: AuditLog; events: LogEvent[] }> {
  await memoryFolder(disk)
  const events: LogEvent[] = []
  let at = noon
  const now = () => {
    at += 1000
    return at
  }
  const audit = await AuditLog.open({ fileSystem: disk, folder, now, log: event => events.push(event) })
  return { audit, events }
}

/** Everything in the log, oldest first. */
export async function everything(audit: AuditLog): Promise<StoredEntry[]> {
  const { entries } = await audit.read({}, null, 1_000_000)
  return entries.reverse()
}

/** Notes so many things, one write each. */
export async function noteMany(audit: AuditLog, count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    await audit.note({ act: 'opened', me: anna, applicationId: 'a'.repeat(20), state: 'draft' })
  }
}

/** What was said to be wrong, as `‹reason› ‹entry›`. */
export function damagesIn(events: readonly LogEvent[]): string[] {
  return events.flatMap(event =>
    event.kind === 'auditDamaged' ? [`${event.damage.reason} ${event.damage.number}`] : [],
  )
}
