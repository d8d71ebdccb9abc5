import { z } from 'zod'

/** Number of a version, as it stands in an address. */
export const versionSchema = z.string().regex(/^[1-9]\d{0,8}$/)
