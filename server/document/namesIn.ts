import type * as Y from 'yjs'
import { itemsIn } from '../../shared/document/items.ts'
import type { FormTemplate } from '../../shared/form/FormTemplate.ts'

export interface Names {
  readonly name: string
  readonly ownerOrganisation: string
  readonly partnerOrganisations: string[]
}

/** What a document says of its own name and of the parties behind it, for the list. Only reads. */
export function namesIn(doc: Y.Doc, form: FormTemplate): Names {
  const keyOf = (role: 'owner' | 'partner') =>
    form.sections.find(section => section.kind === 'parties' && section.role === role)?.key ?? ''
  return {
    name: words(doc.getMap('name').get('value')),
    ownerOrganisation: words(doc.getMap(keyOf('owner')).get('organisation')),
    partnerOrganisations: itemsIn(doc.getMap(keyOf('partner')))
      .map(item => words(item.map.get('organisation')))
      .filter(name => name !== ''),
  }
}

function words(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
