import type { DescribedApplication } from './Applications.ts'

/** A document whose record cannot be read is still listed, so that somebody sees that it needs help. */
export function unreadable(id: string): DescribedApplication {
  return {
    id,
    formId: '',
    state: 'draft',
    name: '',
    ownerOrganisation: '',
    partnerOrganisations: [],
    createdAt: new Date(0).toISOString(),
    lastChange: null,
    damaged: true,
  }
}
