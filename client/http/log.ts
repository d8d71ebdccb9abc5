import { type AuditLogAnswer, type AuditQuery, auditLogSchema } from '../../shared/http/auditLog.ts'
import { call } from './call.ts'

/** Newest first, a hundred at a time. The log of an ansökan, or for null that of the whole program. */
export async function readLog(applicationId: string | null, query: AuditQuery): Promise<AuditLogAnswer> {
  return await call('GET', `${pathOf(applicationId)}${asked(query)}`, auditLogSchema)
}

/** Where all of it is fetched as a file. */
export function logFileAddress(applicationId: string | null, query: AuditQuery): string {
  return `/api${pathOf(applicationId)}.csv${asked(query)}`
}

function pathOf(applicationId: string | null): string {
  return applicationId === null ? '/log' : `/applications/${encodeURIComponent(applicationId)}/log`
}

function asked(query: AuditQuery): string {
  const parts = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) if (value !== undefined) parts.set(name, String(value))
  return parts.size > 0 ? `?${parts}` : ''
}
