import type { Log } from '../operations/LogEvent.ts'
import type { AuditLog } from './AuditLog.ts'

const everyMs = 60_000

/**
 * Says in the program's own log how far the audit log has come, once a minute when it has moved. Gives what says it a
 * last time and ends it.
 */
export function tellHead(audit: AuditLog, log: Log): () => void {
  let told = 0
  const tell = () => {
    const { number, hash } = audit.head
    if (number === told) return
    told = number
    log({ kind: 'auditHead', number, hash })
  }
  const timer = setInterval(tell, everyMs).unref()
  return () => {
    clearInterval(timer)
    tell()
  }
}
