interface WordOf {
  /** Number of a version; null for the ansökan of now. */
  readonly version: number | null
  readonly withComments: boolean
}

/** Where an ansökan is as a Word document. */
export function wordAddress(id: string, { version, withComments }: WordOf): string {
  const asked = new URLSearchParams()
  if (version !== null) asked.set('version', String(version))
  if (withComments) asked.set('comments', 'with')
  const query = asked.size === 0 ? '' : `?${asked}`
  return `/api/applications/${encodeURIComponent(id)}/application.docx${query}`
}

/** Where the budget is as an Excel workbook: that of now, or of a version. */
export function workbookAddress(id: string, version: number | null): string {
  const of = version === null ? '' : `?version=${version}`
  return `/api/applications/${encodeURIComponent(id)}/budget.xlsx${of}`
}
