import { useCallback, useMemo, useSyncExternalStore } from 'react'
import type { FormTemplate } from '../../shared/form/FormTemplate.ts'
import type { LiveDocument } from '../sync/LiveDocument.ts'
import { FilledSections } from './filledSections.ts'

/** Looks again so long after a change; signs need not turn at the first letter. */
const restMs = 400

/** Keys of the sections that have an answer; null while the form is shown empty. */
export function useFilledSections(form: FormTemplate, live: LiveDocument | null): ReadonlySet<string> | null {
  const sections = useMemo(
    () => (live === null ? null : new FilledSections(live.doc, form, task => setTimeout(task, restMs))),
    [form, live],
  )
  const subscribe = useCallback(
    (listener: () => void) => sections?.subscribe(listener) ?? (() => {}),
    [sections],
  )
  return useSyncExternalStore(subscribe, () => sections?.filled() ?? null)
}
