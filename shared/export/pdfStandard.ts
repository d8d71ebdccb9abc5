/** To be kept for ever (PDF/A-2a), or to be read by everybody (PDF/UA-1): a file is one of them. */
export const pdfStandards = ['a-2a', 'ua-1'] as const

export type PdfStandard = (typeof pdfStandards)[number]
