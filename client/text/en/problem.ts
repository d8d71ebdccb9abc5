import type { problem as swedish } from '../sv/problem.ts'

/** English words of the room `problem`. */
export const problem: typeof swedish = {}
