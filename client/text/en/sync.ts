import type { sync as swedish } from '../sv/sync.ts'

/** English words of the room `sync`. */
export const sync: typeof swedish = {}
