import type { CloseReason } from '../../shared/sync/closeReason.ts'
import type { Refusal } from '../../shared/sync/refusal.ts'
import type { AuditDamage } from '../audit/auditDamage.ts'
import type { Author } from '../document/documentRecords.ts'
import type { TroubleReason } from '../mail/MailCarrier.ts'
import type { StorageEvent } from '../storage/storageEvent.ts'

/**
 * Everything the log can say: a closed list. Documents and letters by their ids; persons by theirs, and only where a line
 * ends or an update is refused. Never a name, a text, a value, a title, a file's name, a cookie, a token or an
 * address somebody asked for. A `fault` is told as `describeFault` tells it.
 */
export type LogEvent =
  | StorageEvent
  /** A record of a document is damaged or unreadable; the document is closed. */
  | { readonly kind: 'damagedRecord'; readonly document: string; readonly fault: unknown }
  | { readonly kind: 'started'; readonly address: string; readonly dataDir: string; readonly demo: boolean }
  | { readonly kind: 'stopping' }
  | { readonly kind: 'stopped'; readonly tookMs: number }
  /** A stop took too long, or was asked for twice: it ends as it is, with these documents not at rest. */
  | {
      readonly kind: 'stopCut'
      readonly because: 'deadline' | 'secondSignal'
      readonly step: string
      readonly documents: readonly string[]
    }
  /** A stop could not bring everything to rest; what was acknowledged is on disk all the same. */
  | {
      readonly kind: 'stopFault'
      readonly fault: unknown
      readonly step: string
      readonly documents: readonly string[]
    }
  /** Nobody caught it: the program ends. */
  | { readonly kind: 'uncaught'; readonly fault: unknown }
  /** A request failed in here. */
  | {
      readonly kind: 'requestFault'
      readonly method: string
      readonly route: string
      readonly fault: unknown
    }
  /** A connection could not be taken. */
  | { readonly kind: 'acceptFault'; readonly fault: unknown }
  /** The other side broke the rules of sockets, or the line broke. */
  | { readonly kind: 'socketFault'; readonly fault: unknown }
  /** A frame could not be handled; its line is ended. */
  | { readonly kind: 'frameFault'; readonly document: string; readonly fault: unknown }
  /** We have ended a line: why, and if it was for an update of its, why that was refused. */
  | {
      readonly kind: 'lineEnded'
      /** Null when there is none of the name that was asked for. */
      readonly document: string | null
      readonly person: Author
      readonly reason: CloseReason
      readonly refusal?: Refusal
    }
  /** A room could not be opened. */
  | { readonly kind: 'roomFault'; readonly document: string; readonly fault: unknown }
  /** An open room cannot go on, as when the disk refuses: everybody in it is sent away and comes back. */
  | { readonly kind: 'roomBroken'; readonly document: string; readonly fault: unknown }
  /** Something that a library would have printed by itself. */
  | { readonly kind: 'libraryFault'; readonly fault: unknown }
  /** A room could not be put to rest tidily; nothing is lost. */
  | { readonly kind: 'restFault'; readonly document: string; readonly fault: unknown }
  /** The documents could not be looked through; nothing is lost, and they are looked at when they are opened. */
  | { readonly kind: 'lookFault'; readonly fault: unknown }
  /** So many lines of a kind were left out, since people outside brought about too many of them. */
  | { readonly kind: 'leftOut'; readonly of: string; readonly lines: number }
  /** The log of what people do (*loggen*) is not as it was written. It goes on, and says so in an entry of its own. */
  | { readonly kind: 'auditDamaged'; readonly damage: AuditDamage }
  /** How far that log has come: kept elsewhere than on its disk, this shows whether somebody has written it anew. */
  | { readonly kind: 'auditHead'; readonly number: number; readonly hash: string }
  /** What somebody did could not be noted; it was refused or read only, and nothing waited for the note. */
  | { readonly kind: 'auditFault'; readonly fault: unknown }
  /** A record of a document was not there, as an older version left it or somebody took it away: it begins anew. */
  | {
      readonly kind: 'recordMade'
      readonly document: string
      readonly record: MadeRecord
    }
  /** A version is not as it was made, or not there; `version` is null when the list of them all is. It is not touched. */
  | {
      readonly kind: 'damagedVersion'
      readonly document: string
      readonly version: number | null
      readonly fault: unknown
    }
  /** A picture is not as it was kept, or no picture: a file was made without it, and says so. It is not touched. */
  | { readonly kind: 'damagedPicture'; readonly document: string; readonly fault: unknown }
  /** A file was stopped since it took too much time or memory; whoever asked was told. */
  | { readonly kind: 'fileNotMade'; readonly fault: unknown }
  /** A version could not be made by itself, or a visit not be noted: it is tried again. */
  | { readonly kind: 'versionFault'; readonly document: string; readonly fault: unknown }
  /** A request for access could not be brought to its ansökan; it is on disk, and is brought later. */
  | { readonly kind: 'askedFault'; readonly document: string; readonly fault: unknown }
  /** A comment could not be marked in the text, found again in it, or told of; it is on disk, and that is tried again. */
  | { readonly kind: 'commentFault'; readonly document: string; readonly fault: unknown }
  /** What follows a change of a round (state, list, notices), or is done by itself at a time, could not be: it is tried again. */
  | { readonly kind: 'roundFault'; readonly document: string; readonly fault: unknown }
  /** Somebody could not be told of something, or a letter about it not be queued; what is on disk of it is tried again. */
  | { readonly kind: 'noticeFault'; readonly fault: unknown }
  /** The mail queue is full: letters about what people are told of wait, and are queued when there is room. */
  | { readonly kind: 'noticesWait' }
  /** A record of convenience (who changed last) could not be written; the next change writes it. */
  | { readonly kind: 'recordFault'; readonly document: string; readonly fault: unknown }
  /** A letter could not be carried, and waits for its next try. `status`: what the mail server answered, if it did. */
  | {
      readonly kind: 'letterDelayed'
      readonly letter: string
      readonly reason: TroubleReason
      readonly status: number | null
      readonly tries: number
    }
  /** A letter has been refused for good, or has not been taken in a day: nobody tries any more. */
  | {
      readonly kind: 'letterFailed'
      readonly letter: string
      readonly reason: TroubleReason
      readonly status: number | null
      readonly tries: number
    }
  /** The own sign-in of a party could not be asked, or its answer not be trusted. `party`: empty when none is known. */
  | { readonly kind: 'openIdFault'; readonly party: string; readonly fault: unknown }
  /** A letter's file could not be read, written or removed, or the program itself failed at carrying it. */
  | {
      readonly kind: 'mailFault'
      readonly during: 'read' | 'write' | 'remove' | 'carry'
      readonly letter: string
      readonly fault: unknown
    }

