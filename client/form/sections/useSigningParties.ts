import { useCallback, useMemo } from 'react'
import type * as Y from 'yjs'
import type { SignatureLayout } from '../../../shared/form/FormTemplate.ts'
import { useForm, useSectionOf } from '../FormContext.ts'
import { useWorkedOut } from '../useSharedValue.ts'
import { type SigningParty, signingParties } from './signingParties.ts'

/** An empty form has the owner and room for as many partners as the original prints. */
function blankParties(layout: SignatureLayout): readonly SigningParty[] {
  const partners = layout.arrangement === 'grid' ? ['1', '2', '3'] : ['1']
  return [
    { key: 'owner', role: 'owner', organisation: null },
    ...partners.map(key => ({ key, role: 'partner' as const, organisation: null })),
  ]
}

/** Who signs, in the order of the form; as many as the original has room for while the form is shown empty. */
export function useSigningParties(): readonly SigningParty[] {
  const { form } = useForm()
  const { layout } = useSectionOf('signatures')
  const sections = useMemo(
    () => form.sections.filter(section => section.kind === 'parties').map(section => section.key),
    [form],
  )
  const read = useCallback(
    (doc: Y.Doc | null) => JSON.stringify(doc === null ? blankParties(layout) : signingParties(doc, form)),
    [form, layout],
  )
  const parties = useWorkedOut(sections, read)
  return useMemo(() => JSON.parse(parties) as readonly SigningParty[], [parties])
}
