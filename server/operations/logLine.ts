import { sayAuditDamage } from '../audit/auditDamage.ts'
import { DamagedDocument } from '../storage/damage.ts'
import { describeFault } from './describeFault.ts'
import { type LogEvent, type LogLevel, levels } from './LogEvent.ts'

/** Longest string of a line; only paths and sentences come near it. */
const stringMaxLength = 1000

/** One line, without its end, of JSON: `time` (UTC), `level`, `event`, and what the event has. */
export function jsonLine(event: LogEvent, at: Date): string {
  const line = { time: at.toISOString(), level: levels[event.kind], event: event.kind, ...fieldsOf(event) }
  return escaped(JSON.stringify(line, clip))
}

/** The same for a person at a terminal. */
export function plainLine(event: LogEvent, at: Date): string {
  const fields = Object.entries(fieldsOf(event)).map(
    ([name, value]) =>
      `${name}=${typeof value === 'string' ? clip(name, value) : JSON.stringify(value, clip)}`,
  )
  const level: LogLevel = levels[event.kind]
  return escaped([at.toLocaleTimeString('sv-SE'), level.toUpperCase(), event.kind, ...fields].join('  '))
}

function fieldsOf(event: LogEvent): Record<string, unknown> {
  if (event.kind === 'auditDamaged') return { ...event.damage, sentence: sayAuditDamage(event.damage) }
  if (event.kind === 'damaged') {
    const { id, damage } = event
    return { document: id, ...damage, fault: describeFault(new DamagedDocument(id, damage)) }
  }
  const { kind: _kind, ...fields } = event
  return 'fault' in fields ? { ...fields, fault: describeFault(fields.fault) } : fields
}

function clip(_name: string, value: unknown): unknown {
  return typeof value === 'string' && value.length > stringMaxLength
    ? `${value.slice(0, stringMaxLength)}…`
    : value
}

/** Nothing that ends a line, moves the cursor of a terminal or turns the direction of text (limits.md 46). */
export function escaped(line: string): string {
  return line.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, character => character.split('').map(codeUnit).join(''))
}

function codeUnit(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}
