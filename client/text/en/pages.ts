import type { pages as swedish } from '../sv/pages.ts'

/** English words of the room `pages`. */
export const pages: typeof swedish = {}
