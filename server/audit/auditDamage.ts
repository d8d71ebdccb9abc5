/** What is not as it was written in the audit log. */
export type AuditDamageReason =
  /** An entry that should be there is not: taken out, cut off, or gone with its file. */
  | 'missing'
  /** What stands there is not what was written. */
  | 'changed'
  /** A whole entry that stands where another should. */
  | 'moved'
  /** A whole entry, but not the one that the next follows on, or that the head record knows. */
  | 'replaced'
  /** The head record is missing or is not as it was written, so that entries cut off at the end would not be missed. */
  | 'head'
  /** The disk does not give back what is in the file. */
  | 'unreadable'

export interface AuditDamage {
  /** Full path of the file. */
  readonly file: string
  /** The entry that is wrong; for `head` and `unreadable` the last one before. */
  readonly number: number
  readonly reason: AuditDamageReason
}

const reasonText: Readonly<Record<AuditDamageReason, (number: number) => string>> = {
  missing: number => `post ${number} saknas`,
  changed: number => `post ${number} är inte som den skrevs`,
  moved: number => `post ${number} står på fel plats`,
  replaced: number => `post ${number} är utbytt mot en annan`,
  head: number => `noteringen om hur långt loggen har kommit saknas eller är ändrad (efter post ${number})`,
  unreadable: number => `det går inte att läsa från disken (efter post ${number})`,
}

/** Which entry is wrong and how, in Swedish, for whoever runs the program. */
export function sayAuditDamage({ file, number, reason }: AuditDamage): string {
  return `Loggen över vad som har gjorts är skadad: ${reasonText[reason](number)} (${file}).`
}
