import type { form as swedish } from '../sv/form.ts'

/** English words of the room `form`. */
export const form: typeof swedish = {}
