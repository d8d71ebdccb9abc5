/**
 * The disk did not do what it was asked: full, failing, taken away, or without the right to write. What was to
 * be kept is not kept. May go away by itself, so the same may be tried again.
 */
export class DiskFault extends Error {
  override readonly name = 'DiskFault'
  /** What the operating system calls it, e.g. `ENOSPC`, `EIO`. */
  readonly code: string

  constructor(cause: Error & { code: string }) {
    super(cause.message, { cause })
    this.code = cause.code
  }
}

/** An error of the operating system as a `DiskFault`; anything else as it is. */
export function asDiskFault(error: unknown): unknown {
  return hasCode(error) && !(error instanceof DiskFault) ? new DiskFault(error) : error
}

/** Runs `work`; what the operating system refuses comes out as a `DiskFault`. */
export async function onDisk<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw asDiskFault(error)
  }
}

export function isMissing(error: unknown): boolean {
  return hasCode(error) && error.code === 'ENOENT'
}

/** True when the disk itself cannot give back what is on it. (No rights, or too many open files, pass.) */
export function isUnreadable(error: unknown): boolean {
  return hasCode(error) && error.code === 'EIO'
}

function hasCode(error: unknown): error is Error & { code: string } {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
}
