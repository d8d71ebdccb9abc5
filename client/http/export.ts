import type { PdfStandard } from '../../shared/export/pdfStandard.ts'

interface WordOf {
  /** Number of a version; null for the ansökan of now. */
  readonly version: number | null
  readonly withComments: boolean
}

interface PdfOf {
  /** Number of a version; null for the ansökan of now. */
  readonly version: number | null
  readonly standard: PdfStandard
}

/** Where an ansökan is as a Word document. */
export function wordAddress(id: string, { version, withComments }: WordOf): string {
  const comments = withComments ? 'with' : null
  return withQuery(`/api/applications/${encodeURIComponent(id)}/application.docx`, { version, comments })
}

/** Where an ansökan is as a PDF. */
export function pdfAddress(id: string, { version, standard }: PdfOf): string {
  return withQuery(`/api/applications/${encodeURIComponent(id)}/application.pdf`, { version, standard })
}

/** Where the budget is as an Excel workbook: that of now, or of a version. */
export function workbookAddress(id: string, version: number | null): string {
  return withQuery(`/api/applications/${encodeURIComponent(id)}/budget.xlsx`, { version })
}

/** Where a form is that nobody has written in. */
export function blankFormAddress(formId: string, as: 'docx' | PdfStandard): string {
  const at = `/api/forms/${encodeURIComponent(formId)}`
  return as === 'docx' ? `${at}/form.docx` : withQuery(`${at}/form.pdf`, { standard: as })
}

/** What is null is not asked for. */
export function withQuery(path: string, asked: Readonly<Record<string, string | number | null>>): string {
  const said = Object.entries(asked).flatMap(([name, value]) =>
    value === null ? [] : [[name, String(value)]],
  )
  return said.length === 0 ? path : `${path}?${new URLSearchParams(said)}`
}
