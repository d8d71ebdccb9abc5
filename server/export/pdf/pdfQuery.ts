import { z } from 'zod'
import { pdfStandards } from '../../../shared/export/pdfStandard.ts'

/** `standard`: what the PDF is for; to be kept for ever without. */
export const pdfQuerySchema = z.strictObject({ standard: z.enum(pdfStandards).default('a-2a') })
