import type { editor as swedish } from '../sv/editor.ts'

/** English words of the room `editor`. */
export const editor: typeof swedish = {}
