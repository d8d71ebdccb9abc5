import type * as Y from 'yjs'
import { itemsIn } from '../../../shared/document/items.ts'
import { ownerKey } from '../../../shared/document/roots.ts'
import type { FormTemplate } from '../../../shared/form/FormTemplate.ts'
import { readValue } from '../sharedValue.ts'

/** A party that signs. */
export interface SigningParty {
  /** Its values in the signatures' root stand under this: `owner`, or the partner's item key. */
  readonly key: string
  readonly role: 'owner' | 'partner'
  /** Null until somebody has written it. */
  readonly organisation: string | null
}

/** The owner, then the partners in their order. */
export function signingParties(doc: Y.Doc, form: FormTemplate): readonly SigningParty[] {
  return form.sections.flatMap(section => {
    if (section.kind !== 'parties') return []
    if (section.role === 'owner') {
      const organisation = nameOf(readValue(doc, section.key, 'organisation'))
      return [{ key: ownerKey, role: section.role, organisation }]
    }
    return itemsIn(doc.getMap(section.key)).map(({ key, map }) => ({
      key,
      role: section.role,
      organisation: nameOf(map.get('organisation')),
    }))
  })
}

function nameOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}