/** The records that are made anew where they are not there. */
export type MadeRecord = 'access' | 'comments' | 'clientIds' | 'rescued' | 'rounds' | 'since' | 'versions'

/** Says one thing in the log. */
export type Log = (event: LogEvent) => void

export type LogKind = LogEvent['kind']

/** `error`: somebody should look now. `warn`: worth a look. `info`: how it goes. */
export type LogLevel = 'error' | 'warn' | 'info'

/** How grave each is. */
export const levels: Readonly<Record<LogKind, LogLevel>> = {
  damaged: 'error',
  damagedRecord: 'error',
  tailCut: 'warn',
  healed: 'warn',
  logKept: 'warn',
  checkpointed: 'info',
  snapshotRefused: 'error',
  diskFault: 'error',
  started: 'info',
  stopping: 'info',
  stopped: 'info',
  stopCut: 'error',
  stopFault: 'error',
  uncaught: 'error',
  requestFault: 'error',
  acceptFault: 'error',
  socketFault: 'info',
  frameFault: 'error',
  lineEnded: 'info',
  roomFault: 'error',
  roomBroken: 'error',
  libraryFault: 'error',
  restFault: 'error',
  auditDamaged: 'error',
  auditHead: 'info',
  auditFault: 'error',
  recordMade: 'warn',
  damagedVersion: 'error',
  damagedPicture: 'error',
  fileNotMade: 'warn',
  versionFault: 'error',
  askedFault: 'error',
  commentFault: 'error',
  roundFault: 'error',
  noticeFault: 'error',
  noticesWait: 'warn',
  recordFault: 'warn',
  lookFault: 'error',
  leftOut: 'warn',
  letterDelayed: 'warn',
  letterFailed: 'error',
  mailFault: 'error',
  openIdFault: 'warn',
}

/** Kinds that people outside can bring about as often as they like: bounded by the minute. */
export const boundedKinds: ReadonlySet<LogKind> = new Set([
  'commentFault',
  'roundFault',
  'noticeFault',
  'noticesWait',
  'askedFault',
  'damagedVersion',
  'damagedPicture',
  'fileNotMade',
  'auditFault',
  'requestFault',
  'acceptFault',
  'socketFault',
  'frameFault',
  'lineEnded',
  'roomFault',
  'libraryFault',
  'letterDelayed',
  'openIdFault',
])
