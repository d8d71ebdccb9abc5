import { z } from 'zod'
import type { WrittenValue } from './writtenValues.ts'

/** Where the values I wrote are kept over a reload, by address. */
export interface ValueMemory {
  load(): Iterable<[address: string, WrittenValue]>
  keep(address: string, written: WrittenValue): void
  drop(address: string): void
}

/** As long as somebody may stay offline with a value that has not met the others'. */
const keptMs = 30 * 24 * 3_600_000

const writtenSchema = z.object({
  id: z.object({ client: z.number(), clock: z.number() }),
  value: z.union([z.string(), z.number(), z.boolean(), z.null()]),
  writtenAt: z.number(),
  lost: z.boolean(),
})

/**
 * The browser's own storage, one entry a field, apart for each person and document. No storage, or a full one,
 * costs only the memory over a reload, so it is not reported.
 */
export function browserMemory(
  storage: Storage | null,
  personId: string,
  documentId: string,
  now: () => number,
): ValueMemory {
  const prefix = `samskriv.value.${personId}.${documentId}.`
  return {
    load() {
      const found: [string, WrittenValue][] = []
      if (storage === null) return found
      for (const key of Object.keys(storage).filter(key => key.startsWith(prefix))) {
        const written = read(storage.getItem(key))
        if (written === null || now() - written.writtenAt > keptMs) storage.removeItem(key)
        else found.push([key.slice(prefix.length), written])
      }
      return found
    },
    keep(address, written) {
      try {
        storage?.setItem(prefix + address, JSON.stringify(written))
      } catch {
        // Full: the page still remembers until it is closed.
      }
    },
    drop(address) {
      storage?.removeItem(prefix + address)
    },
  }
}

function read(stored: string | null): WrittenValue | null {
  try {
    const parsed = writtenSchema.safeParse(JSON.parse(stored ?? 'null'))
    return parsed.success ? parsed.data : null
  } catch {
    // Not written by us: JSON.parse refuses it.
    return null
  }
}
