import type { GuardLimits } from './guard/limits.ts'

/**
 * How much one person, one line or one document may ask of the program. Every limit is a setting with this default;
 * limits.md of the peers' bench says why they are where they are.
 */
export interface SyncLimits {
  /** `MAX_FRAME_BYTES`, largest frame that is read. What is larger ends its line. Default 2 MiB. */
  readonly maxFrameBytes: number
  /** `MAX_DOCUMENT_BYTES`, size of a document's shared state. Beyond it only deletions are let in. Default 8 MiB. */
  readonly maxDocumentBytes: number
  /** What one update may ask of the server. */
  readonly guard: GuardLimits
  /** `MAX_CLIENT_IDS_PER_PERSON` in one document: one each time that it is opened, for ever. Default 10 000. */
  readonly maxClientIdsPerPerson: number
  /** `MAX_LINES`, lines open at the same time. Default 2 000. */
  readonly maxLines: number
  /** `MAX_LINES_PER_PERSON`, lines of one person acting for one party: windows and devices. Default 10. */
  readonly maxLinesPerPerson: number
  /** `MAX_LINES_PER_DOCUMENT`. Default 100. */
  readonly maxLinesPerDocument: number
  /**
   * `MAX_MESSAGES_PER_SECOND` of one line. What comes quicker is not refused but read later, ten seconds' worth being
   * read at once: a long outbox is honest. Default 300.
   */
  readonly messagesPerSecond: number
  /** `MAX_BYTES_PER_SECOND` of one line, in the same way. Default 1 MiB. */
  readonly bytesPerSecond: number
  /** `MAX_BACKLOG_BYTES`, what one line may leave unread before it is ended. Default 8 MiB. */
  readonly maxBacklogBytes: number
  /** `SLOW_READER_SECONDS`, in which a line must have read something of what it was sent. Default 30 s. */
  readonly slowReaderMs: number
  /** `IDLE_DOCUMENT_SECONDS` after the last word or newcomer until an open document is only on disk. Default 30 s. */
  readonly idleDocumentMs: number
  /** `MAX_SIGNED_OUT_PER_MINUTE`, attempts from one address to open a line without a session. Default 20. */
  readonly signedOutPerMinute: number
}
