/** The page of a round. */
export function roundAddress(applicationId: string, number: number): string {
  return `/ansokningar/${applicationId}/remiss/${number}`
}

/** The page of its sammanställning. */
export function compilationPageAddress(applicationId: string, number: number): string {
  return `${roundAddress(applicationId, number)}/sammanstallning`
}
