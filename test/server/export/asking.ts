import type { Asking } from '../../../server/export/FairTurns.ts'

/** Somebody who asks for a file and stays until she has it. */
export function asking(personId = 'anna'): Asking {
  return { personId, gone: new AbortController().signal }
}
