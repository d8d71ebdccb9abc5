import { CallFailed } from '../http/call.ts'

/** As long as what I have just written may take to be saved; without contact it does not get there. */
const longestMs = 8_000

/** Resolves when all is saved; rejects, as if there were no contact, when that takes too long. */
export async function inTime(saved: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new CallFailed('noContact')), longestMs)
  })
  try {
    await Promise.race([saved, tooLate])
  } finally {
    clearTimeout(timer)
  }
}
